"""What is lost together, or stands elsewhere than it is due, is told once in the whole briefing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check
from tests.briefings import ROOTS

Lines = list[str]

LOST = [
    # The end of a file: required keys, and what others name of it.
    ("sources/almanac.yaml", "keep 2", "missing-key sources/almanac.yaml:1"),
    ("measures/order-257.yaml", "delete 6 3", "wrong-value measures/order-257.yaml:5"),
    ("sources/skywire-0609.yaml", "delete 8 3", "yaml-syntax sources/skywire-0609.yaml:8"),
    ("sources/almanac.yaml", "delete 10 3", "wrong-value sources/almanac.yaml:9"),
    ("briefing.yaml", "keep 5", "missing-key briefing.yaml:1"),
    # A required key, and those that are due beside it.
    ("events/court-2032-02-20.yaml", "delete 1 2", "missing-key events/court-2032-02-20.yaml:1"),
    ("sources/gazette-copy.yaml", "delete 4 1", "missing-key sources/gazette-copy.yaml:1"),
    (
        "series/lamp-stone-exports.yaml",
        "delete 4 3",
        "yaml-syntax series/lamp-stone-exports.yaml:4",
    ),
    # A line without its key, which may be any that can hold it there.
    ("sources/almanac.yaml", "unkey 7", "yaml-syntax sources/almanac.yaml:7"),
    ("agreements/hill-2031-10.yaml", "unkey 9", "yaml-syntax agreements/hill-2031-10.yaml:9"),
    # A key that begins a line or group of another side.
    ("charts/duties.yaml", "delete 14 1", "duplicate-key charts/duties.yaml:14"),
    ("charts/duties.yaml", "indent 14 2", "unknown-key charts/duties.yaml:14"),
    ("agreements/harbour-2031-05.yaml", "unkey 9", "yaml-syntax agreements/harbour-2031-05.yaml:9"),
    ("series/lamp-stone-exports.yaml", "unkey 5", "yaml-syntax series/lamp-stone-exports.yaml:5"),
    ("series/lamp-stone-share.yaml", "delete 3 2", "yaml-syntax series/lamp-stone-share.yaml:3"),
    # Two quotations of which lines between are lost are one.
    ("sources/almanac.yaml", "delete 10 2", "dangling-ref materials/glimmer-salt.yaml:3"),
    # A line at another depth, or in another place, may be any map's.
    ("measures/order-257.yaml", "move 6 4 2", "yaml-syntax measures/order-257.yaml:4"),
    (
        "rounds/harbour-talks-2031-05.yaml",
        "move 6 3 0",
        "yaml-syntax rounds/harbour-talks-2031-05.yaml:4",
    ),
    ("sources/hill-report.yaml", "move 16 12 4", "wrong-place sources/hill-report.yaml:13"),
    ("people/oren-sale.yaml", "move 7 3 0", "unknown-key people/oren-sale.yaml:3"),
    (
        "agreements/harbour-2031-05.yaml",
        "move 13 3 0",
        "unknown-key agreements/harbour-2031-05.yaml:3",
    ),
    ("measures/notice-70.yaml", "move 1 4 4", "missing-key measures/notice-70.yaml:1"),
    ("sources/skywire-0609.yaml", "move 7 11 4", "duplicate-key sources/skywire-0609.yaml:11"),
    ("claims/premier-agreed.yaml", "move 7 3 0", "wrong-value claims/premier-agreed.yaml:7"),
    ("events/court-2032-02-20.yaml", "move 4 3 0", "wrong-value events/court-2032-02-20.yaml:4"),
    # Several keys that one map lacks are one slip.
    ("charts/what-holds.yaml", "delete 1 3", "missing-key charts/what-holds.yaml:1"),
    ("charts/duties.yaml", "delete 8 3", "missing-key charts/duties.yaml:8"),
    # What follows from it elsewhere.
    ("claims/statement-kept.yaml", "delete 1 3", "dangling-ref points/kept-or-broken.yaml:2"),
    (
        "series/exports-to-aurelia.yaml",
        "delete 6 2",
        "dangling-ref series/exports-to-aurelia.yaml:10",
    ),
    ("agreements/harbour-2031-05.yaml", "delete 13 1", "chart-day charts/duties.yaml:12"),
    ("measures/notice-70.yaml", "delete 5 1", "act-without-target measures/notice-70.yaml:5"),
    (
        "agreements/hill-2031-10.yaml",
        "delete 8 2",
        "act-without-target agreements/hill-2031-10.yaml:7",
    ),
    (
        "series/exports-to-aurelia.yaml",
        "delete 6 1",
        "dangling-ref series/exports-to-aurelia.yaml:11",
    ),
    (
        "series/exports-to-aurelia.yaml",
        "delete 13 1",
        "value-without-witness series/exports-to-aurelia.yaml:9",
    ),
]
ASTRAY = [
    ("charts/duties.yaml", "move 18 1 0", "unknown-key 1", "nothing stands below `steps`"),
    ("charts/duties.yaml", "move 8 6 0", "duplicate-key 6", "`aurelia` lacks `title`"),
    ("charts/duties.yaml", "move 1 11 6", "wrong-value 11", "the record lacks `title` at its top"),
    ("sources/skywire-0609.yaml", "move 10 14 2", "unknown-key 14", "`yoy` lacks `text`"),
]


def delete(lines: Lines, at: int, count: int) -> Lines:
    return lines[: at - 1] + lines[at - 1 + count :]


def keep(lines: Lines, count: int) -> Lines:
    return lines[:count]


def unkey(lines: Lines, at: int) -> Lines:
    indent, _, text = lines[at - 1].partition(lines[at - 1].strip())
    value = lines[at - 1].strip().partition(": ")[2]
    return [*lines[: at - 1], f"{indent}{value}{text}", *lines[at:]]


def indent(lines: Lines, at: int, spaces: int) -> Lines:
    return [*lines[: at - 1], " " * spaces + lines[at - 1], *lines[at:]]


def move(lines: Lines, at: int, to: int, spaces: int) -> Lines:
    others = delete(lines, at, 1)
    return [*others[: to - 1], " " * spaces + lines[at - 1].strip(), *others[to - 1 :]]


EDITS: dict[str, Callable[..., Lines]] = {
    one.__name__: one for one in (delete, keep, unkey, indent, move)
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("briefing")
    shutil.copytree(ROOTS["fixture"] / "content", made / "content")
    return made


@pytest.fixture
def told(root: Path) -> Callable[[str, str], list[tuple[str, str]]]:
    """What is told once a file was edited, each with its help; the file is as it was thereafter."""

    def after(name: str, edit: str) -> list[tuple[str, str]]:
        path, (verb, *numbers) = root / "content" / name, edit.split()
        text = path.read_text(encoding="utf-8")
        lines = EDITS[verb](text.splitlines(), *map(int, numbers))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        found = check(root).diagnostics
        path.write_text(text, encoding="utf-8")
        return [
            (f"{one.code} {one.span.file.path.removeprefix('content/')}:{one.span.line}", one.help)
            for one in found
        ]

    return after


@pytest.mark.parametrize(("name", "edit", "expected"), LOST)
def test_what_is_lost_together(
    told: Callable[[str, str], list[tuple[str, str]]], name: str, edit: str, expected: str
) -> None:
    assert [place for place, _ in told(name, edit)] == [expected]


@pytest.mark.parametrize(("name", "edit", "expected", "help"), ASTRAY)
def test_what_stands_elsewhere(
    told: Callable[[str, str], list[tuple[str, str]]],
    name: str,
    edit: str,
    expected: str,
    help: str,
) -> None:
    code, line = expected.split()
    (found,) = told(name, edit)
    assert found[0] == f"{code} {name}:{line}"
    assert found[1].startswith(f"{help}")
    assert found[1].endswith("put it there")


def test_what_is_lost_elsewhere_is_told_too(
    root: Path, told: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    path = root / "content" / "materials" / "glimmer-salt.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("almanac#salt", "almanac#stones"), encoding="utf-8")
    found = [place for place, _ in told("sources/almanac.yaml", "delete 2 1")]
    path.write_text(text, encoding="utf-8")
    assert sorted(found) == [
        "dangling-ref materials/glimmer-salt.yaml:3",
        "missing-key sources/almanac.yaml:1",
    ]
