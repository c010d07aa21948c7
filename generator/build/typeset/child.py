"""One PDF in a process of its own: Typst sets it, pikepdf makes it smaller, and the process ends.

Started as a program, with a job on standard input; the answer stands on standard output. The only
place that imports either library. What it may use of memory is bounded before they are loaded.
"""

import json
import resource
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

STANDARDS: tuple[Literal["ua-1", "a-2a"], ...] = ("ua-1", "a-2a")
# A font that is not there would be replaced in silence.
FATAL = "unknown font family"
# Every place that a link can lead to: its name, its page, and where it is a little above its text.
PLACES = """query(selector(metadata).or(heading)).filter(one => one.has("label")).map(one => {
  let at = one.location().position()
  (str(one.label), at.page, at.x.pt(), calc.max(0, at.y.pt() - 10))
})"""
# Elements that hold lines: no table stands in them, and most elements stand there.
OF_LINES = {"/P", "/Link", "/Span", "/Lbl", "/TOC", *(f"/H{level}" for level in range(1, 7))}
Job = dict[str, Any]
Answer = dict[str, Any]


class Fault(Exception):
    """What the compiler says, and of which source."""


def main() -> None:
    """Do the job, and say what came of it."""
    job = json.load(sys.stdin)
    # Take no more memory than this, and leave no image of it behind.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if job["memory"] is not None:
        resource.setrlimit(resource.RLIMIT_AS, (job["memory"], job["memory"]))
    try:
        answer = work(job)
    except Fault as fault:
        answer = dict(zip(("fault", "source"), fault.args, strict=True))
    json.dump(answer, sys.stdout)


def work(job: Job) -> Answer:
    """Set the first version that fits; the versions get shorter, so that halving finds it."""
    folder, versions = Path(job["folder"]), job["sources"]
    made: dict[str, Answer] = {}

    def fits(name: str) -> bool:
        made[name] = typeset(job, folder / name)
        return job["pages"] is None or made[name]["pages"] <= job["pages"]

    at = bisect_left(versions, True, key=fits)
    if at == len(versions):
        raise Fault("too long", "")
    return finished(made[versions[at]], folder / "set.pdf")


def typeset(job: Job, source: Path) -> Answer:
    """Set one version, and count its pages."""
    import pikepdf
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[job["fonts"]]
    )
    nowhere = str(source.parent / "packages")
    compiler = typst.Compiler(
        root=str(source.parent), font_paths=fonts, package_path=nowhere, package_cache_path=nowhere
    )
    try:
        content, warnings = compiler.compile_with_warnings(
            input=str(source),
            format="pdf",
            pdf_standards=list(STANDARDS),
            timestamp=job["timestamp"],
        )
        places = compiler.eval(PLACES)
    except typst.TypstError as error:
        raise Fault(error.diagnostic, source.name) from None
    for one in warnings:
        if one.message.startswith(FATAL):
            raise Fault(one.diagnostic, source.name)
    made = source.with_suffix(".pdf")
    assert isinstance(content, bytes)
    made.write_bytes(content)
    with pikepdf.open(made) as pdf:
        return {"made": str(made), "pages": len(pdf.pages), "places": json.loads(places)}


def finished(answer: Answer, place: Path) -> Answer:
    """The same PDF with heads of rows, links and packed objects, the same bytes each time."""
    import pikepdf

    with pikepdf.open(answer["made"]) as pdf:
        for row in rows(pdf.Root.StructTreeRoot):
            mark_head(row)
        lead(pdf, answer.pop("places"))
        pdf.save(place, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    memory = used if sys.platform == "darwin" else used * 1024
    return answer | {"made": str(place), "memory": memory}


def rows(node: Any) -> Iterator[Any]:
    """The rows of all tables below an element of the structure."""
    for kid in kids(node):
        # What is no element is a piece of a page.
        kind = str(kid.get("/S", "")) if hasattr(kid, "get") else ""
        if kind == "/TR":
            yield kid
        elif kind and kind not in OF_LINES:
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


def lead(pdf: Any, places: list[list[Any]]) -> None:
    """Let each link within the document lead to the place that it names, and say its page."""
    from pikepdf import Array, Name

    pages = [page.obj for page in pdf.pages]
    # A name that stands for two places is none.
    several = {name for name, times in Counter(name for name, *_ in places).items() if times > 1}
    found = {name: place for name, *place in places if name not in several}
    for link in (one for page in pages for one in page.get("/Annots", ())):
        name = bytes(link.A.URI).decode() if "/A" in link else ""
        if name.startswith("#"):
            if name[1:] not in found:
                raise Fault(f"a link leads to `{name[1:]}`, which is not one place", "")
            number, x, y = found[name[1:]]
            page = pages[number - 1]
            del link["/A"]
            top = float(page.MediaBox[3]) - y
            link.Dest = Array([page, Name.XYZ, round(x, 3), round(top, 3), 0])
            link.Contents = f"page {number}"


if __name__ == "__main__":
    main()
