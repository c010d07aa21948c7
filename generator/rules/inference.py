"""What statements rest on: sources, and the reasons for what no quotation contains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.counting import grouped
from generator.derive import Dossier
from generator.derive.actors import UNKNOWN_ORIGIN, official_text_of, publisher
from generator.derive.spelling import words_in
from generator.diagnostics import Diagnostic, Fix, Label
from generator.model.briefing import Briefing, Located
from generator.model.dates import PartialDate
from generator.model.fields import yaml_key
from generator.model.record import Path, Record
from generator.model.source import Quotation, Source
from generator.model.statement import Content
from generator.near import SLIGHT, nearest
from generator.rules.mentions import IdIndex
from generator.rules.shared import (
    all_statements,
    nowhere,
    parts,
    parts_of,
    quoted_statements,
    sources,
)
from generator.rules.sound import near

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NAMED = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
# Words of the source, in quotation marks.
QUOTED = re.compile(r"[\"\u201c\u201e]([^\"\u201c\u201d]*)[\"\u201d]")
# What stands before words that are a name for something.
CALLED = re.compile(r"\b(?:call(?:s|ed|ing)?|named?|so-called|titled|an?)\s\Z", re.IGNORECASE)
# What an editor adds to a quotation.
ADDED = re.compile(r"\s*\[[^\]]*\]\s*")
# The reason counts from the weekday, or from the day.
FROM_IT = re.compile(
    r"\b(?:after|before|later|earlier|yesterday|tomorrow|eve|midnight|end|next|following|weekend)\b",
    re.IGNORECASE,
)
# An `until` may be the day after the one that is named.
DAYS = ("value", "from_", "through")


@near
def reason_of_nothing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Reasons for keys that neither the statement nor a position of it has."""
    for located in all_statements(dossier.briefing):
        places = located.record.places
        for path, content in located.statement.contents():
            written = keys_of(located, path) if content.inferred else []
            for key in content.inferred:
                if key not in written:
                    whole = (*located.path, *path, "inferred", key)
                    near = nearest(key, written, SLIGHT)
                    yield Diagnostic(
                        "reason-of-nothing",
                        f"a reason for `{key}`, which is not there",
                        # A bare reason is for `value`, and has no key.
                        places.keys.get(whole) or places.key(whole[:-1]),
                        help=f"did you mean `{near}`?" if near else "name the key that it is for",
                        fix=Fix(near, safe=False) if near and whole in places.keys else None,
                    )


def keys_of(located: Located, path: Path) -> list[str]:
    """The keys that a reason may be for: those beside it, and those that it shares or is shared."""
    own, positions = (*located.path, *path), (*located.path, "positions")
    keys = located.record.places.keys
    shared = [one for one in keys if one[:-2] == positions or one[:-1] in (located.path, own)]
    return [str(one[-1]) for one in shared]


@near
def reason_misquotes(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words that reasons give as the source's, and that no quotation of the statement contains."""
    for located in dossier.briefing.statements.values():
        for path, content in located.statement.contents():
            own = [one for one in parts(dossier.briefing, located) if one.path[: len(path)] == path]
            quoted = [each for one in own for each in one.quoted] if content.inferred else []
            held = [text for one in quoted for text in (*one.texts, *one.publication.names)]
            for key, words in quotations_in(content) if quoted else ():
                if not any(words_in(ADDED.sub(" ... ", words), text) for text in held):
                    yield Diagnostic(
                        "reason-misquotes",
                        f"the reason quotes “{words}”, and {nowhere(quoted)} that",
                        located.span(*path, "inferred", key),
                        labels=(quoted[0].label,),
                        help="take the source's own words, or name the witness that has them, or "
                        "give the reason without marks",
                    )


def quotations_in(content: Content) -> Iterator[tuple[str, str]]:
    """The words that reasons give as the source's, by key; what is called so is nobody's."""
    for key, reason in content.inferred.items():
        for found in QUOTED.finditer(reason):
            if not CALLED.search(reason[: found.start()]):
                yield key, found[1]


@near
def weekday_differs(dossier: Dossier) -> Iterator[Diagnostic]:
    """Days that are none of the weekdays that their reason quotes."""
    for part in quoted_statements(dossier.briefing):
        for name in DAYS if part.content.inferred else ():
            key, day = yaml_key(name), day_of(part.content, name)
            reason = part.content.inferred.get(key, "")
            named = {one.capitalize() for one in NAMED.findall(" ".join(QUOTED.findall(reason)))}
            weekday = WEEKDAYS[day.weekday()] if day else ""
            if weekday and named and weekday not in named and not FROM_IT.search(reason):
                yield Diagnostic(
                    "weekday-differs",
                    f"{day} was a {weekday}, and its reason names another weekday",
                    part.span(key),
                    labels=(Label(part.reason_span(key), "the reason"),),
                    help="correct the date or the weekday",
                )


def day_of(content: Content, name: str) -> date | None:
    """The day that a key names, if it names one."""
    written = getattr(content, name)
    found = getattr(written, "date", written)
    return found.first if isinstance(found, PartialDate) and found.is_day else None


# So many words a quotation may have.
LIMIT = 25
CHINESE = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"\S*\w\S*")
# A comment of ours has a space behind its sign.
CUT = re.compile(r"[ \t]+#[^\s#][^\n]*")
CLOSED = ("'", '"', "[", "{")


@near
def origin_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources without an origin."""
    for record, source in sources(dossier.briefing):
        if source.origin is None:
            yield Diagnostic(
                "origin-missing",
                f"the source `{record.id}` has no `origin`",
                record.places.key(("publisher",)),
                help="write `origin: own`, the id of the body whose knowledge it is, or `unknown`",
            )


@near
def text_of_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources that carry an official text and do not say whose."""
    for record, source in sources(dossier.briefing):
        is_official = source.kind.casefold().startswith("official") and source.form != "report"
        is_told = source.text_of or any(one.text_of for one in source.quotes.values())
        if is_official and not is_told:
            yield Diagnostic(
                "text-of-missing",
                f"the source `{record.id}` has an official text, and does not say whose",
                record.places.key(("form",)),
                help="add `text_of:`, the party or body whose text it is, or write `form: report`",
            )


@near
def self_relay(dossier: Dossier) -> Iterator[Diagnostic]:
    """Origins that name the publisher itself, or another than the author of an official text."""
    for record, source in sources(dossier.briefing):
        yield from relayed(dossier.briefing, record, None, ())
        for key, quote in source.quotes.items():
            if quote.origin or quote.form or quote.text_of:
                yield from relayed(dossier.briefing, record, quote, ("quotes", key))


def relayed(
    briefing: Briefing, record: Record, quote: Quotation | None, path: Path
) -> Iterator[Diagnostic]:
    """An origin that would count one knowledge as two, or as none."""
    assert isinstance(record.data, Source)
    origin = (quote and quote.origin) or record.data.origin
    authors = official_text_of(record.data, quote)
    if origin in {None, "own"} or origin in authors:
        return
    is_own = quote is None or quote.origin is not None
    path, message = (*path, "origin"), ""
    if is_own and origin != UNKNOWN_ORIGIN and origin == publisher(briefing, record.data):
        message = f"the origin `{origin}` is the publisher itself"
    # A number in an official text may be another's: then the quotation names who counted.
    elif authors and (quote is None or quote.origin in {None, UNKNOWN_ORIGIN}):
        message = f"the text of `{authors[0]}` has the origin `{origin}`"
    if message:
        help = "write `origin: own`: the words rest on the knowledge of whoever wrote them"
        fix = Fix("own", safe=False) if path in record.places.values else None
        yield Diagnostic("self-relay", message, record.places.value(path), help=help, fix=fix)


def same_address(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources that count as witnesses and have the address of another that does."""
    found = sources(dossier.briefing)
    pages = grouped(
        (bare_address(one.url), record) for record, one in found if one.counts and one.url
    )
    several = [records for records in pages.values() if records[1:]]
    used = quoted_of(dossier.briefing, {one.id for records in several for one in records})
    for records in several:
        witnesses = [one for one in records if one.id in used]
        for record in witnesses[1:]:
            first = witnesses[0]
            yield Diagnostic(
                "same-address",
                f"`{record.id}` and `{first.id}` are one page, and count as two witnesses",
                record.places.value(("url",)),
                labels=(Label(first.places.value(("url",)), f"the address of `{first.id}`"),),
                help="write the address of this one, or put the quotations into one source",
            )


def quoted_of(briefing: Briefing, some: set[str]) -> set[str]:
    """Those of some sources on whose quotations a statement rests."""
    naming = (id_ for id_, named in IdIndex.of(briefing).records.items() if named & some)
    every = (id_ for record in naming for id_ in briefing.records[record].statements)
    told = (part for id_ in every for part in parts_of(briefing, briefing.statements[id_]))
    return {quoted.source.id for part in told for quoted in part.quoted}


def bare_address(url: str) -> str:
    """An address without what does not tell two pages apart."""
    host, slash, path = url.partition("://")[2].partition("/")
    return (host.casefold().removeprefix("www.") + slash + path).rstrip("/?")


@near
def long_quotation(dossier: Dossier) -> Iterator[Diagnostic]:
    """Quotations over the limit; two Chinese characters make one word."""
    for record, source in sources(dossier.briefing):
        for key, quotation in source.quotes.items():
            chinese = len(CHINESE.findall(quotation.text))
            count = len(WORD.findall(CHINESE.sub(" ", quotation.text))) + (chinese + 1) // 2
            if count > LIMIT:
                yield Diagnostic(
                    "long-quotation",
                    f"the quotation has {count} words, more than {LIMIT}",
                    record.places.value(("quotes", key, "text")),
                    help="keep the part that carries the value, word for word, or make two of it",
                )


@near
def comment_in_text(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts that a number sign cuts off."""
    briefing = dossier.briefing
    every = (*(one.places for one in briefing.records.values()), *briefing.places_beside)
    cut = (one for one in every if " #" in one.file.text or "\t#" in one.file.text)
    for span in (span for one in cut for span in one.values.values()):
        is_plain = span.text and not span.text.startswith(CLOSED)
        if is_plain and (found := CUT.match(span.file.text, span.end)):
            yield Diagnostic(
                "comment-in-text",
                f"`{found[0].strip()}` is a comment here, for the space before the `#`",
                span.file.span(*found.span()),
                help="put the whole text in quotes, or a space behind the `#` of a comment",
            )
