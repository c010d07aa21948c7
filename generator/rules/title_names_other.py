"""`title-names-other`: a title names nobody in the place of whom the keys name (a warning).

Persons, bodies and rounds, of one kind. Whom another key names may stand in the title too, and a
place that only says when, as in "after Geneva", is no name of a round.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.body import Body
from generator.model.person import Person
from generator.model.record import Record, RecordModel
from generator.model.round import Round
from generator.rules.doubts import Pair

# Whom a title may name: who says it, what it is about, who is licensed.
TITLED = ("by", "about", "holders")
# What belongs to a matter, or is held against it, is no part of it.
ASIDE = ("see", "compare")
LED = re.compile(r"(?<!\w)(?:in|at) \Z", re.IGNORECASE)
WHEN = re.compile(r"(?<!\w)(?:after|before|since|until|till|from) (?:the )?\Z", re.IGNORECASE)
# Who is meant by a seat of government, and not what was held there.
SEAT = re.compile(r"\b(?:ministry|government|officials?|leaders?|authorit\w+|embassy) (?:in|at) \Z")
WORD = re.compile(r"[^\W\d_]+")
NEXT = re.compile(r" ([^\W\d_]{4,})")


class Named(NamedTuple):
    """A name in a title: whose it may be, and of what kind they are."""

    text: str
    kind: str
    ids: frozenset[str]


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Titles with another name than what a key of the record names."""
    names = Names(dossier.briefing.as_read)
    for record in names.briefing.records.values():
        title = record.data.heading(dossier.language)
        if title and record.kind != "source" and names.is_known(record):
            found = tuple(names.among(title))
            yield from others(names, record, found) if found else ()
    yield from of_materials(names.briefing, dossier.language)


def of_materials(briefing: Briefing, language: str) -> Iterator[Diagnostic]:
    """Series of one material by their title, and of another by their category."""
    named = {
        name.casefold(): record.id
        for record in briefing.of_kind("material")
        for name in record.data.names
    }
    for record in briefing.of_kind("series"):
        category = getattr(record.data, "category", None) or ""
        own, called = (
            {named[word] for word in WORD.findall(text.casefold()) if word in named}
            for text in (category, record.data.heading(language))
        )
        if own and called and own.isdisjoint(called):
            found = other(record, "category", sorted(own), sorted(called))
            yield replace(found, help="mend the one that is wrong")


@dataclass(frozen=True, eq=False)
class Names:
    """What persons and bodies are called, and where rounds were held."""

    briefing: Briefing

    @cached_property
    def bearers(self) -> dict[str, set[tuple[str, str]]]:
        """The kinds and ids that a name is of."""
        found: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for record in self.briefing.records.values():
            for name in names_of(record):
                found[name].add((record.kind, record.id))
        return found

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any name, the longest that stands at a place."""
        longest = sorted(self.bearers, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest)) or '(?!)'})(?!\w)")

    @cached_property
    def meetings(self) -> frozenset[str]:
        """The words that rounds and agreements are called by, as in "London talks"."""
        texts = (
            text
            for kind in ("round", "agreement")
            for record in self.briefing.of_kind(kind)
            for text in (record.id.replace("-", " "), *record.data.names)
        )
        return frozenset(word for text in texts for word in NEXT.findall(f" {text}"))

    def among(self, title: str) -> Iterator[Named]:
        """The names in a title; none that is of two kinds."""
        for found in self.pattern.finditer(title):
            kinds = {kind for kind, _ in self.bearers[found[0]]}
            if len(kinds) == 1 and ("round" not in kinds or self.is_meeting(found)):
                ids = frozenset(id_ for _, id_ in self.bearers[found[0]])
                yield Named(found[0], kinds.pop(), ids)

    def is_meeting(self, found: re.Match[str]) -> bool:
        """Whether a place stands for what was held there: towns also stand for governments."""
        before, after = found.string[: found.start()], NEXT.match(found.string, found.end())
        is_called = after is not None and after[1] in self.meetings
        is_led = LED.search(before) and not SEAT.search(before)
        return not WHEN.search(before) and (is_called or bool(is_led))

    def is_known(self, record: Record) -> bool:
        """Whether a record is whole, and all that its keys name exists."""
        ids = (id_ for ids in keys(record.data).values() for id_ in ids)
        return record.id not in self.briefing.unreadable and all(map(self.of, ids))

    def of(self, id_: str) -> Record | None:
        """The record of an id, which may be that of a statement."""
        return self.briefing.records.get(id_.partition(".")[0])

    def mentioned(self, record: Record) -> set[str]:
        """The record itself, all that it or its positions name, and what that belongs to."""
        models = (model for path, model in record.models if path[:1] in ((), ("positions",)))
        ids = {id_ for model in models for ids in keys(model).values() for id_ in ids}
        known = [one for one in map(self.of, ids) if one]
        return {record.id, *(id_ for one in known for id_ in belongings(one))}

    def houses(self, ids: Collection[str]) -> set[str]:
        """Bodies, and those that they are part of."""
        data = [record.data for record in map(self.of, ids) if record]
        return {*ids, *(one.house for one in data if isinstance(one, Body) and one.house)}


def names_of(record: Record) -> Iterator[str]:
    """What a reader knows somebody or something by, in every language.

    So is what its id spells of a name, as `jl-mag` does of "JL MAG Rare-Earth".
    """
    data = record.data
    if isinstance(data, Round) and data.place:
        yield from (part for text in data.place.texts.values() for part in text.split(", "))
    if isinstance(data, Person | Body):
        yield from (*data.names, *data.aliases)
        spelt = rf"\b{'[ -]'.join(record.id.split('-'))}\b"
        found = (re.search(spelt, name, re.IGNORECASE) for name in data.names)
        yield from (one[0] for one in found if one)
    if isinstance(data, Person):
        yield from (name.split()[-1] for name in (*data.names, *data.aliases) if " " in name)


def keys(model: object) -> dict[str, tuple[str, ...]]:
    """The ids behind each key of a model that names records."""
    refers: dict[str, tuple[str, ...]] = getattr(model, "REFERS", {})
    held = {key: getattr(model, key, None) or () for key in refers if key not in ASIDE}
    return {key: (ids,) if isinstance(ids, str) else tuple(ids) for key, ids in held.items()}


def belongings(record: Record) -> Iterator[str]:
    """What is named with a record: what it is about, and the bodies that it belongs to."""
    data: RecordModel = record.data
    yield from (record.id, *data.about)
    if isinstance(data, Body) and data.house:
        yield data.house
    if isinstance(data, Person):
        yield from (office.body for office in data.offices.values() if office.body)


def others(names: Names, record: Record, found: tuple[Named, ...]) -> Iterator[Diagnostic]:
    """The first key of a record that names others than its title, where no key names those."""
    mentioned = names.mentioned(record)
    missing = [one for one in found if mentioned.isdisjoint(names.houses(one.ids))]
    for kind in dict.fromkeys(one.kind for one in missing):
        named = {id_ for one in found if one.kind == kind for id_ in one.ids}
        for key in TITLED:
            ids = keys(record.data).get(key, ())
            own = [id_ for id_ in ids if (of := names.of(id_)) and of.kind == kind]
            if own and named.isdisjoint(own):
                yield other(record, key, own, [one.text for one in missing if one.kind == kind])
                return


def other(record: Record, key: str, own: list[str], called: list[str]) -> Diagnostic:
    """A key that names another than the title."""
    texts, ids = (" and ".join(f"`{one}`" for one in some) for some in (called, own))
    return Pair(
        code="title-names-other",
        message=f"the title names {texts}, and `{key}` names {ids}",
        span=record.places.value((key,)),
        severity=Severity.WARNING,
        labels=(Label(record.places.value(("title",)), "the title"),),
        help="mend the one that is wrong; whom the title names besides belongs in `about`",
    )
