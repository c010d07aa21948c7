"""Which feeds of changes there are: of all, of each section, of each record; and of a page."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from generator.counting import grouped
from generator.derive.changed import Step, steps
from generator.derive.dossier import Dossier, Status
from generator.model import FOLDER_OF
from generator.render.views.links import HOME, Address

FILE = "changes.xml"
ALL, DISPUTED = "", "disputed"


def feeds(dossier: Dossier) -> Mapping[str, tuple[Step, ...]]:
    """The steps that each feed tells of, by the folder in which it stands."""
    if feeds not in dossier.views:
        every = ((folder, one) for one in steps(dossier) for folder in _folders(dossier, one))
        dossier.views[feeds] = grouped(every)
    found: Mapping[str, tuple[Step, ...]] = dossier.views[feeds]
    return found


def _folders(dossier: Dossier, step: Step) -> Iterator[str]:
    """The folders of all to whom a step is news: its record, and the one whose act it follows."""
    yield ALL
    if {"disputed", "settled"} & {*step.kinds} or step.fact.status is Status.DISPUTED:
        yield DISPUTED
    held = step.fact.held
    makers = [dossier.facts[held.maker]] if held and held.maker in step.causes else []
    records = {one.record.id: one.record.kind for one in (step.fact, *makers)}
    yield from dict.fromkeys(FOLDER_OF[kind] for kind in records.values())
    yield from (f"{FOLDER_OF[kind]}/{id_}" for id_, kind in records.items())


def feed_in(folder: str) -> Address:
    """The feed of a folder."""
    return Address(f"{folder}/{FILE}" if folder else FILE)


def feed_of(there: Container[str], page: str) -> Address | None:
    """The feed of the record, else of the section that a page belongs to, else of all.

    The folders of all feeds are `there`.
    """
    parts = page.removesuffix(HOME).split("/")
    folders = ("/".join(parts[:2]), parts[0], ALL)
    return next((feed_in(one) for one in folders if one in there), None)
