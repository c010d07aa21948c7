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
    ("sources/skywire-0609.yaml", "delete 13 3", "dangling-ref series/salt-exports.yaml:7"),
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
    # An act without its target and value, and a source without whose text it is.
    (
        "agreements/harbour-2031-05.yaml",
        "delete 10 2",
        "act-without-target agreements/harbour-2031-05.yaml:9",
    ),
    ("sources/call-note.yaml", "delete 8 2", "origin-missing sources/call-note.yaml:1"),
    # The lines that began the sides of who headed them.
    (
        "rounds/harbour-talks-2031-05.yaml",
        "delete 7 3",
        "dangling-ref rounds/harbour-talks-2031-05.yaml:7",
    ),
    # A text that was moved before its key.
    ("points/state-notices.yaml", "move 4 3 0", "yaml-syntax points/state-notices.yaml:3"),
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


Change = tuple[str, str, str]
SUBTITLE = "subtitle: Duties on all goods of the other side\n"
TWO: list[tuple[list[Change], list[str]]] = [
    # What is named of a source that lacks its first key only.
    (
        [
            ("sources/almanac.yaml", "title: Yearbook\n", ""),
            ("materials/glimmer-salt.yaml", "almanac#salt", "almanac#stones"),
        ],
        ["dangling-ref materials/glimmer-salt.yaml:3", "missing-key sources/almanac.yaml:1"],
    ),
    # A figure that is wrong in another quotation of a source that has lost one.
    (
        [
            ("series/exports-to-aurelia.yaml", "skywire-0609#yoy", "skywire-0609#year-on-year"),
            ("series/salt-ware-exports.yaml", "2117", "2171"),
        ],
        [
            "dangling-ref series/exports-to-aurelia.yaml:13",
            "value-not-in-quotation series/salt-ware-exports.yaml:7",
        ],
    ),
    # What is misspelt of a map that may hold more.
    (
        [
            ("series/exports-to-aurelia.yaml", "points:\n", "points:\n  2031-06:\n"),
            ("points/strip-exports.yaml", "2031-05-yoy", "2031-05-yyo"),
        ],
        [
            "dangling-ref points/strip-exports.yaml:4",
            "wrong-value series/exports-to-aurelia.yaml:6",
        ],
    ),
    (
        [
            ("sources/skywire-0609.yaml", "quotes:\n", "quotes:\n  total:\n"),
            ("series/salt-ware-exports.yaml", "#wares", "#waers"),
        ],
        [
            "dangling-ref series/salt-ware-exports.yaml:7",
            "wrong-value sources/skywire-0609.yaml:9",
        ],
    ),
    # A day of its own year, by a source of which the day is lost.
    (
        [
            ("sources/order-august.yaml", "published: 2031-08-11\n", ""),
            ("measures/order-2031-08-11.yaml", "2031-11-10", "2031-11-20"),
        ],
        [
            "missing-key sources/order-august.yaml:1",
            "value-not-in-quotation measures/order-2031-08-11.yaml:7",
        ],
    ),
    # A key twice in one statement, and lost in another.
    (
        [
            (
                "agreements/harbour-2031-05.yaml",
                "    value: 24\n",
                "    value: 24\n    value: 24\n",
            ),
            ("agreements/harbour-2031-05.yaml", "cut: {value: 91, ", "cut: {"),
        ],
        [
            "duplicate-key agreements/harbour-2031-05.yaml:12",
            "says-nothing agreements/harbour-2031-05.yaml:23",
        ],
    ),
    (
        [
            ("charts/duties.yaml", SUBTITLE, ""),
            ("charts/duties.yaml", "party: borealis", "party: aurelia"),
        ],
        ["missing-key charts/duties.yaml:1", "side-differs charts/duties.yaml:15"],
    ),
    # Below a key of entries that is lost, all is read as if it were there.
    (
        [
            ("sources/skywire-0609.yaml", "quotes:\n", ""),
            (
                "sources/skywire-0609.yaml",
                '2,117 tonnes in May"\n    origin',
                '2,117 tonnes in May"\n    orgin',
            ),
            ("sources/skywire-0609.yaml", "5,864.60", "5,864.61"),
        ],
        [
            "unknown-key sources/skywire-0609.yaml:19",
            "value-not-in-quotation series/salt-exports.yaml:7",
            "yaml-syntax sources/skywire-0609.yaml:8",
        ],
    ),
    # One position is empty, and the other rests on nothing.
    (
        [
            (
                "rounds/hill-talks-2031-09.yaml",
                "{person: mira-voss, attendance: present, witnesses: [hill-report#voss]}",
                "",
            ),
            ("rounds/hill-talks-2031-09.yaml", "          witnesses: [hill-report#slip]\n", ""),
        ],
        [
            "value-without-witness rounds/hill-talks-2031-09.yaml:8",
            "wrong-value rounds/hill-talks-2031-09.yaml:7",
        ],
    ),
    # A misspelt key belongs where it stands.
    (
        [
            ("sources/order-august.yaml", "retrieved", "retreived"),
            ("sources/order-august.yaml", "origin: own\n", "origin: own\ntables:\n"),
        ],
        ["unknown-key sources/order-august.yaml:5", "wrong-value sources/order-august.yaml:10"],
    ),
]
ODD = [
    ("agreements/hill-2031-10.yaml", "delete 1 4", "missing-key agreements/hill-2031-10.yaml:1"),
    (
        "series/exports-to-aurelia.yaml",
        "delete 1 8",
        "missing-key series/exports-to-aurelia.yaml:1",
    ),
]
OWN_KEYS = [
    ("rounds/harbour-talks-2031-05.yaml", "unit: {value: 5, unit: days"),
    ("series/lamp-stone-share.yaml", "symbol: {words: x"),
    ("parties/aurelia.yaml", "rests: {words: x"),
]


def changed(root: Path, changes: list[Change]) -> list[str]:
    """What is told with some texts replaced; the files are as they were thereafter."""
    before = {name: (root / "content" / name).read_text(encoding="utf-8") for name, _, _ in changes}
    for name, old, new in changes:
        path = root / "content" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = check(root).diagnostics
    for name, text in before.items():
        (root / "content" / name).write_text(text, encoding="utf-8")
    places = ((one.code, one.span.file.path, one.span.line) for one in found)
    return sorted(f"{code} {path.removeprefix('content/')}:{line}" for code, path, line in places)


@pytest.mark.parametrize(("changes", "expected"), TWO)
def test_two_faults_are_two_messages(
    root: Path, changes: list[Change], expected: list[str]
) -> None:
    assert changed(root, changes) == expected


@pytest.mark.parametrize(("name", "edit", "expected"), ODD)
def test_the_lines_above_are_lost(
    told: Callable[[str, str], list[tuple[str, str]]], name: str, edit: str, expected: str
) -> None:
    assert [place for place, _ in told(name, edit)] == [expected]


@pytest.mark.parametrize(("name", "own"), OWN_KEYS)
def test_a_key_of_ones_own_may_be_called_as_one_of_another_kind(
    root: Path, name: str, own: str
) -> None:
    first = (root / "content" / name).read_text(encoding="utf-8").split("\n")[0]
    key = f"{own}, witnesses: [lantern-0512#met]}}\n"
    (found,) = changed(root, [(name, first, f"{key}{first}")])
    assert found.endswith(f"-not-in-quotation {name}:1")


def test_an_act_has_lost_its_target_and_its_end(root: Path) -> None:
    path = root / "content/agreements/harbour-2031-05.yaml"
    before = path.read_text(encoding="utf-8")
    lost = before.replace("    target: order-257.parts.above-10\n", "")
    path.write_text(lost.replace("    for: 90 days\n", ""), encoding="utf-8")
    (found,) = check(root).diagnostics
    path.write_text(before, encoding="utf-8")
    assert found.message.endswith("and no end where the quotation says `for an initial 90 days`")


def test_a_value_runs_on_to_the_text_that_lost_its_key(root: Path) -> None:
    written = 'text: The sides differ over {{ link("harbour-2031-05") }} -'
    change = ("points/kept-or-broken.yaml", written, " ")
    assert changed(root, [change]) == ["wrong-value points/kept-or-broken.yaml:1"]


def test_witnesses_are_no_delegation(root: Path) -> None:
    name = "rounds/call-2031-06-05.yaml"
    first = (root / "content" / name).read_text(encoding="utf-8").split("\n")[0]
    found = changed(root, [(name, first, f"delegations: {{witnesses: []}}\n{first}")])
    assert found == [f"wrong-value {name}:1"]
