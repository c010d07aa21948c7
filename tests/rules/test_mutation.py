"""Every figure, date and length of the invented briefing, wrong by one in its last place, is found.

What is inferred or computed is left alone, as is what rests on no quotation: both say so to the
reader. So is a change to what the same quotation prints of something else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache

import pytest

from generator.derive import derive
from generator.model.briefing import Briefing
from generator.model.dates import parse_date
from generator.model.record import Path, Record
from generator.rules import check
from generator.rules.shared import QuotedStatement, quoted_statements
from generator.source import SourceFile
from generator.validate import validate
from generator.yaml.nodes import Mapping
from generator.yaml.reading import load
from tests.briefings import briefing

KEYS = ("value", "from", "until", "through", "for", "renews")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
DATE = re.compile(r"(?:\.\./)?(\d{4}-\d\d.*)")
Told = tuple[str, str, int, str]


@dataclass(frozen=True)
class Mutant:
    """A record's file with one value changed."""

    id: str
    text: str


def mutants(record: Record) -> Iterator[Mutant]:
    for part in of_record(record):
        for key in KEYS:
            path = place(part, key)
            if path and key not in part.content.inferred:
                id_ = f"{part.located.id}:{'.'.join((*part.path, key))}"
                yield from (one for one in changed(record, id_, path) if not printed(part, one))


def printed(part: QuotedStatement, mutant: Mutant) -> bool:
    """Whether a quotation holds the changed number as well: of a neighbour, as in a table."""
    new = mutant.id.rpartition("=")[2]
    numbers = {found.lstrip("0") for found in NUMBER.findall(new)}
    held = {number for quote in part.quoted for number in NUMBER.findall(quote.quotation.text)}
    return numbers <= {number.lstrip("0") for number in held} or bool(
        DATE.fullmatch(new) and new.rpartition("-")[2].lstrip("0") in held
    )


@cache
def parts() -> dict[str, tuple[QuotedStatement, ...]]:
    """What each record says and rests on words that are quoted."""
    found: dict[str, list[QuotedStatement]] = {}
    for part in quoted_statements(briefing("fixture")):
        if part.quoted:
            found.setdefault(part.located.record.id, []).append(part)
    return {id_: tuple(those) for id_, those in found.items()}


def of_record(record: Record) -> tuple[QuotedStatement, ...]:
    return parts().get(record.id, ())


def place(part: QuotedStatement, key: str) -> Path | None:
    """Where a key stands: in the position, else beside the positions."""
    values = part.located.record.places.values
    paths = ((*part.located.path, *part.path, key), (*part.located.path, key))
    return next((path for path in paths if path in values), None)


def changed(record: Record, id_: str, path: Path) -> Iterator[Mutant]:
    span = record.places.values[path]
    text = record.file.text
    for new in nudged(span.text):
        yield Mutant(f"{id_}={new}", text[: span.start] + new + text[span.end :])


def nudged(written: str) -> Iterator[str]:
    """A value with each of its numbers one more in the last place; a date, one later."""
    dated = DATE.fullmatch(written.strip("'\""))
    if dated:
        yield written.replace(dated[1], later(dated[1]))
        return
    for found in NUMBER.finditer(written):
        yield written[: found.start()] + more(found[0]) + written[found.end() :]


def more(number: str) -> str:
    whole = str(int(number.replace(".", "")) + 1).zfill(len(number.replace(".", "")))
    places = len(number.partition(".")[2])
    return f"{whole[:-places]}.{whole[-places:]}" if places else whole


def later(written: str) -> str:
    if "T" in written:
        return (datetime.fromisoformat(written) + timedelta(minutes=1)).isoformat("T", "minutes")
    last = parse_date(written).last + timedelta(days=1)
    return last.isoformat()[: len(written)]


def told(whole: Briefing) -> set[Told]:
    found = check(derive(whole, whole.edition.as_of.first))
    return {(one.code, one.span.file.path, one.span.line, one.message) for one in found}


@cache
def before() -> set[Told]:
    return told(briefing("fixture"))


def reread(record: Record, text: str) -> Record:
    file = SourceFile(record.file.path, text)
    node, faults = load(file)
    assert isinstance(node, Mapping) and not faults
    found, faults = validate(node, file, (record.kind, record.id))
    assert found, [fault.message for fault in faults]
    return found


def with_figures() -> list[str]:
    records = briefing("fixture").records.values()
    return [record.id for record in records if any(True for _ in mutants(record))]


@pytest.mark.parametrize("id_", with_figures())
def test_no_change_in_the_last_place_goes_unseen(id_: str) -> None:
    whole = briefing("fixture")
    record = whole.records[id_]
    unseen = [
        mutant.id
        for mutant in mutants(record)
        if told(replace(whole, records=whole.records | {id_: reread(record, mutant.text)}))
        <= before()
    ]
    assert unseen == []


def test_most_of_what_is_counted_or_dated_is_tried() -> None:
    tried = {
        mutant.id for record in briefing("fixture").records.values() for mutant in mutants(record)
    }
    assert len(tried) > 30
