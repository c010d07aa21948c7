"""What the annex tells of a statement, a source and a term; and a dispute side by side.

Everything here is the website's card in another order: the same words from the same models.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.dossier import Evidence, Fact, Stance, Status
from generator.model.record import Record
from generator.model.source import Source
from generator.render.pdf.document_writer import DocumentWriter, origin
from generator.render.pdf.links import of_fact, of_record
from generator.render.pdf.rich_text import called
from generator.render.pdf.typ import Typ, array, comment, string, text
from generator.render.views.act_tables import party_of
from generator.render.views.cards import Card, Position, card
from generator.render.views.grids import own_label, side_class
from generator.render.views.links import permalink
from generator.render.views.marks import QUIET
from generator.render.views.rich import Rich
from generator.render.views.witnesses import Witness, source_card

# Witnesses and positions that are kept together with their statement.
MOST_TOGETHER = 6
# What is printed of an address: most of the path names a page, and the link has the whole.
LONGEST = 36


@dataclass(frozen=True)
class Cited:
    """A witness with the number of its source."""

    witness: Witness
    numbers: Typ


@dataclass(frozen=True)
class Answer:
    """A position with its witnesses; `note` cites them where there is no room for their words."""

    position: Position
    mark: str
    side: str
    witnesses: tuple[Cited, ...]
    note: Typ


@dataclass(frozen=True)
class Entry:
    """A statement in the annex, and as a dispute."""

    card: Card
    title: str
    name: str
    mark: str
    origin: Typ
    standing: tuple[Answer, ...]
    asides: tuple[Answer, ...]
    witnesses: tuple[Cited, ...]
    silent: tuple[tuple[Rich, tuple[Cited, ...]], ...]
    number: int
    address: str
    short: str

    @property
    def is_short(self) -> bool:
        """True when it can well stand on one page."""
        answers = (*self.standing, *self.asides)
        count = len(self.witnesses) + sum(1 + len(one.witnesses) for one in answers)
        return count + sum(len(one) for _, one in self.silent) <= MOST_TOGETHER


def entry(writer: DocumentWriter, fact: Fact) -> Entry:
    """The entry of a statement."""
    writer.links.mention(fact.id)
    shown = card(writer.sheet(), fact)
    answers = [
        answer(writer, pair) for pair in zip(fact.stances, positions(shown, fact), strict=True)
    ]
    short = permalink(fact).page.removesuffix("index.html")
    only = fact.stances[0].evidence if shown.witnesses else ()
    silent = zip(shown.silent, fact.silent.values(), strict=True)
    heading = writer.dossier.briefing.name(fact.record.id)
    return Entry(
        card=shown,
        # What is itself a record stands below its own name.
        title=own_label(fact, heading) if fact.label != heading else "",
        name=of_fact(fact.id),
        mark=mark(fact.status),
        origin=origin(fact),
        standing=tuple(one for one in answers if one and not one.position.aside),
        asides=tuple(one for one in answers if one and one.position.aside),
        witnesses=cited(writer, shown.witnesses, only),
        silent=tuple((name, cited(writer, own, found)) for (name, own), found in silent),
        number=writer.inputs.numbers[fact.id],
        address=f"{writer.links.site}/{short}" if writer.links.site else "",
        short=short,
    )


def positions(shown: Card, fact: Fact) -> Iterator[Position | None]:
    """The positions of a card in the order of the statement; none where it has only one."""
    standing, asides = iter(shown.positions), iter(shown.asides)
    for stance in fact.stances:
        yield next(asides if stance.aside else standing, None)


def answer(writer: DocumentWriter, pair: tuple[Stance, Position | None]) -> Answer | None:
    """A position with the side of its holder."""
    stance, position = pair
    if position is None:
        return None
    side = side_class(writer.dossier, party_of(writer.dossier, stance.by))
    held = cited(writer, position.witnesses, stance.evidence)
    return Answer(position, mark(stance.status), side, held, writer.links.note(stance.evidence))


def mark(status: Status | None) -> str:
    """The mark that stands before the words of a status; empty where those are its mark."""
    if status is None:
        return "none"
    return status.value if status in QUIET else ""


def cited(
    writer: DocumentWriter, witnesses: tuple[Witness, ...], evidence: tuple[Evidence, ...]
) -> tuple[Cited, ...]:
    """Witnesses with the numbers of their sources."""
    pairs = zip(witnesses, evidence, strict=True)
    return tuple(Cited(one, writer.links.numbers([found])) for one, found in pairs)


def numbered(writer: DocumentWriter, record: Record) -> dict[str, object]:
    """The entry of a source, with those of its statements that stand in the document."""
    source = record.data
    assert isinstance(source, Source)
    used = writer.dossier.used_sources[record.id]
    first = {writer.inputs.numbers[one.id]: of_fact(one.id) for one in reversed(used)}
    held = ((number, label) for number, label in first.items() if writer.links.holds(label))
    return {
        "number": writer.dossier.source_numbers[record.id],
        "name": of_record(record.id),
        "origin": comment(f"{record.file.path}:1"),
        "card": source_card(writer.sheet(), record),
        "address": outward(writer, source.url, shortened(source.url or "")),
        "archive": outward(writer, source.archive, "archived copy"),
        "statements": array(
            array((string(str(number)), string(label))) for number, label in sorted(held)
        ),
    }


def outward(writer: DocumentWriter, address: str | None, shown: str) -> Typ:
    """A link to another site; only its text where it may not be one."""
    return Typ(called(writer.links.opened(address or ""), text(shown)) if address else "")


def shortened(address: str) -> str:
    """An address as it is printed: the host, and the beginning of a path that can be read."""
    whole = address.partition("://")[2] or address
    read = re.split("[?#%]", whole.removeprefix("www."))[0]
    shown = read[:LONGEST]
    return shown.rstrip("/") if shown == whole.removeprefix("www.") else f"{shown}\u2026"
