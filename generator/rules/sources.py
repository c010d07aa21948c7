"""Sources and their quotations: whose words they are, how long, whole, and each once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.origin import UNKNOWN_ORIGIN, official_text_of, publisher
from generator.diagnostics import Diagnostic, Fix, Label
from generator.model.briefing import Briefing
from generator.model.record import Path, Places, Record
from generator.model.source import Quotation, Source
from generator.rules.shared import quoted_statements, sources
from generator.source import Span

# So many words a quotation may have.
LIMIT = 25
CHINESE = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"\S*\w\S*")
# A comment of ours has a space behind its sign.
CUT = re.compile(r"[ \t]+#[^\s#][^\n]*")
KEY = re.compile(r"[ \t]+#([\w-]+(?:/[\w-]+)*)")
CLOSED = ("'", '"', "[", "{")


def origin_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources without an origin."""
    for record, source in sources(dossier.briefing):
        if source.origin is None:
            yield Diagnostic(
                code="origin-missing",
                message=f"the source `{record.id}` has no `origin`",
                span=record.places.key(("publisher",)),
                help="write `origin: own`, the id of the body whose knowledge it is, or `unknown`",
            )


def text_of_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources that carry an official text and do not say whose."""
    for record, source in sources(dossier.briefing):
        is_official = source.kind.casefold().startswith("official") and source.form != "report"
        is_told = source.text_of or any(one.text_of for one in source.quotes.values())
        if is_official and not is_told:
            yield Diagnostic(
                code="text-of-missing",
                message=f"the source `{record.id}` has an official text, and does not say whose",
                span=record.places.key(("form",)),
                help="add `text_of:`, the party or body whose text it is, or write `form: report`",
            )


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
    message = ""
    if is_own and origin != UNKNOWN_ORIGIN and origin == publisher(briefing, record.data):
        message = f"the origin `{origin}` is the publisher itself"
    # A number in an official text may be another's: then the quotation names who counted.
    elif authors and (quote is None or quote.origin in {None, UNKNOWN_ORIGIN}):
        message = f"the text of `{authors[0]}` has the origin `{origin}`"
    if message:
        yield Diagnostic(
            code="self-relay",
            message=message,
            span=record.places.value((*path, "origin")),
            help="write `origin: own`: the words rest on the knowledge of whoever wrote them",
            fix=Fix("own", safe=False) if (*path, "origin") in record.places.values else None,
        )


def same_quotation(dossier: Dossier) -> Iterator[Diagnostic]:
    """Quotations whose text another one of the source has already."""
    for record, source in sources(dossier.briefing):
        seen: dict[tuple[str, str | None], str] = {}
        for key, quotation in source.quotes.items():
            words = " ".join(quotation.text.split()).casefold()
            first = seen.setdefault((words, quotation.original), key)
            if first != key:
                there = Label(record.places.value(("quotes", first, "text")), f"`{first}`")
                yield Diagnostic(
                    code="same-quotation",
                    message=f"`{key}` has the words of `{first}`",
                    span=record.places.value(("quotes", key, "text")),
                    labels=(there,),
                    help=f"quote other words, or name `#{first}` where `#{key}` is named",
                )


def same_address(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources that count as witnesses and have the address of another that does."""
    by_address: dict[str, list[Record]] = defaultdict(list)
    used = {
        quoted.source.id for part in quoted_statements(dossier.briefing) for quoted in part.quoted
    }
    for record, source in sources(dossier.briefing):
        if source.counts and source.url and record.id in used:
            host, slash, path = source.url.partition("://")[2].partition("/")
            address = host.casefold().removeprefix("www.") + slash + path
            by_address[address.rstrip("/?")].append(record)
    for first, *others in by_address.values():
        for record in others:
            there = Label(first.places.value(("url",)), f"the address of `{first.id}`")
            yield Diagnostic(
                code="same-address",
                message=f"`{record.id}` and `{first.id}` are one page, and count as two witnesses",
                span=record.places.value(("url",)),
                labels=(there,),
                help="write the address of this one, or put the quotations into one source",
            )


def long_quotation(dossier: Dossier) -> Iterator[Diagnostic]:
    """Quotations over the limit; two Chinese characters make one word."""
    for record, source in sources(dossier.briefing):
        for key, quotation in source.quotes.items():
            chinese = len(CHINESE.findall(quotation.text))
            count = len(WORD.findall(CHINESE.sub(" ", quotation.text))) + (chinese + 1) // 2
            if count > LIMIT:
                yield Diagnostic(
                    code="long-quotation",
                    message=f"the quotation has {count} words, more than {LIMIT}",
                    span=record.places.value(("quotes", key, "text")),
                    help="keep the part that carries the value, word for word, or make two of it",
                )


def quotation_cut_off(dossier: Dossier) -> Iterator[Diagnostic]:
    """Witnesses without a quotation, with a comment behind them that is the key of one."""
    for part in quoted_statements(dossier.briefing):
        for witness, span in part.witnesses:
            found, source = KEY.match(span.file.text, span.end), part.briefing.source(witness)
            if found and source and "#" not in witness and found[1] in source.keys:
                whole = f"{witness}#{found[1]}"
                yield Diagnostic(
                    code="quotation-cut-off",
                    message=f"`{found[0].strip()}` is a comment here, for the space before it",
                    span=span.file.span(*found.span()),
                    help=f"write `{whole}`",
                    fix=Fix(whole, safe=False, span=span.file.span(span.start, found.end())),
                )


def comment_in_text(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts that a number sign cuts off."""
    briefing = dossier.briefing
    every: list[Places] = [record.places for record in briefing.records.values()]
    every += [briefing.edition_places, *filter(None, [briefing.moved_places])]
    for path, span in ((path, span) for one in every for path, span in one.values.items()):
        found = CUT.match(span.file.text, span.end)
        if found and is_text(path, span):
            yield Diagnostic(
                code="comment-in-text",
                message=f"`{found[0].strip()}` is a comment here, for the space before the `#`",
                span=span.file.span(*found.span()),
                help="put the whole text in quotes, or a space behind the `#` of a comment",
            )


def is_text(path: Path, span: Span) -> bool:
    """Whether a plain text stands there, and no witness, which has a rule of its own."""
    return bool(span.text) and not span.text.startswith(CLOSED) and "witnesses" not in path[-2:]
