"""`same-address`: two sources that bear something out are not one page (a warning)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.record import Record
from generator.model.source import Source
from generator.rules.doubts import Doubt
from generator.rules.said import said

WORD = re.compile(r"\w+")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sources that count as witnesses and have the address of another that does."""
    briefing = dossier.briefing
    several = [records for records in by_address(briefing).values() if len(records) > 1]
    parts = said(briefing) if several else ()
    used = {quoted.source.id for part in parts for quoted in part.quoted}
    for records in several:
        first, *others = [record for record in records if record.id in used] or records[:1]
        yield from (again(*by_title(first, other)) for other in others)


def by_address(briefing: Briefing) -> dict[str, list[Record]]:
    """The sources that count, by their address."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in briefing.of_kind("source"):
        assert isinstance(record.data, Source)
        if record.data.counts and record.data.url:
            host, slash, path = record.data.url.partition("://")[2].partition("/")
            address = host.casefold().removeprefix("www.") + slash + path
            found[address.rstrip("/?")].append(record)
    return found


def by_title(*records: Record) -> list[Record]:
    """Two sources of one address, first the one whose title has more of the words in it."""
    return sorted(records, key=lambda record: -shared(record))


def shared(record: Record) -> int:
    """How many words of its title the address of a source has."""
    assert isinstance(record.data, Source)
    titles = " ".join(record.data.title.texts.values())
    return len(
        {*WORD.findall(titles.casefold())} & {*WORD.findall((record.data.url or "").casefold())}
    )


def again(first: Record, record: Record) -> Diagnostic:
    """A page that would count twice."""
    return Doubt(
        code="same-address",
        message=f"`{record.id}` and `{first.id}` are one page, and would count as two witnesses",
        span=record.places.value(("url",)),
        severity=Severity.WARNING,
        labels=(Label(first.places.value(("url",)), f"the address of `{first.id}`"),),
        help="write the address of this one, or put the quotations of both into one source",
    )
