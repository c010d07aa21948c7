"""What a statement is called, without its value."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.briefing import Briefing, Located
from generator.model.claim import Claim
from generator.model.dates import behind_period, in_words, leading_period

SPOKEN = {"in-force": "in force from", "said": "day on which it was said"}
CHANGES = {"yoy": "year on year", "mom": "month on month"}
NEVER = {"in-force": "was to take effect on"}
CONTAINERS = {"points", "terms", "parts", "acts", "offices", "delegations"}


def label(briefing: Briefing, located: Located, spoken: Mapping[str, str] = SPOKEN) -> str:
    """The label that was written, else one from the record's title and the statement's keys."""
    record, written = located.record, located.statement.label
    if isinstance(record.data, Claim):
        heading = record.data.heading("") or _claim(briefing, record.id, record.data)
        if written:
            return written
    else:
        heading = briefing.name(record.id)
    if written or located.path:
        return f"{heading}: {written or _key(briefing, located, spoken)}"
    return heading


def _claim(briefing: Briefing, id_: str, claim: Claim) -> str:
    if claim.asks:
        return claim.asks
    by = " and ".join(map(briefing.name, claim.by))
    about = ", ".join(briefing.name(one.partition(".")[0]) for one in claim.about)
    said = f"What {by} said" if by else "What was said"
    return f"{said} of {about}" if about else f"{said} ({id_.replace('-', ' ')})"


def _key(briefing: Briefing, located: Located, spoken: Mapping[str, str]) -> str:
    if located.statement.person:
        return briefing.name(located.statement.person)
    keys = (str(key) for key in located.path)
    return ", ".join(_spoken(key, spoken) for key in keys if key not in CONTAINERS)


def _spoken(key: str, spoken: Mapping[str, str]) -> str:
    """A key as words: `2025-05-yoy` is `May 2025, year on year`."""
    try:
        period = leading_period(key)
    except ValueError:
        # Only a series has periods for keys, and a rule reports an impossible one.
        period = None
    if period is None:
        return spoken.get(key, key.replace("-", " "))
    rest = " ".join(CHANGES.get(word, word) for word in behind_period(key).split("-"))
    return in_words(period) + (f", {rest}" if rest else "")
