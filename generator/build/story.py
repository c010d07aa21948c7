"""The story: read the folder, check it, render it, write the pages, run the engine, swap sites."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator.build import engine, kept, outlines
from generator.build.drawings import with_cards
from generator.build.engine import Engine
from generator.build.files import NO_MAKERS, Faulty, Makers, rendered
from generator.build.fit import Fit
from generator.build.offline import Archive
from generator.build.publish import Past, alone, publish, recover
from generator.build.typeset.typesetter import SETTING, Made, Press, Typesetter, press
from generator.build.web_fonts import SHOWN, STYLES, with_fonts
from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic
from generator.model.edition import Settings
from generator.reading.check import Outcome, Reporter, examine, quiet
from generator.render.pdf import PdfInputs, is_large
from generator.render.pdf import with_prose as with_words
from generator.render.site.outline import outlined
from generator.render.site.redirects import old_files
from generator.render.site.search import PATH
from generator.render.views.downloads import ARCHIVE, BEGIN, told, weight
from generator.render.views.text import NO_BREAK
from generator.write import Misuse, in_folder, make_folder, write

CHECKING = ("reading", "checking")
PRINTING = (*CHECKING, SETTING)
STAGES = (
    *(*CHECKING, "beginning PDFs", "rendering", "writing", "building pages"),
    *(SETTING, "packing", "publishing"),
)
SOURCES = ("content", "site_config", "build")
# What the engine makes a page of.
PAGE = ".md"


def compose(root: Path, makers: Makers = NO_MAKERS) -> tuple[Outcome, Settings]:
    """Check a briefing and make the files of its site, and give the settings that they have.

    Only what draws writes to the disk.
    """
    result, settings = examine(root, None, quiet)
    if result.errors or not result.dossier:
        return result, settings
    return result.with_files(*rendered(result.dossier, settings, makers)), settings


def build(
    root: Path, site_dir: Path, as_of: date | None = None, report: Reporter = quiet
) -> Outcome:
    """Put the site of a briefing in the place of the last good one, unless there is an error."""
    refuse_sources(root, site_dir)
    with alone_in(root, site_dir, report) as place:
        result, settings = examine(root, as_of, report)
        if result.dossier and not result.errors:
            with press(typesetter_of(root, result.dossier)) as begun:
                makers = Makers(outlines.of(root), begun)
                result = made(result, settings, makers, report)
                if not result.errors:
                    result = put(result, settings, place, begun)
            kept.sweep(root)
    return result


def made(result: Outcome, settings: Settings, makers: Makers, report: Reporter) -> Outcome:
    """The files of a site that was checked, while its PDFs are being set."""
    assert result.dossier
    report("beginning PDFs")
    faults = begin(result.dossier, settings, makers)
    report("rendering")
    files, more = rendered(result.dossier, settings, makers)
    return result.with_files(files, (*faults, *more))


def begin(dossier: Dossier, settings: Settings, makers: Makers) -> tuple[Diagnostic, ...]:
    """Begin the PDFs of a briefing that says how they look, the book first: it takes longest."""
    assert makers.outlines and makers.press
    if not makers.press.typesetter.has_layout:
        return ()
    errors: dict[Diagnostic, None] = {}
    made_of = dossier if is_large(dossier) else outlined(dossier)
    for one, faults in makers.outlines.prints(made_of, settings):
        whole, more = with_words(one, PdfInputs(dossier, settings))
        makers.press.begin(whole)
        errors |= dict.fromkeys((*faults, *more))
    return tuple(errors)


def preview(root: Path, site_dir: Path) -> Outcome:
    """The same in haste: without PDFs, and without the archive that would hold them."""
    with alone_in(root, site_dir, quiet) as place:
        result, settings = compose(root, Makers(outlines.of(root)))
        if result.dossier and not result.errors:
            result = put(result, settings, place)
        kept.sweep(root)
    return result


@dataclass(frozen=True)
class Place:
    """Where a site is made and put, and what builds it."""

    root: Path
    site: Path
    engine: Engine
    report: Reporter


@contextmanager
def alone_in(root: Path, site_dir: Path, report: Reporter) -> Iterator[Place]:
    """Keep other builds away from both folders."""
    with ExitStack() as held:
        handle = held.enter_context(alone(make_folder(root / "build"), report))
        held.enter_context(alone(make_folder(site_dir.parent), report))
        recover(site_dir)
        held.enter_context(in_folder(root / "build"))
        running = held.enter_context(engine.started(root, (handle,)))
        yield Place(root, site_dir, running, report)


def put(result: Outcome, settings: Settings, place: Place, begun: Press | None = None) -> Outcome:
    """Write the pages, run the engine, and let its site take the place of the last good one."""
    root, dossier, report = place.root, result.dossier, place.report
    assert dossier
    report("writing")
    files = finished(root, result.files)
    # The engine would only copy the others, which takes it longer than the pages.
    pages = {path: content for path, content in files.items() if path.endswith((PAGE, STYLES))}
    others = {path: content for path, content in files.items() if path not in pages}
    write(pages, root / "build" / "docs")
    report("building pages")
    place.engine.begin(dossier.as_of, dossier.briefing.edition.title, settings.url)
    archive = Archive(place.engine.built, dossier.as_of, others, kept.of(root, "archive"))
    if begun:
        archive.begin(others)
    place.engine.end()
    rest = partial(complete, archive, result, begun, report) if begun else others.items
    try:
        past = Past(kept.of(root, "hashes"), root / "build" / "spare")
        publish(place.engine.built, place.site, rest, past, Fit(addresses(files)).refuse)
    except Faulty as faulty:
        return result.with_files({}, faulty.args)
    return result


def addresses(files: Iterable[str]) -> frozenset[str]:
    """Where the pages among some files stand in the site."""
    return frozenset(
        f"{path.removesuffix(PAGE)}.html" if path.endswith(PAGE) else path for path in files
    )


def complete(
    archive: Archive, result: Outcome, begun: Press, report: Reporter
) -> Iterator[tuple[str, bytes | Path]]:
    """What the engine has not built: data, then PDFs and the archive once they are there."""
    dossier = result.dossier
    assert dossier
    yield from archive.files.items()
    archive.rest()
    report(SETTING)
    prints, faults = begun.made(report)
    if faults:
        raise Faulty(*faults)
    found = {one.print.topic.address.page: one.content for one in prints}
    found |= old_files(dossier, found) | dict(weighed(archive, result.files, prints))
    archive.files |= found
    archive.begin(found)
    report("packing")
    archive.pack(dossier.briefing.edition.title)
    report("publishing")
    yield from found.items()
    yield ARCHIVE, archive.built / ARCHIVE


def weighed(
    archive: Archive, files: Mapping[str, bytes], prints: Sequence[Made]
) -> Iterator[tuple[str, bytes]]:
    """The built pages that offer PDFs, with how much each holds."""
    weights = {one.print.name: weight(one.pages, len(one.content)) for one in prints}
    for path, content in files.items():
        if path.endswith(SHOWN) and BEGIN.encode() in content:
            page = path.replace(PAGE, ".html")
            whole = (archive.built / page).read_bytes() if path.endswith(PAGE) else content
            text = told(whole.decode(), weights)
            # The search has no space but the plain one.
            yield page, (text.replace(NO_BREAK, " ") if path == PATH else text).encode()


def finished(root: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files as the engine takes them: pictures for sharing drawn, fonts cut."""
    return with_fonts(root, with_cards(root, files))


def typesetter_of(root: Path, dossier: Dossier) -> Typesetter:
    """What sets the PDFs of a briefing on a day."""
    return Typesetter(root, engine.epoch(dossier.as_of))


def refuse_sources(root: Path, site_dir: Path) -> None:
    """A site that would lie in what it is made from, or hold it."""
    place, home = site_dir.resolve(), root.resolve()
    inside = [name for name in SOURCES if place.is_relative_to(home / name)]
    if inside:
        raise Misuse(f"`{site_dir}` lies in `{inside[0]}/`, which the site is made from")
    if home.is_relative_to(place):
        raise Misuse(f"`{site_dir}` holds the briefing itself, and a build replaces all of it")
