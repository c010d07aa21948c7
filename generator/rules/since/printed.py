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
# So many words are a piece of a text, and not a turn of phrase.
ENOUGH = 4
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
    row: str = ""
    column: str = ""


def printed(briefing: Briefing, then: Callable[[str], str]) -> dict[str, Printed]:
    """Every quotation of a briefing by the name that it had, where only its source has another."""
    found = {}
    for record in briefing.of_kind("source"):
        assert isinstance(record.data, Source)
        source, publisher = then(record.id), record.data.publisher.casefold()
        for key in record.data.keys:
            quote = record.data.quotation(key)
            words = bare(quote.text) if quote else ""
            names = f"{record.id}#{key}", source, publisher
            one = Printed(*names, key, words, *lines(record.data, key))
            found[f"{source}#{key}"] = one
    return found


def renamed(gone: Iterable[Printed], fresh: Iterable[Printed]) -> dict[str, str]:
    """The new names of quotations that were printed before, with the old ones; the likest first."""
    found: dict[str, str] = {}
    for _, new, old in sorted(pairs(list(gone), fresh), reverse=True):
        if new not in found and old not in found.values():
            found[new] = old
    return found


def lines(source: Source, key: str) -> tuple[str, ...]:
    """The row and the column of a cell in full, by which it is known whatever it says."""
    if "/" not in key:
        return ()
    name, row, column = key.split("/")
    table = source.tables[name]
    at = table.at(row, column) or 0
    below = (cells[at] for cells in table.rows.values() if at < len(cells))
    return bare(" ".join(table.rows[row])), bare(" ".join((table.columns[column], *below)))


def pairs(gone: list[Printed], fresh: Iterable[Printed]) -> Iterator[tuple[float, str, str]]:
    """The quotations gone and come whose words are alike, with how much they are."""
    for new in fresh:
        for old in gone:
            is_one = old.source == new.source or old.publisher == new.publisher
            much = alike(old, new) if is_one else 0.0
            yield from [(much, new.witness, old.witness)] if much >= ALIKE else []


def alike(old: Printed, new: Printed) -> float:
    """How much a quotation is another, from 0 to 1; of a cell's three keys two are the same."""
    one, other = old.key.split("/"), new.key.split("/")
    if len(one) != len(other):
        return 0.0
    if len(one) == 1:
        return max(likeness(old.words, new.words), shared(old.words, new.words))
    same = [mine == its for mine, its in zip(one, other, strict=True)]
    if sum(same) < len(same) - 1:
        return 0.0
    return likeness(old.row, new.row) if same[2] else likeness(old.column, new.column)


def likeness(one: str, other: str) -> float:
    """How much two texts have in common, from 0 to 1."""
    compared = SequenceMatcher(None, one, other, autojunk=False)
    return compared.ratio() if compared.quick_ratio() >= ALIKE else 0.0


def shared(one: str, other: str) -> float:
    """How much of the shorter of two texts stands in the other word for word, in its order."""
    few, many = sorted((one.split(), other.split()), key=len)
    if len(few) < ENOUGH:
        return 0.0
    found = SequenceMatcher(None, few, many, autojunk=False).get_matching_blocks()
    return sum(block.size for block in found) / len(few)


def bare(text: str) -> str:
    """The words of a text, however they are set."""
    return SETTING.sub(" ", text).strip().casefold()
