"""The command that shows what changes for readers."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.changes import report
from generator.cli.options import day, root_option
from generator.cli.saying import Progress, refusals
from generator.counting import counted
from generator.revisions import differ, differ_by_days
from generator.write import Misuse, Refusal

DAYS = "Compare two days of what stands in the folder: give it twice, the earlier day first."
DAYS_COMPARED = 2
READ = "Show what an earlier run wrote as JSON; nothing is compared."


@click.command()
@root_option
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text")
@click.option("--as-of", "days", metavar="DATE", multiple=True, help=DAYS)
@click.option("--read", "kept", metavar="FILE", type=click.Path(path_type=Path), help=READ)
def diff(
    root: Path,
    base: str | None,
    head: str | None,
    form: str,
    days: tuple[str, ...],
    kept: Path | None,
) -> None:
    """Show what changes for readers from BASE to HEAD, or from one day to another.

    BASE and HEAD are revisions or the names of editions. Without HEAD it is what stands in the
    folder, without BASE where the work left the trunk.
    """
    with refusals(), Progress(sys.stderr, ("comparing",)) as progress:
        progress.report("comparing")
        if kept:
            found = read_report(kept)
        elif days:
            found = differ_by_days(root, *two_days(days, base))
        else:
            found = differ(root, base, head)
    click.echo(report.FORMATS[form](found), nl=False)


def two_days(given: tuple[str, ...], base: str | None) -> tuple[date, date]:
    """The days between which the record is compared."""
    if base:
        raise Misuse("give either two revisions or two days (`--as-of DATE --as-of DATE`)")
    if len(given) != DAYS_COMPARED:
        raise Misuse(f"`--as-of` is given {counted(len(given), 'time')}, and two days are compared")
    first, last = map(day, given)
    if first >= last:
        raise Misuse(f"{first} is not before {last}: give the earlier day first")
    return first, last


def read_report(path: Path) -> report.Report:
    """What an earlier comparison found."""
    try:
        return report.parse(path.read_text(encoding="utf-8"))
    except ValueError:
        raise Refusal(f"`{path}` does not hold what `briefing diff --format json` writes") from None


COMMANDS = (diff,)
