"""The published tables of a briefing: those of what statements rest on, then all in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from generator.derive.dossier import Dossier, Evidence, Fact, Stance
from generator.model.statement import Does
from generator.render.data.entries import differs, in_numbers, said, word
from generator.render.data.schema import STATUSES
from generator.render.data.sources import (
    EDITION,
    QUOTATIONS,
    RECORDS,
    SOURCES,
    edition,
    quotations,
    records,
    sources,
)
from generator.render.data.statements import HISTORY, NUMBERS, STATEMENTS, VALUE_DAYS, history_rows
from generator.render.data.table import Column, Row, Table, days
from generator.render.views.sheet import Settings

STATEMENT = Column("statement", "id of the statement", required=True, to="statements")
QUOTED = (
    Column("number", "its place among them, from 1", "integer", required=True),
    Column("source", "id of the source", required=True, to="sources"),
    Column("quotation", "id of the quotation; none where no words are held", to="quotations"),
)

POSITIONS = Table(
    "positions",
    "positions.csv",
    "the answers that each statement holds, one where nothing is disputed",
    (
        Column("id", "the statement's id, a colon and the key", required=True),
        STATEMENT,
        Column("key", "`only` where the statement has no positions", required=True),
        Column("by", "ids of those whose position it is, joined by a comma"),
        Column("value", "what the position says, as written"),
        *VALUE_DAYS,
        *NUMBERS,
        Column("words", "what it says in the source's own words"),
        Column("does", "what an act does to its target", enum=get_args(Does)),
        Column("differs", "other keys in which the positions are not alike, joined by a bar"),
        Column("status", "its own status", required=True, enum=STATUSES),
        Column("aside_why", "why it has stepped aside"),
        Column("aside_on", "the day from which it has", "date"),
    ),
    label="value",
)
WITNESSES = Table(
    "witnesses",
    "witnesses.csv",
    "the quotations that each position rests on, and the sources listed beside them",
    (
        Column("position", "id of the position", required=True, to="positions"),
        *QUOTED,
        STATEMENT,
        Column("counts", "whether it counts for the status on the day", "boolean", required=True),
    ),
    key=("position", "number"),
)
SILENCES = Table(
    "silences",
    "silences.csv",
    "the texts in which a side could have spoken of a matter, and does not",
    (STATEMENT, Column("party", "id of the side", required=True), *QUOTED),
    key=("statement", "party", "number"),
)


def positions(dossier: Dossier) -> Iterator[Row]:
    """A row for each position of each known statement."""
    for fact, stance in stances(dossier):
        content, aside = stance.content, stance.aside
        value, others = said(dossier, content), differs(dossier, fact, stance)
        yield {
            # A colon stands in no other id.
            "id": f"{fact.id}:{stance.key}",
            "statement": fact.id,
            "key": stance.key,
            "by": ", ".join(stance.by) or None,
            "value": value if value != content.does else None,
            **days("value", content.value.date if content.value else None),
            **in_numbers(content.value),
            "unit": content.unit or fact.of_series("unit"),
            "words": content.words,
            "does": content.does,
            "differs": " | ".join(f"{key}: {text}" for key, text in others.items()) or None,
            "status": word(stance.status),
            "aside_why": aside.why if aside else None,
            "aside_on": aside.on.isoformat() if aside else None,
        }


def witnesses(dossier: Dossier) -> Iterator[Row]:
    """A row for each witness of each position."""
    for fact, stance in stances(dossier):
        for number, one in enumerate(stance.evidence, 1):
            yield {
                "position": f"{fact.id}:{stance.key}",
                **quoted(number, one),
                "statement": fact.id,
                "counts": one.counts,
            }


def silences(dossier: Dossier) -> Iterator[Row]:
    """A row for each text in which a side is silent."""
    for _, fact in sorted(dossier.facts.items()):
        for party, found in fact.silent.items():
            for number, one in enumerate(found, 1):
                yield {"statement": fact.id, "party": party, **quoted(number, one)}


def quoted(number: int, evidence: Evidence) -> Row:
    """What a witness names: a source, and the words in it that are held."""
    return {
        "number": number,
        "source": evidence.source.id,
        "quotation": evidence.witness if evidence.quote else None,
    }


def stances(dossier: Dossier) -> Iterator[tuple[Fact, Stance]]:
    """Every position with its statement."""
    for _, fact in sorted(dossier.facts.items()):
        yield from ((fact, stance) for stance in fact.stances)


MADE: dict[Table, Callable[[Dossier], Iterable[Row]]] = {
    POSITIONS: positions,
    WITNESSES: witnesses,
    SILENCES: silences,
    HISTORY: history_rows,
    QUOTATIONS: quotations,
    SOURCES: sources,
    RECORDS: records,
}
# The order in which they are offered.
TABLES = (STATEMENTS, *MADE, EDITION)


def filled(
    dossier: Dossier, settings: Settings, statements: Iterable[Row]
) -> dict[Table, tuple[Row, ...]]:
    """All tables with their rows, of a day; the rows of the statements are there already."""
    made = {table: tuple(rows(dossier)) for table, rows in MADE.items()}
    return {STATEMENTS: tuple(statements), **made, EDITION: tuple(edition(dossier, settings))}
