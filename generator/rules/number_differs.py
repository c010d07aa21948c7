"""`number-differs`: a measure has the number that stands in its title, and before its id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.beside import Because, Reading
from generator.model.measure import Measure
from generator.model.record import Path, Record
from generator.model.statement import Content
from generator.rules.doubts import Doubt, Pair

# A number with the word before it: `No. 18`, `Order 14257`, `of 2031`.
NUMBERED = re.compile(r"([^\W\d_]+)\.?\s*(\d+)\b")
INTEGER = re.compile(r"\d+", re.ASCII)
PARTS = r"(?<!item )(?<!items )(?<!point )(?<!article )(?<!annex )(?<!section )"
BEFORE_ID = re.compile(rf"{PARTS}\b([^\W\d_]+)\.?\s*(\d+) \(([a-z0-9][a-z0-9.-]*)\)")
# Behind these stands a year, or a number of something else.
LOOSE = {"of", "in", "the"}
YEAR = 4
KEY = ("number",)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Measures whose title has another number behind the same word, or in another language."""
    briefing = dossier.briefing.as_read
    for record in briefing.of_kind("measure"):
        assert isinstance(record.data, Measure)
        printed = numbers(record.data.heading(briefing.edition.language))
        own = numbers(record.data.number or "")
        if any(not own[word] & printed[word] for word in own.keys() & printed.keys()):
            yield differs(record, ("title",))
        elif other := foreign(record.data, briefing.edition.language):
            yield differs(record, ("title", other))
    for record in briefing.records.values():
        yield from before_ids(briefing, record)


def numbers(text: str) -> dict[str, set[int]]:
    """The numbers of a text by the word before each; behind a loose word only years."""
    found: dict[str, set[int]] = {}
    for word, digits in NUMBERED.findall(text):
        if word.casefold() not in LOOSE or len(digits) == YEAR:
            found.setdefault(word.casefold(), set()).add(int(digits))
    return found


def foreign(measure: Measure, language: str) -> str:
    """The language in which a title has as many numbers as its own, and others; empty for none."""
    own = {*INTEGER.findall(measure.number or "")}
    texts = measure.called.texts if measure.called else {}
    found = {key: {*INTEGER.findall(text)} for key, text in texts.items() if key != language}
    return next((key for key, each in found.items() if key and is_other(own, each)), "")


def is_other(own: set[str], printed: set[str]) -> bool:
    """Whether a title has the numbers of something else."""
    return not own <= printed and len(printed) >= len(own)


def before_ids(briefing: Briefing, record: Record) -> Iterator[Diagnostic]:
    """The numbers of our texts behind which the id of another measure stands."""
    for path, text in texts(record):
        for word, digits, id_ in BEFORE_ID.findall(text):
            measure = briefing.records.get(id_.partition(".")[0])
            number = getattr(measure.data, "number", None) if measure else None
            own = numbers(number or "").get(word.casefold(), set())
            if measure and own and int(digits) not in own:
                yield of_other(record, path, measure, f"{word}. {digits}")


def texts(record: Record) -> Iterator[tuple[Path, str]]:
    """What we say of statements: reasons and readings."""
    for path, model in record.models:
        if isinstance(model, Content):
            yield from (((*path, "inferred", key), why) for key, why in model.inferred.items())
        elif isinstance(model, Because | Reading):
            key = "why" if isinstance(model, Because) else "text"
            yield (*path, key), getattr(model, key) or ""


def of_other(record: Record, path: Path, measure: Record, named: str) -> Diagnostic:
    """A number with the id of another measure behind it."""
    return Pair(
        code="number-differs",
        message=f"`{named}` stands before the id of `{measure.id}`, which has another number",
        span=record.places.value(path),
        severity=Severity.WARNING,
        labels=(Label(measure.places.value(KEY), "its number"),),
        help="mend the number or the id",
    )


def differs(record: Record, title: tuple[str, ...]) -> Diagnostic:
    """A number that is another measure's."""
    written = record.places.value(KEY)
    return Doubt(
        code="number-differs",
        message=f"the number is `{written.text}`, and the title has another",
        span=written,
        severity=Severity.WARNING,
        labels=(Label(record.places.value(title), "the title"),),
        help="write the number as it is printed, in both",
    )
