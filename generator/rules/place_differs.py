"""`place-differs`: a round is held where its title says (a warning)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.slips import is_slip
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.record import Record
from generator.model.round import Round
from generator.rules.doubts import Doubt
from generator.rules.name_misspelt import Words

PLACE = re.compile(r"\b(?:in|at) ([^\W\d_]+(?: [A-Z][^\W\d_]+)*)")
WORD = re.compile(r"[^\W\d_]{4,}")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Rounds whose title has the place of another one, or their own with another letter."""
    briefing = dossier.briefing.as_read
    rounds = [
        one
        for one in briefing.of_kind("round")
        if one.id not in briefing.unreadable and is_held(one, dossier.language)
    ]
    titles = Counter(one.data.heading(dossier.language) for one in rounds)
    held = Counter(place for one in rounds for place in set(places(one)))
    for record in rounds:
        title, own = record.data.heading(dossier.language), places(record)
        # A title that stands twice is told itself.
        is_open = own and titles[title] == 1 and not any(place in title for place in own)
        if is_open and (named := elsewhere(record, title, held) or spelt(briefing, title, own)):
            yield differs(record, named)


def is_held(record: Record, language: str) -> bool:
    """Whether a round is a meeting whose place has a name in the language of titles."""
    round_ = record.data
    assert isinstance(round_, Round)
    return (
        bool(round_.place)
        and round_.form == "meeting"
        and not {language, ""}.isdisjoint(round_.place.texts if round_.place else ())
    )


def places(record: Record) -> tuple[str, ...]:
    """Where a round was held, in every language."""
    assert isinstance(record.data, Round)
    return tuple(record.data.place.texts.values()) if record.data.place else ()


def elsewhere(record: Record, title: str, held: Counter[str]) -> str:
    """The place in a title that is another round's, or this one's by its id; empty for none."""
    is_of_other = any(held[place] > 1 for place in places(record))
    for named in PLACE.findall(title):
        if any(named in place for place in places(record)):
            continue
        in_id = f"-{named.casefold().replace(' ', '-')}-" in f"-{record.id}-"
        # What has the place of another round is named for its own.
        if held[named] or is_of_other and in_id:
            return str(named)
    return ""


def spelt(briefing: Briefing, title: str, own: tuple[str, ...]) -> str:
    """A word of a title that one slip parts from a place, and that a source prints."""
    words = [word for place in own for word in WORD.findall(place)]
    near = [
        one
        for one in WORD.findall(title)
        if one[0].isupper() and any(is_slip(word, one) for word in words)
    ]
    # What no source prints is told as misspelt itself.
    printed = Words(briefing).is_printed if near else None
    return next((one for one in near if printed and printed(one)), "")


def differs(record: Record, named: str) -> Diagnostic:
    """A place that is not that of the title."""
    return Doubt(
        code="place-differs",
        message=f"the title has `{named}`, and the place is `{places(record)[0]}`",
        span=record.places.value(("place",)),
        severity=Severity.WARNING,
        labels=(Label(record.places.value(("title",)), "the title"),),
        help="mend the one that is wrong; a house has its town beside it: `Hall, Town`",
    )
