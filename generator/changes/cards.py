"""A statement, or a key of a record, in the words that readers see, before and now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generator.changes.listing import Change, Changes, Difference
from generator.derive import Dossier, Fact
from generator.derive.dossier import Aside, Evidence
from generator.model.dates import PartialDate, in_words
from generator.model.edition import Settings
from generator.model.fields import NameTexts, yaml_key
from generator.model.record import Record
from generator.model.source import Source
from generator.render.views.borne import NO_WORD, full_word
from generator.render.views.links import HOME
from generator.render.views.prose import sentence
from generator.render.views.sentences import own_sentence
from generator.render.views.sheet import Sheet, says
from generator.render.views.tables import title_of
from generator.render.views.text import number
from generator.rules.shared import QuotedStatement

PLAIN = Settings()
VALUE, SENTENCE, STATUS, KNOWN = "value", "sentence", "status", "known from"
THEN = "then"
STATE, QUOTATION, ANSWER = "state", "quotation", "answer"
# What a key is called where readers do not know it; one within another key by both.
CALLED = {
    "answer": ANSWER,
    "aliases": "other names",
    "asks": "question",
    "compare": "compare with",
    "family": "table",
    "for": "lasts",
    "headline": "title",
    "inferred": "our inference",
    "inferred.from": "what we infer it from",
    "keeps": "carries out",
    "looked": "where we looked",
    "reading.last-raised": "last raised",
    "reading.on": "day of our reading",
    "reading.text": "our reading",
    "retrieved": "read on",
    "see": "see also",
    THEN: "what follows",
    "silent.office": "whose text is silent",
    "silent.on": "day of the silent text",
    "silent.text": "silent text",
    "silent.witnesses": "quotation on the silent text",
    "url": "link",
}
# The value in words has these, and the status the others.
IN_VALUE = {"value", "unit", "exact", "words", "says", "people", "person", "attendance", "does"}
IN_VALUE |= {"target", "title", "compute", "recompute"}
IN_STATUS = {"by", "witnesses"}
TOLD = IN_VALUE | {SENTENCE}
# An office and an act say for themselves how long they last.
LASTING = {"from_", "until", "through", "for_", "renews", "body"}
# The reason stands with the position.
ASIDE = {"rejected", "superseded", "retracted"}


Keys = Mapping[str, str]
SAME: Keys = {}


@dataclass(frozen=True)
class Words:
    """One thing that reads otherwise; empty where it was not, or is no more."""

    what: str
    before: str
    after: str


def reworded(changes: Changes, was: Fact | None, now: Fact | None) -> Iterator[Words]:
    """What reads otherwise of a statement, its witnesses last."""
    if was is None or now is None:
        old, new = (card(of, one) for of, one in ((changes.base, was), (changes.head, now)))
        yield from (*differing(old, new), *witnesses(changes, was, now))
        return
    id_ = now.id
    parts = [one for one in changes.parts if one.now and one.now.located.id == id_]
    pairs = ((one.was.path, one.now.path) for one in parts if one.was and one.now)
    keys = {path[-1]: to[-1] for path, to in pairs if path and to}
    yield from differing(card(changes.base, was, keys), card(changes.head, now))
    own = [each for one in parts for each in one.differences if is_own(one, each)]
    written = (one for one in changes.statements if one.now and one.now.id == id_)
    rest = (each for one in written for each in one.differences if each.key not in TOLD)
    yield from dict.fromkeys(words for each in (*own, *rest) for words in generic(changes, each))
    yield from witnesses(changes, was, now, keys)


def is_own(change: Change[QuotedStatement], one: Difference) -> bool:
    """Whether a key of a part is shown for itself; a position stands aside in its own words."""
    assert change.now
    content, is_aside = change.now.content, one.key in ASIDE and change.now.path != ()
    is_lasting = one.key in LASTING and bool(content.title or content.does)
    return one.key not in IN_VALUE | IN_STATUS and not is_aside and not is_lasting


def card(dossier: Dossier, fact: Fact | None, keys: Keys = SAME) -> dict[str, str]:
    """What a statement says, and what follows from it; positions by the keys that they have now."""
    if fact is None:
        return {}
    sheet = Sheet(dossier, PLAIN, HOME)
    found = {VALUE: "" if fact.rivals else says(sheet, fact, fact.chosen).text}
    # One that is made of the keys would say the value again.
    found[SENTENCE] = own_sentence(sheet, fact).text if fact.statement.sentence else ""
    for one in fact.stances if fact.statement.positions else ():
        aside = f" ({_aside_of(one.aside)})" if one.aside else ""
        by = f", by {sheet.names(one.by).text}" if one.by else ""
        answer = says(sheet, fact, one.content).text
        found[f"{ANSWER}.{keys.get(one.key, one.key)}"] = f"{answer}{by}{aside}"
    found[STATUS] = full_word(sheet, fact.status, fact.by).text or NO_WORD
    found[STATE] = fact.held.phrase if fact.held else ""
    if fact.computed and not fact.statement.compute:
        agrees = "agrees" if fact.computed.agrees else "differs"
        result = fact.computed.result
        found["recomputed"] = f"{number(result)}, which {agrees}" if result else "not possible"
    found[KNOWN] = in_words(fact.known_from) if fact.known_from else ""
    return found


def _aside_of(aside: Aside) -> str:
    since = f"{aside.status.value} on {in_words(aside.on)}"
    return f"{since}: {aside.why}" if aside.why else since


def differing(was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Words]:
    """What came, went or reads otherwise, part by part."""
    for what in dict.fromkeys((*now, *was)):
        if was.get(what, "") != now.get(what, ""):
            yield Words(in_plain(what), was.get(what, ""), now.get(what, ""))


def witnesses(
    changes: Changes, was: Fact | None, now: Fact | None, keys: Keys = SAME
) -> Iterator[Words]:
    """The quotations that came and went, answer by answer.

    Where an answer is new, only those are reported that the statement had nowhere.
    """
    to = changes.pairing.now
    old = {who: {to(id_): one for id_, one in of.items()} for who, of in borne(was, keys)}
    new = dict(borne(now, SAME))
    answers = {**card(changes.base, was, keys), **card(changes.head, now)}
    for who in dict.fromkeys((*old, *new)):
        what = f"{QUOTATION} for the answer {answers[who]}" if who else QUOTATION
        left = new.get(who) or {id_ for of in new.values() for id_ in of}
        had = old.get(who) or {id_ for of in old.values() for id_ in of}
        gone = (one for id_, one in old.get(who, {}).items() if id_ not in left)
        yield from (Words(what, printed(one), "") for one in gone)
        come = (one for id_, one in new.get(who, {}).items() if id_ not in had)
        yield from (Words(what, "", printed(one)) for one in come)


def borne(fact: Fact | None, keys: Keys) -> Iterator[tuple[str, dict[str, Evidence]]]:
    """The witnesses of each answer as `card` calls it, or of the statement by an empty name."""
    for one in fact.stances if fact else ():
        is_one_of = fact and fact.statement.positions
        who = f"{ANSWER}.{keys.get(one.key, one.key)}" if is_one_of else ""
        yield who, {each.witness: each for each in one.evidence}


def printed(one: Evidence) -> str:
    """The words of a witness, with who printed them and when, and whether they count."""
    words = f"“{one.quote.text}”" if one.quote else NO_WORD
    counts = "" if one.counts or not one.quote else ", which does not count"
    return f"{words} ({publication(one.publication)}{counts})"


def publication(source: Source) -> str:
    """Who printed a source, and when."""
    is_dated = source.published.text != "unknown"
    return f"{source.publisher}, {in_words(source.published) if is_dated else 'undated'}"


def generic(changes: Changes, one: Difference, record: Record | None = None) -> Iterator[Words]:
    """A key that differs, in plain words: all that it holds, leaf by leaf."""
    key = yaml_key(one.key)
    sides = ((changes.base, one.was), (changes.head, one.now))
    if one.key == THEN or (record and one.key in record.data.prose):
        old, new = ({key: in_prose(of, getattr(text, "sentence", text))} for of, text in sides)
    else:
        old, new = (dict(leaves(of, value, key)) for of, value in sides)
    yield from differing(old, new)


def in_plain(path: str) -> str:
    """What a key is called; one within others by the first and the last."""
    top, _, rest = path.replace("_", "-").partition(".")
    last = rest.rpartition(".")[2]
    name = CALLED.get(f"{top}.{last}") or CALLED.get(top) or (f"{last} in {top}" if last else top)
    return name.replace("-", " ")


def in_prose(dossier: Dossier, text: object) -> str:
    """A template as it reads, on one line."""
    return " ".join(sentence(Sheet(dossier, PLAIN, HOME), str(text or "")).text.split())


def leaves(dossier: Dossier, value: object, path: str) -> Iterator[tuple[str, str]]:
    """What a key holds, down to texts; what is named, by its name."""
    if isinstance(value, NameTexts):
        forms = ", ".join(text for _, text in value.foreign(dossier.language))
        yield path, value.in_language(dossier.language) + (f" ({forms})" if forms else "")
    elif isinstance(value, BaseModel):
        held = {yaml_key(key): getattr(value, key) for key in type(value).model_fields}
        yield from leaves(dossier, held, path)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from leaves(dossier, one, f"{path}.{key}")
    elif path == "family" and value:
        yield path, title_of(Sheet(dossier, PLAIN, HOME), str(value))
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


def named(dossier: Dossier, id_: str) -> str:
    """What a statement or record is called; a text as it is."""
    fact = dossier.facts.get(id_)
    return fact.label if fact else dossier.briefing.name(id_)
