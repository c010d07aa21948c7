"""What mentions a record: every reference of the known statements and records, turned round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.derive.dossier import Dossier, Fact
from generator.model.record import Record
from generator.model.statement import Content
from generator.render.views.grids import Listing, line, listing
from generator.render.views.links import is_statement
from generator.render.views.sheet import Sheet

# How something is mentioned, in the order in which a page shows it.
HEADINGS = {
    "target": "What changed it",
    "covers": "Measures that cover this",
    "materials": "Licences for this",
    "holders": "Licences held",
    "issuer": "Issued",
    "reporter": "Series counted",
    "parties": "Agreements",
    "about": "Statements about this",
    "by": "Statements made",
    "people": "Named in",
    "person": "Named in",
    "party": "Acts and parts in acts",
    "body": "Offices",
    "of": "What belongs to this",
    "house": "One with this",
    "inputs": "Worked out from this",
    "compare": "Compare with",
    "see": "Mentioned in",
}
# What says no more than that there is a mention lists none that stands under another heading.
LEAST = HEADINGS["see"]
Mention = Fact | Record


class Relations:
    """Mentions by the record that is mentioned, then by how."""

    def __init__(self, dossier: Dossier) -> None:
        """Reads every reference once."""
        self.found: dict[str, dict[str, dict[str, Mention]]] = {}
        for fact in dossier.facts.values():
            for key, id_ in of_fact(fact):
                self._note(id_, key, fact.id, fact)
        for record in dossier.records.values():
            for key, id_ in of_record(record):
                self._note(id_, key, record.id, record)

    def _note(self, target: str, key: str, id_: str, mention: Mention) -> None:
        to = target.partition(".")[0]
        # What a record says of itself is on its own page already.
        if to != id_.partition(".")[0]:
            self.found.setdefault(to, {}).setdefault(HEADINGS[key], {})[id_] = mention

    def of(self, id_: str, heading: str) -> tuple[Mention, ...]:
        """What mentions a record in one way."""
        return tuple(self.found.get(id_, {}).get(heading, {}).values())

    def listings(self, sheet: Sheet, record: Record, shown: Iterable[str]) -> Iterator[Listing]:
        """Lists of what mentions a record, but for the ways that stand on the page already."""
        held = self.found.get(record.id, {})
        told = {id_ for heading, found in held.items() if heading != LEAST for id_ in found}
        for heading in dict.fromkeys(HEADINGS.values()):
            items = tuple(
                line(sheet, one) if isinstance(one, Fact) else sheet.link(one.id)
                for id_, one in held.get(heading, {}).items()
                if heading != LEAST or id_ not in told
            )
            if items and heading not in shown:
                yield listing(f"section--{heading.lower().replace(' ', '-')}", heading, items)


def of_fact(fact: Fact) -> Iterator[tuple[str, str]]:
    """The references of a statement, each with its key; those of a position only when known."""
    for content in contents(fact):
        for key in Content.REFERS:
            yield from ((key, id_) for id_ in ids(getattr(content, key, None)))
    if fact.computed:
        yield from (("inputs", id_) for id_ in fact.computed.inputs)


def contents(fact: Fact) -> tuple[Content, ...]:
    """All that a statement says, in its positions too."""
    return (fact.statement, *(stance.content for stance in fact.stances))


def of_record(record: Record) -> Iterator[tuple[str, str]]:
    """The references of a record that are part of no statement."""
    for key in () if is_statement(record) else type(record.data).REFERS:
        if key in HEADINGS:
            yield from ((key, id_) for id_ in ids(getattr(record.data, key, None)))


def ids(value: object) -> tuple[str, ...]:
    """One id, several or none."""
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
