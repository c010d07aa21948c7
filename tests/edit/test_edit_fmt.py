"""The house style: what it puts right, and that it changes nothing else."""

from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.edit import formatted
from generator.source import SourceFile
from generator.yaml import read_folder
from generator.yaml.nodes import plain
from generator.yaml.reading import load
from tests.briefings import ROOTS
from tests.conftest import Write

INVENTED = ROOTS["fixture"]

CASES = {
    "indentation": ("a:\n    b:\n        c: 1\n    d: 2\n", "a:\n  b:\n    c: 1\n  d: 2\n"),
    "one-space-a-level": ("a:\n b:\n  c: 1\n", "a:\n  b:\n    c: 1\n"),
    "list-below-its-key": ("a:\n- b\n- c\nd: 1\n", "a:\n  - b\n  - c\nd: 1\n"),
    "list-of-maps": ("a:\n-   b: 1\n    c: 2\n-   b: 3\n", "a:\n  - b: 1\n    c: 2\n  - b: 3\n"),
    "spaces-in-brackets": ("a: { b : 1,c: [ d ,e ] }\n", "a: {b: 1, c: [d, e]}\n"),
    "space-after-colon": ("a:   1\nb :  2\n", "a: 1\nb: 2\n"),
    "comments": ("#a\nb: 1 #c\n#!d\n", "# a\nb: 1  # c\n#!d\n"),
    "sign-in-a-comment": ("a: 1 # take the # off\n", "a: 1  # take the # off\n"),
    "commented-facts": ("a: 1\n#b:\n#   c: 1 #d\n", "a: 1\n# b:\n#   c: 1 #d\n"),
    "comment-moves-with-what-follows": ("a:\n    # of b\n    b: 1\n", "a:\n  # of b\n  b: 1\n"),
    "last-comment": ("a:\n    b: 1\n    # end\n", "a:\n  b: 1\n  # end\n"),
    "blank-lines": ("\n\na: 1\n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
    "ends-of-lines": ("a: 1  \r\nb: 2 \r\n", "a: 1\nb: 2\n"),
    "blank-and-empty-lines": ("a: 1\n  \n\nb: 2\n \n  \n", "a: 1\n\nb: 2\n"),
    "no-line-at-the-end": ("a: 1", "a: 1\n"),
    "beside-a-text-without-an-end": ("a:   1\nb: |\n  c", "a: 1\nb: |\n  c"),
    "beside-a-text-with-all-its-lines": (
        "a:   1\nb: |+\n  c\n\n \n\nd:   2\ne: >+\n  f\n\n\n",
        "a: 1\nb: |+\n  c\n\n \n\nd: 2\ne: >+\n  f\n\n\n",
    ),
    "blank-line-of-a-text-moves-along": (
        "a:\n    b: |\n      c\n       \n \n\n#d\n",
        "a:\n  b: |\n    c\n     \n\n# d\n",
    ),
    "text-below-its-key-moves-along": (
        "a:\n    b: >-\n        one\n\n        two\n",
        "a:\n  b: >-\n      one\n\n      two\n",
    ),
    "text-that-goes-on-moves-along": ("a:\n    b: one\n      two\n", "a:\n  b: one\n    two\n"),
    "brackets-over-lines": ("a:\n    b: [c,\n      d]\n", "a:\n  b: [c,\n    d]\n"),
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


def facts(root: Path) -> list[SourceFile]:
    return [file for file in read_folder(root)[0].files if file.path.endswith(".yaml")]


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


def test_the_invented_briefing_is_in_the_house_style() -> None:
    assert [file.path for file in facts(INVENTED) if formatted(file) != file.text] == []


# What anybody's editor may do to the spaces of a file, line by line.
Edit = Callable[[int, str], str]
EDITS: dict[str, Edit] = {
    "blank-lines": lambda at, line: line + "\n" * (at % 4),
    "blank-lines-of-blanks": lambda at, line: line + ("", "\n  ", "\n  \n", "\n\n ")[at % 4],
    "trailing-blanks": lambda at, line: line + (" ", "", "  ", "   ")[at % 4],
    "comments": lambda at, line: f"{' ' * (at % 5)}#{' ' * (at % 3)}c # d{' ' * (at % 2)}\n{line}",
    "comments-behind": lambda at, line: f"{line} #c" if at % 2 else line,
    "deeper": lambda _, line: " " * (len(line) - len(line.lstrip())) + line,
    "spaces-after-colons": lambda at, line: line.replace(": ", ":" + " " * (1 + at % 3)),
    "mixed-ends": lambda at, line: line + ("\r" if at % 3 else ""),
    "other-ends": lambda _, line: line + "\r",
}
ENDS = ("\n", "", "\n\n\n", "\n  \n \n")
TEXTS = """\
a:
  b: |
    c

    d
  e: >-
    f
    g
h: |+
  i

j: {k: [l, 'm  n'],
  o: p}
q: |
  r
"""


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_is_in_the_house_style_stays(edit: Edit) -> None:
    """Whatever becomes of the spaces of a file: no value changes, and once is enough."""
    files, read = (*facts(INVENTED)[::4], *(SourceFile("x.yaml", TEXTS) for _ in ENDS)), 0
    for start, (file, end) in enumerate(zip(files, cycle(ENDS), strict=False)):
        lines = enumerate(file.text.rstrip("\n").split("\n"), start % 2)
        text = "\n".join(edit(at, line) for at, line in lines) + end
        if (once := style(text)) is not None:
            read += 1
            assert style(once) == once, text
            assert held(once) == held(text), text
    assert read > len(files) * 0.5


def held(text: str) -> object:
    """What a text holds."""
    node, faults = load(SourceFile("x.yaml", text))
    assert node and not faults
    return plain(node)


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
