"""Every text of the briefing: whose words it holds, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from pydantic import BaseModel

from generator.derive.blocks import blocks
from generator.derive.calls import WRITTEN
from generator.model import shapes
from generator.model.briefing import Briefing
from generator.model.edition import Edition
from generator.model.fields import NameTexts
from generator.model.keys import of_type
from generator.model.record import Path, Places
from generator.model.source import Quotation, Source
from generator.model.table import Table
from generator.source import Span

Whose = Literal["ours", "printed", "name", "alias"]
SHAPES = (shapes.TEXT_SHAPE, shapes.NAME_SHAPE, shapes.REASONS_SHAPE)
WHOSE: dict[str, Whose] = {
    **dict.fromkeys(("words", "unit", "number", "symbol"), "printed"),
    **dict.fromkeys(("name", "term", "place"), "name"),
    "aliases": "alias",
}
# All that stands in a source is the source's, but for what we say of it.
SOURCES = (Source, Quotation, Table)
OF_SOURCES = ("why", "published_inferred", "edited")
BLOCK: Path = ("block",)
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
ADDRESS = re.compile(r"\]\([^)\s]*|<[^<>\s][^<>]*>|https?://\S+|<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its place; that of the edition or of a page has no record."""

    text: str
    whose: Whose
    path: Path
    places: Places
    record: str = ""
    is_template: bool = False

    @property
    def span(self) -> Span:
        """The place of the text as it is written."""
        return self.places.value(self.path)


@lru_cache(maxsize=2)
def texts(briefing: Briefing) -> tuple[Text, ...]:
    """All texts: those of the edition, of every record, and the blocks of prose."""
    return tuple(_texts(briefing))


def _texts(briefing: Briefing) -> Iterator[Text]:
    home = ("", briefing.edition.language)
    for places, record, path, model in _models(briefing):
        for key, whose, is_template in _keys(type(model)):
            value = getattr(model, key)
            for inner, text in _strings(value) if value else ():
                # A heading in another language is a foreign form, which is none of our words.
                foreign = isinstance(value, NameTexts) and inner[0] not in home
                of: Whose = "name" if foreign and whose == "ours" else whose
                yield Text(text, of, (*path, key, *inner), places, record, is_template)
    for page in briefing.pages:
        for block in blocks(page):
            for span in block.own if block.kind != "code" else ():
                places = Places(page, {}, {BLOCK: span})
                yield Text(span.text, "ours", BLOCK, places, is_template=True)


def _models(briefing: Briefing) -> Iterator[tuple[Places, str, Path, BaseModel]]:
    yield briefing.edition_places, "", (), briefing.edition
    for record in briefing.records.values():
        yield from ((record.places, record.id, path, model) for path, model in record.models)


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, Whose, bool], ...]:
    """The keys of a model that hold texts: whose these are, and whether they are templates."""
    templates = getattr(model, "PROSE", ())
    return tuple((key, _whose(model, key), key in templates) for key in _of_texts(model))


def _of_texts(model: type[BaseModel]) -> Iterator[str]:
    for key, field in model.model_fields.items():
        is_text = of_type(field)[0] in SHAPES
        is_cells = issubclass(model, Table) and key in ("columns", "rows")
        if (is_text or is_cells) and not (issubclass(model, Edition) and key == "language"):
            yield key


def _whose(model: type[BaseModel], key: str) -> Whose:
    if issubclass(model, SOURCES):
        return "ours" if key in OF_SOURCES else "printed"
    return WHOSE.get(key, "ours")


def _strings(value: Any) -> Iterator[tuple[Path, str]]:
    """The strings in a text, a name by language, reasons by key, or a list of them."""
    if isinstance(value, str):
        yield (), value
        return
    held = getattr(value, "texts", value)
    for key, one in held.items() if isinstance(held, dict) else enumerate(held):
        yield from (((key, *path), text) for path, text in _strings(one))


def blotted(text: str, *others: re.Pattern[str]) -> str:
    """A text with blots for calls, code and addresses, and for what other patterns find."""
    for pattern in (WRITTEN, CODE, ADDRESS, *others):
        text = pattern.sub(lambda found: "_" * len(found[0]), text)
    return text
