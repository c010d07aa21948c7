"""The names that the site needs for its own folders and files, and what stands in their way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Label
from generator.model import FOLDERS
from generator.model.briefing import Briefing
from generator.model.moved import ring_of
from generator.model.record import Places, Record
from generator.source import SourceFile

# Files of these names stand beside those of the records: data of each, PDFs of some kinds.
OWN_DATA = frozenset({"datapackage", "facts", "metadata", "not-found"})
OWN_PDFS = frozenset({"briefing", "one-page", "figures", "controls", "disputes", "people"})
HAVE_PDFS = ("agreement", "round")
# What a file system takes as one name is little more. So much of a longer one is shown.
LONGEST, SHOWN = 200, 60
# Folders of the site that are its own: a page of prose would take the place of what stands there.
OWN_FOLDERS = frozenset(
    {
        *FOLDERS,
        *(
            "about",
            "dictionary",
            "disputed",
            "downloads",
            "facts",
            "figures",
            "guide",
            "messages",
            "reference",
            "timeline",
            "unknowns",
        ),
        *("assets", "data", "f", "pdf", "search"),
    }
)


def misnamed(briefing: Briefing) -> Iterator[Diagnostic]:
    """Ids that moved and are still there, that are too long, or that the site needs for itself."""
    for id_ in briefing.moved:
        if id_ in briefing.ids and briefing.moved_places:
            yield moved_exists(id_, briefing)
        elif id_.partition("/")[2] in OWN_FOLDERS and briefing.moved_places:
            yield never_prose(id_, briefing.moved_places)
    yield from in_rings(briefing)
    yield from too_long(briefing)
    for record in briefing.records.values():
        if path := taken_file(record.kind, record.id):
            yield reserved(record, path)
    for page in briefing.pages:
        if PurePosixPath(page.path).stem in OWN_FOLDERS:
            yield taken(page)


def too_long(briefing: Briefing) -> Iterator[Diagnostic]:
    """Ids of which the site can make no folder."""
    places = {id_: one.key_span() for id_, one in briefing.statements.items() if len(id_) > LONGEST}
    if briefing.moved_places:
        old = (id_ for id_ in briefing.moved if len(id_) > LONGEST)
        places |= {id_: briefing.moved_places.key((id_,)) for id_ in old}
    for id_, place in places.items():
        yield Diagnostic(
            code="id-too-long",
            message=f"the id `{id_[:SHOWN]}...` has {len(id_)} characters",
            span=place,
            help=f"shorten a key of it, so that it has {LONGEST} or fewer",
        )


def never_prose(id_: str, places: Places) -> Diagnostic:
    """A page of prose that cannot have been one: the site has its own in its place."""
    return Diagnostic(
        code="reserved-id",
        message=f"the page `{id_}` is kept for the site's own `{id_.partition('/')[2]}/`",
        span=places.key((id_,)),
        help="take it out: no page of prose had this address",
    )


def in_rings(briefing: Briefing) -> Iterator[Diagnostic]:
    """Ids that lead on without an end, each ring once."""
    reported: set[str] = set()
    for id_ in briefing.moved:
        if (ring := ring_of(briefing, id_)) and reported.isdisjoint(ring):
            yield moved_round(ring, briefing)
        reported.update(ring)


def moved_round(ring: list[str], briefing: Briefing) -> Diagnostic:
    """An address that would send the reader from one to another for ever."""
    assert briefing.moved_places
    id_, *others = (one for one in ring if one in briefing.moved)
    places = briefing.moved_places
    return Diagnostic(
        code="moved-nowhere",
        message=f"`{id_}` leads round to itself, and to nothing that is there",
        span=places.value((id_, "to")),
        labels=tuple(Label(places.value((one, "to")), "by this one") for one in others),
        help="`to:` names the id that it has now, and not one that it had",
    )


def moved_exists(id_: str, briefing: Briefing) -> Diagnostic:
    """An address cannot both hold something and send the reader away."""
    assert briefing.moved_places
    record = briefing.records.get(id_.partition(".")[0])
    holder = record.file if record else briefing.prose[id_]
    return Diagnostic(
        code="moved-exists",
        message=f"`{id_}` is listed as moved and still exists in `{holder.path}`",
        span=briefing.moved_places.key((id_,)),
        help="take it out of this file, or rename or remove what has the id",
    )


def taken_file(kind: str, id_: str) -> str | None:
    """The file of ours that a record of this id would stand in the place of."""
    if id_ in OWN_DATA:
        return f"data/{id_}.json"
    return f"pdf/{id_}.pdf" if kind in HAVE_PDFS and id_ in OWN_PDFS else None


def reserved(record: Record, path: str) -> Diagnostic:
    """A record that would take the place of a file that is not its own."""
    return Diagnostic(
        code="reserved-id",
        message=f"the id `{record.id}` is kept for `{path}`",
        span=record.file.head,
        help="give the file another name",
    )


def taken(page: SourceFile) -> Diagnostic:
    """A page of prose that would stand where the site has a page of its own."""
    name = PurePosixPath(page.path).stem
    return Diagnostic(
        code="reserved-id",
        message=f"the page `{name}` is kept for the site's own `{name}/`",
        span=page.head,
        help="give the file another name",
    )
