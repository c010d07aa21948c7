"""The story: read the folder, check it, render it, write the pages, run the engine, swap the site.

Nothing of the last good site is touched while there is an error; a warning does not stand in the
way. Everything before `write` happens in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator import engine, rules, sharing_cards
from generator.derive import derive
from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.lock import alone
from generator.publish import publish, recover
from generator.read import Contents, read
from generator.render.data import data
from generator.render.llms import llms
from generator.render.search import search
from generator.render.site import site
from generator.settings import read_settings
from generator.write import Misuse, make_folder, write

Tell = Callable[[str], None]
STAGES = ("reading", "checking", "rendering", "writing", "building pages", "publishing")
SOURCES = ("content", "site_config", "build")


@dataclass(frozen=True)
class Outcome:
    """What came of reading a folder: the dossier, if there is one, its files, and all faults."""

    dossier: Dossier | None
    diagnostics: tuple[Diagnostic, ...]
    count: int
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def errors(self) -> int:
        """How many diagnostics stop a build."""
        return sum(one.severity is Severity.ERROR for one in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many do not."""
        return len(self.diagnostics) - self.errors


def quiet(stage: str) -> None:
    """Tell nobody."""


def check(root: Path, as_of: date | None = None, tell: Tell = quiet) -> Outcome:
    """Everything that can be said of a briefing without writing anything."""
    tell("reading")
    contents = read(root)
    if not contents.is_complete:
        # Whatever mentions a record of a folder that cannot be read would be called an error.
        return outcome(None, contents, contents.diagnostics)
    tell("checking")
    day = as_of or contents.briefing.edition.as_of.first
    dossier = derive(contents.briefing, day)
    found = (*contents.diagnostics, *rules.check(dossier))
    settings, faults = read_settings(root)
    result = outcome(dossier, contents, (*found, *faults))
    if result.errors:
        return result
    tell("rendering")
    held = data(dossier, settings.url)
    sizes = {path: len(content) for path, content in held.items()}
    pages, faults = site(dossier, settings, sizes)
    beside = {**held, **search(dossier, settings), **llms(dossier, settings)}
    files = {} if faults else {**pages, **beside}
    return outcome(dossier, contents, (*result.diagnostics, *faults), files)


def outcome(
    dossier: Dossier | None,
    contents: Contents,
    found: tuple[Diagnostic, ...],
    files: Mapping[str, bytes] | None = None,
) -> Outcome:
    """The faults in the order of their places, each once."""
    ordered = sorted(dict.fromkeys(found), key=lambda one: one.place)
    known = dossier if contents.has_edition else None
    return Outcome(known, tuple(ordered), contents.count, files or {})


def build(root: Path, site_dir: Path, as_of: date | None = None, tell: Tell = quiet) -> Outcome:
    """Put the site of a briefing in the place of the last good one, unless there is an error."""
    refuse_sources(root, site_dir)
    with ExitStack() as held:
        handle = held.enter_context(alone(make_folder(root / "build"), tell))
        held.enter_context(alone(make_folder(site_dir.parent), tell))
        recover(site_dir)
        result = check(root, as_of, tell)
        if result.errors or not result.dossier:
            return result
        tell("writing")
        write(sharing_cards.drawn(root, result.files), root / "build" / "docs")
        tell("building pages")
        built = make_folder(root / "build" / "engine")
        engine.run(root, built, result.dossier.as_of, (handle,))
        tell("publishing")
        publish(built, site_dir)
    return result


def refuse_sources(root: Path, site_dir: Path) -> None:
    """A site that would lie in what it is made from, or hold it."""
    place, home = site_dir.resolve(), root.resolve()
    inside = [name for name in SOURCES if place.is_relative_to(home / name)]
    if inside:
        raise Misuse(f"`{site_dir}` lies in `{inside[0]}/`, which the site is made from")
    if home.is_relative_to(place):
        raise Misuse(f"`{site_dir}` holds the briefing itself, and a build replaces all of it")
