"""What the guard reports of a change: no new name hides what became of the old one.

`guard.txt` has the cases: what `was` before and after, what is so `now`, and what is `told` of that,
with words of message and help. `as above` is what was in the case before.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from generator import changes as guard
from generator.derive import Dossier, derive
from generator.reading.read import read
from tests.conftest import TINY, place

TEXT = Path(__file__).with_name("guard.txt").read_text(encoding="utf-8")
CASE = re.compile(r"^=== ([^\n]*)\n(.*?)(?=^=== |\Z)", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^(was|now|told) (\S+?)(:? .*)?\n((?:  .*\n|\n(?=  ))*)", re.MULTILINE)
Files = dict[str, str]
Told = list[tuple[str, list[str]]]


def edited(files: Files, steps: list[tuple[str, ...]]) -> Files:
    """The files with one file after another written, edited, gone or under another name."""
    found = dict(files)
    for _, path, what, text in steps:
        if what.startswith(": "):
            old, _, new = what[2:].replace("\\n", "\n").partition(" ->")
            assert old in found[path], (path, old)
            found[path] = found[path].replace(old, new.removeprefix(" "))
        elif what.startswith(" to "):
            found[what[4:]] = found.pop(path)
        elif what == " is gone":
            del found[path]
        else:
            found[path] = dedent(text)
    return found


def cases() -> Iterator[Any]:
    before: Files = {}
    for title, text in CASE.findall(TEXT):
        steps: dict[str, list[tuple[str, ...]]] = {"was": [], "now": [], "told": []}
        for step in STEP.findall(text):
            steps[step[0]].append(step)
        before = edited(before if text.startswith("as above\n") else TINY, steps["was"])
        told = [
            (f"{code}{at}", re.findall("says (.*)", said)) for _, code, at, said in steps["told"]
        ]
        yield pytest.param(before, edited(before, steps["now"]), told, id=title)


def dossier(root: Path, files: Files) -> Dossier:
    for name, text in files.items():
        place(root / "content" / name, text)
    return derive(read(root).briefing, date(2031, 6, 24))


@pytest.mark.parametrize(("before", "after", "expected"), [*cases()])
def test_what_is_told_of_a_change(
    tmp_path: Path, before: Files, after: Files, expected: Told
) -> None:
    told = [*guard.check(dossier(tmp_path / "before", before), dossier(tmp_path / "after", after))]
    spans = ((one.code, one.span.file.path.removeprefix("content/"), one.span.line) for one in told)
    assert [f"{code} {path}:{line}" for code, path, line in spans] == [at for at, _ in expected]
    for one, (_, said) in zip(told, expected, strict=True):
        assert all(words in f"{one.message}\n{one.help}" for words in said), one
