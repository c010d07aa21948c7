"""Disputes, quotations and statuses: nothing ends by being taken out, or rises unseen."""

from collections.abc import Iterator

from generator.changes.listing import Changes, both
from generator.counting import counted, listed
from generator.derive import Dossier, Fact
from generator.derive.actors import UNKNOWN_ORIGIN
from generator.derive.dossier import Evidence, Status
from generator.diagnostics import Diagnostic, Label
from generator.model.briefing import Located, witness_parts
from generator.model.record import Record
from generator.model.source import Quotation, Source
from generator.model.statement import Position, Statement
from generator.rules.shared import QuotedStatement, parts
from generator.source import Span

Rise = tuple[Fact, Fact]
Place = tuple[str, Span, str]
# What lifts a status, by the key that differs.
THROUGH = {
    "origin": "through `origin`:",
    "publisher": "through the publisher",
    "counts": "as it counts now:",
    "retracted": "as it is no longer retracted:",
    "text_of": "as the text of",
    "form": "as words that are",
}
# What a quotation may state for itself.
OWN = ("origin", "text_of", "form")


def dispute_vanished(changes: Changes) -> Iterator[Diagnostic]:
    """Positions of a dispute, or set aside with a reason, that are gone or have no reason now."""
    for now in changes.head.briefing.statements.values():
        was = changes.fact(now.id)
        # A witness that cannot be found ends no dispute: that is reported.
        if was and all(part.is_whole for part in parts(changes.head.briefing, now)):
            gone = taken_out(changes, was, now)
            if gone or has_ended(was, changes.head.facts.get(now.id), now):
                yield vanished(was, now, gone)


def taken_out(changes: Changes, was: Fact, now: Located) -> list[str]:
    """The positions of a dispute, and those set aside for a reason, that are not there any more."""
    open_ = {one.key for one in was.standing} if was.status is Status.DISPUTED else set()
    return [
        key
        for key, one in sorted(was.statement.positions.items())
        if (key in open_ or one.rejected or one.superseded or one.retracted)
        if not is_kept(changes, was, now, key)
    ]


def is_kept(changes: Changes, was: Fact, now: Located, key: str) -> bool:
    """Whether a position is there under its key, or under another with some of its words."""
    old, positions = was.statement.positions[key], now.statement.positions
    if key in positions or any(changes.pairing.same(old, one) for one in positions.values()):
        return True
    fresh = (one for name, one in positions.items() if name not in was.statement.positions)
    words = {name for name in old.witnesses if "#" in name}
    return any(words.intersection(map(changes.pairing.witness, one.witnesses)) for one in fresh)


def has_ended(was: Fact | None, fact: Fact | None, now: Located) -> bool:
    """Whether a dispute is none any more, and the reader does not see why."""
    if not (was and fact) or was.status is not Status.DISPUTED or fact.status is Status.DISPUTED:
        return False
    before = {stance.key for stance in was.stances if stance.aside}
    is_read = fact.reading is not None and fact.reading != was.reading
    is_explained = is_read or any(one.aside and one.key not in before for one in fact.stances)
    # A position without a witness is reported for itself.
    return not is_explained and all(one.witnesses for one in now.statement.positions.values())


def vanished(was: Fact, now: Located, gone: list[str]) -> Diagnostic:
    """A dispute, or a reason, of which a reader would see nothing any more."""
    is_open = was.status is Status.DISPUTED
    before = "was disputed" if is_open else "had a position that was rejected or replaced"
    lost = f": no position {listed([f'`{key}`' for key in gone])} any more" if gone else ""
    return Diagnostic(
        code="dispute-vanished",
        message=f"`{now.id}` {before}{lost}",
        span=now.key_span("positions"),
        labels=tuple(
            Label(now.key_span("positions", key), "is left") for key in now.statement.positions
        ),
        help="keep the position with its quotation, and give it `rejected: {why, on}`, or explain "
        "in a `reading` how we read the sources",
    )


def quotation_lost(changes: Changes) -> Iterator[Diagnostic]:
    """Statements and positions with sources alone that had a quotation."""
    briefing = changes.head.briefing
    for now in briefing.statements.values():
        was = changes.pairing.statement(now.id)
        # With the last quotation of a position a dispute ends, which is reported.
        if was is None or has_ended(changes.fact(now.id), changes.head.facts.get(now.id), now):
            continue
        earlier = dict(was.statement.contents())
        for path, content in now.statement.contents():
            old = quoted(earlier.get(path))
            # A witness that cannot be found may be meant as the quotation.
            is_known = all(map(briefing.source, content.witnesses))
            if old and content.witnesses and is_known and not quoted(content):
                yield _lost_words(now, path, old)


def quoted(content: Statement | Position | None) -> list[str]:
    """The witnesses that name a quotation."""
    return [one for one in content.witnesses if witness_parts(one)[1]] if content else []


def _lost_words(now: Located, path: tuple[str, ...], gone: list[str]) -> Diagnostic:
    what = f"the position `{path[-1]}` of `{now.id}`" if path else f"`{now.id}`"
    return Diagnostic(
        code="quotation-lost",
        message=f"{what} has no quotation any more, and counts for nothing",
        span=now.key_span(*path, "witnesses"),
        help=f"bring `{gone[0]}` back, or quote what the others print",
    )


def status_rises(changes: Changes) -> Iterator[Diagnostic]:
    """Statements that count for more since a witness has another origin or author, place by place.

    What is written anew may lift many, and is reported once.
    """
    by_place: dict[Place, list[Rise]] = {}
    for _, was, now in both(changes.facts):
        if is_stronger(was, now):
            found = lifting(changes, was, now)
            for one in found:
                by_place.setdefault(place_of(changes, one), []).append((was, now))
            if not found and not is_quoted_anew(changes, was, now):
                yield rises_alone(was, now)
    yield from (rises(*place, found) for place, found in by_place.items())


def is_stronger(was: Fact, now: Fact) -> bool:
    """Whether a statement is borne out better; one that counted for nothing is weakest.

    That a dispute ends is reported for itself.
    """
    if now.grade is None or was.grade is Status.DISPUTED:
        return False
    return was.grade is None or now.grade.weakness < was.grade.weakness


def is_quoted_anew(changes: Changes, was: Fact, now: Fact) -> bool:
    """Whether a witness that counts was not named before: its words are new, and are looked at."""
    before = {one.witness for one in was.evidence}
    return any(
        changes.pairing.witness(one.witness) not in before for one in now.evidence if one.counts
    )


def rises_alone(was: Fact, now: Fact) -> Diagnostic:
    """A status that is stronger on the same words, by whichever way."""
    return Diagnostic(
        code="status-rises",
        message=f"{_risen(was, now)}, and no witness of it is new",
        span=now.located.key_span(),
        help="find what lifts it: a statement that it is computed from, a position that is set "
        "aside, a key that lowered it",
    )


def witness_lost(changes: Changes) -> Iterator[Diagnostic]:
    """Statements and positions that have lost a source, and got none or a weaker one for it.

    That nothing is quoted any more is reported as `quotation-lost`.
    """
    for now in changes.head.briefing.statements.values():
        was = changes.pairing.statement(now.id)
        for path, content in now.statement.contents() if was else ():
            old = dict(was.statement.contents()).get(path) if was else None
            left = {source_of(changes.pairing.witness(one)) for one in quoted(content)}
            gone = [one for one in quoted(old) if source_of(one) not in left]
            before = {source_of(one) for one in quoted(old)}
            if gone and (left <= before or has_fallen(changes, now)) and left:
                yield _without(changes, now, path, gone)


def has_fallen(changes: Changes, now: Located) -> bool:
    """Whether a statement is borne out less than it was."""
    was, fact = changes.fact(now.id), changes.head.facts.get(now.id)
    if was is None or was.grade is None or fact is None:
        return False
    return fact.grade is None or fact.grade.weakness > was.grade.weakness


def source_of(witness: str) -> str:
    """The source that a witness names."""
    return witness_parts(witness)[0]


def _without(changes: Changes, now: Located, path: tuple[str, ...], gone: list[str]) -> Diagnostic:
    was, fact = changes.fact(now.id), changes.head.facts.get(now.id)
    before, after = graded(was), graded(fact)
    fell = f", and is {after} where it was {before}" if before != after else ""
    return Diagnostic(
        code="witness-lost",
        message=f"`{now.id}` rests on {listed([f'`{one}`' for one in gone])} no more{fell}",
        span=now.key_span(*path, "witnesses"),
        help="keep every witness that bears it; what a source got wrong is a position with "
        "`rejected: {why, on}`",
    )


def lifting(changes: Changes, was: Fact, now: Fact) -> list[Evidence]:
    """The first witness of each new origin, else those that are an authority's own text now."""
    led, counting = changes.pairing.led, [one for one in now.evidence if one.counts]
    known = {UNKNOWN_ORIGIN, *(led(one.origin) for one in was.evidence if one.counts)}
    fresh = {one.origin: one for one in reversed(counting) if one.origin not in known}
    before = {one.witness: {*map(led, one.official)} for one in was.evidence}
    # Somebody looks at another witness anyway.
    own = [
        one
        for one in counting
        if one.official - before.get(changes.pairing.witness(one.witness), one.official)
    ]
    return list(fresh.values()) or own


def place_of(changes: Changes, one: Evidence) -> Place:
    """The key by which a witness counts for more, with its place and what stands there."""
    key = lifting_key(changes, one)
    values = one.source.places.values
    found = values.get(("quotes", one.key, key)) or values.get((key,))
    return (key, found, found.text) if found else (key, one.source.file.head, one.source.id)


def lifting_key(changes: Changes, one: Evidence) -> str:
    """The first key of a witness that differs; of a new one its origin."""
    was = changes.pairing.record(one.source)
    if was and isinstance(was.data, Source):
        old = was.data.quotation(witness_parts(changes.pairing.witness(one.witness))[1])
        for key in THROUGH if old else ():
            if stated(was.data, old, key) != stated(one.publication, one.quote, key):
                return key
    return "origin"


def stated(source: Source, quote: Quotation | None, key: str) -> object:
    """What a quotation says for a key, or else its source."""
    own = getattr(quote, key) if quote and key in OWN else None
    return own or getattr(source, key)


def _risen(was: Fact, now: Fact) -> str:
    return f"`{now.id}` rises from {graded(was)} to {graded(now)}"


def graded(fact: Fact | None) -> str:
    """How well something is borne out, in a word."""
    return fact.grade.value if fact and fact.grade else "not quoted"


def rises(key: str, span: Span, shown: str, found: list[Rise]) -> Diagnostic:
    """What an origin or author lifts."""
    was, now = found[0]
    first = _risen(was, now)
    others = f", with {len(found) - 1} more," if len(found) > 1 else ""
    pairs = ((one.located.key_span(), one.grade) for _, one in found)
    return Diagnostic(
        code="status-rises",
        message=f"{first}{others} {THROUGH[key]} `{shown}`",
        span=span,
        labels=tuple(Label(at, f"now {status.value}") for at, status in pairs if status),
        help="make sure that the source knew this itself, and has it from nobody else",
    )


def retracted_in_use(changes: Changes) -> Iterator[Diagnostic]:
    """Sources that are retracted now and were not, with the statements that still rest on them."""
    for _, was, now in both(changes.records):
        if isinstance(was.data, Source) and isinstance(now.data, Source):
            is_new = now.data.retracted and not was.data.retracted
            every = changes.head.briefing.statements.values() if is_new else ()
            told = ((one, parts(changes.head.briefing, one)) for one in every)
            resting = [one for one, own in told if any(now.id in grounds(part) for part in own)]
            if resting:
                yield _in_use(changes.head, now, resting)


def grounds(part: QuotedStatement) -> set[str]:
    """The sources of the quotations that something rests on; without any, all that it names."""
    named = [witness_parts(witness) for witness, _ in part.witnesses]
    return {source for source, key in named if key} or {source for source, _ in named}


def _in_use(head: Dossier, record: Record, resting: list[Located]) -> Diagnostic:
    count = f"{counted(len(resting), 'statement')} rest{'s' if len(resting) == 1 else ''}"
    gone = {id_ for id_, fact in head.facts.items() if fact.grade is Status.RETRACTED}
    words = {one.id: "rests on it alone" if one.id in gone else "has others too" for one in resting}
    first = sorted(resting, key=lambda one: (one.id not in gone, one.key_span().file.path))
    return Diagnostic(
        code="retracted-in-use",
        message=f"`{record.id}` is retracted, and {count} on it",
        span=record.places.key(("retracted",)),
        labels=tuple(Label(one.key_span(), words[one.id]) for one in first),
        help="leave as retracted what rests on it alone, or quote another source for it",
    )
