"""What agreements and measures do: their acts, the rates that these move, what each side says."""

from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from generator.counting import grouped
from generator.derive.actors import side
from generator.derive.computed import unit_of
from generator.derive.dossier import Dossier, Fact
from generator.derive.spells import deadlines
from generator.derive.when import worked_out_once
from generator.model.dates import in_words, on_day
from generator.model.record import Record
from generator.model.statement import Content, Part
from generator.render.views.borne import beside, sign, word
from generator.render.views.grids import (
    Grid,
    Row,
    by_party,
    columns,
    one_group,
    own_label,
    without_empty,
)
from generator.render.views.naming import inside
from generator.render.views.records import HEADINGS, Relations, facts_of
from generator.render.views.sentences import day_of, own_sentence, sentence_of
from generator.render.views.sheet import (
    Sheet,
    holder,
    in_a_line,
    said,
    says,
    titled,
    to_card,
    with_its_end,
)
from generator.render.views.text import (
    MINUS,
    Rich,
    capital,
    escape,
    fill,
    joined,
    quantity,
    tag,
    with_unit,
)

RATES = ("%", "pp")
AWAY = {"suspend": "suspended", "end": "ended", "lift": "lifted", "replace": "replaced"}
BEFORE = "-before"
IN_POINTS = "A change of rates is in percentage points, never in per cent. Empty: not stated."


def acts(sheet: Sheet, record: Record) -> Iterator[Grid]:
    """Parts of a measure, terms of an agreement, what any does to others, with what holds."""
    found, on = facts_of(sheet.dossier, record), on_the_day(sheet)
    parts = [_act(sheet, fact) for fact in found if isinstance(fact.statement, Part)]
    done = [(fact.chosen.party or "", _act(sheet, fact)) for fact in found if fact.chosen.does]
    if parts:
        heads = columns("Part", "What it is", on)
        rows = one_group(parts)
        yield without_empty(Grid("section--parts", "Parts", heads, rows))
    if done:
        title = "Terms" if record.kind == "agreement" else "What it does"
        heads = columns("Term", "What is done", on)
        rows = by_party(sheet, done)
        yield without_empty(Grid("section--acts", title, heads, rows))


def upon(sheet: Sheet, record: Record, relations: Relations) -> Iterator[Grid]:
    """What acts upon a record or its parts, wherever that is written, and upon those acts."""
    found: dict[str, Fact] = {}
    waiting = deque(m for m in relations.of(record.id, HEADINGS["target"]) if isinstance(m, Fact))
    while waiting:
        act = waiting.popleft()
        if act.id not in found:
            found[act.id] = act
            waiting.extend(relations.acting.get(act.id, ()))
    begin = sheet.dossier.worlds[0].begin
    if found:
        heads = columns("By", "What is done", on_the_day(sheet))
        rows = one_group(
            Row(sheet.name(fact.record.id), (in_short(sheet, fact), with_its_end(sheet, fact)))
            for fact in sorted(found.values(), key=lambda one: begin(one.id) or date.max)
        )
        title = HEADINGS["target"]
        yield without_empty(Grid("section--upon", title, heads, rows))


def in_short(sheet: Sheet, fact: Fact) -> Rich:
    """An act in one sentence: its card lists every target."""
    told = own_sentence(sheet, fact).text
    return titled(sheet, fact, told) if told and not fact.rivals else said(sheet, fact)


def on_the_day(sheet: Sheet) -> str:
    """The head of the column that says what holds."""
    return f"On {in_words(sheet.dossier.as_of)}"


@worked_out_once
def due(dossier: Dossier) -> dict[str, tuple[Fact, ...]]:
    """What falls due after the day, by its record and by what it is about."""
    ahead = (one.facts for one in deadlines(dossier) if one.kind == "falls due")
    return grouped(
        (id_, fact)
        for facts in ahead
        for fact in facts
        for id_ in {fact.record.id, *fact.statement.about}
    )


def coming(sheet: Sheet, id_: str) -> Iterator[Rich]:
    """What falls due of a record or part, as sentences: `On 1 May 2032 the toll is reviewed.`"""
    for one in due(sheet.dossier).get(id_, ()):
        told, when = sentence_of(sheet, one).text, day_of(sheet.dossier, one)
        on = f"{on_day(when)} {inside(sheet.dossier.briefing, told)}" if when else told
        yield fill("{}.", titled(sheet, one, capital(on)))


def _act(sheet: Sheet, fact: Fact) -> Row:
    name = sheet.dossier.briefing.name(fact.record.id)
    shown = in_short(sheet, fact) if fact.chosen.does else said(sheet, fact)
    lines = filter(None, (with_its_end(sheet, fact), *coming(sheet, fact.id)))
    told = joined(lines, Rich(" ", *tag("br", "")))
    return Row(escape(own_label(fact, name)), (shown, told))


def rates(sheet: Sheet, record: Record) -> Iterator[Grid]:
    """The rates that a record's acts move, before and after, with the change in points."""
    found = facts_of(sheet.dossier, record)
    rows = [*stated(sheet, found)]
    rows += [row for fact in found if fact.chosen.does for row in _moved(sheet, fact)]
    if rows:
        heads = columns("Rate", "Before", "After", "Change", on_the_day(sheet))
        yield Grid("section--rates", "Before and after", heads, by_party(sheet, rows), IN_POINTS)


def stated(sheet: Sheet, found: list[Fact]) -> Iterator[tuple[str, Row]]:
    """Rates of which a statement tells what they were: `rate-before` beside `rate`."""
    by_id = {fact.id: fact for fact in found if is_rate(fact)}
    for before in by_id.values():
        after = by_id.get(before.id.removesuffix(BEFORE))
        if after and before.id.endswith(BEFORE):
            name = own_label(after, sheet.dossier.briefing.name(after.record.id))
            parts = (said(sheet, before), said(sheet, after), difference(before, after))
            yield after.chosen.party or "", Row(escape(name), (*parts, Rich()))


def difference(before: Fact, after: Fact) -> Rich:
    """The change between two rates in per cent, in points."""
    if before.rivals or after.rivals:
        return Rich("not stated as one")
    first, second = _number_of(before), _number_of(after)
    units = {unit_of(before.located), unit_of(after.located)}
    if first is None or second is None or units != {"%"}:
        return Rich()
    change = f"{second - first:+f}".replace("-", MINUS)
    return beside(with_unit(change, "pp"), sign("computed", "computed by us"))


def _number_of(fact: Fact) -> Decimal | None:
    return fact.chosen.value.number if fact.chosen.value else None


def _moved(sheet: Sheet, fact: Fact) -> Iterator[tuple[str, Row]]:
    content = fact.chosen
    for target in content.target:
        rate = rate_of(sheet.dossier, target)
        if rate and (after := outcome(sheet, fact, content)):
            cells = (said(sheet, rate), after, change(fact, rate), with_its_end(sheet, fact))
            yield content.party or "", Row(sheet.link(rate.id), cells)


def rate_of(dossier: Dossier, id_: str) -> Fact | None:
    """The one rate that is stated for a part, or for a measure as a whole."""
    fact = dossier.facts.get(id_)
    own = [fact] if fact else dossier.by_record.get(id_, ())
    found = [one for one in own if is_rate(one)]
    return found[0] if len(found) == 1 else None


def is_rate(fact: Fact) -> bool:
    """True for a number in per cent or percentage points that is not itself an act."""
    is_act = bool(fact.chosen.does)
    return _number_of(fact) is not None and not is_act and unit_of(fact.located) in RATES


def outcome(sheet: Sheet, fact: Fact, content: Content) -> Rich | None:
    """What an act leaves of a rate."""
    left = AWAY.get(content.does or "")
    if content.does == "amend" and content.value:
        left = quantity(content.value, content.unit)
    if left is None:
        return None
    return in_a_line(sheet, fact) if fact.rivals else titled(sheet, fact, left)


def change(fact: Fact, rate: Fact) -> Rich:
    """The change in percentage points: as stated, else between the two rates."""
    content = fact.chosen
    if content.does == "amend" or fact.rivals:
        return difference(rate, fact)
    if content.value and content.unit == "pp":
        return escape(f"{MINUS}{quantity(content.value, 'pp')}")
    return Rich()


def compliance(sheet: Sheet, record: Record, relations: Relations) -> Iterator[Grid]:
    """What is said about an agreement, each position under the side of its holder."""
    about = [m for m in relations.of(record.id, HEADINGS["about"]) if isinstance(m, Fact)]
    rows = [row for fact in about for row in _positions(sheet, fact)]
    if rows:
        heads = columns("Question or statement", "Who", "What is said")
        yield Grid("section--about", HEADINGS["about"], heads, by_party(sheet, rows))


def _positions(sheet: Sheet, fact: Fact) -> Iterator[tuple[str, Row]]:
    for stance in fact.standing or fact.left or fact.stances[:1]:
        answer = to_card(fact, says(sheet, fact, stance.content))
        cells = (holder(sheet, stance), beside(answer, word(sheet, stance.status, ())))
        is_alone = len(fact.standing) < 2
        label = escape(fact.label) if is_alone else beside(fact.label, word(sheet, fact.status, ()))
        yield party_of(sheet.dossier, stance.by), Row(label, cells)


def party_of(dossier: Dossier, ids: Sequence[str]) -> str:
    """The one party that some persons and bodies belong to; empty for none or several."""
    found = {one_party(dossier, id_) for id_ in ids}
    return found.pop() if len(found) == 1 else ""


def one_party(dossier: Dossier, id_: str) -> str:
    """The party of a person or body, or the party itself; empty for others."""
    found = side(dossier.briefing, id_)
    known = dossier.briefing.records.get(found)
    return found if known and known.kind == "party" else ""
