"""Statements say something and rest on witnesses; sources say on whose knowledge they rest."""

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.actors import UNKNOWN_ORIGIN, official_text_of, parties_of, publisher
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic, Fix
from generator.model.beside import Because
from generator.model.briefing import Briefing, Located
from generator.model.events import Claim
from generator.model.fields import yaml_key
from generator.model.record import Path, Record
from generator.model.source import Quotation, Source
from generator.model.statement import Position, Statement
from generator.rules.shared import all_statements, first_content_key, labels, sources
from generator.rules.sound import near
from generator.source import HAN, Span

# What nobody can confirm.
NATURES = {"judgement", "forecast"}
# What says why something steps aside: of what is superseded what took its place.
NEEDS = {"rejected": "why", "retracted": "why", "superseded": "by"}


@near
def value_without_witness(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements and positions that say something and rest on nothing."""
    for located in all_statements(dossier.briefing):
        statement = located.statement
        if not statement.is_stated and (key := first_content_key(statement)):
            yield _unwitnessed(located.key_span(key), f"`{located.id}` has `{key}`")
        if not statement.witnesses:
            for key, position in statement.positions.items():
                if not position.witnesses:
                    span = located.key_span("positions", key)
                    yield _unwitnessed(span, f"`{located.id}` has the position `{key}`")


def _unwitnessed(span: Span, what: str) -> Diagnostic:
    help = "add `witnesses: [source#quotation]`, or `compute:` where it follows from others"
    return Diagnostic("value-without-witness", f"{what} without `witnesses`", span, help=help)


@near
def says_nothing(dossier: Dossier) -> Iterator[Diagnostic]:
    """What has witnesses, or stands under a key of one's own, and says nothing."""
    for located in all_statements(dossier.briefing):
        for path, content in located.statement.contents():
            if is_mute(located, path, content):
                name = (located.id, *located.path, *path)[-1]
                yield Diagnostic(
                    "says-nothing",
                    f"`{name}` is a statement, and says nothing",
                    located.key_span(*path),
                    help="add what it says and its `witnesses`; a key that only describes belongs "
                    "inside a statement",
                )


def is_mute(located: Located, path: Path, content: Statement | Position) -> bool:
    """Whether a statement or position says nothing; what it acts upon is another rule's."""
    statement = located.statement
    rests = statement.positions or statement.compute or getattr(statement, "body", None)
    says = first_content_key(content) or first_content_key(statement)
    if says or content.target or (rests and not path):
        return False
    return bool(content.witnesses) or (not path and is_own(located))


def is_own(located: Located) -> bool:
    """Whether it stands under a key that the kind does not know, or is a claim."""
    known = {yaml_key(name) for name in type(located.record.data).model_fields}
    if not located.path:
        own = (path for path, _ in located.record.statements.values())
        return isinstance(located.statement, Claim) and all(path == ("said",) for path in own)
    return len(located.path) == 1 and located.path[0] not in known


@near
def one_position(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements with a single position."""
    for located in dossier.briefing.statements.values():
        if len(located.statement.positions) == 1:
            (key,) = located.statement.positions
            yield Diagnostic(
                "one-position",
                f"`{key}` is the only position",
                located.key_span("positions", key),
                help="write its keys without `positions`, or add another answer; silence is no "
                "position: `silent: {party: {witnesses}}`",
            )


@near
def silent_and_speaks(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sides that are silent, and say so themselves or hold a position."""
    for located in dossier.briefing.statements.values():
        for party in located.statement.silent:
            held = [located.span("by")] if _speaks(dossier, located.statement, party) else []
            held += [
                located.key_span("positions", key)
                for key, position in located.statement.positions.items()
                if key == party or _speaks(dossier, position, party)
            ]
            if held:
                yield Diagnostic(
                    "silent-and-speaks",
                    f"`{party}` is `silent`, but it or one of its people or bodies speaks",
                    located.key_span("silent", party),
                    labels=labels("here it speaks", held),
                    help="take it out of `silent`, or correct `by` or the position",
                )


def _speaks(dossier: Dossier, content: Statement | Position, party: str) -> bool:
    return any(party in parties_of(dossier.briefing, id_) for id_ in content.by)


def no_quotation_left(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements with a rejected position of which what is left has no quotation that counts."""
    rivals = (one for one in dossier.facts.values() if one.statement.positions)
    for fact in rivals:
        slips = [s.key for s in fact.stances if s.aside and s.aside.status is Status.REJECTED]
        is_all = len(slips) == len(fact.statement.positions) > 1 and not fact.statement.reading
        if slips and (is_all or (fact.left and not fact.standing)):
            left = " and ".join(f"`{stance.key}`" for stance in fact.left)
            rest = f"{left} has no quotation that counts" if left else "no position is left"
            yield Diagnostic(
                "no-quotation-left",
                f"`{slips[0]}` is rejected, and {rest}",
                fact.located.key_span("positions", slips[0], "rejected"),
                help="quote words that say what is right, or explain in a `reading` of the "
                "statement what is known",
            )


@near
def author_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Judgements and forecasts without `by`."""
    for located in dossier.briefing.statements.values():
        nature, positions = located.statement.nature, located.statement.positions.values()
        has_author = located.statement.by or (positions and all(one.by for one in positions))
        if nature in NATURES and not has_author:
            yield Diagnostic(
                "author-missing",
                f"a {nature} without an author",
                located.span("nature"),
                help="add `by:`, the party, body or person whose view it is",
            )


@near
def reason_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Positions, statements and sources that are set aside without the reason."""
    for record in dossier.briefing.records.values():
        for path, model in record.models:
            word = str(path[-1]) if path else ""
            if isinstance(model, Because) and word in NEEDS and not getattr(model, NEEDS[word]):
                yield _unexplained(record.places.key(path), word, NEEDS[word])
        data = record.data
        if isinstance(data, Source) and not (data.counts or data.why):
            yield _unexplained(record.places.key(("counts",)), "counts: no", "why")


def _unexplained(span: Span, word: str, key: str) -> Diagnostic:
    wanted = "what takes its place" if key == "by" else "the reason, which is printed"
    help = f"add `{key}:` with {wanted}"
    return Diagnostic("reason-missing", f"`{word}` without `{key}`", span, help=help)


# So many words a quotation may have.
LIMIT = 25
CHINESE = re.compile(f"[{HAN}]")
LETTER = re.compile(r"\w")


@near
def origin_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources without an origin."""
    for record, source in sources(dossier.briefing):
        if source.origin is None:
            yield Diagnostic(
                "origin-missing",
                f"the source `{record.id}` has no `origin`",
                record.places.key(("publisher",)),
                help="write `origin: own`, the id of the body that knew it first, or `unknown`",
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
        message = f"`origin: {origin}` names the publisher itself"
    # A number in an official text may be another's: then the quotation names who counted.
    elif authors and (quote is None or quote.origin in {None, UNKNOWN_ORIGIN}):
        message = f"the text of `{authors[0]}` has `origin: {origin}`"
    if message:
        help = "write `origin: own`: whoever wrote the words knew it first"
        fix = Fix("own", safe=False) if path in record.places.values else None
        yield Diagnostic("self-relay", message, record.places.value(path), help=help, fix=fix)


@near
def long_quotation(dossier: Dossier) -> Iterator[Diagnostic]:
    """Quotations over the limit; two Chinese characters make one word."""
    for record, source in sources(dossier.briefing):
        for key, quotation in source.quotes.items():
            chinese = len(CHINESE.findall(quotation.text))
            others = CHINESE.sub(" ", quotation.text).split()
            count = sum(1 for word in others if LETTER.search(word)) + (chinese + 1) // 2
            if count > LIMIT:
                yield Diagnostic(
                    "long-quotation",
                    f"the quotation has {count} words, more than {LIMIT}",
                    record.places.value(("quotes", key, "text")),
                    help="keep the part that carries the value, word for word, or make two of it",
                )
