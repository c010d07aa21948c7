"""Edits of a single line of the invented briefing, as slips of a keyboard make them.

Refuses chance: each kind at each line where there is something for it, in the order of the files.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.reading.check import examine, quiet
from generator.reading.read import Memory
from tests.briefings import ROOTS

# Each replaces the first place on a line that fits, and some the whole line.
KINDS = {
    "line deleted": (r"^.*\n", ""),
    "line doubled": (r"^(.*\n)", r"\1\1"),
    "line indented": (r"^", "  "),
    "line dedented": (r"^  ", ""),
    "line a space deeper": (r"^( +)", r"\1 "),
    "key lost": (r"^( *(?:- )?)[\w-]+: *(\S)", r"\1\2"),
    "value lost": (r"^( *[\w-]+:) +[^>|\s].*", r"\1"),
    "colon lost": (r"^( *[\w-]+):( +\S)", r"\1\2"),
    "space lost": (r"^( *[\w-]+): +(\S)", r"\1:\2"),
    "quote opened": (r"^( *[\w-]+: )([A-Za-z])", r'\1"\2'),
    "quote lost": (r"[\"']$", ""),
    "bracket lost": (r"\]", ""),
    "brace lost": (r"\}", ""),
    "comma lost": (r", (?=[\w-]+:)", " "),
    "tab": (r"^ {2,4}(?=\w)", "\t"),
    "letter of a key lost": (r"(?<=[a-z]{2})[a-z](?=[a-z-]*: )", ""),
    "letters of a key turned": (r"([a-z])(?!\1)([a-z])(?=[a-z]*: )", r"\2\1"),
    "letter of an id lost": (r"(?<=[\[ ][a-z]{2})[a-z](?=[a-z0-9-]*#)", ""),
    "mark of a quotation lost": (r"(\w)#(\w)", r"\1.\2"),
    "month 13": (r"(\d{4})-\d\d-(\d\d)", r"\1-13-\2"),
    "day first": (r"(\d{4})-(\d\d)-(\d\d)", r"\3/\2/\1"),
    "comma for a point": (r"(\d)\.(\d)", r"\1,\2"),
}


@dataclass(frozen=True)
class Edit:
    """A file with one line edited."""

    kind: str
    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.kind}, {self.path.removeprefix('content/')}:{self.line}"


def edits(step: int = 1) -> Iterator[Edit]:
    """Of each kind every so many edits, from the first on."""
    for kind in KINDS:
        yield from islice(of_kind(kind), 0, None, step)


def of_kind(kind: str) -> Iterator[Edit]:
    """All edits of a kind."""
    root, (pattern, new) = ROOTS["fixture"], KINDS[kind]
    for file in sorted((root / "content").rglob("*.yaml")):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        for at, line in enumerate(lines):
            other = re.sub(pattern, new, line, count=1)
            if other != line and line.strip():
                text = "".join((*lines[:at], other, *lines[at + 1 :]))
                yield Edit(kind, file.relative_to(root).as_posix(), at + 1, text)


class Copy:
    """A copy of the invented briefing in which one file after the other is spoilt."""

    def __init__(self, root: Path) -> None:
        shutil.copytree(ROOTS["fixture"] / "content", root / "content")
        self.root = root
        self.memory = Memory()

    def told(self, edit: Edit) -> tuple[Diagnostic, ...]:
        """What is found with an edit."""
        path = self.root / edit.path
        sound = path.read_text(encoding="utf-8")
        path.write_text(edit.text, encoding="utf-8")
        found = examine(self.root, None, quiet, self.memory)[0].diagnostics
        path.write_text(sound, encoding="utf-8")
        return found
