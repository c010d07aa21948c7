"""What the guard reports of a change: no new name hides what became of the old one."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator import changes as guard
from generator.derive import Dossier, derive
from generator.reading.read import read
from tests.conftest import TINY, place
from tests.tables import Files, changes

HERE = Path(__file__).parent


def written(root: Path, files: Files) -> None:
    for name, text in files.items():
        place(root / "content" / name, text)


def dossier(files: Files) -> Dossier:
    """The dossier of some files on the day of their edition."""
    return of_files(tuple(files.items()))


@cache
def of_files(files: tuple[tuple[str, str], ...]) -> Dossier:
    with TemporaryDirectory() as folder:
        written(Path(folder), dict(files))
        briefing = read(Path(folder)).briefing
    return derive(briefing, briefing.edition.as_of.first)


@pytest.mark.parametrize(("before", "after", "expected"), [*changes(HERE / "guard.txt", TINY)])
def test_what_is_told_of_a_change(
    before: Files, after: Files, expected: list[tuple[str, str]]
) -> None:
    told = [*guard.check(dossier(before), dossier(after))]
    spans = ((one.code, one.span.file.path.removeprefix("content/"), one.span.line) for one in told)
    assert [f"{code} {path}:{line}" for code, path, line in spans] == [at for at, _ in expected]
    for one, (_, words) in zip(told, expected, strict=True):
        for part in words.splitlines():
            assert part.removeprefix("says ") in f"{one.message}\n{one.help}"
