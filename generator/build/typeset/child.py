"""One PDF in a process of its own: Typst sets it, pikepdf makes it smaller, and the process ends.

Started as a program, with a job on standard input; the answer stands on standard output. The only
place that imports either library. What it may use of memory is bounded before they are loaded.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

STANDARDS: tuple[Literal["ua-1", "a-2a"], ...] = ("ua-1", "a-2a")
# A font that is not there would be replaced in silence.
FATAL = ("unknown font family",)
Job = dict[str, Any]
Answer = dict[str, Any]


def main() -> None:
    """Do the job, and say what came of it."""
    job = json.load(sys.stdin)
    bound(job["memory"])
    answer = work(job)
    json.dump(answer, sys.stdout)


def bound(memory: int | None) -> None:
    """Take no more memory than this, and leave no image of it behind."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def work(job: Job) -> Answer:
    """Set the first version that fits; the versions get shorter, so that halving finds it."""
    versions, folder = job["sources"], Path(job["folder"])
    first, last = 0, len(versions) - 1
    best: Answer | None = None
    while first <= last:
        middle = (first + last) // 2 if job["pages"] else first
        answer = typeset(job, folder / versions[middle])
        if "fault" in answer:
            return answer
        if not job["pages"] or answer["pages"] <= job["pages"]:
            best, last = answer, middle - 1
            if not job["pages"]:
                break
        else:
            first = middle + 1
    return finished(best, folder / "set.pdf") if best else {"fault": "too long", "source": ""}


def typeset(job: Job, source: Path) -> Answer:
    """Set one version; the answer holds the pages, or what the compiler says."""
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[job["fonts"]]
    )
    nowhere = str(source.parent / "packages")
    compiler = typst.Compiler(
        root=str(source.parent),
        font_paths=fonts,
        package_path=nowhere,
        package_cache_path=nowhere,
    )
    try:
        content, warnings = compiler.compile_with_warnings(
            input=str(source),
            format="pdf",
            pdf_standards=list(STANDARDS),
            timestamp=job["timestamp"],
        )
    except typst.TypstError as error:
        return {"fault": error.diagnostic, "source": source.name}
    found = [one.diagnostic for one in warnings if one.message.startswith(FATAL)]
    if found:
        return {"fault": found[0], "source": source.name}
    made = source.with_suffix(".pdf")
    assert isinstance(content, bytes)
    made.write_bytes(content)
    return {"made": str(made), "source": source.name, "pages": pages(made)}


def pages(made: Path) -> int:
    """How many pages a PDF has."""
    import pikepdf

    with pikepdf.open(made) as pdf:
        return len(pdf.pages)


def finished(answer: Answer, place: Path) -> Answer:
    """The same PDF with heads of rows and its objects packed, the same bytes each time."""
    import pikepdf

    with pikepdf.open(answer["made"]) as pdf:
        for row in rows(pdf.Root.StructTreeRoot):
            mark_head(row)
        pdf.save(
            place,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            deterministic_id=True,
        )
    return answer | {"made": str(place), "memory": peak()}


def rows(node: Any) -> Iterator[Any]:
    """The rows of all tables below an element of the structure."""
    for kid in kids(node):
        # What is no element is a piece of a page.
        kind = str(kid.get("/S", "")) if hasattr(kid, "get") else ""
        if kind == "/TR":
            yield kid
        elif kind:
            yield from rows(kid)


def kids(node: Any) -> list[Any]:
    """What stands below an element, one or many."""
    import pikepdf

    found = node.get("/K", [])
    return list(found) if isinstance(found, list | pikepdf.Array) else [found]


def mark_head(row: Any) -> None:
    """Make the first cell of a row its head, which Typst has no word for."""
    from pikepdf import Array, Dictionary, Name

    first = kids(row)[0]
    if first.S == Name.TD:
        first.S = Name.TH
        own = first.get("/A", [])
        scope = Dictionary(O=Name.Table, Scope=Name.Row)
        first.A = Array([*(own if isinstance(own, list | Array) else [own]), scope])


def peak() -> int:
    """The most memory that the process has held, in bytes."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


if __name__ == "__main__":
    main()
