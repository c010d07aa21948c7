"""The published facts: one entry for each, with every key that the schema promises."""

from collections.abc import Iterable
from decimal import Decimal
from math import isfinite

from generator.counting import grouped
from generator.derive.agree import base_of
from generator.derive.dossier import Dossier, Evidence, Fact, Stance, Status
from generator.model.beside import Reading
from generator.model.dates import PartialDate
from generator.model.fields import FIELDS, NameTexts, yaml_key
from generator.model.record import Record
from generator.model.statement import Content
from generator.model.values import Value
from generator.render.data.schema import DESCRIBING, LASTING, UNCOUNTED, UNQUOTED
from generator.render.views.naming import said_value
from generator.render.views.sentences import own_sentence
from generator.render.views.sheet import Sheet
from generator.render.views.witnesses import underlying

Entry = dict[str, object]
Numbers = dict[str, int | float | None]
# The largest whole number of SQLite, and of most that read JSON.
LARGEST = 2**63 - 1
# What has a key of its own in each position, or only describes how it is written.
TOLD = ("value", "words", "by", "exact", "inferred", "see", "compare", "label")
ASIDE = ("superseded", "retracted", "rejected")
# What a statement says is the first of these that it has.
IN_VALUE = ("value", "words", "says", "attendance", "person", "people", "title", "does")


def fact_entry(sheet: Sheet, fact: Fact) -> Entry:
    """One fact, with every key that the schema promises."""
    dossier, says = sheet.dossier, says_of(fact)
    described = says or fact.statement
    return {
        "id": fact.id,
        "kind": fact.record.kind,
        "record": fact.record.id,
        "label": fact.label,
        "sentence": own_sentence(sheet, fact).text or None,
        "value": value_of(dossier, fact, says),
        **in_numbers(said_value(fact) if says else None),
        "unit": described.unit or series_unit(fact),
        "base": base(dossier, fact, says),
        "words": says.words if says else None,
        "does": described.does,
        "target": [id_ for id_ in described.target if is_known(dossier, id_)],
        "names": names(dossier, fact),
        "status": word(fact),
        "state": state(fact),
        "by": list(fact.by) if fact.status is Status.CLAIMED else None,
        "known_from": fact.known_from.isoformat() if fact.known_from else None,
        "as_of": dossier.as_of.isoformat(),
        "positions": [
            {**_position(dossier, stance), "differs": differs(dossier, fact, stance)}
            for stance in fact.stances
        ],
        "silent": {party: _silent(fact, party) for party in fact.silent},
        "reading": reading(fact.reading) if fact.reading else None,
        "computed": computed(dossier, fact),
        "describes": describes(dossier, fact, described),
        "url": f"f/{fact.id}/index.html",
        "file": fact.record.file.path,
        "line": fact.located.key_span().line,
    }


def reading(given: Reading) -> Entry:
    """How the editors read it, from when on, and of a dispute when it was last raised."""
    last = given.last_raised
    return {"text": given.text, "on": given.on.text, "last_raised": last.text if last else None}


def says_of(fact: Fact) -> Content | None:
    """What the fact says; None where no position wins."""
    return None if fact.rivals or fact.status is Status.DISPUTED else fact.chosen


def series_unit(fact: Fact) -> str | None:
    """The unit of the series where something is counted: words and days have none."""
    values = (content.value for content in fact.contents)
    is_number = fact.statement.compute or any(one and one.numbers for one in values)
    return fact.of_series("unit") if is_number else None


def value_of(dossier: Dossier, fact: Fact, says: Content | None) -> str | None:
    """What the fact says, as text; what a formula gives where nothing else is said."""
    if says is None:
        return None
    given = fact.computed if fact.statement.compute else None
    return said(dossier, says) or (given.result if given else None)


def said(dossier: Dossier, content: Content) -> str | None:
    """The text of the first key present that says something."""
    found = (getattr(content, key) for key in IN_VALUE)
    return next((_text(dossier, value) for value in found if value), None)


def _text(dossier: Dossier, value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, NameTexts):
        return value.in_language(dossier.language)
    return str(getattr(value, "text", value))


def in_numbers(value: Value | None, power: int = 0) -> Numbers:
    """A value as a number or its bounds, times a power of ten."""
    found = {key: getattr(value, key, None) for key in ("number", "low", "high")}
    return {key: as_number(one and one.scaleb(power)) for key, one in found.items()}


def base(dossier: Dossier, fact: Fact, says: Content | None) -> Entry | None:
    """The value in the unit that figures of several scales have in common."""
    unit = (says.unit if says else None) or fact.of_series("unit")
    value = said_value(fact) if says else None
    if not unit or value is None or not value.numbers:
        return None
    found = base_of(dossier.briefing, unit)
    return {**in_numbers(value, found.power), "unit": found.name}


def names(dossier: Dossier, fact: Fact) -> dict[str, list[str]]:
    """What its record and place, whom it names and an office are called in other languages."""
    records, ids = dossier.briefing.records, [fact.record.id]
    for content in fact.contents:
        ids += (*content.people, *content.by)
        ids += filter(None, (content.person, content.party, content.body))
    called = [records[id_] for id_ in dict.fromkeys(ids) if id_ in records]
    forms = [form for record in called for form in foreign(dossier, record)]
    titles = (content.title for content in fact.contents if content.title)
    forms += [form for title in titles for form in title.foreign(dossier.language)]
    return {tag: list(own) for tag, own in sorted(grouped(dict.fromkeys(forms)).items())}


def foreign(dossier: Dossier, record: Record) -> tuple[tuple[str, str], ...]:
    """What a record, and the place of a round, is called in other languages than the briefing's."""
    called = (record.data.called, getattr(record.data, "place", None))
    return tuple(form for name in called if name for form in name.foreign(dossier.language))


def differs(dossier: Dossier, fact: Fact, stance: Stance) -> dict[str, str]:
    """The keys in which a position is not as every other, but for those that its entry has."""
    told: dict[str, str] = {}
    for key in Content.model_fields if len(fact.stances) > 1 else ():
        own, all_ = getattr(stance.content, key), [getattr(s.content, key) for s in fact.stances]
        if own and key not in TOLD + ASIDE and any(one != own for one in all_):
            told[yaml_key(key)] = _text(dossier, own)
    if (gone := stance.aside) and gone.status is not Status.REJECTED:
        by = f"by {', '.join(gone.by)}" if gone.by else ""
        told[gone.status.value] = ", ".join(filter(None, (gone.on.isoformat(), by, gone.why)))
    value = said(dossier, stance.content)
    return {key: shown for key, shown in told.items() if shown != value}


def stated_date(fact: Fact) -> PartialDate | None:
    """The value as a date; what a formula gives is a date as well."""
    if fact.rivals or fact.status is Status.DISPUTED:
        return None
    if fact.statement.compute:
        return fact.computed.date if fact.computed else None
    return fact.chosen.value.date if fact.chosen.value else None


def as_number(number: Decimal | None) -> int | float | None:
    """The number that JSON and SQLite can hold, none where it is larger than any.

    How precisely it was written stands in `value`.
    """
    if number is None:
        return None
    if abs(number) <= LARGEST and number == number.to_integral_value():
        return int(number)
    found = float(number)
    return found if isfinite(found) else None


def word(one: Fact | Stance) -> str:
    """A status in its word; without one, whether words are held that do not count."""
    if one.status:
        return one.status.value
    return UNCOUNTED if any(each.quote for each in one.evidence) else UNQUOTED


def _silent(fact: Fact, party: str) -> Entry:
    silent = fact.statement.silent[party]
    on = silent.on.text if silent.on else None
    held = witnesses(fact.silent[party])
    return {"text": silent.text, "office": silent.office, "on": on, "witnesses": held}


def _position(dossier: Dossier, stance: Stance) -> Entry:
    aside = stance.aside if stance.aside and stance.aside.status is Status.REJECTED else None
    return {
        "key": stance.key,
        "by": ", ".join(stance.by) or None,
        "value": said(dossier, stance.content),
        "words": stance.content.words,
        "status": word(stance),
        "rejected": {"why": aside.why, "on": aside.on.isoformat()} if aside else None,
        "witnesses": witnesses(stance.evidence),
    }


def witnesses(evidence: Iterable[Evidence]) -> list[Entry]:
    """The quotations that something rests on, and the sources that are listed beside them."""
    return [
        {
            "source": one.source.id,
            "quote": one.quote.text if one.quote else None,
            "at": one.quote.at if one.quote else None,
            "origin": (one.quote and one.quote.origin) or one.publication.origin or "unknown",
            "published": one.published.text,
            "url": one.publication.url,
            "counts": one.counts,
        }
        for one in evidence
    ]


def computed(dossier: Dossier, fact: Fact) -> Entry | None:
    """A formula with its inputs, their sources, and what it gives."""
    found, weakest = fact.computed, fact.weakest
    if found is None or found.missing:
        return None
    return {
        "formula": found.formula,
        "inputs": list(found.inputs),
        "sources": [one.source.id for one in underlying(dossier, fact)],
        "result": found.result,
        "agrees": found.agrees,
        "weakest": weakest.value if weakest else None,
    }


def describes(dossier: Dossier, fact: Fact, content: Content) -> Entry:
    """The keys that say what the value is about, those that are stated."""
    found: Entry = {}
    for key in (*DESCRIBING, *LASTING):
        value = getattr(content, FIELDS.get(key, key)) or fact.of_series(key)
        if key == "period":
            value = content.period or fact.located.period
        if key == "about":
            value = tuple(id_ for id_ in value or () if is_known(dossier, id_))
        if value:
            found[key] = _text(dossier, value)
    if fact.end and "until" not in found:
        found["until"] = fact.end.isoformat()
    return found


def state(fact: Fact) -> Entry | None:
    """What holds on the day, since when, until when, by which act and how well borne out."""
    held = fact.held
    if held is None:
        return None
    return {
        "code": held.code,
        "text": held.text,
        "since": held.since.isoformat() if held.since else None,
        "until": held.until.isoformat() if held.until else None,
        "by": held.maker,
        "status": held.status.value,
    }


def is_known(dossier: Dossier, id_: str) -> bool:
    """Whether a record or statement is known on the day: the id of another would tell of it."""
    return id_ in dossier.facts or id_ in dossier.records
