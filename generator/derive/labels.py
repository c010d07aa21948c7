"""What a statement is called, without its value."""

from __future__ import annotations

from generator.link import Briefing, Located
from generator.model.claim import Claim
from generator.model.dates import behind_period, in_words, leading_period


def label(briefing: Briefing, located: Located) -> str:
    """The label that was written, else one from the record's title and the statement's keys."""
    statement = located.statement
    heading = briefing.name(located.record.id)
    data = located.record.data
    if isinstance(data, Claim):
        heading = data.heading("") or _claim(briefing, located.record.id, data)
    if statement.label:
        return statement.label if isinstance(data, Claim) else f"{heading}: {statement.label}"
    return f"{heading}: {_key(briefing, located)}" if located.path else heading


def _claim(briefing: Briefing, id_: str, claim: Claim) -> str:
    if claim.asks:
        return claim.asks
    by = " and ".join(map(briefing.name, claim.by))
    about = ", ".join(briefing.name(one.partition(".")[0]) for one in claim.about)
    said = f"What {by} said" if by else "What was said"
    return f"{said} of {about}" if about else f"{said} ({id_.replace('-', ' ')})"


def _key(briefing: Briefing, located: Located) -> str:
    if located.statement.person:
        return briefing.name(located.statement.person)
    return ", ".join(_spoken(str(key)) for key in located.path if str(key) not in CONTAINERS)


SPOKEN = {"in-force": "in force from", "said": "day on which it was said"}
CHANGES = {"yoy": "year on year", "mom": "month on month"}
CONTAINERS = {"points", "terms", "parts", "acts", "offices", "delegations"}


def _spoken(key: str) -> str:
    """A key as words: `2025-05-yoy` is `May 2025, year on year`."""
    try:
        period = leading_period(key)
    except ValueError:
        # Only a series has periods for keys, and a rule reports an impossible one.
        period = None
    if period is None:
        return SPOKEN.get(key, key.replace("-", " "))
    rest = " ".join(CHANGES.get(word, word) for word in behind_period(key).split("-"))
    return in_words(period) + (f", {rest}" if rest else "")
