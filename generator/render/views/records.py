"""What a record's page tells of it: its statements, its keys, what mentions it, and when it began.

What says nothing of its own beginning began with what it is about: terms with the talks on them.
What has no beginning at all, as a chart or a comparison, stands as its own `order` says.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.counting import counted
from generator.derive.dossier import Dossier, Fact
from generator.derive.lanes import BEGINNINGS
from generator.derive.when import worked_out_once
from generator.model.beside import Reading
from generator.model.dates import Duration, PartialDate
from generator.model.fields import NameTexts, yaml_key
from generator.model.record import Record
from generator.model.statement import Content
from generator.render.views.borne import page_of
from generator.render.views.grids import Listing, listing, told_by
from generator.render.views.links import is_statement
from generator.render.views.naming import office
from generator.render.views.sheet import Sheet, outward
from generator.render.views.text import Rich, covered, day, escape, joined

# A heading stands above, a reading below; other spellings are for search, not names to be read.
# A family is a key of ours, and every value has its unit.
UNLISTED = ("name", "title", "term", "lead", "looked", "on", "reading", "aliases", "family", "unit")
LAST = date.max
# How something is mentioned, in the order in which a page shows it. Sides and bodies have no page,
# so what only they are named for is not among it.
HEADINGS = {
    "target": "What changed it",
    "keeps": "What carried it out",
    "covers": "Measures that cover this",
    "materials": "Licences for this",
    "about": "Statements about this",
    "by": "Statements made",
    "people": "Named in",
    "person": "Named in",
    "inputs": "Worked out from this",
    "compare": "Compare with",
    "see": "Mentioned in",
}
# What says no more than that there is a mention lists none that stands under another heading.
LEAST = HEADINGS["see"]
# Kinds that a page calls otherwise.
UNNAMED = ("gap", "glossary")
Mention = Fact | Record


def facts_of(dossier: Dossier, record: Record) -> list[Fact]:
    """The known statements of a record, in the order of its file."""
    facts = dossier.by_record.get(record.id, ())
    return sorted(facts, key=lambda fact: fact.located.key_span().start)


def reading_of(dossier: Dossier, record: Record) -> Reading | None:
    """The reading of a record, from its day; that of a statement stands on its card."""
    reading = None if is_statement(record) else record.data.reading
    return reading if reading and reading.on.last <= dossier.day else None


def resting(dossier: Dossier, source: Record) -> str:
    """How much rests on a source: `3 statements rest on it`."""
    number = len(dossier.used_sources.get(source.id, ()))
    return f"{counted(number, 'statement')} rest{'s' if number == 1 else ''} on it"


def rows(sheet: Sheet, record: Record) -> Iterator[tuple[str, Rich]]:
    """What describes a record: its keys that are no statements, and its name in all languages."""
    called = record.data.called
    if called and called.foreign(sheet.dossier.language):
        yield "Name", sheet.called(called)
    if called and (pages := joined(printed(sheet, called))):
        yield "Name as printed by", pages
    for name in type(record.data).model_fields:
        value = getattr(record.data, name)
        shown = described(sheet, name, value, name in type(record.data).REFERS)
        if name not in (*UNLISTED, "sentence") and shown:
            yield in_words_of(name), shown


def in_words_of(key: str) -> str:
    """A key as the head of a row; a party of a person reads as one of politics."""
    return "Side" if key == "party" else re.sub("[-_]", " ", yaml_key(key)).capitalize()


def printed(sheet: Sheet, called: NameTexts) -> Iterator[Rich]:
    """The pages that print the foreign form of a name; they stand outside the clocks."""
    for id_ in called.seen:
        if source := sheet.dossier.briefing.source(id_):
            yield outward(office(page_of(source)), source.url)


def described(sheet: Sheet, key: str, value: object, refers: bool) -> Rich:
    """What a key holds, with links where it names records; nothing for what holds statements."""
    if isinstance(value, str):
        return sheet.link(value) if refers else escape(value)
    if isinstance(value, tuple):
        return sheet.links(value) if refers else escape(", ".join(value))
    if isinstance(value, NameTexts):
        return sheet.called(value)
    if isinstance(value, PartialDate):
        return escape(covered(value) if key == "period" else day(value))
    return escape(value.text) if isinstance(value, Duration) else Rich()


def in_time(dossier: Dossier, records: Iterable[Record]) -> list[Record]:
    """Records that say when they began, in time order; the others after them, by order and id."""
    return sorted(
        records, key=lambda one: (began(dossier, one), getattr(one.data, "order", 0), one.id)
    )


@worked_out_once
def ordered(dossier: Dossier, kind: str) -> tuple[Sequence[Record], dict[str, int]]:
    """The records of a kind in time, and the place of each."""
    records = tuple(in_time(dossier, dossier.of_kind(kind)))
    return records, {record.id: at for at, record in enumerate(records)}


def days_of(dossier: Dossier, id_: str) -> list[PartialDate]:
    """The days that the positions of a statement give."""
    fact = dossier.facts.get(id_)
    values = [stance.content.value for stance in fact.stances] if fact else []
    return [value.date for value in values if value and value.date]


def began(dossier: Dossier, record: Record) -> date:
    """The first day of a record, or a day after all others; an exact one before a bound."""
    told = [days for key in BEGINNINGS if (days := days_of(dossier, f"{record.id}.{key}"))]
    exact = (days for days in told if not any(day.is_bound for day in days))
    if days := next(exact, told[0] if told else []):
        return min(day.last for day in days)
    rounds = (dossier.records.get(id_) for id_ in getattr(record.data, "about", ()))
    return min((began(dossier, one) for one in rounds if one and one.kind == "round"), default=LAST)


class Relations:
    """Mentions by the record that is mentioned, then by how."""

    def __init__(self, dossier: Dossier) -> None:
        """Reads every reference once."""
        self.found: dict[str, dict[str, dict[str, Mention]]] = {}
        self.acting: dict[str, list[Fact]] = {}
        for fact in dossier.facts.values():
            for id_ in fact.chosen.target:
                self.acting.setdefault(id_, []).append(fact)
            for key, id_ in of_fact(fact):
                self._note(id_, key, fact.id, fact)
        for record in dossier.records.values():
            for key, id_ in of_record(record):
                self._note(id_, key, record.id, record)

    def _note(self, target: str, key: str, id_: str, mention: Mention) -> None:
        to = target.partition(".")[0]
        # What a record says of itself is on its own page already.
        if to != id_.partition(".")[0]:
            self.found.setdefault(to, {}).setdefault(HEADINGS[key], {})[id_] = mention

    def of(self, id_: str, heading: str) -> tuple[Mention, ...]:
        """What mentions a record in one way."""
        return tuple(self.found.get(id_, {}).get(heading, {}).values())

    def listings(self, sheet: Sheet, record: Record, shown: Iterable[str]) -> Iterator[Listing]:
        """Lists of what mentions a record, but for the ways that stand on the page already."""
        held = self.found.get(record.id, {})
        what = f"this {record.kind}" if record.kind not in UNNAMED else "this"
        told = {id_ for heading, found in held.items() if heading != LEAST for id_ in found}
        for heading in dict.fromkeys(HEADINGS.values()):
            author = record.id if heading == HEADINGS["by"] else ""
            items = tuple(
                told_by(sheet, one, author) if isinstance(one, Fact) else sheet.link(one.id)
                for id_, one in held.get(heading, {}).items()
                if heading != LEAST or id_ not in told
            )
            if items and heading not in shown:
                id_ = f"section--{heading.lower().replace(' ', '-')}"
                yield listing(id_, heading.replace("this", what), items)


def of_fact(fact: Fact) -> Iterator[tuple[str, str]]:
    """The references of a statement, each with its key; those of a position only when known."""
    for content in contents(fact):
        for key in filter(HEADINGS.get, Content.REFERS):
            yield from ((key, id_) for id_ in ids(getattr(content, key, None)))
    if fact.computed:
        yield from (("inputs", id_) for id_ in fact.computed.inputs)


def contents(fact: Fact) -> tuple[Content, ...]:
    """All that a statement says, in its positions too."""
    return (fact.statement, *(stance.content for stance in fact.stances))


def of_record(record: Record) -> Iterator[tuple[str, str]]:
    """The references of a record that are part of no statement."""
    for key in () if is_statement(record) else type(record.data).REFERS:
        if key in HEADINGS:
            yield from ((key, id_) for id_ in ids(getattr(record.data, key, None)))


def ids(value: object) -> tuple[str, ...]:
    """One id, several or none."""
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
