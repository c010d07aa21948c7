"""The command that reports what is wrong; it says so at once where nothing has changed."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import click

from generator.build.checked import Answer, Held, answered
from generator.cli.saying import Progress, refusals, root_option
from generator.report import terminal
from generator.write import Misuse

FORMATS = ("text", "github", "markdown", "json", "sarif")
STAGES = ("reading", "checking")


@click.command()
@root_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text")
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
            from generator.cli import judging

            asked = judging.Asked(staged, fix, guess, base, changed)
            return judging.judge(root, asked, progress.report, held)

        is_plain = not (staged or fix or changed or base is not None)
        found = answered(root, judged) if is_plain else judged({})
    click.echo(rendered(found, form), nl=False)
    click.echo(found.summary, err=True)
    sys.exit(1 if found.fails(strict) else 0)


def rendered(found: Answer, form: str) -> str:
    """What is wrong, in a form."""
    if form == "text":
        return terminal.render(found.diagnostics, terminal.wants_color(sys.stdout))
    made: str = import_module(f"generator.report.{form}").render(found.diagnostics)
    return made


def refuse(*, staged: bool, fix: bool, guess: bool) -> None:
    """Options that say nothing together."""
    if guess and not fix:
        raise Misuse("`--guess` says what `--fix` puts in: give both, or neither")
    if staged and fix:
        raise Misuse("`--fix` repairs what stands in the folder: leave out `--staged`")


COMMANDS = (check,)
