"""Statements, their histories and changes as rows: what is held in depth, put into columns."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any, get_args

from generator.derive.changed import KINDS as SORTS
from generator.derive.changed import steps
from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.history import OURS, history
from generator.model import KINDS
from generator.model.dates import parse_date, parse_period
from generator.model.statement import Does
from generator.render.data.entries import says_of, state, stated_date, value_of, word
from generator.render.data.schema import (
    BASE,
    CODES,
    DESCRIBING,
    FACT,
    INTERVAL,
    LASTING,
    STATE,
    STATE_KEYS,
    STATUSES,
    Schema,
)
from generator.render.data.table import Column, Row, Table, Type, days, partial
from generator.render.views.changes import sentences
from generator.render.views.links import permalink
from generator.render.views.sheet import Sheet

NAMED = ("id", "kind", "record", "label", "sentence")
SAID = ("value", "number", "low", "high", "unit", "words")
PLACED = ("known_from", "as_of", "url", "file", "line")
COMPUTED = ("formula", "result", "weakest", "agrees")
UNDER = ("inputs", "sources")
VALUE_DAYS = (
    Column("value_first", "where the value is a date, the first day that it can mean", "date"),
    Column("value_last", "where the value is a date, the last day that it can mean", "date"),
)
SPANS = {"period": parse_period, "from": parse_date, "until": parse_date}


def described(key: str, type_: Type = "string", of: Schema = FACT, **more: Any) -> Column:
    """A column for a key that the schema describes, under its name or another."""
    keys: Any = of["properties"]
    return Column(more.pop("name", key), keys[key]["description"], type_, **more)


NUMBERS = (
    described("number", "number"),
    described("low", "number"),
    described("high", "number"),
    described("unit"),
)
HELD = (
    described("text", of=STATE, name="state"),
    described("code", of=STATE, name="state_code", enum=CODES),
    described("since", "date", of=STATE, name="state_since"),
    described("until", "date", of=STATE, name="state_until"),
    described("by", of=STATE, name="state_by"),
    described("status", of=STATE, name="state_status", enum=STATUSES),
)
IN_BASE: Any = BASE["properties"]
BASES = tuple(
    Column(f"base_{name}", one["description"], "string" if name == "unit" else "number")
    for name, one in IN_BASE.items()
)
STATEMENTS = Table(
    "statements",
    "facts.csv",
    "every statement with its status, for spreadsheets",
    (
        described("id", required=True),
        described("kind", required=True, enum=tuple(sorted(KINDS))),
        described("record", required=True, to="records"),
        described("label", required=True),
        described("sentence"),
        described("value"),
        *VALUE_DAYS,
        *NUMBERS,
        *BASES,
        described("words"),
        described("does", enum=get_args(Does)),
        Column("target", "ids of what an act acts upon, joined by a space"),
        described("names"),
        described("status", required=True, enum=STATUSES),
        *HELD,
        Column("by", "ids of those who claim it, joined by a space; none unless claimed"),
        Column("positions", "where there are several: who says what, joined by a bar"),
        Column("witnesses", "how many quotations there are", "integer", required=True),
        Column("sources", "ids of its sources, joined by a space"),
        Column("silent", "ids of parties that do not speak of it, joined by a space"),
        Column("reading", "the editors' own note on it"),
        *partial("last_raised", "when a dispute was last raised, by that note"),
        Column("computed_formula", "the formula that gives the value, or that checks it"),
        Column("computed_inputs", "ids of the statements that go into it, joined by a space"),
        Column("computed_sources", "ids of their sources, joined by a space"),
        Column("computed_result", "what the formula gives"),
        Column("computed_weakest", "the weakest status of what goes into it", enum=STATUSES),
        Column("computed_agrees", "whether the formula gives the stated value", "boolean"),
        *partial("period", "the time that a figure covers"),
        Column("reporter", "id of the body that counted"),
        Column("category", "what was counted"),
        Column("basis", "how it was measured"),
        Column("party", "id of the side that does it"),
        Column("about", "ids of what it is about, joined by a comma"),
        *partial("from", "the first day or moment on which it applies"),
        *partial("until", "the first day on which it no longer applies, stated or worked out"),
        Column("through", "the last day on which it applies, as stated"),
        Column("for", "how long it applies, as stated"),
        Column("renews", "how long each renewal lasts, where it renews itself"),
        described("known_from", "date"),
        described("as_of", "date", required=True),
        described("url", required=True),
        described("file", required=True),
        described("line", "integer", required=True),
    ),
    label="label",
    searched=("label", "sentence", "value", "words", "positions", "names"),
)


def statement(fact: Fact, entry: Mapping[str, Any]) -> Row:
    """An entry of `facts.json` with nothing in depth: lists are joined by spaces."""
    given = entry["positions"]
    cited = [one for position in given for one in position["witnesses"]]
    worked = entry["computed"] or {}
    return {
        **{key: entry[key] for key in (*NAMED, *SAID, "status", *PLACED)},
        # A verb stands in a column of its own, and never among the numbers.
        "value": None if entry["value"] == entry["does"] else entry["value"],
        **{f"base_{key}": (entry["base"] or {}).get(key) for key in IN_BASE},
        "does": entry["does"],
        "target": " ".join(entry["target"]) or None,
        "names": " | ".join(chain.from_iterable(entry["names"].values())) or None,
        **_held(entry["state"] or {}),
        "by": " ".join(entry["by"] or ()) or None,
        # The value alone would not tell what is said.
        "positions": " | ".join(map(answer, given)) if len(given) > 1 else None,
        "witnesses": sum(one["quote"] is not None for one in cited),
        "sources": " ".join(dict.fromkeys(one["source"] for one in cited)) or None,
        "silent": " ".join(entry["silent"]) or None,
        "reading": (entry["reading"] or {}).get("text"),
        "last_raised": (entry["reading"] or {}).get("last_raised"),
        **{f"computed_{key}": worked.get(key) for key in COMPUTED},
        **{f"computed_{key}": " ".join(worked.get(key, ())) or None for key in UNDER},
        **{key: entry["describes"].get(key) for key in (*DESCRIBING, *LASTING)},
        **_dates(fact, entry),
    }


def _held(state: Mapping[str, Any]) -> Row:
    return {"state": state.get("text"), **{f"state_{key}": state.get(key) for key in STATE_KEYS}}


def _dates(fact: Fact, entry: Mapping[str, Any]) -> Row:
    last = fact.reading.last_raised if fact.reading else None
    found = {"value": stated_date(fact), "last_raised": last}
    for key, parse in SPANS.items():
        text = entry["describes"].get(key)
        found[key] = parse(text) if text else None
    return {name: day for key, when in found.items() for name, day in days(key, when).items()}


def answer(position: Mapping[str, Any]) -> str:
    """A position in one line: who says what, and how well it is supported."""
    holder = position["by"] or position["key"]
    more = "".join(f", {key} {text}" for key, text in position["differs"].items())
    return f"{holder}: {position['value']}{more} ({position['status']})"


KEYS: Any = INTERVAL["properties"]
HISTORY = Table(
    "history",
    "history.csv",
    "what each statement said from day to day, up to the day of the edition",
    (
        Column("statement", "id of the statement", required=True, to="statements"),
        Column("number", "its place in the history, from 1", "integer", required=True),
        described("since", "date", of=INTERVAL),
        described("until", "date", of=INTERVAL),
        described("value", of=INTERVAL),
        described("status", of=INTERVAL, required=True, enum=STATUSES),
        Column("by", "ids of those who claimed it, joined by a space; none unless claimed"),
        *HELD,
        Column("changes", f"{KEYS['changes']['description']}, joined by a space", required=True),
        Column("causes", f"{KEYS['causes']['description']}, joined by a space"),
    ),
    key=("statement", "number"),
)


def intervals(dossier: Dossier, id_: str) -> Iterator[dict[str, Any]]:
    """What a statement read from day to day, with every key that the schema promises."""
    for one in history(dossier).intervals[id_]:
        fact = one.fact
        yield {
            "since": None if one.since == date.min else one.since.isoformat(),
            "until": one.until.isoformat() if one.until else None,
            "value": value_of(dossier, fact, says_of(fact)),
            "status": word(fact),
            "by": list(fact.by) if fact.status is Status.CLAIMED else None,
            "state": state(fact),
            "changes": list(one.changes),
            "causes": list(one.causes),
        }


def history_rows(dossier: Dossier) -> Iterator[Row]:
    """A row for each interval of each known statement."""
    for id_ in sorted(dossier.facts):
        for number, entry in enumerate(intervals(dossier, id_), 1):
            yield {
                "statement": id_,
                "number": number,
                **{key: entry[key] for key in ("since", "until", "value", "status")},
                "by": " ".join(entry["by"] or ()) or None,
                **_held(entry["state"] or {}),
                "changes": " ".join(entry["changes"]),
                "causes": " ".join(entry["causes"]) or None,
            }


CORRECTION = "whether it is a correction by us: a note, a rejected answer or a lowered status"
CHANGES = Table(
    "changes",
    "changes.json",
    "what changed in each statement, from the first day to the last",
    (
        Column("day", "the day from which it is known", "date", required=True),
        Column("id", "the statement's id", required=True),
        Column("record", "id of its record", required=True),
        Column("kinds", f"what changed of it, one or more of: {', '.join(SORTS)}", "array"),
        Column("correction", CORRECTION, "boolean", required=True),
        Column(
            "sentence",
            "what it says or what becomes of it, as on that day; of a dispute the question",
            required=True,
        ),
        Column(
            "more",
            "the sentences after it: the answers of a dispute or what is in force, how well it is "
            "supported now, and what it said before",
            "array",
        ),
        Column("notes", "our notes, and why an answer is rejected", "array"),
        Column("causes", "the quotations and statements that brought it about", "array"),
        Column("url", "the statement's page, from the site's root", required=True),
    ),
    key=("day", "id"),
)


def changes(sheet: Sheet) -> Iterator[dict[str, object]]:
    """An entry for each step."""
    words = sentences(sheet.dossier, sheet.settings)
    for one in steps(sheet.dossier):
        (sentence, *more), notes = words[one.day, one.fact.id]
        yield {
            "day": one.day.isoformat(),
            "id": one.fact.id,
            "record": one.fact.record.id,
            "kinds": list(one.kinds),
            "correction": one.mark in OURS,
            "sentence": sentence.text,
            "more": [each.text for each in more],
            "notes": [each.text for each in notes],
            "causes": list(one.causes),
            "url": permalink(one.fact).page,
        }
