"""Every figure, date and length of the invented briefing, wrong by one in its last place, is found.

What is inferred or computed is left alone, as is what rests on no quotation: both say so to the
reader. So is a change to what the same quotation prints of something else.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

import pytest

from generator.derive import derive
from generator.model.briefing import Briefing
from generator.model.dates import parse_date
from generator.model.record import Record
from generator.rules import check
from generator.rules.shared import QuotedStatement, quoted_statements
from generator.source import SourceFile, Span
from generator.validate import validate
from generator.yaml.nodes import Mapping
from generator.yaml.reading import load
from tests.briefings import briefing

KEYS = ("value", "from", "until", "through", "for", "renews")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
DATE = re.compile(r"(?:\.\./)?(\d{4}-\d\d.*)")
Told = tuple[str, str, int, str]


@cache
def mutants() -> dict[str, list[tuple[str, str]]]:
    """Of each record the changes that should be seen: what is written anew, and its whole text."""
    found: dict[str, list[tuple[str, str]]] = {}
    for part in quoted_statements(briefing("fixture")):
        record = part.located.record
        for span in places(part):
            text = record.file.text
            found.setdefault(record.id, []).extend(
                (f"{span.line}: {new}", text[: span.start] + new + text[span.end :])
                for new in nudged(span.text)
                if not is_printed(part, new)
            )
    return {id_: those for id_, those in found.items() if those}


def places(part: QuotedStatement) -> Iterator[Span]:
    """Where its figures stand: in the position, else beside the positions."""
    values, path = part.located.record.places.values, part.located.path
    for key in KEYS if part.quoted else ():
        paths = ((*path, *part.path, key), (*path, key))
        if key not in part.content.inferred:
            yield from [values[one] for one in paths if one in values][:1]


def is_printed(part: QuotedStatement, new: str) -> bool:
    """Whether a quotation holds the changed number as well: of a neighbour, as in a table."""
    numbers = {found.lstrip("0") for found in NUMBER.findall(new)}
    held = {number for quote in part.quoted for number in NUMBER.findall(quote.quotation.text)}
    return numbers <= {number.lstrip("0") for number in held} or bool(
        DATE.fullmatch(new) and new.rpartition("-")[2].lstrip("0") in held
    )


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


@pytest.mark.parametrize("id_", mutants())
def test_no_change_in_the_last_place_goes_unseen(id_: str) -> None:
    whole = briefing("fixture")
    for change, text in mutants()[id_]:
        records = whole.records | {id_: reread(whole.records[id_], text)}
        assert not told(replace(whole, records=records)) <= before(), change


def test_most_of_what_is_counted_or_dated_is_tried() -> None:
    assert sum(map(len, mutants().values())) > 30
