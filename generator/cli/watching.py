"""The command that tells what falls due soon, for whoever keeps a record up to date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import click

from generator.changes.inert import plain
from generator.cli.options import day, root_option
from generator.cli.saying import refusals
from generator.counting import counted
from generator.derive.deadlines import by_maker
from generator.model.dates import in_words
from generator.render.views.ahead import deadline_sentence
from generator.render.views.links import HOME
from generator.render.views.sheet import Sheet
from generator.revisions import FOLDER, state


@click.command()
@root_option
@click.argument("today", metavar="DATE")
@click.option("--within", metavar="DAYS", type=click.IntRange(0), default=14, show_default=True)
@click.option("--addresses", is_flag=True, help="List the addresses of the sources they rest on.")
def watch(root: Path, today: str, within: int, addresses: bool) -> None:
    """List what falls due by some days after DATE, and what has since the edition; else nothing."""
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


COMMANDS = (watch,)
