"""`reason-differs`: what a reason says was published on a day is by a witness of that day.

Where many reasons give one day it is that of a source which is wrong: they are told together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive import Dossier
from generator.derive.mentions import mentions
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing, Located
from generator.model.dates import in_words
from generator.model.fields import yaml_key
from generator.model.record import Record
from generator.model.statement import Content
from generator.rules.doubts import Doubt
from generator.rules.known import Known
from generator.rules.publication import dated_sources, published_at, published_of
from generator.rules.weekday_differs import WEEKDAY, day_of, unquoted
from generator.rules.witness_before_fact import told_sources
from generator.source import Span

PUBLISHED = re.compile(
    rf"(?<!not )\bpublished(?:\s+on)?(?:\s+its day,|\s+{WEEKDAY},?)?\s+\Z", re.IGNORECASE
)
# The day that the reason is for.
THAT_DAY = re.compile(
    r"\b(?:published|reported|answered[\w ]*?|reports?|pages?)(?:\s+(?:on|of))?\s+"
    r"(?:that|the same) day\b|\b(?:day|date) of the (?:report|translation)\b",
    re.IGNORECASE,
)
KEYS = {yaml_key(name): name for name in ("value", "from_", "until", "through")}


@dataclass(frozen=True)
class Named:
    """The day on which something was published, or one of several, as a reason has it.

    `is_own` where that is the day that the reason is for, and stands at its key alone.
    """

    days: tuple[date, ...]
    span: Span
    is_own: bool
    sources: tuple[Record, ...]


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Days in reasons on which none of the statement's sources was published."""
    briefing = dossier.briefing.as_read
    by_day = differing(briefing)
    early = told_sources(briefing) if by_day else set()
    for several in by_day.values():
        if not any(source.id in early for one in several for source in one.sources):
            yield differs(several, meant(briefing, several))


def differing(briefing: Briefing) -> dict[date, list[Named]]:
    """The days in reasons, by the first of several, on which no source of theirs was published."""
    by_day: dict[date, list[Named]] = defaultdict(list)
    for located in briefing.statements.values():
        for one in named(briefing, located):
            if not any(is_of(source, day) for source in one.sources for day in one.days):
                by_day[one.days[0]].append(one)
    return by_day


def meant(briefing: Briefing, found: list[Named]) -> str:
    """A source of the day that nothing names, which may be the witness that is missing."""
    known = Known.of(briefing)
    days = {day for one in found for day in one.days}
    unnamed = (one for one in briefing.of_kind("source") if one.id not in known.mentioned)
    return next((one.id for one in unnamed if any(is_of(one, day) for day in days)), "")


def all_meant(briefing: Briefing) -> frozenset[str]:
    """The sources that are told to be missing among the witnesses."""
    return frozenset(meant(briefing, found) for found in differing(briefing).values())


def named(briefing: Briefing, located: Located) -> Iterator[Named]:
    """The days in the reasons of a statement all of whose sources are known."""
    found = list(told(located))
    is_read = found and located.record.id not in briefing.unreadable
    sources = dated_sources(briefing, quoted(located)) if is_read else ()
    return (Named(*each, sources) for each in found if sources)


def told(located: Located) -> Iterator[tuple[tuple[date, ...], Span, bool]]:
    """The days on which reasons say that something was published, with their place, and whose."""
    for path, content in located.statement.contents():
        for key, reason in content.inferred.items():
            at = located.span(*path, "inferred", key)
            yield from ((each, at, False) for each in days(reason))
            if that := that_day(content, key, reason):
                yield (that,), located.span(*path, key), True


def quoted(located: Located) -> tuple[str, ...]:
    """The witnesses of a statement whose words are held: all, where none are."""
    named = located.statement.named
    return tuple(one for one in named if "#" in one) or named


def is_of(source: Record, day: date) -> bool:
    """Whether a source can have been published on a day."""
    published = published_of(source)
    return published.first <= day <= published.last


def days(reason: str) -> Iterator[tuple[date, ...]]:
    """The days on which a reason says that something was published; of `9 or 10 March` both."""
    ours = unquoted(reason)
    found: dict[int, list[date]] = {}
    for one in mentions(ours) if "published" in ours.casefold() else ():
        if one.year and one.day and PUBLISHED.search(ours[: one.start]):
            found.setdefault(one.start, []).append(date.fromisoformat(one.iso))
    return map(tuple, found.values())


def that_day(content: Content, key: str, reason: str) -> date | None:
    """The day of a key where a reason says that something was published on it."""
    is_that = key in KEYS and THAT_DAY.search(reason) and not mentions(unquoted(reason))
    return day_of(content, KEYS[key]) if is_that else None


def differs(found: list[Named], witness: str) -> Diagnostic:
    """Reasons that give one day, on which no source of theirs was published but `witness`, if any.

    Where all of them have one source it is most likely its day that is wrong.
    """
    reasons = [one.span for one in found]
    sources = {source.id: published_at(source) for one in found for source in one.sources}
    is_source = len(found) > 1 and len(sources) == 1
    first, *others = [*sources.values(), *reasons] if is_source else [*reasons, *sources.values()]
    return Doubt(
        code="reason-differs",
        message=f"no witness of this was published on {in_words(found[0].days[0])}"
        if not is_source
        else f"{len(found)} reasons say that this was published on {in_words(found[0].days[0])}",
        span=first,
        severity=Severity.WARNING,
        labels=tuple(
            Label(span, "the reason" if span in reasons else "published") for span in others
        ),
        help=help_for(found[0], witness),
    )


def help_for(one: Named, witness: str) -> str:
    """What may be mended where no witness is of the day, but for `witness`, if any."""
    what = "this day or its reason" if one.is_own else "the day in the reason"
    if witness:
        return f"name the witness `{witness}`, published that day, or mend {what}"
    return f"mend {what}, or the day of the source, or name the witness that is meant"
