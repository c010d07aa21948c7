"""The history of each statement as data: what it said, how well it was borne out, what held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.derive.dossier import Dossier, Status
from generator.derive.history import Interval, history
from generator.render.data.entries import Entry, says_of, state, value_of, word
from generator.render.data.schema import INTERVAL, STATUSES
from generator.render.data.statements import HELD, held
from generator.render.data.table import Column, Row, Table

KEYS: Any = INTERVAL["properties"]
HISTORY = Table(
    "history",
    "history.csv",
    "what each statement read from day to day, up to the day of the edition",
    (
        Column("statement", "id of the statement", required=True, to="statements"),
        Column("number", "its place in the history, from 1", "integer", required=True),
        Column("since", KEYS["since"]["description"], "date"),
        Column("until", KEYS["until"]["description"], "date"),
        Column("value", KEYS["value"]["description"]),
        Column("status", KEYS["status"]["description"], required=True, enum=STATUSES),
        Column("by", "ids of those whose claim it was, joined by a space; none unless claimed"),
        *HELD,
        Column("changes", f"{KEYS['changes']['description']}, joined by a space", required=True),
        Column("causes", f"{KEYS['causes']['description']}, joined by a space"),
    ),
    key=("statement", "number"),
)


def histories(dossier: Dossier, id_: str) -> list[Entry]:
    """The intervals of a statement, with every key that the schema promises."""
    return [interval(dossier, one) for one in history(dossier).intervals[id_]]


def history_rows(dossier: Dossier) -> Iterator[Row]:
    """A row for each interval of each known statement."""
    for id_ in sorted(dossier.facts):
        for number, one in enumerate(history(dossier).intervals[id_], 1):
            entry: Any = interval(dossier, one)
            yield {
                "statement": id_,
                "number": number,
                **{key: entry[key] for key in ("since", "until", "value", "status")},
                "by": " ".join(entry["by"] or ()) or None,
                **held(entry["state"] or {}),
                "changes": " ".join(one.changes),
                "causes": " ".join(one.causes) or None,
            }


def interval(dossier: Dossier, one: Interval) -> Entry:
    """What a statement read from one day on."""
    fact = one.fact
    return {
        "since": None if one.since == date.min else one.since.isoformat(),
        "until": one.until.isoformat() if one.until else None,
        "value": value_of(dossier, fact, says_of(fact)),
        "status": word(fact.status),
        "by": list(fact.by) if fact.status is Status.CLAIMED else None,
        "state": state(fact),
        "changes": list(one.changes),
        "causes": list(one.causes),
    }
