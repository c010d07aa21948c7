"""A change held against a revision: what the guard finds, and what it changes for readers."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator import changes as guard
from generator.changes.listing import Changes
from generator.changes.report import Report
from generator.changes.snapshot import Renamed, State, affected
from generator.changes.wording import entries
from generator.counting import counted
from generator.derive import Dossier, derive
from generator.derive.history import history as statement_history
from generator.diagnostics import Diagnostic, Severity
from generator.reading import history
from generator.reading.check import Outcome, check, examine, most_useful_first, quiet
from generator.reading.read import EDITIONS, read
from generator.source import Span
from generator.write import Misuse, Refusal

NOT_COMPARED = "could not compare: "
FOLDER = "the folder"


def differ(root: Path, base: str | None, head: str | None) -> Report:
    """What changes for readers from a revision to another, or to what stands in the folder.

    Without a base it is where the work at hand left the trunk.
    """
    with comparing():
        base, head = (name and _of_edition(root, name) for name in (base, head))
        base = base or history.base(root)
        with history.revision(root, base) as folder:
            before = state(folder, f"`{base}`")
        if head is None:
            after = state(root, FOLDER)
        else:
            with history.revision(root, head) as folder:
                after = state(folder, f"`{head}`")
        changes = Changes(before[0], after[0])
        found = affected((before, after), Renamed(changes.pairing.renamed))
        return Report(entries(changes), found, history.making(root, base, head))


def _of_edition(root: Path, name: str) -> str:
    edition = read(root).briefing.editions.get(name)
    if edition is None:
        return name
    if history.commit(root, edition.commit) is None:
        raise Refusal(
            f"the edition `{name}` names the commit `{edition.commit}`, which is not in this "
            "repository: fetch the whole history (`git fetch --unshallow`), or correct "
            f"`{EDITIONS}`"
        )
    return edition.commit


def differ_by_days(root: Path, first: date, last: date) -> Report:
    """What changes for readers from one day to a later one, by what stands in the folder."""
    with comparing():
        before, after = (state(root, FOLDER, day) for day in (first, last))
        refuse_unknown(state(root, FOLDER)[0], first)
        if after[0].past_coverage:
            end = after[0].briefing.edition.coverage_end.last
            raise Misuse(f"nothing is covered after {end}: name a day up to then")
        return Report(entries(Changes(before[0], after[0])), of_days=True)


def refuse_unknown(dossier: Dossier, day: date) -> None:
    """A day on which nothing of what is known by the edition's was known yet."""
    days = statement_history(dossier).days
    if not days or day < days[0]:
        since = f": the record begins on {days[0]}" if days else ""
        raise Misuse(f"nothing is known by {day}{since}")


@contextmanager
def comparing() -> Iterator[None]:
    """Whatever stands in the way is reported as that, so that nobody takes it for no change."""
    try:
        yield
    except Refusal as refusal:
        why = str(refusal).removeprefix(NOT_COMPARED).removeprefix("error: ")
        raise type(refusal)(f"{NOT_COMPARED}{why}") from None


def state(root: Path, name: str, as_of: date | None = None) -> State:
    """What follows from a briefing in a folder without errors, and the settings of its site."""
    found, settings = examine(root, as_of, quiet)
    if found.errors or not found.dossier:
        count = counted(found.errors, "error")
        raise Refusal(f"{NOT_COMPARED}{count} in {name}{where(found, name)}")
    return found.dossier, settings


def where(found: Outcome, name: str) -> str:
    """Where the errors are shown: of a revision by no command, so the first stands here."""
    if name == FOLDER:
        return f"; `briefing check` shows {'it' if found.errors == 1 else 'them'}"
    for one in found.diagnostics:
        if one.severity is Severity.ERROR:
            place = f"{one.span.file.path}:{one.span.line}: {one.message}"
            return f", {place}" if found.errors == 1 else f"; the first: {place}"
    return ""


def review(root: Path, base: str, found: Outcome) -> Outcome:
    """What was found of a briefing, and what its change since `base` does to the record."""
    if not found.dossier:
        # Nothing can be compared, and the reason has been reported.
        return found
    changed = guard.check(_dossier_at(root, base), found.dossier, history.unlike(root, base))
    # Where an id is named that is gone, that is reported with the id.
    named = {start(label.span) for one in changed for label in one.labels}
    left = [o for o in found.diagnostics if o.code != "dangling-ref" or start(o.span) not in named]
    return replace(found, diagnostics=most_useful_first((*left, *changed)))


def start(span: Span) -> tuple[str, int]:
    """Where something begins: file and offset."""
    return span.file.path, span.start


def _dossier_at(root: Path, name: str) -> Dossier:
    with history.revision(root, name) as folder:
        contents = read(folder)
    if not (contents.has_edition and contents.is_complete):
        raise Refusal(f"`{name}` cannot be read as a briefing: nothing was compared")
    return derive(contents.briefing, contents.briefing.edition.as_of.first)


def of_changed(root: Path, base: str, found: Outcome) -> Outcome:
    """Every error, the warnings about files that differ from `base`, and those that are new.

    What a change breaks may stand in a file that it does not touch.
    """
    changed = history.changed(root, history.named(root, base))
    others = [one for one in found.diagnostics if not concerns(one, changed)]
    with history.revision(root, base) as folder:
        old = {identity(one) for one in check(folder).diagnostics} if others else set()
    left = (one for one in found.diagnostics if concerns(one, changed) or identity(one) not in old)
    return replace(found, diagnostics=tuple(left))


def concerns(diagnostic: Diagnostic, files: Iterable[str]) -> bool:
    """Whether a diagnostic is an error, or stands in one of the files or points to one."""
    spans = (diagnostic.span, *(label.span for label in diagnostic.labels))
    paths = {span.file.path for span in spans}
    return diagnostic.severity is Severity.ERROR or not paths.isdisjoint(files)


def identity(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """What a diagnostic says of which file, wherever it stands there."""
    return diagnostic.span.file.path, diagnostic.code, diagnostic.message
