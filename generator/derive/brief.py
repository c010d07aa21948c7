"""What the brief says on a day: the state of play, the strip, the key points, and what is new."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from generator.counting import grouped
from generator.derive.calls import REFERRING
from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.lanes import BEGINNINGS, days_told
from generator.derive.prose import bears, calls
from generator.model.briefing import Briefing
from generator.model.points import KeyPoint, Role
from generator.model.record import Record, of_model

# A brief that says everything is none: of what stands the first are shown.
SHOWN: dict[Role, int] = {"strip": 4, "number": 5, "point": 9}
# So many lines of news; since a round there is more to tell than one more day.
ENOUGH, MOST = 6, 12
# Where one sentence ends and another begins, be it with a reference.
SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z{])")
# After so many days what becomes known is no news of what happens.
FRESH = 7
Sentence = tuple[Record, KeyPoint]


@dataclass(frozen=True)
class Span:
    """A stretch of days that the day of the briefing lies in."""

    since: date
    until: date
    day: date

    @property
    def left(self) -> int:
        """How many days are left."""
        return (self.until - self.day).days

    @property
    def passed(self) -> int:
        """How much of it is over, in whole per cent."""
        whole = (self.until - self.since).days
        return 100 * (self.day - self.since).days // whole if whole else 100


@dataclass(frozen=True)
class Item:
    """An item of the strip; `fact` where its word is a state, or the first day of the latest."""

    record: Record
    point: KeyPoint
    fact: Fact | None = None
    span: Span | None = None


@dataclass(frozen=True)
class News:
    """What became known of one record on one day."""

    on: date
    facts: tuple[Fact, ...]
    happened: date | None

    @property
    def day(self) -> date:
        """The day on which it happened, else that on which it was printed."""
        return min(self.happened or self.on, self.on)

    @property
    def is_event(self) -> bool:
        """True for what happened just before it became known; all else is only newly sourced."""
        return self.happened is not None and (self.on - self.day).days <= FRESH


def disputes(dossier: Dossier) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """What is disputed: what is still raised on the day, and what nobody raises any more."""
    every = (fact for fact in dossier.facts.values() if fact.status is Status.DISPUTED)
    found = grouped((is_raised(fact, dossier.day), fact) for fact in every)
    return found.get(True, ()), found.get(False, ())


def is_raised(fact: Fact, day: date) -> bool:
    """Whether somebody still raised a question by a day, as far as the editors have read."""
    last = fact.reading and fact.reading.last_raised
    return not last or day <= last.last


def last_round(dossier: Dossier) -> tuple[date, str] | None:
    """The day on which the last round began by the day of the briefing, and its id."""
    begun = (dossier.facts.get(f"{one.id}.date") for one in dossier.of_kind("round"))
    found = [
        (fact.chosen.value.date.last, fact.record.id)
        for fact in begun
        if fact and fact.status and fact.chosen.value and fact.chosen.value.date
    ]
    return max((one for one in found if one[0] <= dossier.day), default=None)


def news(dossier: Dossier) -> tuple[News, ...]:
    """The latest news, whole days of it, until there are enough lines."""
    found = grouped(
        ((fact.known_from, fact.record.id), fact)
        for fact in dossier.facts.values()
        if fact.known_from and fact.known_from <= dossier.day and _is_dated(fact)
    )
    since = last_round(dossier)
    recent = [key for key in found if since and key[0] > since[0]]
    days = set(_last_days(recent, MOST) if recent else _last_days(list(found), ENOUGH))
    ordered = sorted((key for key in found if key[0] in days), key=lambda k: (-k[0].toordinal(), k))
    told = (_piece(dossier, on, found[on, id_]) for on, id_ in ordered)
    return tuple(sorted(told, key=lambda one: one.day, reverse=True))


def _piece(dossier: Dossier, on: date, facts: tuple[Fact, ...]) -> News:
    first, *rest = led(facts, dossier.day)
    # What is said of a meeting or agreement later did not happen on its day.
    about = _of_record(dossier, first, "date") if not first.chosen.by else []
    days = happened(first, dossier.day) or about
    begun = _of_record(dossier, first, *BEGINNINGS)
    return News(on, (first, *rest), min(days, default=on if on in begun else None))


def led(facts: tuple[Fact, ...], day: date) -> tuple[Fact, ...]:
    """What is told of a record: what happened by a day comes first; a claim leads itself."""
    is_claim = any(not one.located.path for one in facts[:1])
    return facts if is_claim else tuple(sorted(facts, key=lambda one: not happened(one, day)))


def _of_record(dossier: Dossier, fact: Fact, *keys: str) -> list[date]:
    """The days on which what a statement is about happened, by these of its keys."""
    found = (dossier.facts.get(f"{fact.record.id}.{key}") for key in keys)
    return [day for one in found if one for day in happened(one, dossier.day)]


def happened(fact: Fact, until: date) -> list[date]:
    """The days up to another on which it happened, where it is what happened on a day."""
    tells = fact.located.key in BEGINNINGS or fact.chosen.does or fact.statement.sentence
    found = [one.last for one in days_told(fact) if tells and one.is_day]
    return [one for one in found if one <= until]


def _last_days(found: list[tuple[date, str]], enough: int) -> Iterator[date]:
    """The last days that have news, the latest first, until they have enough."""
    lines = 0
    for day in sorted({on for on, _ in found}, reverse=True):
        if lines >= enough:
            return
        lines += sum(on == day for on, _ in found)
        yield day


def _is_dated(fact: Fact) -> bool:
    """True when a day is printed for it: a source without a date says nothing of when."""
    witnesses = (e for stance in fact.stances for e in stance.evidence)
    return any(e.may_count and not e.published.is_unknown for e in witnesses)


def key_points(dossier: Dossier) -> tuple[Sentence, ...]:
    """The key points of the day."""
    return tuple(islice(standing(dossier), SHOWN["point"]))


def standing(dossier: Dossier, role: Role = "point") -> Iterator[Sentence]:
    """The sentences of one role whose ground is all known on the day, in their order."""
    every = of_model(dossier.briefing.of_kind("point"), KeyPoint)
    found = [(record, point) for record, point in every if point.role == role]
    for record, point in sorted(found, key=lambda pair: (pair[1].order, pair[0].id)):
        holds = dossier.facts.get(point.holds or "")
        besides = (*point.rests, *filter(None, [point.holds]))
        is_empty = (holds and not holds.status) or (point.latest and not last_round(dossier))
        texts = point.prose.values()
        if not is_empty and all(bears(dossier, text, besides) for text in texts):
            yield record, point


def ground(point: KeyPoint) -> tuple[str, ...]:
    """What a key point rests on: all that it refers to, and what it names besides."""
    texts = " ".join(point.prose.values())
    return tuple(dict.fromkeys((*point.rests, *filter(None, [point.holds]), *referred(texts))))


def referred(text: str) -> Iterator[str]:
    """What a text prints or leads to."""
    return (call.id for call in calls(text) if call.function in REFERRING)


def sentences_on(text: str, record: str) -> str:
    """The sentences of a text that refer to a record, or to what it holds."""
    every = SENTENCE.split(" ".join(text.split()))
    ids = [(one, {id_.partition(".")[0] for id_ in referred(one)}) for one in every]
    return " ".join(one for one, found in ids if record in found)


def grounds(briefing: Briefing) -> set[str]:
    """What any key point rests on."""
    points = of_model(briefing.of_kind("point"), KeyPoint)
    return {id_ for _, point in points for id_ in ground(point)}


def state_of_play(dossier: Dossier) -> Sentence | None:
    """The sentence that answers for the whole: the first that stands."""
    return next(standing(dossier, "state"), None)


def strip(dossier: Dossier, role: Role = "strip") -> tuple[Item, ...]:
    """The items of the strip, or the figures below it: of those with one label the first."""
    found: dict[str | None, Sentence] = {}
    for record, point in standing(dossier, role):
        found.setdefault(point.label, (record, point))
    return tuple(_item(dossier, *sentence) for sentence in islice(found.values(), SHOWN[role]))


def _item(dossier: Dossier, record: Record, point: KeyPoint) -> Item:
    """An item with what holds on the day, and the days that it is stated to last."""
    if point.latest and (latest := last_round(dossier)):
        return Item(record, point, dossier.facts[f"{latest[1]}.date"])
    if point.holds is None:
        return Item(record, point)
    fact = dossier.facts[point.holds]
    since, until = (fact.held.since, fact.held.until) if fact.held else (None, None)
    if since is None or until is None or until < dossier.day:
        return Item(record, point, fact)
    return Item(record, point, fact, Span(since, until, dossier.day))
