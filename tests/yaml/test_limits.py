"""What is read of one file: as much as the table says, and not one more."""

from collections.abc import Callable

import pytest

from generator.diagnostics import Severity
from generator.limits import (
    BRACKETS,
    ENTRIES,
    KEYS,
    LEVELS,
    LONG_MAP,
    MAP,
    MOVED,
    PAGE,
    TABLE,
    TEXT,
    Limit,
)
from generator.reading.check import check
from generator.source import SourceFile
from generator.yaml import decode
from generator.yaml.reading import MOVED_FILE, load
from tests.conftest import Write

RECORD = "content/materials/terbium.yaml"


def below(count: int) -> str:
    return "".join(f"k{number}: x\n" for number in range(count))


def many(count: int) -> str:
    return "points:\n" + "".join(f"  k{number}: x\n" for number in range(count))


def keys(count: int) -> str:
    """So many keys, no more than fifty of them in one map."""
    left = count - count // 50
    maps = (f"a{at}: {{{', '.join(f'k{n}: x' for n in range(49))}}}\n" for at in range(left // 49))
    return "".join(maps) + "".join(f"b{n}: x\n" for n in range(count - left // 49 * 50))


def moved(count: int) -> str:
    return "".join(f"k{number}: {{gone: x}}\n" for number in range(count))


@pytest.mark.parametrize(
    ("path", "limit", "text"),
    [
        (RECORD, TEXT, lambda count: f"a: {'x' * count}\n"),
        (RECORD, ENTRIES, lambda count: "a:\n" + "  - x\n" * count),
        (RECORD, MAP, below),
        (RECORD, LONG_MAP, many),
        (RECORD, KEYS, keys),
        (RECORD, LEVELS, lambda count: f"a: {'[' * (count - 1)}{']' * (count - 1)}\n"),
        (MOVED_FILE, MOVED, moved),
    ],
    ids=lambda value: getattr(value, "where", ""),
)
def test_one_more_than_the_limit_is_refused(
    path: str, limit: Limit, text: Callable[[int], str]
) -> None:
    tree, faults = load(SourceFile(path, text(limit.most)))
    assert tree and not faults
    tree, faults = load(SourceFile(path, text(limit.most + 1)))
    assert tree is None
    assert [one.code for one in faults] in (["file-too-large"], ["too-deep"])
    assert f"{limit.most:,}" in faults[0].message and limit.what in faults[0].message


def test_a_page_has_its_limit_too() -> None:
    assert decode("content/pages/a.md", b"x" * PAGE.most)[1] == ()
    (fault,) = decode("content/pages/a.md", b"x" * (PAGE.most + 1))[1]
    assert fault.message == "the page has 25,001 characters, more than the 25,000 that are read"
    assert fault.help == "make several pages of it"


def test_every_limit_says_what_helps() -> None:
    assert BRACKETS in TABLE
    assert all(one.most and one.what and one.where and one.help for one in TABLE)


def test_sums_of_sums_are_followed_once_each(briefing: Write) -> None:
    head = "title: S\nreporter: norland-bridge-office\nunit: carts\nperiod: 2031-02\npoints:\n"
    first = '  p0: {value: "1240", witnesses: [courier-0310#carts]}\n'
    sums = "".join(f"  p{n}: {{compute: p{n - 1} + p{n - 1}}}\n" for n in range(1, 60))
    assert check(briefing({"series/s.yaml": head + first + sums})).diagnostics == ()


def test_an_act_may_act_on_an_act_many_times(briefing: Write) -> None:
    head = "title: M\nissuer: norland-bridge-office\nacts:\n"
    act = "does: suspend, target: m, from: 2031-04-01, witnesses: [office-0312#toll]"
    acts = "".join(f"  a{number}: {{{act}}}\n" for number in range(90))
    levied = "in-force: {value: 2031-04-01, witnesses: [office-0312#toll]}\n"
    found = check(briefing({"measures/m.yaml": head.replace("acts", f"{levied}acts") + acts}))
    assert not [one for one in found.diagnostics if one.severity is Severity.ERROR]
