"""`name-of-other-side`: no office or body is named for a side that it is not of (a warning).

A body is named for a side by what its name begins with, but for the country's name: a "China Watch"
can be anybody's. An office is by its head: the "President of China", or "China's Premier".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.body import Body
from generator.model.person import Person
from generator.model.record import Path, Record
from generator.rules.act_of_other import conflicts
from generator.rules.doubts import Pair

# Who speaks for a whole side.
HEAD = r"(?:Vice |Prime )?(?:President|Premier|Minister|Chancellor|King|Queen)"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Offices and bodies that are named for one side and are of another."""
    briefing = dossier.briefing.as_read
    found = [
        of_other(record, path, side)
        for record in briefing.records.values()
        if record.id not in briefing.unreadable
        for path, name in names(record)
        if (side := side_in(briefing, record, name)) and is_other(briefing, record, side)
    ]
    # Of a body whose acts are upon what is another's it is told there.
    told = {place for one in conflicts(briefing) for place in one.places} if found else ()
    yield from (one for one in found if one.span not in told)


def is_other(briefing: Briefing, record: Record, side: str) -> bool:
    """Whether a record is of sides, all of which are there, and not of this one."""
    own = sides(record)
    return side not in own and all(one in briefing.records for one in own)


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
    named = {called[one] for one in re.findall(rf"(?<!\w)(?:{any_of(called)})(?!\w)", name)}
    is_body = record.kind == "body"
    found = of_body(briefing, name) if is_body else of_head(briefing, name)
    return named.pop() if found and len(named) == 1 else ""


def of_body(briefing: Briefing, name: str) -> bool:
    """Whether a body is named for a side: the country's own name may be what it is about."""
    short = {alias for one in briefing.of_kind("party") for alias in one.data.aliases}
    begins = re.match(rf"(?:[Tt]he )?(?:{any_of(short)})(?!-)(?!\w)", name)
    known = any_of(sides_by_name(briefing))
    named = re.search(rf"\A(?:{known})['\u2019]s?(?!\w)|\bof (?:the )?(?:{known})\Z", name)
    return bool(begins or named)


def of_head(briefing: Briefing, title: str) -> bool:
    """Whether an office is that of the head of a side, or called a side's own."""
    known = any_of(sides_by_name(briefing))
    own = rf"(?:{known})['\u2019]s?(?!\w)"
    return re.match(rf"{HEAD} of (?:the )?(?:{known})\Z|{own}", title) is not None


def any_of(names: Iterable[str]) -> str:
    """A pattern for any of some names, the longest first; for nothing where there is none."""
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"


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
