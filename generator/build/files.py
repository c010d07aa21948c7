"""The files of a site before the engine, kept where what they are made of has not changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.build.kept import Files
from generator.build.outlines import Outlines
from generator.build.typeset.typesetter import Printed
from generator.derive.dossier import Dossier
from generator.model.edition import Settings
from generator.reading.check import Outcome, Reporter
from generator.render import charts
from generator.render.charts import Draw, undrawn
from generator.render.data.files import data
from generator.render.data.subscriptions import atom
from generator.render.site.held_file import held_file
from generator.render.site.outline import outlined
from generator.render.site.pages import PageInputs
from generator.render.site.redirects import old_files
from generator.render.site.search import PATH, search, with_prose
from generator.render.site.site import prose, site
from generator.render.site.structured import llms
from generator.render.site.value_notes import value_notes
from generator.render.views.downloads import ARCHIVE, OfferedPdf


class Faulty(Exception):
    """What could not be made of a briefing, with the reasons."""


@dataclass(frozen=True)
class Makers:
    """What keeps and draws what a build is made of, and sets its PDFs; a check uses neither.

    `printed` waits for the PDFs that are `offered`.
    """

    outlines: Outlines | None = None
    offered: tuple[OfferedPdf, ...] = ()
    printed: Callable[[Reporter], Printed] | None = None

    @property
    def draw(self) -> Draw:
        """What draws the charts."""
        return self.outlines.drawings.draw if self.outlines else undrawn

    def files(self, key: Callable[[Outlines], str], make: Callable[[], Files]) -> Files:
        """Some files that are made together: as they are kept, where they are."""
        kept = self.outlines
        return kept.store.files(key(kept), make) if kept else make()


NO_MAKERS = Makers()


def rendered(result: Outcome, settings: Settings, makers: Makers) -> Outcome:
    """The files of the site, its data and charts among them; none where a template fails.

    Where PDFs are set the site has links to them, and to the archive of it all.
    """
    dossier = result.dossier
    assert dossier
    outline, held = outlined(dossier), to_take(dossier, settings, makers)
    sizes = {path: len(content) for path, content in held.items()}
    # The archive is made of all these, and is offered by a page in it.
    sizes |= {ARCHIVE: 0} if makers.printed else {}
    more = {"kept": makers.outlines.page} if makers.outlines else {}
    inputs = PageInputs(sizes, makers.offered, makers.draw, **more)
    names = (*(one.name for one in inputs.pdfs), str(ARCHIVE in sizes))
    try:
        files = makers.files(
            lambda kept: kept.key(outline, settings, "pages", *names),
            lambda: of_outline(outline, settings, inputs),
        )
    except Faulty as faulty:
        return result.with_files({}, faulty.args)
    pages, diagnostics = prose(dossier, settings, inputs)
    found = with_prose(dossier, settings, files[PATH], pages)
    return result.with_files({**held, **files, **pages, **found}, diagnostics)


def to_take(dossier: Dossier, settings: Settings, makers: Makers) -> Files:
    """What can be taken away, which is made first: pages and PDFs show much of the same."""
    outline = outlined(dossier)

    def made() -> Files:
        held = data(outline, settings) | charts.files(outline, settings, makers.draw)
        held |= atom(outline, settings)
        return held | old_files(outline, held)

    return makers.files(lambda kept: kept.key(outline, settings, "data"), made)


def of_outline(outline: Dossier, settings: Settings, inputs: PageInputs) -> Files:
    """The pages, of the editors' own only outlines, and what they load."""
    pages, diagnostics = site(outline, settings, inputs)
    if diagnostics:
        raise Faulty(*diagnostics)
    beside = {**search(outline, settings, pages), **llms(outline, settings)}
    return {**pages, **beside, **value_notes(outline, settings), **held_file(outline, settings)}
