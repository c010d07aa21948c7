"""What is read of one file: as much as the table says, and not one more."""

from collections.abc import Callable

import pytest

from generator.limits import BRACKETS, ENTRIES, KEYS, LEVELS, MOVED, PAGE, TABLE, TEXT, Limit
from generator.source import SourceFile
from generator.yaml import decode
from generator.yaml.reading import MOVED_FILE, load

RECORD = "content/materials/terbium.yaml"


def keys(count: int) -> str:
    return "".join(f"k{number}: x\n" for number in range(count))


def moved(count: int) -> str:
    return "".join(f"k{number}: {{gone: x}}\n" for number in range(count))


@pytest.mark.parametrize(
    ("path", "limit", "text"),
    [
        (RECORD, TEXT, lambda count: f"a: {'x' * count}\n"),
        (RECORD, ENTRIES, lambda count: "a:\n" + "  - x\n" * count),
        (RECORD, KEYS, keys),
        (RECORD, LEVELS, lambda count: f"a: {'[' * (count - 1)}{']' * (count - 1)}\n"),
        (MOVED_FILE, MOVED, moved),
    ],
    ids=lambda value: getattr(value, "what", ""),
)
def test_one_more_than_the_limit_is_refused(
    path: str, limit: Limit, text: Callable[[int], str]
) -> None:
    tree, faults = load(SourceFile(path, text(limit.most)))
    assert tree and not faults
    tree, faults = load(SourceFile(path, text(limit.most + 1)))
    assert tree is None
    assert [one.code for one in faults] in (["file-too-large"], ["too-deep"])
    assert f"{limit.most:,} {limit.what}" in faults[0].message or "are read" in faults[0].message


def test_a_page_has_its_limit_too() -> None:
    assert decode("content/pages/a.md", b"x" * PAGE.most)[1] == ()
    (fault,) = decode("content/pages/a.md", b"x" * (PAGE.most + 1))[1]
    assert fault.message == "the page has 25,001 characters, more than the 25,000 that are read"
    assert fault.help == "make several pages of it"


def test_every_limit_says_what_helps() -> None:
    assert BRACKETS in TABLE
    assert all(one.most and one.what and one.where and one.help for one in TABLE)
