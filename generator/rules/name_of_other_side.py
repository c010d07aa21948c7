"""`name-of-other-side`: no office or body is named for a side that it is not of (a warning).

A body is named for a side by how its name begins, or by "of" and the side; an office only by the
latter, and by whose it is: a "China director" can be anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.body import Body
from generator.model.person import Person
from generator.model.record import Path, Record
from generator.rules.act_of_other import conflicts
from generator.rules.doubts import Pair

# What comes after a side that somebody or something is of, such as nothing.
LAST = r"(?!\w)(?![ -](?!and\b)\w)"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Offices and bodies that are named for one side and are of another."""
    briefing = dossier.briefing.as_read
    found = [
        of_other(record, path, side)
        for record in briefing.records.values()
        if record.id not in briefing.unreadable
        for path, name in names(record)
        if (side := side_in(briefing, record, name)) and side not in sides(record)
    ]
    # Of a body whose acts are upon what is another's it is told there.
    told = {place for one in conflicts(briefing) for place in one.places} if found else ()
    yield from (one for one in found if one.span not in told)


def names(record: Record) -> Iterator[tuple[Path, str]]:
    """The names of a body, and the titles that a person has now, in every language."""
    data = record.data
    if isinstance(data, Body) and data.of:
        yield from ((("name", tag), text) for tag, text in data.name.texts.items())
    if isinstance(data, Person) and data.party:
        for key, office in data.offices.items():
            # Whoever has left an office may act for another side now.
            if office.title and not (office.until or office.through):
                at = ("offices", key, "title")
                yield from (((*at, tag), text) for tag, text in office.title.texts.items())


def side_in(briefing: Briefing, record: Record, name: str) -> str:
    """The one side that a name is for; empty for none, or where it has another one too."""
    called = sides_by_name(briefing)
    if not called:
        return ""
    known = "|".join(map(re.escape, sorted(called, key=len, reverse=True)))
    named = {called[one] for one in re.findall(rf"(?<!\w)(?:{known})(?!\w)", name)}
    begins = rf"|\A(?:[Tt]he )?({known})(?!-)(?!\w)" if record.kind == "body" else ""
    found = re.search(rf"\bof (?:the )?({known}){LAST}|\A({known})['’]s?(?!\w){begins}", name)
    return named.pop() if found and len(named) == 1 else ""


@lru_cache(maxsize=2)
def sides_by_name(briefing: Briefing) -> Mapping[str, str]:
    """The parties by each of their names."""
    parties = briefing.of_kind("party")
    return {name: one.id for one in parties for name in (*one.data.names, *one.data.aliases)}


def sides(record: Record) -> tuple[str, ...]:
    """The sides of a body, or the one of a person."""
    if isinstance(record.data, Body):
        return record.data.of
    assert isinstance(record.data, Person)
    return (record.data.party,) if record.data.party else ()


def of_other(record: Record, path: Path, side: str) -> Diagnostic:
    """A name for another side than the one that is written beside it."""
    key = "of" if record.kind == "body" else "party"
    named, own = record.places.value(path), record.places.value((key,))
    written = ", ".join(f"`{one}`" for one in sides(record))
    here, there = (own, named) if key == "of" else (named, own)
    return Pair(
        code="name-of-other-side",
        message=f"`{record.id}` is of {written}, and `{named.text}` names `{side}`",
        span=here,
        severity=Severity.WARNING,
        labels=(Label(there, "the name" if key == "of" else "the side"),),
        help=f"mend the one that is wrong: the name, or `{key}`",
    )
