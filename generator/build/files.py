"""The files of a site before the engine, kept where what they are made of has not changed."""

from dataclasses import dataclass, replace
from functools import partial

from generator.build.kept import Files
from generator.build.outlines import Outlines
from generator.build.typeset.typesetter import Press
from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic
from generator.model.edition import Settings
from generator.render import charts
from generator.render.data.files import data
from generator.render.data.subscriptions import atom
from generator.render.site.held_file import held_file
from generator.render.site.outline import outlined, with_sentences
from generator.render.site.pages import PageInputs
from generator.render.site.redirects import old_files
from generator.render.site.search import PATH, search, with_prose
from generator.render.site.site import prose, site
from generator.render.site.structured import llms
from generator.render.views.downloads import ARCHIVE


class Faulty(Exception):
    """What could not be made of a briefing, with the reasons."""


@dataclass(frozen=True)
class Makers:
    """What keeps and draws what a build is made of, and sets its PDFs; a check uses neither."""

    outlines: Outlines | None = None
    press: Press | None = None


NO_MAKERS = Makers()


def rendered(
    dossier: Dossier, settings: Settings, makers: Makers
) -> tuple[Files, tuple[Diagnostic, ...]]:
    """The files of the site, its data and charts among them; none where a template fails.

    With a press the site has links to the PDFs that were begun, and to the archive of it all.
    """
    outline, press, outlines = outlined(dossier), makers.press, makers.outlines
    offered = tuple(one.topic for one, _ in press.begun) if press else ()
    # The archive is made of all these, and is offered by a page in it.
    inputs = PageInputs({ARCHIVE: 0} if press else {}, offered)
    if outlines:
        inputs = replace(inputs, draw=outlines.drawings.draw, kept=outlines.page)
    more = (str(bool(press)), *(one.name for one in offered))
    try:
        made = partial(of_outline, outline, settings, inputs)
        if outlines:
            made = partial(outlines.store.files, outlines.key(outline, settings, *more), made)
        files = made()
    except Faulty as faulty:
        return {}, faulty.args
    pages, diagnostics = prose(dossier, settings, replace(inputs, sizes=dict.fromkeys(files, 0)))
    pages |= with_sentences(dossier, files)
    found = with_prose(dossier, settings, files[PATH], pages)
    return {} if diagnostics else {**files, **pages, **found}, diagnostics


def of_outline(outline: Dossier, settings: Settings, inputs: PageInputs) -> Files:
    """All files of a site, of the editors' own pages only outlines."""
    held = data(outline, settings) | charts.files(outline, settings, inputs.draw)
    held |= atom(outline, settings)
    held |= old_files(outline, held)
    sizes = {**{path: len(content) for path, content in held.items()}, **inputs.sizes}
    pages, diagnostics = site(outline, settings, replace(inputs, sizes=sizes))
    if diagnostics:
        raise Faulty(*diagnostics)
    beside = {**held, **search(outline, settings, pages), **llms(outline, settings)}
    beside |= held_file(outline, settings)
    return {**pages, **beside}
