"""`same-witness`: what was said of one thing is said of another, on the same words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes.guard.witnesses import HELP, OLD_WORDS, is_carried_anew, is_reworded
from generator.changes.listing import OF_SERIES, Change, Changes, Difference, Fate, of_all
from generator.changes.pairing import bare, is_another, is_like, name_of
from generator.derive import Dossier, Fact
from generator.derive.agree import dates_agree
from generator.derive.compute import as_interval
from generator.derive.computed import input_id
from generator.derive.origin import publisher
from generator.derive.units import COMMON
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.briefing import Located
from generator.model.dates import PartialDate, in_words
from generator.model.fields import NameTexts
from generator.model.record import Record
from generator.model.series import Point
from generator.model.source import Source
from generator.model.values import Value
from generator.rules.shared import parts, period_in
from generator.source import Span

# What a record says of all that it holds.
OF_ALL = {
    "series": OF_SERIES,
    "measure": ("issuer", "covers"),
    "licence": ("issuer", "holders"),
    "agreement": ("parties",),
    "round": ("place", "form"),
    "person": ("party",),
}
# Who says, counts or acts is known by the name; what is dated may be given another heading.
WHO = ("person", "body", "party")
KEEP = "where it is the same, keep the old name among its `aliases`"


def check(changes: Changes) -> Iterator[Diagnostic]:
    """Records that say something else of what they hold, statements in another place, and names."""
    for one in changes.records:
        if one.was and one.now and one.was.kind == one.now.kind:
            yield from of_record(changes, one.was, one.now, one.differences)
            yield from of_name(changes, one.was, one.now)
    yield from moved_to_another(changes)
    yield from spoken_for(changes)
    yield from of_formulas(changes)


def report(message: str, span: Span, help_: str = HELP, *labels: Label) -> Diagnostic:
    """A change that nothing new carries."""
    return Diagnostic("same-witness", message, span, Severity.WARNING, "", labels, help_)


def of_record(
    changes: Changes, was: Record, now: Record, differences: tuple[Difference, ...]
) -> Iterator[Diagnostic]:
    """What a record says otherwise of all that it holds, where that has no new words."""
    for one in differences:
        is_held = one.key in OF_ALL.get(now.kind, ()) and not is_one(one)
        if is_held and is_on_old_words(changes, now, one.key):
            before = f"was `{written(one.was)}`" if one.was else "was not there"
            places = now.places
            yield report(
                f"`{one.key}` of `{now.id}` {before}, and what it holds has no new words",
                places.value((one.key,)) if one.now else places.key(()),
            )


def is_one(one: Difference) -> bool:
    """Whether a key says the same, in more languages or with another spelling of a unit."""
    if isinstance(one.was, NameTexts) and isinstance(one.now, NameTexts):
        return not is_reworded(one.was, one.now)
    units = [COMMON.unit(str(each or "")) for each in (one.was, one.now)]
    return one.key == "unit" and units[0] is not None and units[0] == units[1]


def is_on_old_words(changes: Changes, now: Record, key: str) -> bool:
    """Whether something that a key of a record is said of has no new words.

    What each figure of a series says for itself is not said of all.
    """
    briefing = changes.head.briefing
    held = (one for one in briefing.statements.values() if one.record.id == now.id)
    for part in (part for one in held for part in parts(briefing, one) if part.witnesses):
        was = changes.earlier(part)
        if was and not is_carried_anew(changes, part):
            same = changes.pairing.same
            if now.kind != "series" or any(
                not same(of_all(one, key), of_all(part, key)) for one in was
            ):
                return True
    return False


def written(value: object) -> str:
    """What a key held."""
    if isinstance(value, NameTexts):
        return next(iter(value.texts.values()), "")
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def of_name(changes: Changes, was: Record, now: Record) -> Iterator[Diagnostic]:
    """Who has no name of before, and a source with the same words of another publisher."""
    if now.kind in WHO and is_another(was, now):
        message = f"`name` of `{now.id}` was `{name_of(was)}`, and none of its names is left"
        help_ = f"give somebody else an id of their own; {KEEP}"
        yield report(message, now.places.value(("name",)), help_)
    elif is_by_another(changes, was, now):
        assert isinstance(was.data, Source)
        message = f"`publisher` of `{now.id}` was `{was.data.publisher}`, with the same words"
        help_ = "give what others printed an id of its own"
        yield report(message, now.places.value(("publisher",)), help_)


def is_by_another(changes: Changes, was: Record, now: Record) -> bool:
    """Whether a source that prints some words of before has another publisher, by any name."""
    if not isinstance(was.data, Source) or not isinstance(now.data, Source):
        return False
    pairs = ((was.data.quotation(key), now.data.quotation(key)) for key in now.data.keys)
    if not any(one and other and one.text == other.text for one, other in pairs):
        return False
    then = publisher(changes.base.briefing, was.data)
    here = publisher(changes.head.briefing, now.data)
    likes = is_like(bare(was.data.publisher), bare(now.data.publisher))
    return changes.pairing.led(then) != here and not likes


def moved_to_another(changes: Changes) -> Iterator[Diagnostic]:
    """Statements in another record of their kind, once for each two; and in another period."""
    moves: dict[tuple[str, str], list[Change[Located]]] = {}
    for one in changes.statements:
        if one.fate is not Fate.RENAMED or not one.was or not one.now or is_anew(changes, one.now):
            continue
        if is_of_another(changes, one.was, one.now):
            moves.setdefault((one.was.record.id, one.now.record.id), []).append(one)
        elif (then := period(one.was)) and then != period(one.now):
            yield said_of(one, f"of {in_words(then)}")
    for first, *others in moves.values():
        more = f", and so were {len(others)} more" if others else ""
        assert first.now
        yield said_of(first, f"of another {first.now.record.kind}{more}")


def is_of_another(changes: Changes, was: Located, now: Located) -> bool:
    """Whether two records of a kind are two, by whatever name; series by what they count."""
    origin = changes.pairing.origins.get(now.record.id, now.record.id)
    # A claim is said of whatever it names.
    if now.record.kind != was.record.kind or now.record.kind == "claim" or origin == was.record.id:
        return False
    found = [[str(counted(one, key) or "") for key in OF_SERIES] for one in (was, now)]
    return now.record.kind != "series" or [*map(changes.pairing.led, found[0])] != found[1]


def counted(located: Located, key: str) -> object:
    """What a figure says for a key, or else its series."""
    return getattr(located.statement, key, None) or getattr(located.record.data, key, None)


def period(located: Located) -> PartialDate | None:
    """The time that a figure covers by its label or key, where it does not say so itself."""
    if located.statement.period or not isinstance(located.statement, Point):
        return None
    label = period_in(located.statement.label or "")
    return label or located.period


def is_anew(changes: Changes, now: Located) -> bool:
    """Whether all that a statement says has new words; nothing where it has no witness."""
    statements = (part for part in parts(changes.head.briefing, now) if part.witnesses)
    return all(is_carried_anew(changes, part) for part in statements)


def said_of(one: Change[Located], of: str) -> Diagnostic:
    """A statement that is said of something else."""
    assert one.was and one.now
    message = f"`{one.now.id}` was `{one.was.id}`, {of}: {OLD_WORDS}"
    label = Label(one.now.key_span("witnesses"), "these have not changed")
    help_ = "name the words that carry it of what it stands with now, or let it stand where it was"
    return report(message, one.now.key_span(), help_, label)


def spoken_for(changes: Changes) -> Iterator[Diagnostic]:
    """Statements of which a side is silent no more, though nobody is quoted anew."""
    for one in changes.statements:
        if not (one.was and one.now and "silent" in one.keys):
            continue
        kept = one.now.statement.silent
        gone = [id_ for id_ in one.was.statement.silent if changes.pairing.led(id_) not in kept]
        statements = parts(changes.head.briefing, one.now)
        if gone and not any(is_carried_anew(changes, part) for part in statements):
            message = f"by `{one.now.id}` `{gone[0]}` was silent, and {OLD_WORDS}"
            label = Label(one.now.key_span("witnesses"), "these have not changed")
            help_ = "quote what it said, or leave it under `silent`"
            yield report(message, one.now.key_span("silent"), help_, label)


def of_formulas(changes: Changes) -> Iterator[Diagnostic]:
    """Values that another formula gives, or a formula in place of a source, without new words."""
    for now in changes.head.facts.values():
        was = changes.fact(now.id)
        if not was or not now.computed or not now.statement.compute:
            continue
        if stated := was.statement.value:
            message = f"`value` of `{now.id}` was `{stated.text}`, which a source gave"
            yield from [reckoned(now, message)] if is_replaced(stated, now) else []
        elif is_other_formula(changes, was, now):
            old, gave = was.statement.compute, was.computed.result if was.computed else None
            message = f"`compute` of `{now.id}` was `{old.text if old else ''}`, which gave {gave}"
            yield reckoned(now, f"{message}, and nothing in it has new words")


def is_replaced(stated: Value, now: Fact) -> bool:
    """Whether a formula gives another value than a source did."""
    assert now.computed
    if now.computed.date and stated.date:
        return not dates_agree(now.computed.date, stated.date)
    found, number = as_interval(stated), now.computed.number
    return found is not None and number is not None and not found.low <= number <= found.high


def is_other_formula(changes: Changes, was: Fact, now: Fact) -> bool:
    """Whether two formulas give two results, say two things and rest on the same words."""
    then, here = was.statement.compute, now.statement.compute
    if not then or not here or not was.computed or not now.computed or then.term == here.term:
        return False
    if now.computed.result in (None, was.computed.result):
        return False
    named = [*map(changes.pairing.led, resolved(changes.base, was))]
    is_new = words_of(changes.head, now) - words_of(changes.base, was)
    return named != resolved(changes.head, now) and not is_new


def resolved(dossier: Dossier, fact: Fact) -> list[str]:
    """The parts of a formula, with statements by their ids."""
    formula = fact.statement.compute
    assert formula
    found = {one.text: input_id(dossier.briefing, fact.located, one) for one in formula.operands()}
    return [found.get(part) or part for part in formula.text.split()]


def words_of(dossier: Dossier, fact: Fact) -> frozenset[str]:
    """The words of all quotations that a computed value comes from, step by step."""
    computed, own = fact.computed, parts(dossier.briefing, fact.located)
    words = frozenset(bare(one.quotation.text) for part in own for one in part.quoted)
    inputs = (dossier.facts.get(id_) for id_ in computed.inputs) if computed else ()
    return words.union(*(words_of(dossier, one) for one in inputs if one))


def reckoned(now: Fact, message: str) -> Diagnostic:
    """A formula that gives another value than there was."""
    assert now.computed
    label = Label(now.located.key_span("compute"), f"gives {now.computed.result}")
    help_ = "name what carries it as it is now, or say in the commit what was wrong with it"
    return report(message, now.located.span("compute"), help_, label)
