"""`same-witness`, `quotation-altered`: what changed has words that carry it."""

from collections.abc import Iterator

from generator.changes.listing import Change, Changes, Difference, both, of_all
from generator.changes.pairing import bare, is_another
from generator.derive.agree import COMMON
from generator.derive.expected import Expected
from generator.diagnostics import Diagnostic, Label
from generator.model.fields import NameTexts, yaml_key
from generator.model.record import Record
from generator.model.source import Quotation
from generator.model.statement import ACTORS
from generator.rules.quotations import all_expected
from generator.rules.shared import Quoted, QuotedStatement, parts
from generator.source import Span

# What a quotation carries; the keys that only describe it may be put in order at any time.
SAID = (
    *("value", "exact", "unit", "words", "says", "title", "person", "people", "attendance"),
    *("does", "target", "from_", "until", "through", "for_", "renews", "by", "party", "body"),
    # What makes a figure another one.
    *("covers", "period", "basis", "category", "reporter", "flow"),
)
HELP = "quote words that have it as it is now, or say in the commit what was misread"


def same_witness(changes: Changes) -> Iterator[Diagnostic]:
    """Statements, and what records say of all that they hold, other than before on old words."""
    yield from of_parts(changes)
    for one, was, now in both(changes.records):
        if was.kind == now.kind:
            yield from of_record(changes, now, one.differences)
            # What is dated may be given another heading.
            if now.kind in ACTORS and is_another(was, now):
                yield renamed(was, now)


def of_parts(changes: Changes) -> Iterator[Diagnostic]:
    """Statements and positions that say something else on the same words as before.

    Where these were altered, that is reported.
    """
    reported: set[Span] = set()
    for one, was, now in both(changes.parts):
        differences = [each for each in one.differences if is_said(now, each)]
        if differences and now.witnesses and not is_altered(changes, was, now):
            found = unwitnessed(was, now, differences)
            # What stands beside positions is reported once.
            if found.span not in reported and not is_carried_anew(changes, now):
                reported.add(found.span)
                yield found


def is_said(now: QuotedStatement, one: Difference) -> bool:
    """Whether a key that differs is one that a quotation carries."""
    if one.key != "title":
        return one.key in SAID
    # The heading of a claim is what it is called; a title may have more languages.
    return now.located.path != () and is_reworded(one.was, one.now)


def is_reworded(was: object, now: object) -> bool:
    """Whether one of the names in several languages has gone."""
    old, new = (
        {*one.texts.values()} if isinstance(one, NameTexts) else set() for one in (was, now)
    )
    return not old <= new


def is_carried_anew(changes: Changes, now: QuotedStatement) -> bool:
    """Whether a witness has words that none had before, and in them what is said anew.

    Words that another source prints too are not new, nor is a piece of what was quoted. A source
    that is only listed has none; that all words were taken out is reported as `quotation-lost`.
    """
    held = changes.earlier(now)
    before = {one.witness: bare(one.quotation.text) for part in held for one in part.quoted}
    if not now.quoted:
        return bool(before)
    texts = [f" {text} " for text in before.values()]
    fresh = [
        one
        for one in now.quoted
        if changes.pairing.witness(one.witness) not in before
        and not any(f" {bare(one.quotation.text)} " in text for text in texts)
    ]
    return bool(fresh) and all(any(map(one.stands_in, fresh)) for one in said_anew(held, now))


def said_anew(held: tuple[QuotedStatement, ...], now: QuotedStatement) -> list[Expected]:
    """The numbers, days, words and persons that are new, and that some quotation has."""
    before = {(one.key, one.meaning) for part in held for one in all_expected(part)}
    found = (one for one in all_expected(now) if (one.key, one.meaning) not in before)
    return [one for one in found if any(map(one.stands_in, now.quoted))]


def is_altered(changes: Changes, was: QuotedStatement, now: QuotedStatement) -> bool:
    """Whether a witness has other words than before."""
    before = {one.witness: one.quotation.text for one in was.quoted}
    pairs = ((one, before.get(changes.pairing.witness(one.witness))) for one in now.quoted)
    return any(
        old is not None and changes.pairing.is_altered(one.witness, old, one.quotation.text)
        for one, old in pairs
    )


def unwitnessed(
    was: QuotedStatement, now: QuotedStatement, differences: list[Difference]
) -> Diagnostic:
    """A change that nothing new carries, at the key that is there now."""
    here = [one for one in differences if one.now not in (None, (), False)]
    gone = [one for one in differences if one not in here and here]
    key = yaml_key((here or differences)[0].key)
    old_key = yaml_key(gone[0].key) if gone else key
    old = place(was, old_key)
    replaced = f"`{old_key}` " if gone else ""
    before = f"was {replaced}`{_first_line(old.text)}`" if old else "was not there"
    return Diagnostic(
        code="same-witness",
        message=f"`{key}` of `{now.located.id}` {before}, and its `witnesses` quote nothing new",
        span=place(now, key) or now.located.key_span(*now.path),
        labels=(Label(now.located.key_span(*now.path, "witnesses"), "these have not changed"),),
        help=HELP,
    )


def place(part: QuotedStatement, key: str) -> Span | None:
    """Where a key is written, in the part or beside it; None where it is not."""
    values, at = part.located.record.places.values, part.located.path
    return values.get((*at, *part.path, key)) or values.get((*at, key))


def _first_line(text: str) -> str:
    first, *rest = text.splitlines() or [""]
    return f"{first} …" if rest else first


def of_record(
    changes: Changes, now: Record, differences: tuple[Difference, ...]
) -> Iterator[Diagnostic]:
    """What a record says otherwise of all that it holds, where some of that has no new words."""
    for one in differences:
        is_of_all = one.key in now.data.OF_ALL and not is_one(one)
        said_of = held(changes, now) if is_of_all else []
        if any(is_on_old_words(changes, part, one.key) for part in said_of):
            before = f"was `{written(one.was)}`" if one.was else "was not there"
            yield Diagnostic(
                code="same-witness",
                message=f"`{one.key}` of `{now.id}` {before}, and its statements quote nothing new",
                span=now.places.value((one.key,)) if one.now else now.places.key(()),
                help=HELP,
            )


def is_one(one: Difference) -> bool:
    """Whether a key says the same, in more languages or with another spelling of a unit."""
    if isinstance(one.was, NameTexts) and isinstance(one.now, NameTexts):
        return not is_reworded(one.was, one.now)
    units = [COMMON.unit(str(each or "")) for each in (one.was, one.now)]
    return one.key == "unit" and units[0] is not None and units[0] == units[1]


def held(changes: Changes, record: Record) -> list[QuotedStatement]:
    """What a record states with witnesses."""
    briefing = changes.head.briefing
    own = (one for one in briefing.statements.values() if one.record.id == record.id)
    return [part for one in own for part in parts(briefing, one) if part.witnesses]


def is_on_old_words(changes: Changes, part: QuotedStatement, key: str) -> bool:
    """Whether a part has no new words, though a key of its record says something else of it."""
    was = changes.earlier(part)
    is_own = part.located.record.kind == "series" and all(
        changes.pairing.same(of_all(one, key), of_all(part, key)) for one in was
    )
    return bool(was) and not is_own and not is_carried_anew(changes, part)


def written(value: object) -> str:
    """What a key held."""
    if isinstance(value, NameTexts):
        return next(iter(value.texts.values()), "")
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def renamed(was: Record, now: Record) -> Diagnostic:
    """Somebody who has no name of before."""
    old = next(iter(was.data.names), was.id)
    return Diagnostic(
        code="same-witness",
        message=f"`name` of `{now.id}` was `{old}`, and none of its names is left",
        span=now.places.value(("name",)),
        help="give somebody else an id of their own; where it is the same, keep the old name among "
        "its `aliases`",
    )


def quotation_altered(changes: Changes) -> Iterator[Diagnostic]:
    """Quotations and cells with other words than before, with what rests on them."""
    statements = changes.head.briefing.statements.values()
    for one, was, now in both(changes.quotations):
        if old := was_said(one, was.quotation):
            resting = (each for each in statements if now.witness in each.statement.named)
            yield Diagnostic(
                code="quotation-altered",
                message=f"the quotation `{now.witness}` said `{old}`",
                span=now.span,
                labels=tuple(Label(each.key_span(), "rests on it") for each in resting),
                help="quote other words under a key of their own; to mend a slip of copying, say "
                "so in the commit",
            )


def was_said(one: Change[Quoted], was: Quotation) -> str:
    """What a quotation said that has other words now, here or in its language; else empty."""
    if "text" in one.keys:
        return was.text
    return (was.original or was.text) if "original" in one.keys else ""
