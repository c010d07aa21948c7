"""What the guard reports of a change: no new name hides what became of the old one."""

from pathlib import Path

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


def dossier(root: Path, files: Files) -> Dossier:
    written(root, files)
    contents = read(root)
    return derive(contents.briefing, contents.briefing.edition.as_of.first)


@pytest.mark.parametrize(("before", "after", "expected"), [*changes(HERE / "guard.txt", TINY)])
def test_what_is_told_of_a_change(
    tmp_path: Path, before: Files, after: Files, expected: list[tuple[str, str]]
) -> None:
    told = [*guard.check(dossier(tmp_path / "before", before), dossier(tmp_path / "after", after))]
    spans = ((one.code, one.span.file.path.removeprefix("content/"), one.span.line) for one in told)
    assert [f"{code} {path}:{line}" for code, path, line in spans] == [at for at, _ in expected]
    for one, (_, words) in zip(told, expected, strict=True):
        for part in words.splitlines():
            assert part.removeprefix("says ") in f"{one.message}\n{one.help}"
