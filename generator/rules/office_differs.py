"""`office-differs`: an office is one of the body that its title names (a warning).

Refuses titles that share a word with their own body, and those that share none with any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.derive import Dossier
from generator.derive.actors import side
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.person import Person
from generator.model.record import Record
from generator.rules.doubts import Pair

WORD = re.compile(r"[a-z]{5,}")
# What any body may have an office for, or be called.
COMMON = {
    *("minister", "secretary", "representative", "deputy", "director", "chief", "president"),
    *("senior", "general", "member", "state", "states", "united", "national", "international"),
    *("ministry", "department", "office", "commission", "bureau", "administration", "agency"),
    *("council", "authority"),
}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Offices whose titles have words of another body's name, and none of their own body's."""
    briefing = dossier.briefing.as_read
    for record in briefing.of_kind("person"):
        assert isinstance(record.data, Person)
        known = words_of(briefing)
        for key, office in record.data.offices.items():
            if office.title and office.body in known:
                title = words(" ".join(office.title.texts.values()))
                others = {id_: len(title & own) for id_, own in known.items() if title & own}
                if others and office.body not in others:
                    yield differs(record, key, likeliest(briefing, record, others))


def likeliest(briefing: Briefing, record: Record, others: dict[str, int]) -> str:
    """The body of a title that shares most words with it, of the person's side if one is."""
    assert isinstance(record.data, Person)
    party = record.data.party
    own = {id_ for id_ in others if side(briefing, id_) == party}
    return max(others, key=lambda id_: (others[id_], id_ in own))


@lru_cache(maxsize=2)
def words_of(briefing: Briefing) -> dict[str, frozenset[str]]:
    """The telling words in the names of each body, but for those that have lost their name."""
    bodies = (one for one in briefing.of_kind("body") if one.data.names)
    return {one.id: words(" ".join((*one.data.names, *one.data.aliases))) for one in bodies}


def words(text: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(WORD.findall(text.casefold())) - COMMON


def differs(record: Record, key: str, other: str) -> Diagnostic:
    """An office under another body than its title is of."""
    places = record.places
    body = places.value(("offices", key, "body"))
    return Pair(
        code="office-differs",
        message=f"`body: {body.text}`, and the title has words of `{other}`",
        span=body,
        severity=Severity.WARNING,
        labels=(Label(places.value(("offices", key, "title")), "the title"),),
        help=f"mend the title, or write `body: {other}`",
    )
