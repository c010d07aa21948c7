"""A statement, or a key of a record, in the words that readers see, before and now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generator.changes.listing import Changes, Difference
from generator.derive import Dossier, Fact
from generator.derive.brief import last_known
from generator.derive.dossier import Evidence
from generator.model.dates import PartialDate, in_words
from generator.model.fields import NameTexts, yaml_key
from generator.model.point import KeyPoint
from generator.model.record import Record
from generator.model.settings import Settings
from generator.render.views.borne import NO_WORD
from generator.render.views.links import HOME
from generator.render.views.prose import sentence
from generator.render.views.sheet import Sheet, full_word, says
from generator.render.views.text import number

PLAIN = Settings()
VALUE, STATUS, KNOWN = "value", "status", "known from"
WITNESS, POSITION = "witness", "position"
# The value in words has these, and the status the others.
IN_VALUE = {"value", "unit", "exact", "words", "says", "people", "person", "attendance", "does"}
IN_VALUE |= {"target", "title", "compute", "recompute"}
IN_STATUS = {"by", "witnesses"}
# The reason stands with the position.
ASIDE = {"rejected", "superseded", "retracted"}


@dataclass(frozen=True)
class Words:
    """One thing that reads otherwise; empty where it was not, or is no more."""

    what: str
    before: str
    after: str


def reworded(changes: Changes, was: Fact | None, now: Fact | None) -> Iterator[Words]:
    """What reads otherwise of a statement, its witnesses last."""
    parts = [one for one in changes.parts if now and one.now and one.now.located.id == now.id]
    pairs = ((one.was.path, one.now.path) for one in parts if one.was and one.now)
    keys = {path[-1]: to[-1] for path, to in pairs if path and to}
    old = card(changes.base, was, keys) if was else {}
    new = card(changes.head, now, {}) if now else {}
    yield from differing(old, new)
    seen = set[Words]()
    for one in parts if was and now else ():
        for each in one.differences:
            if each.key not in IN_VALUE | IN_STATUS:
                found = {words for words in generic(changes, each) if is_shown(each, words)} - seen
                seen |= found
                yield from sorted(found, key=lambda words: words.what)
    whole = (one for one in changes.statements if was and now and one.now and one.now.id == now.id)
    for statement in whole:
        rest = (each for each in statement.differences if each.key not in IN_VALUE)
        yield from (words for each in rest for words in generic(changes, each))
    yield from witnesses(changes, (was, now), keys)


def is_shown(one: Difference, words: Words) -> bool:
    """Whether a key is shown for itself; of what stands aside only another day."""
    is_other_day = words.what.endswith(" on") and words.before and words.after
    return one.key not in ASIDE or bool(is_other_day)


Facts = tuple[Fact | None, Fact | None]
Keys = Mapping[str, str]


def card(dossier: Dossier, fact: Fact, keys: Keys) -> dict[str, str]:
    """What a statement says, and what follows from it; positions by the keys that they have now."""
    sheet = Sheet(dossier, PLAIN, HOME)
    found = {VALUE: "" if fact.rivals else says(sheet, fact, fact.chosen).text}
    for one in fact.stances if fact.statement.positions else ():
        why = f": {one.aside.why}" if one.aside and one.aside.why else ""
        aside = f" ({one.aside.status.value}{why})" if one.aside else ""
        by = f", by {sheet.names(one.by).text}" if one.by else ""
        answer = says(sheet, fact, one.content).text
        found[position(keys.get(one.key, one.key))] = f"{answer}{by}{aside}"
    found[STATUS] = full_word(sheet, fact.status, fact.by).text or NO_WORD
    # Of what a source that is taken back leaves without a witness, the source says the reason.
    asides = (one.aside for one in fact.stances if one.aside and not fact.statement.positions)
    own = (one.why for one in asides if getattr(fact.statement, one.status.value, None))
    found["reason"] = next(own, "")
    found["state"] = fact.held.phrase if fact.held else ""
    if fact.computed and not fact.statement.compute:
        agrees = "agrees" if fact.computed.agrees else "differs"
        result = fact.computed.result
        found["recomputed"] = f"{number(result)}, which {agrees}" if result else "not possible"
    found[KNOWN] = fact.known_from.isoformat() if fact.known_from else ""
    return found


def differing(was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Words]:
    """What came, went or reads otherwise, part by part."""
    for what in dict.fromkeys((*now, *was)):
        if was.get(what, "") != now.get(what, ""):
            yield Words(what, was.get(what, ""), now.get(what, ""))


def position(key: str) -> str:
    """What a position is called."""
    return f"{POSITION} {key.replace('-', ' ')}"


def witnesses(changes: Changes, facts: Facts, keys: Keys) -> Iterator[Words]:
    """The witnesses that came and went, position by position.

    Where a position is new, only those are reported that the statement had nowhere.
    """
    to = changes.pairing.now
    old = {who: {to(id_): one for id_, one in of.items()} for who, of in borne(facts[0], keys)}
    now = dict(borne(facts[1], {}))
    for who in dict.fromkeys((*old, *now)):
        what = f"{who}: {WITNESS}" if who else WITNESS
        left = now.get(who, {id_: one for of in now.values() for id_, one in of.items()})
        had = old.get(who, {id_: one for of in old.values() for id_, one in of.items()})
        gone = (one for id_, one in old.get(who, {}).items() if id_ not in left)
        yield from (Words(what, printed(one), "") for one in gone)
        come = (one for id_, one in now.get(who, {}).items() if id_ not in had)
        yield from (Words(what, "", printed(one)) for one in come)


def borne(fact: Fact | None, keys: Keys) -> Iterator[tuple[str, dict[str, Evidence]]]:
    """The witnesses of each position by its name, or of the statement by an empty one."""
    for one in fact.stances if fact else ():
        who = position(keys.get(one.key, one.key)) if fact and fact.statement.positions else ""
        yield who, {each.witness: each for each in one.evidence}


def printed(one: Evidence) -> str:
    """The words of a witness, with who printed them and when, and whether they count."""
    words = f"“{one.quote.text}”" if one.quote else NO_WORD
    is_dated = one.publication.published.text != "unknown"
    when = in_words(one.publication.published) if is_dated else "undated"
    counts = "" if one.counts or not one.quote else ", which does not count"
    return f"{one.publication.publisher}, {when}: {words}{counts}"


def generic(changes: Changes, one: Difference, record: Record | None = None) -> Iterator[Words]:
    """A key that differs, in plain words: all that it holds, leaf by leaf."""
    key = yaml_key(one.key).replace("-", " ").replace("_", " ")
    if record and one.key in record.data.prose:
        yield Words(key, in_prose(changes.base, one.was), in_prose(changes.head, one.now))
        return
    old, new = dict(leaves(changes.base, one.was, key)), dict(leaves(changes.head, one.now, key))
    yield from differing(old, new)
    if record and isinstance(record.data, KeyPoint) and one.key == "rests":
        # What rests on more may leave earlier editions.
        days = [since(each, record.id) for each in (changes.base, changes.head)]
        yield from differing({"in editions from": days[0]}, {"in editions from": days[1]})


def in_prose(dossier: Dossier, text: object) -> str:
    """A template as it reads."""
    return sentence(Sheet(dossier, PLAIN, HOME), str(text)).text if text else ""


def since(dossier: Dossier, id_: str) -> str:
    """The day from which editions have a key point, with what is known last of it."""
    record = dossier.briefing.records.get(id_)
    last = (
        last_known(dossier, record.data) if record and isinstance(record.data, KeyPoint) else None
    )
    return f"{in_words(last[0])}, with “{named(dossier, last[1])}”" if last else ""


def leaves(dossier: Dossier, value: object, path: str) -> Iterator[tuple[str, str]]:
    """What a key holds, down to texts; what is named, by its name."""
    if isinstance(value, NameTexts):
        yield path, in_full(value, dossier.language)
    elif isinstance(value, BaseModel):
        held = {yaml_key(key): getattr(value, key) for key in type(value).model_fields}
        yield from leaves(dossier, held, path)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from leaves(dossier, one, f"{path} {str(key).replace('-', ' ')}")
    elif isinstance(value, tuple):
        yield path, ", ".join(plain(dossier, one) for one in value)
    elif value is not None:
        yield path, plain(dossier, value)


def plain(dossier: Dossier, value: object) -> str:
    """One value: a day in words, an id by its name, a witness by its words."""
    if isinstance(value, PartialDate):
        return in_words(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = " ".join(str(getattr(value, "text", value)).split())
    quote = dossier.briefing.quotation(text) if "#" in text else None
    return f"“{quote.text}”" if quote else named(dossier, text)


def in_full(name: NameTexts, language: str) -> str:
    """A name with its forms in other languages."""
    forms = ", ".join(text for _, text in name.foreign(language))
    return name.in_language(language) + (f" ({forms})" if forms else "")


def named(dossier: Dossier, id_: str) -> str:
    """What a statement or record is called; a text as it is."""
    fact = dossier.facts.get(id_)
    return fact.label if fact else dossier.briefing.name(id_)
