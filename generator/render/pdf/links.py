"""What a document holds: where its links lead, and the numbers of its sources and statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.derive.dossier import Dossier, Fact
from generator.model import FOLDERS
from generator.model.record import Record
from generator.render.pdf.typ import Typ, array, string
from generator.render.views.links import Address, external, url
from generator.render.views.records import facts_of, in_time
from generator.render.views.sheet import Sheet
from generator.render.views.tables import families

SERIES = "series"


@dataclass(frozen=True)
class DocumentLinks:
    """A document's dossier, its website, and the labels that stand in it; None for all.

    Where nothing can be a link, none `leads` anywhere.
    """

    dossier: Dossier
    url: str | None
    labels: frozenset[str] | None = None
    facts: dict[str, None] = field(default_factory=dict, compare=False)
    leads: bool = True

    def holds(self, label: str) -> bool:
        """Whether a link to the label leads somewhere."""
        return self.labels is None or label in self.labels

    def mention(self, id_: str) -> None:
        """Note a statement: whatever is linked to is what an extract bears out."""
        self.facts[id_] = None

    @cached_property
    def site(self) -> str:
        """The website's address without the stroke at its end; empty where it has none."""
        return (external(self.url) or "").rstrip("/")

    def label(self, to: Address) -> str | None:
        """The label of what stands at an address of the website, if the document could hold it."""
        if to.anchor in self.dossier.facts:
            self.mention(to.anchor)
            return of_fact(to.anchor)
        folder, _, rest = to.page.partition("/")
        if folder in FOLDERS and rest.count("/") == 1:
            return of_record(rest.partition("/")[0])
        return of_page(folder if rest else "index")

    def opened(self, to: str | Address) -> str:
        """The beginning of a link, to another site as text; empty where it leads nowhere."""
        if not self.leads:
            return ""
        if isinstance(to, str):
            return f"#away({string(to)})[" if external(to) else ""
        label = self.label(to)
        if label and self.holds(label):
            return f"#to({string(label)})["
        whole = f"{self.site}/{url('', to)}"
        return f"#away({string(whole)})[" if self.site else ""

    def numbers(self, sources: Iterable[str]) -> Typ:
        """The numbers of the sources of a statement."""
        found = [array(self._number(id_)) for id_ in sorted(set(sources))]
        return Typ(f"#numbers({array(found)});") if found else Typ("")

    def _number(self, id_: str) -> Iterator[Typ]:
        label, source = of_record(id_), self.dossier.briefing.source(id_)
        yield string(str(self.dossier.source_numbers[id_]))
        to = label if self.holds(label) else external(source.url if source else None)
        yield string(to) if to else Typ("none")


def of_fact(id_: str) -> str:
    """The label of a statement's entry."""
    return f"f:{id_}"


def of_record(id_: str) -> str:
    """The label of a record, sources included."""
    return f"r:{id_}"


def of_page(name: str) -> str:
    """The label of a chapter, which has a page on the website."""
    return f"p:{name}"


def in_order(sheet: Sheet) -> dict[str, list[Record]]:
    """The records that hold statements, by kind, in the order of the annex."""
    dossier = sheet.dossier
    found: dict[str, list[Record]] = {kind: [] for kind in FOLDERS.values()}
    for id_ in dossier.by_record:
        found[dossier.records[id_].kind].append(dossier.records[id_])
    ordered = {kind: list(in_time(dossier, records)) for kind, records in found.items()}
    return ordered | {SERIES: [one for family in families(sheet) for one, _ in family.series]}


def numbers(sheet: Sheet) -> dict[str, int]:
    """The number of each statement, the same in every document; figures of a series share one."""
    items: list[list[Fact]] = []
    for record in (one for records in in_order(sheet).values() for one in records):
        facts = facts_of(sheet.dossier, record)
        items += [facts] if record.kind == SERIES else [[fact] for fact in facts]
    return {fact.id: number for number, item in enumerate(items, 1) for fact in item}
