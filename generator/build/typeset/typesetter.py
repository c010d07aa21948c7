"""From Typst source to PDF files: each is set in a process of its own, and kept."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from generator.build import kept
from generator.build.typeset import child
from generator.build.typeset.faults import (
    COPY,
    FONTS,
    broken_off,
    compiler_error,
    damaged,
    missing,
    refused,
)
from generator.diagnostics import Diagnostic
from generator.hashing import digest
from generator.reading.check import Reporter, quiet
from generator.reading.output import LAYOUT, SHOWN_CHARACTERS
from generator.render.pdf import Print
from generator.write import make_folder, remove

# The book of some 130 pages takes a quarter of it.
MEMORY = 3 * 2**30
# How a process ends when memory runs out, unless by a signal.
OUT_OF_MEMORY = ("MemoryError", "failed to map segment", "cannot allocate memory")
LIBRARIES = ("typst", "pikepdf")
SETTING = "setting PDFs"


@dataclass(frozen=True)
class Typesetter:
    """Where PDFs are set: the briefing's folder, the time that they bear, the bound of memory."""

    root: Path
    timestamp: int
    memory: int | None = MEMORY

    @property
    def folder(self) -> Path:
        """Where sources are written."""
        return self.root / "build" / "pdf"

    @property
    def has_layout(self) -> bool:
        """Whether the briefing says how its PDFs look."""
        return (self.root / LAYOUT).is_file()


@dataclass(frozen=True)
class Made:
    """A PDF as it was set; `memory` is what setting it took, and 0 where it was set before."""

    print: Print
    content: bytes = field(repr=False)
    pages: int
    memory: int = 0


Found = Made | tuple[Diagnostic, ...]
Printed = tuple[tuple[Made, ...], tuple[Diagnostic, ...]]


@dataclass(frozen=True)
class Press:
    """Sets PDFs beside other work, as many at once as there are cores."""

    typesetter: Typesetter
    pool: ThreadPoolExecutor
    begun: list[tuple[Print, Future[Found]]] = field(default_factory=list)

    def begin(self, one: Print) -> None:
        """Set a PDF that was not set before, while somebody does something else."""
        if not self.harmed:
            done = self.pool.submit(single, one, self.typesetter, self.ground)
            self.begun.append((one, done))

    @cached_property
    def harmed(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the fonts: then nothing is set."""
        return tuple(damaged(self.typesetter.root)) if self.typesetter.has_layout else ()

    @cached_property
    def ground(self) -> str:
        """All that a PDF depends on besides its source and its pictures."""
        root, libraries = self.typesetter.root, [f"{name} {version(name)}" for name in LIBRARIES]
        files = [Path(child.__file__), root / LAYOUT, *sorted((root / FONTS).glob("*.ttf"))]
        files += [path for path in [root / SHOWN_CHARACTERS] if path.is_file()]
        parts = (path.read_bytes() for path in files)
        return digest(*libraries, str(self.typesetter.timestamp), *parts)

    def made(self, report: Reporter = quiet) -> Printed:
        """What was begun, in its order, once all of it is done."""
        results = [done for _, done in self.begun]
        for number, _ in enumerate(as_completed(results), 1):
            report(f"{SETTING}: {number} of {len(results)}")
        found = [done.result() for done in results]
        made = tuple(one for one in found if isinstance(one, Made))
        faults = (fault for one in found if not isinstance(one, Made) for fault in one)
        return made, tuple(dict.fromkeys((*self.harmed, *faults)))


@contextmanager
def press(typesetter: Typesetter) -> Iterator[Press]:
    """A press; what it has not begun when the block is left stays undone."""
    pool = ThreadPoolExecutor(os.cpu_count())
    try:
        yield Press(typesetter, pool)
    finally:
        pool.shutdown(cancel_futures=True)


def typeset(prints: Iterable[Print], typesetter: Typesetter) -> Printed:
    """Set what was not set before; the order is kept."""
    with press(typesetter) as one:
        for given in prints:
            one.begin(given)
        return one.made()


def single(one: Print, typesetter: Typesetter, ground: str) -> Found:
    """One PDF: as it was set before, or set now."""
    pictures = (part for name in sorted(one.pictures) for part in (name, one.pictures[name]))
    key = digest(ground, str(one.pages), str(len(one.sources)), *one.sources, *pictures)
    store = kept.of(typesetter.root, "pdf")
    if held := store.get(key):
        pages, _, content = held.partition(b"\n")
        return Made(one, content, int(pages))
    found = fresh(one, typesetter)
    if isinstance(found, Made):
        store.put(key, b"%d\n" % found.pages + found.content)
    return found


def fresh(one: Print, typesetter: Typesetter) -> Found:
    """Set it, in a folder that holds nothing else."""
    if found := missing(typesetter.root, one):
        return found
    folder = typesetter.folder / one.name
    remove(folder)
    make_folder(folder)
    answer = set_in(folder, one, typesetter)
    if isinstance(answer, Diagnostic):
        return (answer,)
    return Made(one, Path(answer["made"]).read_bytes(), answer["pages"], answer["memory"])


def set_in(folder: Path, one: Print, typesetter: Typesetter) -> child.Answer | Diagnostic:
    """The answer of the process that sets it, or what went wrong."""
    layout = (typesetter.root / LAYOUT).read_text(encoding="utf-8")
    if found := refused(layout):
        return found
    (folder / COPY).write_text(layout, encoding="utf-8")
    for name, picture in one.pictures.items():
        (folder / name).write_bytes(picture)
    names = [f"main-{number}.typ" for number in range(len(one.sources))]
    for name, text in zip(names, one.sources, strict=True):
        (folder / name).write_text(text, encoding="utf-8")
    answer = run(folder, {"sources": names, "pages": one.pages}, typesetter)
    if "broke" in answer:
        return broken_off(one, typesetter.memory, answer["broke"])
    if "fault" in answer:
        return compiler_error(typesetter.root, one, answer)
    return answer


def run(folder: Path, job: Mapping[str, object], typesetter: Typesetter) -> child.Answer:
    """Start the process and wait for it; what it said last where it ended without an answer."""
    given = {
        **job,
        "folder": str(folder),
        "fonts": str(typesetter.root / FONTS),
        "timestamp": typesetter.timestamp,
        "memory": typesetter.memory,
    }
    done = subprocess.run(
        [sys.executable, "-P", "-m", "generator.build.typeset.child"],
        input=json.dumps(given),
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"},
    )
    if done.returncode:
        is_memory = done.returncode < 0 or any(one in done.stderr for one in OUT_OF_MEMORY)
        last = done.stderr.strip().rpartition("\n")[2] or f"exit code {done.returncode}"
        return {"broke": "" if is_memory else last}
    answer: child.Answer = json.loads(done.stdout)
    return answer
