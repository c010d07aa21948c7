"""A briefing of any size out of ours: its records again and again, under ids of their own.

`python -m tests.bench.copies 13 DIR` writes ours and twelve copies; the parties stay the same.
"""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.source import SourceFile
from generator.yaml.nodes import Mapping, Node, Scalar
from generator.yaml.reading import load
from tests.conftest import PROJECT

SHARED = ("parties", "pages")
# What quotations print stays as it is; a publisher is known by the name of its body.
CALLED = {"sources": ("publisher",), "people": (), "bodies": ("en", "name", "aliases")}
CALL = re.compile(r'(?<=\(")([a-z0-9-]+)')
WORD = re.compile(r"(?<![\w.#-])([a-z0-9-]+)(?=[.#\s,]|$)")
REFERENCE = re.compile(r"([a-z0-9-]+)(?:[.#][\w./#-]+)?")
FORMULAS = ("compute", "recompute")
OURS = ("title", "term", "asks", "name", "text", "en", "symbol")
HEADING = re.compile(r"(\S)([\"']?)\Z")


def copies(times: int, root: Path) -> None:
    """Write ours, and as many copies of it as are wanted besides."""
    content = PROJECT / "content"
    shutil.copytree(content, root / "content")
    found = [path for path in content.glob("*/*.yaml") if path.parent.name not in SHARED]
    ids = {path.stem for path in found}
    for number in range(2, times + 1):
        for path in found:
            text = copied(path, ids, f"-c{number}")
            place = root / "content" / path.parent.name / f"{path.stem}-c{number}.yaml"
            place.write_text(text, encoding="utf-8")


def copied(path: Path, ids: set[str], mark: str) -> str:
    """A record with marks on the ids that it names, and on what it is called."""
    file = SourceFile(path.name, path.read_text(encoding="utf-8"))
    tree, _ = load(file)
    assert tree
    parts, at, called = [], 0, CALLED.get(path.parent.name, OURS)
    for key, one in scalars("", tree):
        parts += [file.text[at : one.span.start], marked(key, one, ids, mark)]
        # One heading again and again would be told of, time after time.
        parts[-1] = HEADING.sub(rf"\1{mark}\2", parts[-1]) if key in called else parts[-1]
        at = one.span.end
    made = "".join((*parts, file.text[at:]))
    return re.sub(r"(?m)^(url: \S+)$", rf"\1?{mark}", made)


def marked(key: str, one: Scalar, ids: set[str], mark: str) -> str:
    """A scalar as a copy has it."""

    def own(found: re.Match[str]) -> str:
        return found[1] + mark if found[1] in ids else found[1]

    text = one.span.text
    whole = REFERENCE.fullmatch(one.text)
    if key in FORMULAS:
        return WORD.sub(own, text)
    if whole and whole[1] in ids and key not in (*OURS, "label", "code"):
        return text.replace(whole[1], whole[1] + mark, 1)
    return CALL.sub(own, text)


def scalars(key: str, node: Node) -> Iterator[tuple[str, Scalar]]:
    """The values of a file in their order, each with its key."""
    if isinstance(node, Scalar):
        yield key, node
    elif isinstance(node, Mapping):
        for name, entry in node.entries.items():
            yield from scalars(name, entry.value)
    else:
        for item in node.items:
            yield from scalars(key, item)


if __name__ == "__main__":
    copies(int(sys.argv[1]), Path(sys.argv[2]))
