"""What things are called: each by a name of its own, and spelt in one way in every text of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, Literal

from pydantic import BaseModel

from generator.derive import Dossier
from generator.derive.actors import parties_of
from generator.derive.prose import blocks
from generator.diagnostics import Diagnostic, Fix, Label
from generator.model import shapes
from generator.model.briefing import Briefing
from generator.model.dates import MONTHS
from generator.model.fields import NameTexts
from generator.model.keys import of_type
from generator.model.record import Path, Places, Record
from generator.model.source import Quotation, Source, Table
from generator.rules.mentions import part_of
from generator.rules.shared import blotted, is_slip
from generator.rules.sound import near
from generator.source import Span

CALLED = ("name", "term", "title", "asks", "text")
# Shorter words begin a sentence by chance.
TELLING = 6
WORD = re.compile(r"[^\W\d_]{5,}")
QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
# The path of a block of prose in itself.
HERE: Path = ("",)
HEAD = re.compile(r"(?:^|[.!?:|])\W*\Z")
# An ordinary word, which is no part of an id or address.
ORDINARY = re.compile(r"(?<![-./@#\w])[^\W\d_A-Z][^\W\d_]{4,}(?![-./@#]?\w)")
Whose = Literal["ours", "printed", "name", "alias"]
NOT_OURS: tuple[Whose, ...] = ("name", "alias", "printed")
SHAPES = (shapes.TEXT_SHAPE, shapes.NAME_SHAPE, shapes.REASONS_SHAPE)
WHOSE: dict[str, Whose] = {
    **dict.fromkeys(("words", "unit", "number", "symbol"), "printed"),
    **dict.fromkeys(("name", "term", "place"), "name"),
    "aliases": "alias",
}
# All that stands in a source is the source's, but for what we say of it.
SOURCES = (Source, Quotation, Table)
OF_SOURCES = ("why", "published_inferred", "edited")


@near
def same_label(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements whose label another one beside it, or the record itself, has already."""
    for record in dossier.briefing.records.values():
        title = record.data.heading(dossier.language).casefold()
        seen: dict[tuple[Path, str], Path] = {}
        for path, statement in record.statements.values():
            label = (statement.label or "").casefold()
            if not label or statement.person:
                continue
            first = seen.setdefault((path[:-1], label), path)
            if first != path or (path and label == title):
                there = ("title",) if label == title else (*first, "label")
                yield Diagnostic(
                    "same-label",
                    f"`{path[-1]}` has a label that something else of the record has too",
                    record.places.value((*path, "label")),
                    labels=(Label(record.places.value(there), "the other"),),
                    help="say what sets the two apart; without a label the key is what readers see",
                )


def same_title(dossier: Dossier) -> Iterator[Diagnostic]:
    """Records of a kind with the title or name of another; two sides may call bodies alike."""
    seen: dict[tuple[str, str], Record] = {}
    for record in dossier.briefing.records.values():
        # Editions of a source, and persons, may share a name.
        keys = () if record.kind in {"source", "person"} else CALLED
        if key := next((key for key in keys if getattr(record.data, key, None)), ""):
            words = record.data.heading(dossier.language) or str(getattr(record.data, key))
            other = seen.setdefault((record.kind, words.casefold()), record)
            if other is record:
                continue
            own, theirs = (parties_of(dossier.briefing, one.id) for one in (record, other))
            if not (own and theirs and own.isdisjoint(theirs)):
                yield Diagnostic(
                    "same-title",
                    f"another {record.kind} has the same `{key}`",
                    record.places.value((key,)),
                    labels=(Label(other.places.value((key,)), f"`{other.id}`"),),
                    help="say what sets the two apart, such as who counts, or what; or delete one",
                )


def name_misspelt(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words of ours with a capital that are one slip away from a name.

    Let stand is what a source prints, and what is in lower case somewhere. An alias may be a slip.
    """
    briefing = dossier.briefing
    every = words_of(briefing)
    ordinary = every["ordinary"]
    right = {
        word.casefold() for word in (*MONTHS, *chain(*(every[whose] for whose in NOT_OURS)))
    } | ordinary
    names = {one for one in every["name"] if one[0].isupper() and one.casefold() not in ordinary}
    odd = {word for word in every["ours"] if word.casefold() not in right}
    near = {word: found for word in odd if (found := [one for one in names if is_slip(word, one)])}
    for text in texts(briefing) if near and not briefing.unreadable else ():
        for word in own_words(text.text) if text.whose == "ours" else ():
            if word in near:
                yield _misspelt(word, near[word], text.span)


def _misspelt(word: str, near: list[str], text: Span) -> Diagnostic:
    span = place_of(word, text)
    return Diagnostic(
        "name-misspelt",
        f"`{word}` is no name known here",
        span,
        help=f"did you mean `{min(near)}`? otherwise quote a source that prints it",
        fix=Fix(near[0], safe=False) if len(near) == 1 and span.text == word else None,
    )


def words_of(briefing: Briefing) -> dict[str, set[str]]:
    """All longer words of a briefing: by whose they are, ours with a capital, and the ordinary."""
    found = {whose: set[str]() for whose in ("ours", *NOT_OURS, "ordinary")}
    language = briefing.edition.language
    held = [
        record.once(f"words in {language}", lambda one: sorted_words(texts_of(one, language)))
        for record in briefing.records.values()
    ]
    for words in (*held, sorted_words(texts_beside(briefing))):
        for whose, some in words.items():
            found[whose] |= some
    return found


def sorted_words(some: Iterable[Text]) -> dict[str, set[str]]:
    """The longer words of some texts."""
    found: dict[str, set[str]] = {}
    for one in some:
        words = own_words(one.text) if one.whose == "ours" else WORD.findall(one.text)
        found.setdefault(one.whose, set()).update(words)
        found.setdefault("ordinary", set()).update(ORDINARY.findall(blotted(one.text, QUOTED)))
    return found


def own_words(text: str) -> Iterator[str]:
    """The words with a capital that are ours."""
    ours = blotted(text, QUOTED)
    for found in WORD.finditer(ours):
        begins = len(found[0]) < TELLING and HEAD.search(ours[: found.start()])
        if found[0][0].isupper() and not begins:
            yield found[0]


def place_of(word: str, span: Span) -> Span:
    """The first place of a word in a text."""
    there = re.search(rf"\b{word}\b", blotted(span.text, QUOTED))
    return part_of(span, *there.span()) if there else span


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the briefing: whose words it holds, and where it is written."""

    text: str
    whose: Whose
    places: Places
    path: Path

    @property
    def span(self) -> Span:
        """Where it is written."""
        return self.places.value(self.path)


def texts(briefing: Briefing) -> Iterator[Text]:
    """All texts."""
    for record in briefing.records.values():
        yield from texts_of(record, briefing.edition.language)
    yield from texts_beside(briefing)


def texts_beside(briefing: Briefing) -> Iterator[Text]:
    """The texts of the edition, and the blocks of prose."""
    edition = briefing.edition
    yield from _texts(briefing.edition_places, (((), edition),), edition.language)
    for page in briefing.pages:
        for block in blocks(page):
            for span in block.own if block.kind != "code" else ():
                yield Text(span.text, "ours", Places(page, {}, {HERE: span}), HERE)


def texts_of(record: Record, language: str) -> Iterator[Text]:
    """The texts of a record in a briefing of a language."""
    yield from _texts(record.places, record.models, language)


def _texts(
    places: Places, models: Iterable[tuple[Path, BaseModel]], language: str
) -> Iterator[Text]:
    for path, model in models:
        for key, whose in keys_of_texts(type(model)):
            value = getattr(model, key)
            for inner, text in strings(value) if value else ():
                # A heading in another language is a foreign form, which is none of our words.
                foreign = isinstance(value, NameTexts) and inner[0] not in ("", language)
                of: Whose = "name" if foreign and whose == "ours" else whose
                yield Text(text, of, places, (*path, key, *inner))


@cache
def keys_of_texts(model: type[BaseModel]) -> tuple[tuple[str, Whose], ...]:
    """The keys of a model that hold texts, and whose these are."""
    found: list[tuple[str, Whose]] = []
    is_printed = issubclass(model, SOURCES)
    for key, field in model.model_fields.items():
        is_cells = issubclass(model, Table) and key in ("columns", "rows")
        if of_type(field)[0] in SHAPES or is_cells:
            own: Whose = "printed" if is_printed and key not in OF_SOURCES else "ours"
            found.append((key, own if is_printed else WHOSE.get(key, "ours")))
    return tuple(found)


def strings(value: Any) -> Iterator[tuple[Path, str]]:
    """The strings in a text, a name by language, reasons by key, or a list of them."""
    if isinstance(value, str):
        yield (), value
        return
    held = getattr(value, "texts", value)
    for key, one in held.items() if isinstance(held, dict) else enumerate(held):
        yield from (((key, *path), text) for path, text in strings(one))
