"""The quotations of a source that read otherwise, told of the source that was edited.

Refuses to tell which quotations are used: that a statement has a witness more is for it to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.derive.origin import UNKNOWN_ORIGIN
from generator.diff.difference import Difference
from generator.diff.positions import same
from generator.model.source import Quotation, Source
from generator.render.sheet import Sheet

WORDS = "words"
OWN = "the publisher itself"
# What stands in a name is no longer than tells one quotation from another.
SHORT = 60
Parts = Mapping[str, str]
Quotations = Mapping[str, Parts]


def used(sheet: Sheet, id_: str, source: Source) -> Quotations:
    """The quotations of a source that a known statement rests on, part by part."""
    facts = sheet.dossier.used_sources.get(id_, ())
    keys = {one.key for fact in facts for one in fact.evidence if one.source.id == id_}
    return {key: described(sheet, one) for key, one in source.quotes.items() if key in keys}


def described(sheet: Sheet, quote: Quotation) -> Parts:
    """What is stated of a quotation itself; the rest is its source's."""
    parts = {
        WORDS: f"“{quote.text}”",
        "original": quote.original or "",
        "place": quote.at or "",
        "origin": origin(sheet, quote.origin or ""),
        "form": quote.form or "",
        "author": sheet.names(quote.text_of).striptags(),
    }
    return {key: text for key, text in parts.items() if text}


def origin(sheet: Sheet, stated: str) -> str:
    """On whose knowledge words rest, as a card says it."""
    if stated == "own":
        return OWN
    is_named = stated and stated != UNKNOWN_ORIGIN
    return str(sheet.name(stated).unescape()) if is_named else stated


def quotations(was: Quotations, now: Quotations) -> Iterator[Difference]:
    """What reads otherwise of those that were used and are; their keys readers do not see."""
    names = same(words(was), words(now))
    before = {names.get(key, key): parts for key, parts in was.items()}
    for key in now:
        if key in before:
            yield from differing(before[key], now[key])


def words(quotes: Quotations) -> Parts:
    """The words of each."""
    return {key: parts[WORDS] for key, parts in quotes.items()}


def differing(was: Parts, now: Parts) -> Iterator[Difference]:
    """What reads otherwise of one quotation; what is not its words names it by them."""
    name = now[WORDS] if len(now[WORDS]) <= SHORT else f"{now[WORDS][:SHORT].rstrip()}…”"
    for key in dict.fromkeys((*was, *now)):
        if was.get(key) != now.get(key):
            what = key if key == WORDS else f"{key} of {name}"
            yield Difference(what, was.get(key, ""), now.get(key, ""))
