"""Which quotation was which before: by its name, else by its words in what one house printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.link import Briefing
from generator.model.source import Source

# How much two texts have in common when one is the other, put otherwise.
ALIKE = 0.8
# What is neither letter nor digit may be set otherwise without other words.
SETTING = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Printed:
    """A quotation or cell, with the id that its source had before."""

    witness: str
    source: str
    publisher: str
    key: str
    words: str


def printed(briefing: Briefing, then: Callable[[str], str]) -> dict[str, Printed]:
    """Every quotation of a briefing by the name that it had, where only its source has another."""
    found = {}
    for record in briefing.of_kind("source"):
        assert isinstance(record.data, Source)
        source, publisher = then(record.id), record.data.publisher.casefold()
        for key in record.data.keys:
            quote = record.data.quotation(key)
            words = bare(quote.text) if quote else ""
            one = Printed(f"{record.id}#{key}", source, publisher, key, words)
            found[f"{source}#{key}"] = one
    return found


def renamed(gone: Iterable[Printed], fresh: Iterable[Printed]) -> dict[str, str]:
    """The new names of quotations that were printed before, with the old ones; the likest first."""
    found: dict[str, str] = {}
    for _, new, old in sorted(pairs(list(gone), fresh), reverse=True):
        if new not in found and old not in found.values():
            found[new] = old
    return found


def pairs(gone: list[Printed], fresh: Iterable[Printed]) -> Iterator[tuple[float, str, str]]:
    """The quotations gone and come whose words are alike, with how much they are."""
    for new in fresh:
        for old in gone:
            is_one = old.source == new.source or old.publisher == new.publisher
            if is_one and column(old.key) == column(new.key):
                much = likeness(old.words, new.words)
                yield from [(much, new.witness, old.witness)] if much >= ALIKE else []


def column(key: str) -> tuple[str, ...]:
    """The table and column of a cell, whose row may be called otherwise; nothing for words."""
    return tuple(key.split("/")[::2]) if "/" in key else ()


def likeness(one: str, other: str) -> float:
    """How much two texts have in common, from 0 to 1."""
    compared = SequenceMatcher(None, one, other, autojunk=False)
    return compared.ratio() if compared.quick_ratio() >= ALIKE else 0.0


def bare(text: str) -> str:
    """The words of a text, however they are set."""
    return SETTING.sub(" ", text).strip().casefold()
