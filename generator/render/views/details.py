"""What the page of a record shows first, by kind: the box, who was there, what holds, figures."""

import re
from collections.abc import Iterable, Iterator

from generator import counting
from generator.counting import few
from generator.derive.dossier import Fact
from generator.derive.labels import has_article
from generator.derive.state import PAST, STANDING, Held, word_of_code
from generator.derive.states import whole_of
from generator.model.chart import Series
from generator.model.dates import in_words
from generator.model.events import Round
from generator.model.points import Gap
from generator.model.record import Record
from generator.model.source import Source
from generator.model.statement import Part
from generator.render.views import act_tables, attendance, summary_lines, tables
from generator.render.views.grids import SHORT, Grid, Row, columns, one_group, own_label
from generator.render.views.links import address, held_on, is_statement
from generator.render.views.naming import actor, inside, is_plural
from generator.render.views.records import HEADINGS, Relations, days_of, facts_of, ordered, rows
from generator.render.views.sentences import meeting, own_sentence, serving
from generator.render.views.sheet import Sheet, holds, short, state, titled
from generator.render.views.summary_lines import days, headline, of_terms, offices
from generator.render.views.text import Rich, escape, fill, joined, listed, tag, with_stop
from generator.render.views.unknowns import near_gap

BoxLine = tuple[str, Rich]
TOOK_PART = {"led", "present", *attendance.ON_CALL.values()}
NO_TERMS = tag("span", "no terms listed under it", class_="not-known")
AGREED = ("outcome", "date", "issued")


def leading(sheet: Sheet, record: Record, relations: Relations) -> Rich:
    """What the page of a record begins with; of a thing the measures that cover it."""
    if told := summary_lines.of_editor(sheet, record):
        return told
    if record.kind == "series":
        return tables.lead(sheet, record)
    told = who(sheet, record) or summary_lines.lead_of(sheet, record)
    covered = covering(sheet, record, relations)
    if not covered:
        return told
    # Where nothing is stated of the thing itself, its measures come first.
    is_bare = headline(sheet.dossier, record) is None
    return joined((covered, told) if is_bare else (with_stop(told), covered), " ")


def described_by(sheet: Sheet, record: Record) -> tuple[BoxLine, ...]:
    """What describes it besides its box; of a statement its card tells that."""
    in_box = dict(box(sheet, record))
    described = () if is_statement(record) else rows(sheet, record)
    return tuple(row for row in described if row[0] not in in_box)


def box(sheet: Sheet, record: Record) -> tuple[BoxLine, ...]:
    """What a reader asks of a record first, each with the word for it."""
    found: Iterable[BoxLine] = ()
    if isinstance(record.data, Round):
        found = of_round(sheet, record, record.data)
    elif record.kind == "event":
        found = (when(sheet, record),)
    elif record.kind == "person":
        found = of_person(sheet, record)
    elif record.kind == "material":
        found = of_material(sheet, record)
    elif record.kind == "agreement":
        found = of_agreement(sheet, record, whole_of(sheet.dossier, record.id))
    elif whole := whole_of(sheet.dossier, record.id):
        found = of_state(sheet, record, whole)
    else:
        found = of_acts(sheet, record)
    return tuple((term, value) for term, value in found if value)


def of_person(sheet: Sheet, record: Record) -> Iterator[BoxLine]:
    """The offices of a person, and the rounds in which he or she took part."""
    yield "Office", joined((short(sheet, one) for one in offices(sheet.dossier, record)), "; ")
    yield "Talks", joined(map(sheet.link, attended(sheet, record)), "; ")


def of_material(sheet: Sheet, record: Record) -> Iterator[BoxLine]:
    """The series that have a material in their name, each with its latest figure."""
    name = sheet.dossier.briefing.name
    named = re.compile(rf"\b{re.escape(name(record.id))}\b", re.IGNORECASE)
    for one in sheet.dossier.of_kind("series"):
        fact = headline(sheet.dossier, one)
        if fact and named.search(name(one.id)):
            when = tables.line(fact, name(one.id)).label
            yield name(one.id), fill("{} ({})", short(sheet, fact), when)


def of_round(sheet: Sheet, record: Record, data: Round) -> Iterator[BoxLine]:
    """When and where a round was, who led, what came of it, and the rounds around it."""
    facts = sheet.dossier.facts
    led = {one: facts.get(f"{record.id}.leads.{one}") for one in (*data.leads, *data.delegations)}
    is_call = attendance.is_call(record)
    sides = {side: one for side, one in led.items() if one or not is_call}
    leaders = (attendance.leader(sheet, side, one) for side, one in sides.items())
    agreed = [one for one in sheet.dossier.of_kind("agreement") if record.id in one.data.about]
    yield when(sheet, record)
    yield "Place", sheet.called(data.place) if data.place else Rich()
    yield "Form", escape(data.form)
    yield "Spoke" if is_call else "Led by", joined(leaders, "; ") if any(led.values()) else Rich()
    came = facts.get(f"{record.id}.outcome")
    yield "Outcome", outcome(sheet, came) if came else joined(_agreed(sheet, agreed), "; ")
    held_by = ((one.id, of_terms(sheet, one) or NO_TERMS) for one in agreed)
    told = (fill("{} ({})", sheet.link(id_), terms) for id_, terms in held_by)
    yield "Agreement", joined(told, "; ")
    yield "Other rounds", around(sheet, record)


def around(sheet: Sheet, record: Record) -> Rich:
    """What stands before and after a record among those of its kind, in time."""
    records, numbers = ordered(sheet.dossier, record.kind)
    at = numbers[record.id]
    near = (("before", records[at - 1 : at]), ("after", records[at + 1 : at + 2]))
    found = (fill("{} ({})", sheet.link(one.id), term) for term, found in near for one in found)
    return joined(found, "; ")


def of_agreement(sheet: Sheet, record: Record, whole: Fact | None) -> Iterator[BoxLine]:
    """What holds of an agreement or its terms, and the agreements around it."""
    terms = act_tables.on_the_day(sheet), of_terms(sheet, record) or NO_TERMS
    yield from of_state(sheet, record, whole) if whole else (terms,)
    yield "Other agreements", around(sheet, record)


def when(sheet: Sheet, record: Record) -> BoxLine:
    """The days of a record, with a link to what held on the last."""
    last = days_of(sheet.dossier, f"{record.id}.last-day")
    told = last or days_of(sheet.dossier, f"{record.id}.date")
    to = held_on(sheet.dossier, told[0]) if told else None
    then = fill(" ({})", tag("a", "what applied then", href=to)) if to else Rich()
    held = (days(sheet, record), tag("span", then, class_="on-screen") if to else Rich())
    return "Days" if last else "Day", joined(filter(None, held), "")


def outcome(sheet: Sheet, came: Fact) -> Rich:
    """What came of a round, in its sentence where it has one: what is disputed has none."""
    told = own_sentence(sheet, came).text
    return titled(sheet, came, told) if told else short(sheet, came)


def _agreed(sheet: Sheet, agreements: Iterable[Record]) -> Iterator[Rich]:
    """Of each agreement the first sentence that tells that it was made."""
    for one in agreements:
        facts = (sheet.dossier.facts.get(f"{one.id}.{key}") for key in AGREED)
        told = ((fact, own_sentence(sheet, fact).text) for fact in facts if fact)
        if found := next(((fact, text) for fact, text in told if text), None):
            yield titled(sheet, *found)


def of_state(sheet: Sheet, record: Record, whole: Fact) -> Iterator[BoxLine]:
    """What holds of a rule or agreement, from when to when it did, and by what or whom."""
    held = whole.own_state
    assert held
    is_other = held.maker.partition(".")[0] != record.id and sheet.is_known(held.maker)
    yield act_tables.on_the_day(sheet), of_terms(sheet, record) or holds(sheet, held)
    term, told = lasted(sheet, record, whole)
    yield term, tag("a", told, href=address(whole)) if told else Rich()
    yield "Next", joined(act_tables.coming(sheet, record.id), " ")
    yield "By", sheet.link(held.maker) if is_other else Rich()
    yield "Issuer", sheet.links(getattr(record.data, "issuer", ()))


def of_acts(sheet: Sheet, record: Record) -> Iterator[BoxLine]:
    """What still holds of what a measure does to others, and who issued it."""
    acts = [one for one in facts_of(sheet.dossier, record) if one.acts_on_others and one.own_state]
    if len(acts) == 1:
        yield from of_state(sheet, record, acts[0])
    elif acts:
        # What is over stands in the table of acts.
        left = [one for one in acts if one.own_state and one.own_state.code in STANDING] or acts
        yield act_tables.on_the_day(sheet), joined((act_holds(sheet, one) for one in left), " ")
        yield "Issuer", sheet.links(getattr(record.data, "issuer", ()))


def act_holds(sheet: Sheet, act: Fact) -> Rich:
    """What holds of an act, as a sentence: `The second suspension is in force until 1 May 2031.`"""
    held, label = act.own_state, own_label(act, sheet.dossier.briefing.name(act.record.id))
    assert held
    until = f" until {in_words(held.until)}" if held.until and held.code == "in-force" else ""
    name = f"The {inside(sheet.dossier.briefing, label)}" if has_article(label) else label
    told = f"{name} {held.told(is_plural(label))}{until}"
    return fill("{}.", holds(sheet, held, told))


def lasted(sheet: Sheet, record: Record, whole: Fact) -> tuple[str, str]:
    """The days on which a rule or agreement held, or that on which it was made known."""
    held, value = whole.own_state, whole.chosen.value
    assert held
    since = in_words(held.since) if held.since else ""
    begun = whole.chosen.from_ or (value.date if value else None)
    # The day of an end is no first day.
    first = in_words(begun) if begun else since if held.code == "in-force" else ""
    if held.never:
        told = f"{word_of_code(held.code)} before taking effect"
        if parts := counting.listed([*dict.fromkeys(spells_of_parts(sheet, record))]):
            told = f"in part in force {parts}, the rest {told}"
        announced = days_of(sheet.dossier, f"{record.id}.announced")
        days = (("Announced", f"{in_words(one)}, {told}") for one in announced)
        return next(days, ("In force", told))
    if days_in_force := spell(held, first):
        return "In force", days_in_force
    return "Since", since


def spells_of_parts(sheet: Sheet, record: Record) -> Iterator[str]:
    """From when to when each part was in force, of which that is known."""
    for part in facts_of(sheet.dossier, record):
        begun = part.chosen.from_ if isinstance(part.statement, Part) else None
        if begun and part.held and not part.held.never:
            yield from filter(None, [spell(part.held, in_words(begun))])


def spell(held: Held, first: str) -> str:
    """From when to when something was in force; empty where that is not known of it."""
    if held.code == "in-force":
        ends = " or ".join(map(in_words, held.ends))
        return f"from {first} until {ends}" if ends else f"since {first}"
    is_over = held.code == "suspended" or held.code in PAST
    since = f"from {first} " if first else ""
    return f"{since}until {in_words(held.since)}" if is_over and held.since else ""


def grids(sheet: Sheet, record: Record, relations: Relations) -> Iterator[Grid]:
    """The tables of a record."""
    if record.kind == "round":
        yield from attendance.matrix(sheet, [record])
    if record.kind == "person":
        yield from attendance.of_person(sheet, record)
    if isinstance(record.data, Series):
        yield from tables.figures(sheet, record, facts_of(sheet.dossier, record))
    yield from act_tables.acts(sheet, record)
    yield from act_tables.rates(sheet, record)
    yield from act_tables.upon(sheet, record, relations)
    if isinstance(record.data, Gap):
        yield from near_gap(sheet, record.data.see)
    if record.kind == "agreement":
        yield from act_tables.compliance(sheet, record, relations)


def covering(sheet: Sheet, record: Record, relations: Relations) -> Rich:
    """What measures make of a thing: `It is covered by the toll, in force since 2 May 2031.`"""
    them = "They are" if is_plural(sheet.dossier.briefing.name(record.id)) else "It is"
    parts = []
    for one in relations.of(record.id, HEADINGS["covers"]):
        if (whole := whole_of(sheet.dossier, one.id)) and (held := whole.held):
            since = f" since {in_words(held.since)}" if held.since and not held.until else ""
            parts.append(fill("{}, {}{}", sheet.link(one.id), state(sheet, whole), since))
    return fill("{} covered by {}.", them, joined(parts, "; ")) if parts else Rich()


def who(sheet: Sheet, record: Record) -> Rich:
    """Who a person is: the offices on record, and the rounds."""
    held = (titled(sheet, one, serving(sheet, one)) for one in offices(sheet.dossier, record))
    clauses = [*held, *took_part(sheet, record)]
    return fill("{} {}.", sheet.name(record.id), listed(clauses)) if clauses else Rich()


def attended(sheet: Sheet, record: Record) -> Iterator[str]:
    """The rounds in which a person took part."""
    known = attendance.on_record(sheet.dossier)
    held = known.of_persons.get(record.id, {})
    for id_ in known.numbers:
        if {word for word, _ in held.get(id_, ())} & TOOK_PART:
            yield id_


def took_part(sheet: Sheet, record: Record) -> Iterator[Rich]:
    """For whom and in which rounds a person took part; of more than a few, in how many."""
    rounds = [sheet.link(id_, meeting(sheet, id_)) for id_ in attended(sheet, record)]
    told = listed(rounds)
    if rounds[SHORT:]:
        told = fill("{} rounds, from {} to {}", few(len(rounds)), rounds[0], rounds[-1])
    side = act_tables.one_party(sheet.dossier, record.id)
    whose = f" for {actor(sheet.dossier.briefing, side)}" if side else ""
    if rounds:
        yield fill("took part{} in {}", whose, told)


def in_tables(record: Record) -> set[str]:
    """How a record is mentioned by what stands in its tables already, and is not listed again."""
    about = {"about"} if record.kind == "agreement" else set()
    return {HEADINGS[key] for key in ("target", "person", *about)}


def source_tables(source: Source) -> Iterator[Grid]:
    """The tables of a source that may be shown whole, with their licence and what was changed."""
    for key, table in source.tables.items():
        rows = one_group(
            Row(escape(name), tuple(escape(cell) for cell in cells))
            for name, *cells in table.rows.values()
        )
        copied = f" (copied; {table.edited})" if table.edited else ""
        note = f"Licence: {table.licence}{copied}."
        yield Grid(f"table--{key}", table.title, columns(*table.columns.values()), rows, note)
