"""From Typst source to PDF files: each is set in a process of its own, and only when it changed.

What was set last stays in `build/pdf/done` until something better is there: a PDF that fails is a
diagnostic, and leaves it alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

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
from generator.glyphs import LAYOUT
from generator.render.pdf import Print
from generator.write import make_folder, remove

# The book of some 130 pages takes a quarter of it.
MEMORY = 3 * 2**30
# How a process ends when memory runs out, unless by a signal.
OUT_OF_MEMORY = ("MemoryError", "failed to map segment", "cannot allocate memory")
LIBRARIES = ("typst", "pikepdf")


@dataclass(frozen=True)
class Typesetter:
    """Where PDFs are set: the briefing's folder, the time that they bear, the bound of memory."""

    root: Path
    timestamp: int
    memory: int | None = MEMORY

    @property
    def folder(self) -> Path:
        """Where sources are written and what is made is kept."""
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


def typeset(
    prints: Sequence[Print], typesetter: Typesetter
) -> tuple[tuple[Made, ...], tuple[Diagnostic, ...]]:
    """Set what was not set before; the order is kept."""
    if harmed := tuple(damaged(typesetter.root)):
        return (), harmed
    make_folder(typesetter.folder / "done")
    rest = stamp(typesetter)
    workers = max(min(os.cpu_count() or 1, len(prints)), 1)
    with ThreadPoolExecutor(workers) as pool:
        found = list(pool.map(lambda one: single(one, typesetter, rest), prints))
    made = tuple(one for one in found if isinstance(one, Made))
    faults = (fault for one in found if not isinstance(one, Made) for fault in one)
    return made, tuple(dict.fromkeys(faults))


def single(one: Print, typesetter: Typesetter, rest: bytes) -> Made | tuple[Diagnostic, ...]:
    """One PDF: as it was set before, or set now."""
    key = sha256(b"\0".join((rest, *(text.encode() for text in one.sources)))).hexdigest()
    return from_cache(one, typesetter, key) or fresh(one, typesetter, key)


def stamp(typesetter: Typesetter) -> bytes:
    """All that a PDF depends on besides its source."""
    parts = [f"{name} {version(name)}".encode() for name in LIBRARIES]
    parts += [Path(child.__file__).read_bytes(), str(typesetter.timestamp).encode()]
    files = [typesetter.root / LAYOUT, *sorted((typesetter.root / FONTS).glob("*.ttf"))]
    parts += [path.read_bytes() for path in files]
    return b"".join(sha256(part).digest() for part in parts)


def from_cache(one: Print, typesetter: Typesetter, key: str) -> Made | None:
    """What was made of the same source, if it is still there."""
    place = typesetter.folder / "done" / f"{one.name}.pdf"
    try:
        noted = json.loads(place.with_suffix(".json").read_text(encoding="utf-8"))
        content = place.read_bytes()
        if noted["key"] == key and noted["content"] == sha256(content).hexdigest():
            return Made(one, content, noted["pages"])
    except (OSError, ValueError, KeyError, TypeError):
        # Whatever is wrong with what was kept, it can be made again.
        pass
    return None


def fresh(one: Print, typesetter: Typesetter, key: str) -> Made | tuple[Diagnostic, ...]:
    """Set it, in a folder that holds nothing else, and keep it."""
    if found := missing(typesetter.root, one):
        return found
    folder = typesetter.folder / one.name
    remove(folder)
    make_folder(folder)
    answer = set_in(folder, one, typesetter)
    if isinstance(answer, Diagnostic):
        return (answer,)
    content = Path(answer["made"]).read_bytes()
    keep(typesetter.folder / "done" / one.name, content, {"key": key, "pages": answer["pages"]})
    return Made(one, content, answer["pages"], answer["memory"])


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


def keep(place: Path, content: bytes, noted: dict[str, object]) -> None:
    """Put it in the place of the last one, whole or not at all; the note comes last."""
    beside = place.with_name(f"{place.name}.new")
    beside.write_bytes(content)
    os.replace(beside, place.with_name(f"{place.name}.pdf"))
    noted = noted | {"content": sha256(content).hexdigest()}
    place.with_name(f"{place.name}.json").write_text(json.dumps(noted), encoding="utf-8")
