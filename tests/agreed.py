"""What a status rests on, as it is written, and whether that still is what was agreed.

Of derive it asks nothing: what is wrong there must not make a row of the cases fall silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

import yaml

from generator.link import Briefing, witness_parts
from generator.model import FOLDER_OF
from generator.model.dates import parse_date
from generator.model.record import Path, Record
from generator.model.source import Source
from tests.briefings import HERE, leads_to
from tests.cases import AGREED_DAYS, OURS, OURS_BY_DAY

# What decides something though nothing there names it, such as an act upon it.
BESIDE = "beside"
# The keys that a status or a state can follow from; what describes, such as a label, is not asked.
REFERS = {
    *(
        BESIDE,
        "by",
        "compute",
        "house",
        "issuer",
        "of",
        "origin",
        "parties",
        "party",
        "people",
        "person",
    ),
    *("recompute", "reporter", "target", "text_of", "witnesses"),
}
DECIDES = REFERS | {
    *("attendance", "background", "basis", "body", "counts", "does", "exact", "for", "form"),
    *("from", "inferred", "lowered", "nature", "on", "original", "period", "positions"),
    *("published", "publisher", "quote", "rejected", "renews", "retracted", "says"),
    *("superseded", "text", "through", "to", "unit", "until", "value", "words"),
}
ACTING = {"agreements", "measures", "events"}
EDITION = "edition"
BEGINS = ("in-force", "announced", "date")
Written = Any


@dataclass(frozen=True)
class Row:
    """What a statement is told to be on a day."""

    id: str
    day: str
    told: str | None


def ours() -> Iterator[Row]:
    """All that was agreed of our content."""
    for statements in OURS.values():
        for id_, each in statements.items():
            yield from (Row(id_, *one) for one in zip(AGREED_DAYS, each, strict=True))
    for id_, steps in OURS_BY_DAY.items():
        yield from (Row(id_, *one) for one in steps)


@dataclass(frozen=True)
class Agreed:
    """What was written under each id that decides something, and the end of the edition."""

    coverage_end: str
    written: Mapping[str, Written]

    def today(self, briefing: Briefing) -> Agreed:
        """The same by the ids of today."""
        written = {leads_to(briefing, k): followed(briefing, v) for k, v in self.written.items()}
        return Agreed(self.coverage_end, written)

    def holds(self, briefing: Briefing, row: Row) -> bool:
        """Whether all that a row rests on is written so by now, and its day as well known."""
        rests = grounds(briefing, row.id).items()
        then, now = parse_date(self.coverage_end), briefing.edition.coverage_end
        # Past the end of the edition a state is told otherwise.
        is_known = then == now or date.fromisoformat(row.day) <= min(then.last, now.last)
        return is_known and all(self.written.get(one) == what for one, what in rests)


def agreed() -> Agreed:
    """What the rows of ours rested on when they were agreed."""
    return Agreed(**yaml.load((HERE / "agreed.yaml").read_text("utf-8"), yaml.CBaseLoader))


def as_it_stands(briefing: Briefing, rows: Iterable[Row]) -> Agreed:
    """What rows rest on in a briefing."""
    found = [grounds(briefing, id_) for id_ in {row.id for row in rows}]
    written = {one: what for each in found for one, what in each.items()}
    return Agreed(briefing.edition.coverage_end.text, written)


def parted(briefing: Briefing, agreed: Agreed, rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """The rows that rest on what was agreed, by the ids of today, and those that do not by now."""
    today = agreed.today(briefing)
    held, silent = [], []
    for row in rows:
        words = " ".join(leads_to(briefing, word) for word in (row.told or "").split())
        now = Row(leads_to(briefing, row.id), row.day, words or None)
        if today.holds(briefing, now):
            held.append(now)
        else:
            silent.append(row)
    return held, silent


def grounds(briefing: Briefing, id_: str) -> dict[str, Written]:
    """Each thing that a statement's status or state can follow from, as far as it decides that."""
    found: dict[str, Written] = {EDITION: {"parties": sorted(briefing.edition.parties)}}
    due = [id_, *briefing.edition.parties]
    while due:
        if (one := due.pop()) not in found:
            found[one] = written(briefing, one)
            due += named(briefing, one, referred(found[one]))
    return found


def written(briefing: Briefing, id_: str) -> Written:
    """What stands under an id of a statement, a witness or a record, and beside it elsewhere."""
    name, key = witness_parts(id_)
    located, record = briefing.statements.get(id_), briefing.records.get(name)
    what = {}
    if record and isinstance(record.data, Source):
        quote = record.data.quotation(key)
        own = at(record, ("quotes",)).get(key) or {"text": quote.text if quote else ""}
        what = {**at(record, ()), "quote": own}
    elif located or record:
        what = at(located.record, located.path) if located else at(record, ())
    found = [*beside(briefing, id_)]
    return {**deciding(what), **({BESIDE: sorted(found)} if found else {})}


def beside(briefing: Briefing, id_: str) -> Iterator[str]:
    """What matters to an id though it does not name it: its record, its start, acts upon it."""
    located = briefing.statements.get(id_)
    record = located.record if located else briefing.records.get(witness_parts(id_)[0])
    if record is None:
        return
    yield from {record.id} - {id_, witness_parts(id_)[0]}
    yield from acts(briefing).get(id_, ())
    if isinstance(record.data, Source):
        yield from bodies(briefing).get(record.data.publisher.casefold(), ())
    if FOLDER_OF[record.kind] in ACTING:
        starts = {f"{id_}.{key}" for key in BEGINS}
        yield from starts & briefing.statements.keys()


def named(briefing: Briefing, id_: str, words: Iterable[str]) -> Iterator[str]:
    """The ids among words; a formula calls what stands beside it by its key alone."""
    record = id_.partition(".")[0]
    for word in words:
        for one in (word, f"{record}.{word}", f"{record}.points.{word}"):
            if one in briefing.statements or witness_parts(one)[0] in briefing.records:
                yield one


def at(record: Record, path: Path) -> dict[str, Written]:
    """A map of a record's file, as text; empty where there is none."""
    what = parsed(record.file.text)
    for key in path:
        what = what.get(str(key), {})
    return what


@cache
def parsed(text: str) -> Written:
    return yaml.load(text, yaml.CBaseLoader)


def deciding(what: Written) -> Written:
    """What decides of a map, and of the maps in it: of a reason, that there is one."""
    if isinstance(what, list):
        return sorted(what)
    if not isinstance(what, dict):
        return " ".join(what.split())
    found = {key: deciding(of) for key, of in what.items() if key in DECIDES}
    if isinstance(what.get("positions"), dict):
        found["positions"] = {key: deciding(of) for key, of in what["positions"].items()}
    if "inferred" in what:
        reasons = what["inferred"]
        found["inferred"] = sorted(reasons) if isinstance(reasons, dict) else ["value"]
    return found


def followed(briefing: Briefing, what: Written, refers: bool = False) -> Written:
    """The same with each id that it refers to as it is called today."""
    if isinstance(what, dict):
        return {key: followed(briefing, of, key in REFERS) for key, of in what.items()}
    if isinstance(what, list):
        return sorted(followed(briefing, of, refers) for of in what)
    return " ".join(leads_to(briefing, one) for one in what.split()) if refers else what


def referred(what: Written, refers: bool = False) -> Iterator[str]:
    """The ids that it refers to, and the signs of a formula between them."""
    if isinstance(what, dict):
        for key, of in what.items():
            yield from referred(of, key in REFERS)
    elif isinstance(what, list):
        for of in what:
            yield from referred(of, refers)
    elif refers:
        yield from what.split()


@lru_cache(maxsize=4)
def bodies(briefing: Briefing) -> Mapping[str, tuple[str, ...]]:
    """The bodies that are called so, in lower case: a publisher may be one of them."""
    found: dict[str, tuple[str, ...]] = {}
    for record in briefing.of_kind("body"):
        for name in (record.id, *record.data.aliases, *record.data.names):
            found[name.casefold()] = (*found.get(name.casefold(), ()), record.id)
    return found


@lru_cache(maxsize=4)
def acts(briefing: Briefing) -> Mapping[str, tuple[str, ...]]:
    """The acts upon each target, whichever of their positions names it."""
    found: dict[str, tuple[str, ...]] = {}
    for located in briefing.statements.values():
        for target in {one for _, part in located.statement.contents() for one in part.target}:
            found[target] = (*found.get(target, ()), located.id)
    return found
