"""The story: read the folder, check it, render it, write the pages, run the engine, swap the site.

Nothing of the last good site is touched while there is an error; a warning does not stand in the
way. Everything before `write` happens in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build import drawings, engine, kept
from generator.build.lock import alone
from generator.build.offline import pack
from generator.build.publish import publish, recover
from generator.build.sharing_cards import drawn
from generator.build.typeset.typesetter import Made, Typesetter, typeset
from generator.build.web_fonts import with_fonts
from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic
from generator.model.settings import Settings
from generator.reading.check import Outcome, Reporter, examine, quiet
from generator.render import charts
from generator.render.charts import Draw, undrawn
from generator.render.data.files import data
from generator.render.pdf import PdfInputs, pdfs
from generator.render.site.llms import llms
from generator.render.site.pages import PageInputs
from generator.render.site.redirects import old_files
from generator.render.site.search import search
from generator.render.site.site import site
from generator.render.site.value_notes import value_notes
from generator.render.views.downloads import ARCHIVE, MadePdf
from generator.write import Misuse, in_folder, make_folder, write

Printed = tuple[tuple[Made, ...], tuple[Diagnostic, ...]]
Printer = Callable[[Dossier, Settings], Printed]
PRINTING = ("reading", "checking", "setting PDFs")
STAGES = (*PRINTING, "rendering", "writing", "building pages", "publishing")
SOURCES = ("content", "site_config", "build")


@dataclass(frozen=True)
class Makers:
    """What sets the PDFs of a build and draws its charts; a check uses neither."""

    printer: Printer | None = None
    draw: Draw = undrawn


NO_MAKERS = Makers()


def compose(
    root: Path, as_of: date | None = None, report: Reporter = quiet, makers: Makers = NO_MAKERS
) -> Outcome:
    """Check a briefing and make the files of its site; only the makers write to the disk.

    With a printer the site has links to its PDFs and to the archive of the whole site.
    """
    result, settings = examine(root, as_of, report)
    if result.errors or not result.dossier:
        return result
    made, diagnostics = makers.printer(result.dossier, settings) if makers.printer else ((), ())
    report("rendering")
    files, more = rendered(result.dossier, settings, made, makers)
    return result.with_files(files, (*diagnostics, *more))


def rendered(
    dossier: Dossier, settings: Settings, made: Sequence[Made], makers: Makers
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The files of the site, its data, charts and PDFs among them; none where a template fails."""
    held = data(dossier, settings) | charts.files(dossier, settings, makers.draw)
    held |= old_files(dossier, held)
    sizes = {path: len(content) for path, content in held.items()}
    # The archive is made of all these, and is offered by a page in it.
    sizes |= {ARCHIVE: 0} if makers.printer else {}
    made_pdfs = tuple(MadePdf(one.print.topic, len(one.content), one.pages) for one in made)
    pages, diagnostics = site(dossier, settings, PageInputs(sizes, made_pdfs, makers.draw))
    printed = {pdf.path: one.content for pdf, one in zip(made_pdfs, made, strict=True)}
    printed |= old_files(dossier, {**held, **printed})
    beside = {**held, **printed, **search(dossier, settings, pages), **llms(dossier, settings)}
    beside |= value_notes(dossier, settings)
    return {} if diagnostics else {**pages, **beside}, diagnostics


def build(
    root: Path, site_dir: Path, as_of: date | None = None, report: Reporter = quiet
) -> Outcome:
    """Put the site of a briefing in the place of the last good one, unless there is an error."""
    refuse_sources(root, site_dir)
    with alone_in(root, site_dir, report) as place:
        draw = drawings.of(root).draw
        makers = Makers(printer_of(root, draw, report), draw)
        result = compose(root, as_of, report, makers)
        if result.dossier and not result.errors:
            put(result, place, report)
            kept.sweep(root)
    return result


def preview(root: Path, site_dir: Path) -> Outcome:
    """The same in haste: without PDFs, and without the archive that would hold them."""
    with alone_in(root, site_dir, quiet) as place:
        result = compose(root, makers=Makers(draw=drawings.of(root).draw))
        if result.dossier and not result.errors:
            put(result, place, quiet, has_archive=False)
    return result


@dataclass(frozen=True)
class Place:
    """Where a site is made and put; `handle` keeps others away while it is open."""

    root: Path
    site: Path
    handle: int


@contextmanager
def alone_in(root: Path, site_dir: Path, report: Reporter) -> Iterator[Place]:
    """Keep other builds away from both folders."""
    with ExitStack() as held:
        handle = held.enter_context(alone(make_folder(root / "build"), report))
        held.enter_context(alone(make_folder(site_dir.parent), report))
        recover(site_dir)
        held.enter_context(in_folder(root / "build"))
        yield Place(root, site_dir, handle)


def put(result: Outcome, place: Place, report: Reporter, has_archive: bool = True) -> None:
    """Write the pages, run the engine, and let its site take the place of the last good one."""
    root, dossier = place.root, result.dossier
    assert dossier
    report("writing")
    write(finished(root, result.files), root / "build" / "docs")
    report("building pages")
    built = make_folder(root / "build" / "engine")
    engine.run(root, built, dossier.as_of, (place.handle,))
    if has_archive:
        pack(built, dossier.briefing.edition.title, dossier.as_of)
    report("publishing")
    publish(built, place.site)


def finished(root: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files as the engine takes them: pictures for sharing drawn, fonts cut."""
    return with_fonts(root, drawn(root, files))


def typesetter_of(root: Path, dossier: Dossier) -> Typesetter:
    """What sets the PDFs of a briefing on a day."""
    return Typesetter(root, engine.epoch(dossier.as_of))


def printer_of(root: Path, draw: Draw, report: Reporter) -> Printer:
    """What sets all PDFs of a briefing that says how they look."""

    def printed(dossier: Dossier, settings: Settings) -> Printed:
        typesetter = typesetter_of(root, dossier)
        if not typesetter.has_layout:
            return (), ()
        report("setting PDFs")
        figures = charts.figures(dossier, settings, draw)
        prints, diagnostics = pdfs(PdfInputs(dossier, settings, figures))
        return ((), diagnostics) if diagnostics else typeset(prints, typesetter)

    return printed


def refuse_sources(root: Path, site_dir: Path) -> None:
    """A site that would lie in what it is made from, or hold it."""
    place, home = site_dir.resolve(), root.resolve()
    inside = [name for name in SOURCES if place.is_relative_to(home / name)]
    if inside:
        raise Misuse(f"`{site_dir}` lies in `{inside[0]}/`, which the site is made from")
    if home.is_relative_to(place):
        raise Misuse(f"`{site_dir}` holds the briefing itself, and a build replaces all of it")
