"""From the folder to all that is wrong with it, and what follows from it on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import rules
from generator.derive import derive
from generator.derive.dossier import Dossier
from generator.derive.history import Known
from generator.diagnostics import Diagnostic, Severity
from generator.model.edition import Settings
from generator.reading.history import in_made_folders, submodules
from generator.reading.output import unprintable
from generator.reading.read import Contents, Memory, read, read_settings
from generator.rules.prose import prose_errors
from generator.rules.sound import Near

Reporter = Callable[[str], None]


@dataclass(frozen=True)
class Outcome:
    """What came of reading a folder: the dossier, its files and all diagnostics."""

    dossier: Dossier | None
    diagnostics: tuple[Diagnostic, ...]
    count: int
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    def with_files(
        self, files: Mapping[str, bytes], diagnostics: tuple[Diagnostic, ...]
    ) -> Outcome:
        """The same with its files, or with no files if there are more diagnostics."""
        found = most_useful_first((*self.diagnostics, *_by_place(diagnostics)))
        return replace(self, diagnostics=found, files={} if diagnostics else files)

    @property
    def errors(self) -> int:
        """How many diagnostics stop a build."""
        return sum(one.severity is Severity.ERROR for one in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many do not."""
        return len(self.diagnostics) - self.errors


def quiet(stage: str) -> None:
    """Report nothing."""


def check(root: Path, as_of: date | None = None, report: Reporter = quiet) -> Outcome:
    """Everything that is wrong with a briefing; no page is made, and nothing is written."""
    return examine(root, as_of, report)[0]


def examine(
    root: Path, as_of: date | None, report: Reporter, memory: Memory | None = None
) -> tuple[Outcome, Settings]:
    """What follows from a briefing on a day, with all that is wrong with it."""
    report("reading")
    contents = without(submodules(root), read(root, memory))
    if not contents.is_complete:
        # Whatever mentions a record of a folder that cannot be read would be called an error.
        return outcome(None, contents, ()), Settings()
    report("checking")
    day = as_of or contents.briefing.edition.as_of.first
    # Where nothing is kept, nothing is to be found again.
    keys = Near.of(contents.briefing, day).keys if memory else None
    dossier = derive(contents.briefing, day, keys)
    if memory and keys:
        dossier.views[Known] = Known(keys, memory.past)
    settings, diagnostics = read_settings(root)
    checked = rules.check(dossier, memory.sound if memory else None)
    found = (*checked, *prose_errors(dossier), *diagnostics, *in_made_folders(root))
    found += tuple(unprintable(root, contents.briefing))
    return outcome(dossier, contents, found), settings


def without(submodules: tuple[Diagnostic, ...], contents: Contents) -> Contents:
    """The same without what belongs to other repositories, which is reported once."""
    if not submodules:
        return contents
    paths = {one.span.file.path for one in submodules}
    others = (one for one in contents.diagnostics if one.span.file.path not in paths)
    return replace(contents, diagnostics=(*submodules, *others), is_complete=False)


def outcome(dossier: Dossier | None, contents: Contents, found: tuple[Diagnostic, ...]) -> Outcome:
    """What came of reading and of the rules, without files."""
    known = dossier if contents.has_edition else None
    # What is odd on another day may be right on the one that is meant: warnings wait for it.
    sure = [one for one in found if contents.has_edition or one.severity is Severity.ERROR]
    # What cannot be read hides what else is wrong in its file.
    ordered = most_useful_first((*_by_place(contents.diagnostics), *_by_place(sure)))
    return Outcome(known, ordered, contents.count)


def _by_place(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(found, key=lambda one: one.place)


def most_useful_first(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each diagnostic once: errors, which stop a build, before warnings; else in their order."""
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.severity is Severity.WARNING))
