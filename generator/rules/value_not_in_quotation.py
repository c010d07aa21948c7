"""`value-not-in-quotation`: a number or date stands in one of the quotations it rests on.

What is inferred or computed says so, and what has no quotation at all is shown as such.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.derive import Dossier
from generator.derive.mentions import Mention, mentions
from generator.derive.numerals import Numeral, numerals
from generator.derive.spelling import date_in, duration_in, prints
from generator.diagnostics import Diagnostic, Label
from generator.model.claim import Claim
from generator.model.dates import Duration, PartialDate, parse_date
from generator.model.fields import yaml_key
from generator.model.record import Record
from generator.rules.said import Quoted, Said, nowhere, said
from generator.source import Span

Prints = Callable[[str, PartialDate], bool]

# What is said of no day.
NUMBER = re.compile(r"[<>~]?[-+]?[\d.,]+(?:\.\.[\d.,]+)?")
# So many quotations are shown of what stands in none of them.
SHOWN = 3


@dataclass(frozen=True)
class Wanted:
    """What a key says that a quotation must carry, and how to find it there."""

    key: str
    shown: str
    stands: Prints


@dataclass(frozen=True)
class Misprint:
    """Something that stands in no quotation of the part that says it."""

    part: Said
    wanted: Wanted

    @property
    def keys(self) -> dict[tuple[str, str], Quoted]:
        """Where it would have been found: each quotation with what it lacks."""
        return {(quoted.witness, self.wanted.shown): quoted for quoted in self.part.quoted}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Numbers and dates that none of their quotations carries.

    What several statements take from one quotation, and do not find there, was changed there.
    """
    left = [
        Misprint(part, wanted)
        for part in said(dossier.briefing.as_read)
        for wanted in missing(part)
    ]
    while left:
        users: dict[tuple[str, str], set[str]] = {}
        for one in left:
            for key in one.keys:
                users.setdefault(key, set()).add(one.part.located.id)
        key = max(users, key=lambda key: len(users[key]))
        if len(users[key]) == 1:
            break
        yield misquoted([one for one in left if key in one.keys], key)
        left = [one for one in left if key not in one.keys]
    yield from alone(left)


def alone(left: list[Misprint]) -> Iterator[Diagnostic]:
    """What single statements say and no quotation has, told once where another one has it all."""
    groups: dict[object, list[Misprint]] = {}
    for one in left:
        found = _elsewhere(one.part, one.wanted)
        meant = (found[0].id, found[1]) if found else (one.wanted.key, one.wanted.shown)
        groups.setdefault((one.part.located.id, one.part.path, meant), []).append(one)
    for group in groups.values():
        first = group[0]
        yield unprinted(first.part, first.wanted) if len(group) == 1 else other_witness(group)


def other_witness(found: list[Misprint]) -> Diagnostic:
    """A witness that has nothing of what another one of its source has."""
    part, elsewhere = found[0].part, _elsewhere(found[0].part, found[0].wanted)
    assert elsewhere
    source, key = elsewhere
    shown = ", ".join(f"`{one.wanted.shown}`" for one in found)
    return Diagnostic(
        code="value-not-in-quotation",
        message=f"{shown} stand in {nowhere(part.quoted)}, and all of it in `{source.id}#{key}`",
        span=part.quoted[0].span,
        labels=(
            Label(source.places.value(("quotes", key, "text")), "here it stands"),
            *(Label(part.span(one.wanted.key), "rests on it") for one in found),
        ),
        help=f"name the witness `{source.id}#{key}` in its place, or beside it",
    )


def missing(part: Said) -> tuple[Wanted, ...]:
    """What stands in no quotation; nothing where a quotation is yet to be found."""
    if not part.quoted or not part.is_whole:
        return ()
    # Where nobody knows the year of a source, its dates are of no year.
    is_dated = not any(quoted.source.may_have(("published",)) for quoted in part.quoted)
    found = {
        (wanted.key, wanted.shown): wanted
        for wanted in _wanted(part)
        if wanted.key not in part.content.inferred and not _stands(part.quoted, wanted)
        if is_dated or NUMBER.fullmatch(wanted.shown)
    }
    return tuple(found.values())


def is_misprinted(part: Said, *keys: str) -> bool:
    """True when one of the keys is told already, so that what follows from it is not told too."""
    return any(wanted.key in keys for wanted in missing(part))


def _stands(quoted: tuple[Quoted, ...], wanted: Wanted) -> bool:
    return any(wanted.stands(text, q.published) for q in quoted for text in q.texts)


def _wanted(part: Said) -> Iterator[Wanted]:
    content = part.content
    if value := content.value:
        yield Wanted("value", value.text, lambda text, day: prints(value, text, day))
    for name in ("from_", "until", "through"):
        if date := getattr(content, name):
            yield _date(yaml_key(name), date.text, date)
    for name in ("for_", "renews"):
        if length := getattr(content, name):
            yield _duration(yaml_key(name), length)
    for key, text in _sentences(part):
        yield from _in_sentence(key, text)


def _date(key: str, shown: str, date: PartialDate) -> Wanted:
    return Wanted(key, shown, lambda text, day: date_in(date, text, day))


def _duration(key: str, length: Duration) -> Wanted:
    return Wanted(key, length.text, lambda text, day: duration_in(length, text))


def _sentences(part: Said) -> Iterator[tuple[str, str]]:
    content = part.content
    yield "says", content.says or ""
    yield "words", content.words or ""
    # The title of a claim is a label; that of an office is a part of what is said.
    if content.title and not isinstance(part.located.statement, Claim):
        yield "title", content.title.in_language(part.briefing.edition.language)


def _in_sentence(key: str, sentence: str) -> Iterator[Wanted]:
    dates = mentions(sentence)
    for mention in dates:
        shown = sentence[mention.start : mention.end]
        if mention.year:
            yield _date(key, shown, parse_date(mention.iso))
        elif mention.day:
            yield Wanted(key, shown, _same_day(mention))
    for numeral in numerals(sentence):
        shown = sentence[numeral.start : numeral.end]
        if shown[0].isdigit() and not _inside(numeral, dates):
            yield Wanted(key, shown, _same_number(numeral))


def _same_day(wanted: Mention) -> Prints:
    day = (wanted.month, wanted.day)
    return lambda text, _: any((found.month, found.day) == day for found in mentions(text))


def _same_number(wanted: Numeral) -> Prints:
    return lambda text, _: any(
        found.says(wanted.number) or found.scaled == wanted.scaled for found in numerals(text)
    )


def unprinted(part: Said, wanted: Wanted) -> Diagnostic:
    """A number or date that rests on nothing that is quoted."""
    elsewhere = _elsewhere(part, wanted)
    if elsewhere:
        source, key = elsewhere
        words = source.places.value(("quotes", key, "text"))
        labels = [Label(words, f"`{wanted.shown}` stands here")]
        help_ = f"add the witness `{source.id}#{key}`"
    else:
        labels = [Label(one.words_span, _found(one, wanted)) for one in part.quoted[:SHOWN]]
        help_ = f"correct it, quote the words that carry it, or say why: {_reason(wanted.key)}"
    return Diagnostic(
        code="value-not-in-quotation",
        message=f"`{wanted.shown}` stands in {nowhere(part.quoted)}",
        span=part.span(wanted.key),
        labels=tuple(labels),
        help=help_,
    )


def misquoted(found: list[Misprint], key: tuple[str, str]) -> Diagnostic:
    """A quotation that lacks what several statements take from it."""
    witness, shown = key
    quoted, several = found[0].keys[key], len({one.part.located.id for one in found})
    spans = [one.part.span(one.wanted.key) for one in found]
    return Diagnostic(
        code="value-not-in-quotation",
        message=f"{several} statements take `{shown}` from the quotation `{witness}`, which does "
        "not have it",
        span=quoted.words_span,
        note=_found(quoted, found[0].wanted),
        labels=tuple(Label(span, f"takes `{shown}`") for span in sorted(spans, key=_place)),
        help="correct the quotation, or each statement",
    )


def _place(span: Span) -> tuple[str, int]:
    return span.file.path, span.start


def _reason(key: str) -> str:
    return "`inferred: why`" if key == "value" else f"`inferred: {{{key}: why}}`"


def _found(quoted: Quoted, wanted: Wanted) -> str:
    """What the quotation has of the kind that is wanted."""
    text, dates = quoted.quotation.text, mentions(quoted.quotation.text)
    numbers = [n for n in numerals(text) if not _inside(n, dates)]
    found = dict.fromkeys(
        text[f.start : f.end] for f in (dates if mentions(wanted.shown) else numbers)
    )
    return (
        f"the quotation has {', '.join(f'`{one}`' for one in found)}" if found else "the quotation"
    )


def _inside(numeral: Numeral, dates: tuple[Mention, ...]) -> bool:
    return any(date.start <= numeral.start < date.end for date in dates)


def _elsewhere(part: Said, wanted: Wanted) -> tuple[Record, str] | None:
    """Another quotation of the same sources that carries it."""
    named = {quoted.witness for quoted in part.quoted}
    for quoted in part.quoted:
        for key, quotation in quoted.publication.quotes.items():
            other = f"{quoted.source.id}#{key}"
            if other not in named and wanted.stands(quotation.text, quoted.published):
                return quoted.source, key
    return None
