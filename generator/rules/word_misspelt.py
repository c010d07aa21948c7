"""`word-misspelt`: what sources or figures are sorted by is a slip away from others (a warning).

It stands once, the other more often: readers who sort by it find one where there are two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from os.path import commonprefix

from generator.derive import Dossier
from generator.derive.slips import Slips, is_slip
from generator.derive.units import unit
from generator.diagnostics import Diagnostic, Fix, Label, Severity
from generator.link import Briefing
from generator.model.record import Record
from generator.model.series import Series
from generator.model.source import Source
from generator.rules.doubts import Doubt, Pair
from generator.rules.said import said
from generator.source import Span

# What figures are sorted by, and series joined by.
SORTING = ("category", "flow", "basis", "unit")
JOINING = (*SORTING, "family")
# What sorts is no prose, where a plural is a form of a word.
ENDING = re.compile(r"s?(?:[\s,.;:'’-]+|$)")
WORD = re.compile(r"[^\W\d_]+")
DIGITS = re.compile(r"\D")
# Shorter words are too often one letter apart.
SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Use:
    """A text that sorts, the key that holds it, and its place."""

    key: str
    text: str
    span: Span


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts that stand once, and are all but one that stands more often behind the same key."""
    yield from beside_titles(dossier.briefing.as_read, dossier.language)
    by_key: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    # What positions share stands once.
    for use in dict.fromkeys(uses(dossier.briefing.as_read)):
        by_key[use.key][use.text].append(use)
    for key, texts in by_key.items():
        # Of two families of one series each, either is the slip of the other.
        shared = [text for text, places in texts.items() if len(places) > 1 or key == "family"]
        alike = {folded(key, text): text for text in reversed(shared)}
        near = partial(nearest, Slips(shared), alike, key)
        order = list(texts)
        for text, (first, *others) in texts.items():
            meant = "" if others else near(text)
            if meant and (len(texts[meant]) > 1 or order.index(meant) < order.index(text)):
                yield misspelt(first, texts[meant])


def beside_titles(briefing: Briefing, language: str) -> Iterator[Diagnostic]:
    """Words of a category that are a slip away from one of the title, and the reverse."""
    for record in briefing.of_kind("series"):
        category = getattr(record.data, "category", None) or ""
        own, title = words(category), words(record.data.heading(language))
        near = ((one, other) for one in own - title for other in title - own)
        for one, other in sorted(near):
            # Another ending is another form: `mined`, `mines`.
            is_form = len(commonprefix((one, other))) >= min(len(one), len(other)) - 1
            if is_slip(one, other) and not is_form:
                yield apart(record, one, other)
                break


def words(text: str) -> set[str]:
    """The longer words of a text, in lower case."""
    return {word for word in WORD.findall(text.casefold()) if len(word) >= SHORTEST}


def apart(record: Record, one: str, other: str) -> Diagnostic:
    """A word that is spelled in one way in the category, and in another in the title."""
    return Pair(
        code="word-misspelt",
        message=f"the `category` has `{one}`, and the title `{other}`",
        span=record.places.value(("category",)),
        severity=Severity.WARNING,
        labels=(Label(record.places.value(("title",)), "the title"),),
        help="mend the one that is misspelt",
    )


def nearest(slips: Slips, alike: Mapping[str, str], key: str, text: str) -> str:
    """The text that another was most likely meant to be; empty where there is none."""
    if (same := alike.get(folded(key, text), text)) != text:
        return same
    own = unit(text) if key == "unit" else None
    if own:
        # A unit that is known is what it says, also of one figure, however it is written.
        return next((one for one in alike.values() if one != text and unit(one) == own), "")
    if len(text) < SHORTEST:
        return ""
    # Another number is hardly a slip: `phase 1`, `phase 2`.
    found = (one for one in slips.of(text) if DIGITS.sub("", one) == DIGITS.sub("", text))
    return next(found, "")


def folded(key: str, text: str) -> str:
    """A text without what parts nothing: capitals, and but for units plurals and punctuation."""
    words = text if key == "unit" else ENDING.sub(" ", text.casefold())
    return " ".join(words.casefold().split())


def uses(briefing: Briefing) -> Iterator[Use]:
    """The texts that sort sources, series and figures."""
    for record in briefing.records.values():
        keys = {Source: ("kind",), Series: JOINING}.get(type(record.data), ())
        for key in keys:
            if text := getattr(record.data, key, None):
                yield Use(key, text, record.places.value((key,)))
    for part in said(briefing):
        for key in SORTING:
            if text := getattr(part.content, key):
                yield Use(key, text, part.span(key))


def misspelt(use: Use, others: list[Use]) -> Diagnostic:
    """A text that was most likely meant to be another; where both stand once, either is wrong."""
    meant = others[0]
    is_sure = len(others) > 1
    offered = is_sure and use.span.text == use.text
    return Doubt(
        code="word-misspelt",
        message=f"`{use.key}: {use.text}` stands here alone",
        span=use.span,
        severity=Severity.WARNING,
        labels=(Label(meant.span, "here and elsewhere so" if is_sure else "here so"),),
        help=f"did you mean `{meant.text}`?" if is_sure else "write it as there, or mend that one",
        fix=Fix(meant.text, safe=False) if offered else None,
    )
