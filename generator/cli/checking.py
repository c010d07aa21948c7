"""What is wrong, which is said at once where nothing has changed, and what a message means."""

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

import click

from generator.build.checked import Answer, Held, answered
from generator.cli.saying import Progress, refusals, root_option
from generator.diagnostics import CODES, Diagnostic, Severity
from generator.handbook import RULES, read
from generator.report import as_commands, as_json, as_markdown, as_sarif, terminal
from generator.write import Misuse

FORMATS: dict[str, Callable[[Iterable[Diagnostic]], str]] = {
    "text": lambda found: terminal.render(found, terminal.wants_color(sys.stdout)),
    "github": as_commands,
    "markdown": as_markdown,
    "json": as_json,
    "sarif": as_sarif,
}
STAGES = ("reading", "checking")


@click.command()
@root_option
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="text")
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
    with refusals(), Progress(sys.stderr, STAGES) as progress:
        refuse(staged=staged, fix=fix, guess=guess)

        def judged(held: Held) -> Answer:
            # Where nothing has changed, nobody waits for what judges.
            from generator.cli.judging import judge

            asked = {"staged": staged, "fix": fix, "guess": guess, "changed": changed}
            return judge(root, progress.report, held, base=base, **asked)

        is_plain = not (staged or fix or changed or base is not None)
        found = answered(root, judged) if is_plain else judged({})
    click.echo(FORMATS[form](found.diagnostics), nl=False)
    click.echo(found.summary, err=True)
    sys.exit(1 if found.fails(strict) else 0)


def refuse(*, staged: bool, fix: bool, guess: bool) -> None:
    """Options that say nothing together."""
    if guess and not fix:
        raise Misuse("`--guess` says what `--fix` puts in: give both, or neither")
    if staged and fix:
        raise Misuse("`--fix` repairs what stands in the folder: leave out `--staged`")


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what CODE means, why it matters and what is right; without a code, list all codes."""
    with refusals():
        click.echo(page(code) if code else "".join(listing()), nl=False)


def page(code: str) -> str:
    """The page of a code, as it was written."""
    if code not in CODES:
        # Only a slip waits for what compares words.
        from generator.near import SLIGHT, nearest

        near = nearest(code, list(CODES), SLIGHT)
        hint = f"did you mean `{near}`?" if near else "`briefing explain` names them all"
        raise Misuse(f"no code `{code}`: {hint}")
    return read(RULES / f"{code}.md").text


def listing() -> Iterator[str]:
    """Every code with what it is about, by phase and family."""
    width = max(map(len, CODES))
    for (phase, family), several in groupby(CODES.values(), lambda one: (one.phase, one.family)):
        yield f"{phase}, {family}:\n"
        for one in several:
            mark = " (warning)" if one.severity is Severity.WARNING else ""
            yield f"  {one.name:{width}}  {one.summary}{mark}\n"


COMMANDS = (check, explain)
