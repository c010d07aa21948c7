"""The commands that show what changes for readers, and what falls due."""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import click

from generator.changes import report
from generator.cli.saying import Progress, day, refusals, root_option
from generator.counting import counted
from generator.derive.spells import by_maker
from generator.model.dates import LONGEST, in_words
from generator.render.views.ahead import deadline_sentence
from generator.render.views.links import HOME
from generator.render.views.sheet import Sheet
from generator.report import plain
from generator.revisions import FOLDER, differ, differ_by_days, state
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
            found = _read_report(kept, base, days)
        elif days:
            found = differ_by_days(root, *_two_days(days, base))
        else:
            found = differ(root, base, head)
    click.echo(report.FORMATS[form](found), nl=False)


def _two_days(given: tuple[str, ...], base: str | None) -> tuple[date, date]:
    if base:
        raise Misuse("give either two revisions or two days (`--as-of DATE --as-of DATE`)")
    if len(given) != DAYS_COMPARED:
        raise Misuse(f"`--as-of` is given {counted(len(given), 'time')}, and two days are compared")
    first, last = map(day, given)
    if first >= last:
        raise Misuse(f"{first} is not before {last}: give the earlier day first")
    return first, last


def _read_report(path: Path, base: str | None, days: tuple[str, ...]) -> report.Report:
    if base or days:
        raise Misuse("`--read` shows what was compared earlier: leave out revisions and days")
    try:
        return report.parse(path.read_text(encoding="utf-8"))
    except ValueError:
        raise Refusal(f"`{path}` does not hold what `briefing diff --format json` writes") from None


@click.command()
@root_option
@click.argument("today", metavar="DATE")
@click.option(
    "--within",
    metavar="DAYS",
    type=click.IntRange(0, LONGEST["day"]),
    default=14,
    show_default=True,
)
@click.option("--addresses", is_flag=True, help="List the addresses of the sources they rest on.")
def watch(root: Path, today: str, within: int, addresses: bool) -> None:
    """List the deadlines from the edition's day up to some days after DATE.

    One before DATE is marked as passed. Without a deadline nothing is printed.
    """
    on = day(today)
    with refusals():
        sheet = Sheet(*state(root, FOLDER), HOME)
        lines = addresses_of(sheet) if addresses else due(sheet, on, on + timedelta(days=within))
        for line in lines:
            click.echo(line)


def due(sheet: Sheet, today: date, last: date) -> Iterator[str]:
    """A line of Markdown for each deadline up to a day, with how far off it is."""
    for one in by_maker(sheet.dossier):
        if one.on and one.on <= last:
            far = (one.on - today).days
            when = f"in {counted(far, 'day')}" if far > 0 else "today" if far == 0 else "passed"
            text, id_ = plain(deadline_sentence(sheet, one).text), one.facts[0].id
            yield f"- {in_words(one.on)} ({when}): {text}. `{id_}`"


def addresses_of(sheet: Sheet) -> Iterator[str]:
    """The addresses of the sources on which all that is ahead rests, each once."""
    facts = (fact for one in by_maker(sheet.dossier) for fact in one.facts)
    known = (e.publication.url for fact in facts for e in fact.evidence if e.counts)
    yield from dict.fromkeys(url for url in known if url)


COMMANDS = (diff, watch)
