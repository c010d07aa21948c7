"""What the annex tells of a statement, a source and a term; and a dispute side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.derive.dossier import Fact
from generator.model.record import Record
from generator.model.source import Source
from generator.render.pdf.document_writer import DocumentWriter, origin
from generator.render.pdf.links import of_fact, of_record
from generator.render.pdf.rich_text import called
from generator.render.pdf.typ import Typ, array, comment, string, text
from generator.render.views.cards import Card, card
from generator.render.views.grids import own_label
from generator.render.views.links import permalink
from generator.render.views.witnesses import source_card

# Witnesses and positions that are kept together with their statement.
MOST_TOGETHER = 6
# What is printed of an address: most of the path names a page, and the link has the whole.
LONGEST = 36


@dataclass(frozen=True)
class Entry:
    """A statement in the annex, and as a dispute: its card, and where it stands in a document."""

    card: Card
    title: str
    name: str
    origin: Typ
    number: int
    address: str
    short: str

    @property
    def is_short(self) -> bool:
        """True when it can well stand on one page."""
        answers = (*self.card.positions, *self.card.asides)
        count = len(self.card.witnesses) + sum(1 + len(one.witnesses) for one in answers)
        return count + sum(len(one) for _, one in self.card.silent) <= MOST_TOGETHER


def entry(writer: DocumentWriter, fact: Fact) -> Entry:
    """The entry of a statement."""
    writer.links.mention(fact.id)
    site, path = writer.links.site, permalink(fact).page.removesuffix("index.html")
    heading = writer.dossier.briefing.name(fact.record.id)
    return Entry(
        card=card(writer.sheet(), fact),
        # What is itself a record stands below its own name.
        title=own_label(fact, heading) if fact.label != heading else "",
        name=of_fact(fact.id),
        origin=origin(fact),
        number=writer.inputs.numbers[fact.id],
        address=f"{site}/{path}" if site else "",
        short=path if site else fact.id,
    )


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
