"""The house style: what it puts right, and that it changes nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.edit.fmt import formatted, values
from generator.load import load, read_folder
from generator.source import SourceFile
from tests.conftest import PROJECT

Write = Callable[..., Path]

CASES = {
    "indentation": ("a:\n    b:\n        c: 1\n    d: 2\n", "a:\n  b:\n    c: 1\n  d: 2\n"),
    "one-space-a-level": ("a:\n b:\n  c: 1\n", "a:\n  b:\n    c: 1\n"),
    "list-below-its-key": ("a:\n- b\n- c\nd: 1\n", "a:\n  - b\n  - c\nd: 1\n"),
    "list-of-maps": (
        "a:\n-   b: 1\n    c: 2\n-   b: 3\n",
        "a:\n  - b: 1\n    c: 2\n  - b: 3\n",
    ),
    "spaces-in-brackets": ("a: { b : 1,c: [ d ,e ] }\n", "a: {b: 1, c: [d, e]}\n"),
    "space-after-colon": ("a:   1\nb :  2\n", "a: 1\nb: 2\n"),
    "comments": ("#a\nb: 1 #c\n#!d\n", "# a\nb: 1  # c\n#!d\n"),
    "sign-in-a-comment": ("a: 1 # take the # off\n", "a: 1  # take the # off\n"),
    "commented-facts": ("a: 1\n#b:\n#   c: 1 #d\n", "a: 1\n# b:\n#   c: 1 #d\n"),
    "comment-moves-with-what-follows": (
        "a:\n    # of b\n    b: 1\n",
        "a:\n  # of b\n  b: 1\n",
    ),
    "last-comment": ("a:\n    b: 1\n    # end\n", "a:\n  b: 1\n  # end\n"),
    "blank-lines": ("\n\na: 1\n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
    "ends-of-lines": ("a: 1  \r\nb: 2 \r\n", "a: 1\nb: 2\n"),
    "no-line-at-the-end": ("a: 1", "a: 1\n"),
    "text-below-its-key-moves-along": (
        "a:\n    b: >-\n        one\n\n        two\n",
        "a:\n  b: >-\n      one\n\n      two\n",
    ),
    "text-that-goes-on-moves-along": (
        "a:\n    b: one\n      two\n",
        "a:\n  b: one\n    two\n",
    ),
    "brackets-over-lines": (
        "a:\n    b: [c,\n      d]\n",
        "a:\n  b: [c,\n    d]\n",
    ),
}
KEPT = {
    "sign-in-quotes": 'a: "#b  c ,d"\n',
    "sign-in-a-block": "a: |\n  #b\n    c ,d\n\n\n  e\n",
    "blank-at-the-end-in-a-block": "a: |\n  b  \n  c\n",
    "colon-in-a-text": "a: b:c , d\n",
    "address": "a: https://example.org/#b\n",
    "chinese": "a: {zh: 何立峰}  # 何\n",
    "no-value": "a:\nb: 1\n",
    "quotes": 'a: \'%\'\nb: "%"\nc: "2"\n',
}


def style(text: str) -> str | None:
    return formatted(SourceFile("content/x.yaml", text))


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_it_puts_right(before: str, after: str) -> None:
    assert style(before) == after
    assert style(after) == after


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_it_leaves(text: str) -> None:
    assert style(text) == text


@pytest.mark.parametrize("text", ["a: [", "a: 1\na: 2\n", "a: *b\n", "\ufeffa: 1\n"])
def test_a_file_with_a_fault_is_left_alone(text: str) -> None:
    assert style(text) is None


@pytest.mark.parametrize("root", [PROJECT, PROJECT / "tests" / "fixture"], ids=["real", "fixture"])
def test_content_is_in_the_house_style(root: Path) -> None:
    files = [file for file in read_folder(root)[0].files if file.path.endswith(".yaml")]
    assert [file.path for file in files if formatted(file) != file.text] == []


def squeezed(text: str, indent: int) -> str:
    """A file with another indentation and without the spaces that can be done without."""
    lines = (line.rstrip() for line in text.splitlines())
    moved = (" " * indent * ((len(one) - len(one.lstrip())) // 2) + one.lstrip() for one in lines)
    return "\n\n".join(moved) + "\n\n"


def test_no_value_of_the_real_content_changes() -> None:
    """Every file laid out otherwise comes back with the same values, and only once."""
    files = [file for file in read_folder(PROJECT)[0].files if file.path.endswith(".yaml")]
    for number, file in enumerate(files):
        other = SourceFile(file.path, squeezed(file.text, indent=(1, 3, 4)[number % 3]))
        node, faults = load(other)
        assert node and not faults, file.path
        once = formatted(other)
        assert once is not None
        again, _ = load(SourceFile(file.path, once))
        assert again and values(again) == values(node), file.path
        assert formatted(SourceFile(file.path, once)) == once, file.path
        assert once.count("#") == other.text.count("#")


def fmt(root: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, ["fmt", "--root", str(root), *map(str, arguments)])


LOOSE = "name:   {en: The Courier}\n"


def test_the_command_changes_what_is_named(briefing: Write) -> None:
    root = briefing({"bodies/courier.yaml": LOOSE, "parties/norland.yaml": LOOSE})
    told = fmt(root, root / "content" / "bodies")
    assert (told.exit_code, told.stdout) == (0, "content/bodies/courier.yaml\n")
    text = (root / "content" / "bodies" / "courier.yaml").read_text(encoding="utf-8")
    assert text == "name: {en: The Courier}\n"
    assert (root / "content" / "parties" / "norland.yaml").read_text(encoding="utf-8") == LOOSE


def test_a_check_changes_nothing(briefing: Write) -> None:
    root = briefing({"bodies/courier.yaml": LOOSE})
    fmt(root)
    place = root / "content" / "bodies" / "courier.yaml"
    place.write_text(LOOSE, encoding="utf-8")
    told = fmt(root, "--check")
    assert (told.exit_code, told.stdout) == (1, "content/bodies/courier.yaml\n")
    assert told.stderr.startswith("would change 1 of ")
    assert place.read_text(encoding="utf-8") == LOOSE


def test_what_cannot_be_read_is_told(briefing: Write) -> None:
    root = briefing({"bodies/courier.yaml": "name: ["})
    for only in ((), ("--check",)):
        told = fmt(root, *only, root / "content" / "bodies" / "courier.yaml")
        assert told.exit_code == 1
        assert "`content/bodies/courier.yaml` cannot be read" in told.stderr


def test_no_file_of_facts_is_misuse(briefing: Write) -> None:
    root = briefing()
    assert fmt(root, root / "content" / "pages").exit_code == 2


def test_a_file_keeps_its_mode(briefing: Write) -> None:
    root = briefing({"bodies/courier.yaml": LOOSE})
    place = root / "content" / "bodies" / "courier.yaml"
    place.chmod(0o600)
    fmt(root)
    assert place.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in place.parent.iterdir()) == [
        "courier.yaml",
        "norland-bridge-office.yaml",
    ]
