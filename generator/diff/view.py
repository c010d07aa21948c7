"""A statement as readers see it, part by part, so that two can be held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.derive import Dossier, Fact
from generator.derive.dossier import Evidence, Stance
from generator.diff.describing import described, named
from generator.model.dates import in_words
from generator.render.cards import inferred
from generator.render.sheet import Sheet, holder, says, word
from generator.render.text import day, number
from generator.settings import Settings

PLAIN = Settings()
# Whom a witness bears out: a holder and the key of the position, or the statement itself.
Role = tuple[str, str]
OWN: Role = ("", "")
# Days that are told where they change, and go unsaid of what is itself new or gone.
ON = "since"
DAY_OF_READING = f"read {ON}"


@dataclass(frozen=True)
class View:
    """The parts of a statement by name, all as plain text.

    `asked` are those that stand before its `positions`, which are by holder and key. Of each
    witness, by its id, `words` are held against each other, and `printed` says where. `beside` are
    the names of what is to be read with it, by key and id. `borne` are the witnesses of each
    position, or those of the statement; `silent` those in which a side could have spoken. `rows`
    describe the value besides it.
    """

    asked: Mapping[str, str]
    positions: Mapping[str, Mapping[str, str]]
    parts: Mapping[str, str]
    words: Mapping[str, str]
    printed: Mapping[str, str]
    beside: Mapping[tuple[str, str], str] = field(default_factory=dict)
    borne: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)
    silent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)


def view(dossier: Dossier, fact: Fact) -> View:
    """A statement as it reads on the dossier's day."""
    sheet = Sheet(dossier, PLAIN, "index.html")
    asked = {"question": _question(fact)}
    if not fact.rivals:
        asked["value"] = says(sheet, fact, fact.chosen).striptags()
    parts = {
        "status": word(sheet, fact.status, fact.by).striptags(),
        "reason": fact.lowered or _reason(fact),
        "state": fact.state or "",
        "reading": fact.reading.text if fact.reading else "",
        DAY_OF_READING: day(fact.reading.on) if fact.reading else "",
        "label": own_label(fact),
        "recomputed": _recomputed(fact),
        "known from": in_words_of(fact),
    }
    parts |= dict(_days_aside(sheet, fact))
    parts |= {f"{key} inferred": why for key, why in inferred(fact)}
    words = {one.witness: words_of(one) for one in fact.evidence}
    printed = {one.witness: printed_at(one) for one in fact.evidence}
    held = _positions(sheet, fact) if fact.statement.positions else {}
    beside_it = {**dict(beside(sheet, fact)), **dict(named(sheet, fact))}
    rows = _told(dict(described(sheet, fact)))
    silent = {str(sheet.name(id_)): ids_of(found) for id_, found in fact.silent.items()}
    borne = dict(_borne(sheet, fact))
    return View(_told(asked), held, _told(parts), words, printed, beside_it, borne, silent, rows)


def _told(parts: Mapping[str, str]) -> dict[str, str]:
    return {key: text for key, text in parts.items() if text}


def own_label(fact: Fact) -> str:
    """What the statement itself is called: the rest of its label is its record's name."""
    return fact.label if fact.id == fact.record.id else fact.statement.label or ""


def _question(fact: Fact) -> str:
    """What it answers, where it is not called by that."""
    asks = fact.statement.asks or ""
    return "" if asks == own_label(fact) else asks


def _positions(sheet: Sheet, fact: Fact) -> dict[str, dict[str, str]]:
    """The positions of each holder by their keys: who corrects a figure holds two."""
    held: dict[str, dict[str, str]] = {}
    for stance in fact.stances:
        name = str(holder(sheet, fact, stance).striptags())
        held.setdefault(name, {})[stance.key] = _position(sheet, fact, stance)
    return held


def _days_aside(sheet: Sheet, fact: Fact) -> Iterator[tuple[str, str]]:
    """Since when each position has stepped aside, or the statement has."""
    for stance in (one for one in fact.stances if one.aside):
        assert stance.aside
        name = f"{holder(sheet, fact, stance).striptags()} ({stance.key.replace('-', ' ')})"
        whose = f"position of {name}: " if fact.statement.positions else ""
        yield f"{whose}{stance.aside.status.value} {ON}", in_words(stance.aside.on)


def _borne(sheet: Sheet, fact: Fact) -> Iterator[tuple[Role, tuple[str, ...]]]:
    """The witnesses of each position, or those of a statement that has none."""
    for stance in fact.stances:
        name = str(holder(sheet, fact, stance).striptags()) if fact.statement.positions else ""
        yield (name, stance.key) if name else OWN, ids_of(stance.evidence)


def ids_of(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Witnesses by their ids."""
    return tuple(one.witness for one in evidence)


def _position(sheet: Sheet, fact: Fact, stance: Stance) -> str:
    told = says(sheet, fact, stance.content).striptags()
    if not stance.aside:
        return told
    why = f": {stance.aside.why}" if stance.aside.why else ""
    return f"{told} ({stance.aside.status.value}{why})"


def _reason(fact: Fact) -> str:
    """Why a statement without positions holds no more, where that is its own.

    Of what a source that is taken back leaves without a witness, the source tells the reason.
    """
    asides = [stance.aside for stance in fact.stances if stance.aside]
    own = (one.why for one in asides if getattr(fact.statement, one.status.value, None))
    return "" if fact.statement.positions else next(own, "")


def beside(sheet: Sheet, fact: Fact) -> Iterator[tuple[tuple[str, str], str]]:
    """What is to be read beside a statement and is known on the day, by its name."""
    for key, ids in (("see", fact.statement.see), ("compare", fact.statement.compare)):
        yield from (
            ((key, id_), str(sheet.name(id_).unescape())) for id_ in ids if sheet.is_known(id_)
        )


def _recomputed(fact: Fact) -> str:
    """What a formula that only checks gives; what one gives that is the value is that."""
    if fact.computed is None or fact.statement.compute:
        return ""
    if fact.computed.result is None:
        return "not possible"
    return (
        f"{number(fact.computed.result)}, which {'agrees' if fact.computed.agrees else 'differs'}"
    )


def in_words_of(fact: Fact) -> str:
    """The first day on which it was known."""
    return fact.known_from.isoformat() if fact.known_from else ""


def words_of(evidence: Evidence) -> str:
    """The words that are held of a witness, and whether they count."""
    words = f"“{evidence.quote.text}”" if evidence.quote else "no quotation held"
    return words if evidence.counts or not evidence.quote else f"{words}, which does not count"


def printed_at(evidence: Evidence) -> str:
    """Who printed a witness, and when."""
    source = evidence.publication
    dated = source.published.text != "unknown"
    return f"{source.publisher}, {in_words(source.published) if dated else 'undated'}"
