"""The commands that report what is wrong, and explain a code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import click

from generator.cli.options import CONTENT, root_option
from generator.cli.saying import Progress, refusals, summary
from generator.counting import counted
from generator.diagnostics import Severity
from generator.handbook import RULES, read
from generator.near import SLIGHT, nearest
from generator.reading import history
from generator.reading.check import CHECKING, Outcome, Reporter
from generator.reading.check import check as checked
from generator.report import github, json, markdown, sarif, terminal
from generator.rules.registry import CODES
from generator.tidy import repair
from generator.write import Misuse

FORMATS: dict[str, Callable[[Outcome], str]] = {
    "text": lambda found: terminal.render(found.diagnostics, terminal.wants_color(sys.stdout)),
    "github": lambda found: github.render(found.diagnostics),
    "markdown": lambda found: markdown.render(found.diagnostics),
    "json": lambda found: json.render(found.diagnostics),
    "sarif": lambda found: sarif.render(found.diagnostics),
}


@click.command()
@root_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.option("--strict", is_flag=True, help="Let warnings fail the check too.")
@click.option("--base", metavar="REV", help="Also report what the change since a revision does.")
@click.option(
    "--changed",
    is_flag=True,
    help="Of warnings, only those on files that differ from the base (default: the trunk's).",
)
@click.option("--staged", is_flag=True, help="Check what the next commit will hold.")
@click.option("--fix", is_flag=True, help="Put in what is offered and cannot change the meaning.")
@click.option("--guess", is_flag=True, help="With --fix: also what may have been meant.")
def check(
    root: Path,
    form: str,
    strict: bool,
    base: str | None,
    changed: bool,
    staged: bool,
    fix: bool,
    guess: bool,
) -> None:
    """Report everything that is wrong with the content."""
    with refusals(), Progress(sys.stderr, CHECKING) as progress:
        refuse(staged=staged, fix=fix, guess=guess)
        if fix:
            found, number = repair(root, guess)
            progress.report(f"mended {counted(number, 'file')}{offered(found)}")
        else:
            found = (
                to_be_committed(root, progress.report)
                if staged
                else checked(root, report=progress.report)
            )
        start = history.base(root) if changed and base is None else base
        if start is not None:
            found = since(root, start, found, changed)
    click.echo(FORMATS[form](found), nl=False)
    click.echo(summary(found), err=True)
    sys.exit(1 if found.errors or (strict and found.warnings) else 0)


def since(root: Path, start: str, found: Outcome, changed: bool) -> Outcome:
    """What is wrong together with what the change since a revision does."""
    # What compares knows all that readers see: a plain check need not wait for it.
    from generator.revisions import of_changed, review

    found = review(root, start, found)
    return of_changed(root, start, found) if changed else found


def refuse(*, staged: bool, fix: bool, guess: bool) -> None:
    """Options that say nothing together."""
    if guess and not fix:
        raise Misuse("`--guess` says what `--fix` puts in: give both, or neither")
    if staged and fix:
        raise Misuse("`--fix` repairs what stands in the folder: leave out `--staged`")


def to_be_committed(root: Path, report: Reporter) -> Outcome:
    """What is wrong with what the next commit will hold, and a word on what it will not."""
    plain = history.untracked(root, CONTENT)
    for name in sorted(history.left_out(root)):
        add = f"git add {name}" if name in plain else f"git add --force {name}"
        click.echo(f"not in the commit: `{name}`; `{add}` takes it along", err=True)
    with history.staged(root) as folder:
        return checked(folder, report=report)


def offered(found: Outcome) -> str:
    """What is left that may be put in, as a guess."""
    number = sum(1 for one in found.diagnostics if one.fix)
    guesses = f"{counted(number, 'message')} offer{'s' if number == 1 else ''} what may be meant"
    return f"; {guesses}: `--fix --guess` puts it in" if number else ""


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what CODE means, why it matters and what is right; without a code, list all codes."""
    with refusals():
        click.echo(page(code) if code else listing(), nl=False)


def page(code: str) -> str:
    """The page of a code, as it was written."""
    if code not in CODES:
        near = nearest(code, list(CODES), SLIGHT)
        hint = f"did you mean `{near}`?" if near else "`briefing explain` names them all"
        raise Misuse(f"no code `{code}`: {hint}")
    return read(RULES / f"{code}.md").text


def listing() -> str:
    """Every code with what it is about, by phase and family."""
    width = max(map(len, CODES))
    return "\n".join(_listing(width)) + "\n"


def _listing(width: int) -> Iterator[str]:
    for (phase, family), several in groupby(CODES.values(), lambda one: (one.phase, one.family)):
        yield f"{phase}, {family}:"
        for one in several:
            mark = " (warning)" if one.severity is Severity.WARNING else ""
            yield f"  {one.name:{width}}  {one.summary}{mark}"


COMMANDS = (check, explain)
