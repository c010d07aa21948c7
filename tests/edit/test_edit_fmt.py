"""The house style: what it puts right, and that it changes nothing else."""

import json
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
from tests.tables import rows

INVENTED = ROOTS["fixture"]

CASES = [
    pytest.param(json.loads(before), json.loads(after), id=name)
    for name, before, after in rows(Path(__file__).with_name("style.txt"), 3, " => ")
]


def facts(root: Path) -> list[SourceFile]:
    return [file for file in read_folder(root)[0].files if file.path.endswith(".yaml")]


def style(text: str) -> str | None:
    return formatted(SourceFile("content/x.yaml", text))


@pytest.mark.parametrize(("before", "after"), CASES)
def test_it_puts_right(before: str, after: str) -> None:
    assert style(before) == after
    assert style(after) == after


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
    place = root / "content" / "bodies" / "courier.yaml"
    place.chmod(0o600)
    told = fmt(root, place.parent)
    assert (told.exit_code, told.stdout) == (0, "content/bodies/courier.yaml\n")
    assert place.read_text(encoding="utf-8") == "name: {en: The Courier}\n"
    assert place.stat().st_mode & 0o777 == 0o600
    assert len([*place.parent.iterdir()]) == 2
    assert (root / "content" / "parties" / "norland.yaml").read_text(encoding="utf-8") == LOOSE


def test_a_check_changes_nothing(briefing: Write) -> None:
    root = briefing({"bodies/courier.yaml": LOOSE})
    place = root / "content" / "bodies" / "courier.yaml"
    told = fmt(root, "--check", place)
    assert (told.exit_code, told.stdout) == (1, "content/bodies/courier.yaml\n")
    assert told.stderr.startswith("would change 1 of 1 ")
    assert place.read_text(encoding="utf-8") == LOOSE


@pytest.mark.parametrize("options", [(), ("--check",)])
def test_what_cannot_be_read_is_told(briefing: Write, options: tuple[str, ...]) -> None:
    root = briefing({"bodies/courier.yaml": "name: ["})
    told = fmt(root, *options)
    assert told.exit_code == 1
    assert "`content/bodies/courier.yaml` cannot be read" in told.stderr
    # No file of facts is misuse.
    assert fmt(root, *options, root / "content" / "pages").exit_code == 2
