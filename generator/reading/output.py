"""What site and PDFs cannot take: names that they need themselves, signs that no font has."""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Label
from generator.limits import FORMER, ID
from generator.model import FOLDERS
from generator.model.briefing import Briefing, former, ring_of
from generator.model.record import Places
from generator.source import Span
from generator.yaml.characters import HIDDEN, too_large

# Files of these names stand beside those of the records: data of each, PDFs of some kinds.
OWN_DATA = frozenset({"changes", "datapackage", "facts", "metadata", "not-found"})
OWN_PDFS = frozenset(
    {"briefing", "one-page", "figures", "controls", "disputes", "people", "changes"}
)
HAVE_PDFS = ("agreement", "round")
# So much of an id that is too long is shown.
SHOWN = 60
# Folders of the site that are its own: a page of prose would take the place of what stands there.
OWN_FOLDERS = frozenset(
    {
        *FOLDERS,
        *("about", "assets", "changes", "corrections", "data", "dictionary", "disputed"),
        *("downloads", "f", "facts", "figures", "guide", "messages", "on", "pdf", "reference"),
        *("search", "timeline", "units", "unknowns"),
    }
)


def misnamed(briefing: Briefing) -> Iterator[Diagnostic]:
    """Ids that moved and are still there, that are too long, or that the site needs for itself."""
    if briefing.moved_places:
        yield from moved_amiss(briefing, briefing.moved_places)
        yield from _in_rings(briefing, briefing.moved_places)
        if len(former(briefing, briefing.ids)) > FORMER.most:
            yield too_large(FORMER, briefing.moved_places.value(()))
    yield from too_long(briefing)
    for record in briefing.records.values():
        if path := taken_file(record.kind, record.id):
            yield _reserved(record.file.head, f"the id `{record.id}` is kept for `{path}`")
    for page in briefing.pages:
        if (name := page.stem) in OWN_FOLDERS:
            yield _reserved(page.head, f"the page `{name}` is kept for the site's own `{name}/`")


def _reserved(span: Span, message: str) -> Diagnostic:
    return Diagnostic("reserved-id", message, span, help="give the file another name")


def moved_amiss(briefing: Briefing, places: Places) -> Iterator[Diagnostic]:
    """Moved ids that are still there, and pages of prose that cannot have been one."""
    for id_ in briefing.moved:
        span, name = places.key((id_,)), id_.partition("/")[2]
        if id_ in briefing.ids:
            record = briefing.records.get(id_.partition(".")[0])
            holder = record.file if record else briefing.prose[id_]
            message = f"`{id_}` is listed as moved and still exists in `{holder.path}`"
            help = "take it out of this file, or rename or remove what has the id"
            yield Diagnostic("moved-exists", message, span, help=help)
        elif name in OWN_FOLDERS:
            message = f"the page `{id_}` is kept for the site's own `{name}/`"
            help = "take it out: no page of prose had this address"
            yield Diagnostic("reserved-id", message, span, help=help)


def too_long(briefing: Briefing) -> Iterator[Diagnostic]:
    """Ids of which the site can make no folder."""
    places = {id_: one.key_span() for id_, one in briefing.statements.items() if len(id_) > ID.most}
    if briefing.moved_places:
        old = (id_ for id_ in briefing.moved if len(id_) > ID.most)
        places |= {id_: briefing.moved_places.key((id_,)) for id_ in old}
    for id_, place in places.items():
        message = f"the id `{id_[:SHOWN]}...` has {len(id_)} characters"
        help = f"shorten a key of it, so that it has {ID.most} or fewer"
        yield Diagnostic("id-too-long", message, place, help=help)


def _in_rings(briefing: Briefing, places: Places) -> Iterator[Diagnostic]:
    reported: set[str] = set()
    for id_ in briefing.moved:
        if (ring := ring_of(briefing, id_)) and reported.isdisjoint(ring):
            first, *others = (one for one in ring if one in briefing.moved)
            yield Diagnostic(
                "moved-nowhere",
                f"`{first}` leads round to itself, and to nothing that is there",
                places.value((first, "to")),
                labels=tuple(Label(places.value((one, "to")), "by this one") for one in others),
                help="`to:` names the id that it has now, and not one that it had",
            )
        reported.update(ring)


def taken_file(kind: str, id_: str) -> str | None:
    """The file of ours that a record of this id would stand in the place of."""
    if id_ in OWN_DATA:
        return f"data/{id_}.json"
    return f"pdf/{id_}.pdf" if kind in HAVE_PDFS and id_ in OWN_PDFS else None


LAYOUT = "site_config/pdf/briefing.typ"
SHOWN_CHARACTERS = Path("site_config") / "fonts" / "characters.txt"
# Not set, but laid out: line ends and what stands for a space.
UNSEEN = frozenset("\r\n\t")


def unprintable(root: Path, briefing: Briefing) -> Iterator[Diagnostic]:
    """The first place of each such character in each file; comments are not printed."""
    known = characters(root) if (root / LAYOUT).is_file() else frozenset()
    for file in briefing.pages if known else ():
        yield from found_in([file.span(0, len(file.text))], known)
    for record in briefing.records.values() if known else ():
        if not known.issuperset(record.file.text):
            yield from found_in(record.places.values.values(), known)


def found_in(spans: Iterable[Span], known: frozenset[str]) -> Iterator[Diagnostic]:
    """The first unknown character of each span, if no narrower one held it already."""
    reported: set[int] = set()
    for span in sorted(spans, key=lambda one: (one.end - one.start, one.start)):
        # What does not show is refused where the text is read.
        shown = (at for at, char in enumerate(span.text, span.start) if not HIDDEN.match(char))
        first = next((at for at in shown if span.file.text[at] not in known), None)
        if first is not None and first not in reported:
            yield no_glyph(span.file.text[first], span.file.span(first, first + 1))
            reported.add(first)


def characters(root: Path) -> frozenset[str]:
    """All characters that some font has, and what needs none; empty without a list of them."""
    path = root / SHOWN_CHARACTERS
    lines = path.read_text(encoding="ascii").split() if path.is_file() else []
    found = set(UNSEEN if lines else ())
    for line in lines:
        first, _, last = line.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)


def no_glyph(char: str, span: Span) -> Diagnostic:
    """A character that cannot be printed."""
    called = f"U+{ord(char):04X} {unicodedata.name(char, '').lower()}".rstrip()
    return Diagnostic(
        code="character-not-in-fonts",
        message=f"no font of the PDFs has `{char}` ({called})",
        span=span,
        help="write it in another way, or add a font that has it: site_config/fonts/README.md",
    )
