"""What holds of whatever anybody writes, commits or asks for, held against a single input.

No exception comes out, no message stands outside its file, and the same is said of the same. Time
and memory are measured by the nightly run alone.
"""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from io import BytesIO
from pathlib import Path
from unittest import mock

from click.testing import CliRunner

from generator import changes as guard
from generator import serve
from generator.build import story
from generator.build.files import NO_MAKERS, rendered
from generator.changes import report
from generator.changes.listing import Changes as ChangeList
from generator.changes.wording import entries
from generator.cli import main
from generator.cli.checking import FORMATS
from generator.derive.dossier import Dossier
from generator.diagnostics import CODES, Diagnostic
from generator.edit import fixed, formatted, reads
from generator.reading.check import Outcome, examine, quiet
from generator.reading.read import SETTINGS, Memory
from generator.render import charts
from generator.render.pdf import PdfInputs, pdfs
from generator.serve.preview_state import PreviewState
from generator.source import SourceFile, Span
from tests.briefings import DAYS
from tests.conftest import place, write_tiny
from tests.fuzz.cases import Contents, Input, Repository, Request
from tests.fuzz.contents import Changes
from tests.fuzz.repositories import environment, make_way, take

# A day in the life of the invented briefing.
EARLIER = date.fromisoformat(DAYS["fixture"][1])
# What stands beside the site that the preview shows, and on it.
SECRET, OURS = "nobody else's business", "The bridge at Oxmoor"
# Whoever asks names this machine.
NAMED = re.compile(rb"Host *: *(127\.0\.0\.1|localhost) *(:|\r?\n)", re.IGNORECASE)


@dataclass
class Sound:
    """A copy of a sound briefing, in which each input is tried and put back."""

    root: Path
    files: dict[str, bytes] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)

    @classmethod
    def of(cls, source: Path, root: Path) -> "Sound":
        """A copy of a briefing, with settings, read once."""
        shutil.copytree(source / "content", root / "content")
        place(root / SETTINGS, "url: https://example.org/site\nbranch: main\n")
        paths = sorted(path for path in root.rglob("*") if path.is_file())
        files = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
        return cls(root, files)

    @cached_property
    def dossier(self) -> Dossier:
        """What follows from it as it is."""
        found = examine(self.root, None, quiet, self.memory)[0]
        assert found.dossier and not found.errors, found.diagnostics
        return found.dossier

    def examined(self) -> Outcome:
        """What is wrong with the folder as it stands, by who has read the sound one before."""
        known = self.memory
        copy = Memory({**known.files}, {*known.sound}, {}, {**known.past})
        return examine(self.root, None, quiet, copy)[0]

    @contextmanager
    def changed(self, changes: Changes) -> Iterator[None]:
        """The folder with some files changed, for as long as the block runs."""
        before = {path: self.files.get(path) for path in changes}
        self.put(changes)
        try:
            yield
        finally:
            self.put(before)

    def put(self, changes: Changes) -> None:
        """Write files, or take them away."""
        for path, raw in changes.items():
            make_way(self.root / path)
            if raw is not None:
                (self.root / path).write_bytes(raw)


def hold(tried: Input, sound: Sound, preview: PreviewState) -> str:
    """All that is said of an input; whatever should not be is an exception."""
    match tried:
        case Contents():
            return told_of_contents(tried.changes, sound)
        case Repository():
            return told_of_repository(tried, sound.root.parent / "repository")
        case Request():
            return told_of_request(tried.raw, preview)


def told_of_contents(changes: Changes, sound: Sound) -> str:
    """What a check, a fix, a format and a comparison say of changed files."""
    before = sound.dossier
    with sound.changed(changes):
        found = sound.examined()
        for one in found.diagnostics:
            check_message(one)
            check_places(one, sound.root)
        said = [render(found.diagnostics) for render in FORMATS.values()]
        said += fixed(found.diagnostics, guess=True).values()
    for path, raw in changes.items():
        if raw is not None and path.endswith(".yaml"):
            check_format(SourceFile(path, raw.decode("utf-8", "replace")))
    if found.dossier:
        guarded = [*guard.check(before, found.dossier)]
        for one in guarded:
            check_message(one)
        said += [render(guarded) for render in FORMATS.values()]
        if not found.errors:
            listed = report.Report(entries(ChangeList(before, found.dossier)))
            said += [render(listed) for render in report.FORMATS.values()]
    return "\n".join(said)


def made_of_contents(changes: Changes, sound: Sound) -> str:
    """What a build makes where no error is found, but for drawing: of the day, and of one before.

    It has read nothing before, and finds what is found by who has.
    """
    with sound.changed(changes):
        found, settings = story.compose(sound.root)
        if found.errors or not found.dossier:
            assert sound.examined().diagnostics == found.diagnostics, "what is kept says otherwise"
            return ""
        earlier, _ = examine(sound.root, EARLIER, quiet)
    inputs = PdfInputs(
        found.dossier, settings, charts.figures(found.dossier, settings, charts.undrawn)
    )
    prints, faults = pdfs(inputs, ())
    made = {**found.files, **charts.files(found.dossier, settings, charts.undrawn)}
    if earlier.dossier and not earlier.errors:
        before, more = rendered(earlier.dossier, settings, NO_MAKERS)
        made |= {f"before/{path}": raw for path, raw in before.items()}
        faults += more
    pages = (f"{path}\n{raw!r}" for path, raw in sorted(made.items()))
    return "\n".join(
        (
            *pages,
            *(f"{one.name}\n{one.sources}" for one in prints),
            *(one.message for one in faults),
        )
    )


def check_message(one: Diagnostic) -> None:
    """A message has a code that is listed, and points into its own text."""
    assert one.code in CODES and one.message, one
    for span in spans(one):
        assert 0 <= span.start <= span.end <= len(span.file.text), (one.code, span[1:])
        assert span.line <= len(span.file.lines) and span.column >= 1, one.code


def check_places(one: Diagnostic, root: Path) -> None:
    """The text that a message points into is that of the file, or of none where there is none."""
    for span in spans(one):
        path = root / span.file.path
        there = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
        assert span.file.text in ("", there), f"{one.code} stands in another text than {path}"


def spans(one: Diagnostic) -> Iterator[Span]:
    """All places of a message."""
    yield one.span
    yield from (label.span for label in one.labels)
    if one.fix and one.fix.span:
        yield one.fix.span


def check_format(file: SourceFile) -> None:
    """The house style changes nothing that is read, and is the style of what is in it."""
    styled = formatted(file)
    if styled is not None:
        assert reads(styled) == reads(file.text)
        assert formatted(SourceFile(file.path, styled)) == styled


def told_of_repository(tried: Repository, root: Path) -> str:
    """What a command says in a repository."""
    make_way(root)
    write_tiny(root)
    try:
        for step in tried.steps:
            take(root, step)
        if not (root / "content").is_dir():
            take(root, ("remove", "content"))
            take(root, ("folder", "content"))
        with mock.patch.dict(os.environ, environment(root), clear=True):
            done = CliRunner().invoke(
                main, [*tried.asked[:1], "--root", str(root), *tried.asked[1:]]
            )
    finally:
        make_way(root)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code in (0, 1, 2), done.output
    if "json" in tried.asked and not done.exit_code and "-h" not in tried.asked:
        json.loads(done.stdout)
    return done.output


def preview_of(root: Path) -> PreviewState:
    """The preview of the tiny briefing, with a few pages, and a file beside its site."""
    write_tiny(root)
    page = f"<!doctype html><title>{OURS}</title><body><article>x</article></body>"
    for name in ("index.html", "carts/index.html", "measures/bridge-toll/index.html", "style.css"):
        place(root / "site" / name, page)
    place(root / "secret.txt", SECRET)
    state = PreviewState(root, root / "site")
    state.turn()
    return state


class Listener(serve.Handler):
    """Answers what was sent without a connection; what it cannot do comes out as an exception."""

    def setup(self) -> None:
        """Read from bytes and write to bytes."""
        self.rfile, self.wfile = BytesIO(self.request), BytesIO()

    def finish(self) -> None:
        """Keep what was answered."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        """No answer is alike on another day."""
        return "a day"


def told_of_request(raw: bytes, preview: PreviewState) -> str:
    """What the preview answers, if anything: nothing from beside the site, and to no other host."""
    with mock.patch.object(serve, "PATIENCE", 0.0):
        listener = Listener(raw, ("127.0.0.1", 1), None, preview=preview)
    answer = listener.wfile.getvalue()
    assert SECRET.encode() not in answer
    assert NAMED.search(raw) or OURS.encode() not in answer, "another host is answered"
    return answer.decode("utf-8", "replace")
