"""The guide is true: what it says to type is typed, and what it shows is what comes of it."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from generator.reading.check import check
from generator.report import BREAK
from tests.briefings import ROOTS
from tests.conftest import PROJECT

GUIDE = PROJECT / "generator" / "guide"
PAGES = sorted(GUIDE.glob("*.md"))
FENCE = re.compile(
    r'^```(?P<language>\w+)(?: title="(?P<path>[^"]+)")?\n(?P<text>.*?)^```$',
    re.MULTILINE | re.DOTALL,
)
BRIEFING = ".venv/bin/briefing"
PRACTISE = "make practice && cd build/practice"
BACK = "cd ../.."
LED = re.compile(r"&& cd (\S+)$", re.MULTILINE)
IN_A_BROWSER = "in-the-browser"
COMMAND = re.compile(
    r"::(?P<severity>\w+) title=(?P<code>[^,]+),file=(?P<file>[^,]+),line=(?P<line>\d+)"
)
MARKUP = re.compile(r"\\(?=[^\w\s])|^#+ |\*\*", re.MULTILINE)


@dataclass
class Editor:
    """Someone with a clone of the project, who does what a page says."""

    root: Path

    def follow(self, page: str) -> str:
        """The page as it reads when every command has been run."""
        return FENCE.sub(self.step, page)

    def step(self, fence: re.Match[str]) -> str:
        """One fence: a file to write, a change to make, commands or pages, with what they show."""
        language, path, text = fence.group("language", "path", "text")
        if language == "yaml":
            (self.root / path).write_text(text, encoding="utf-8")
        elif language == "diff":
            self.change(self.root / path, text)
        elif language == "console":
            told = "".join(map(self.typed, re.findall(r"^\$ .*\n", text, re.MULTILINE)))
            return f"```console\n{told}```"
        elif language == "text":
            return f'```text title="{path}"\n{SHOWN[path](self)}```'
        return fence[0]

    def annotations(self) -> str:
        """What the checks of a pull request write on its lines, as a forge shows it."""
        told = self.run(f"{BRIEFING} check --changed --base main --format github")
        return "".join(map(annotation, re.findall(r"^::.*", told, re.MULTILINE)))

    def comment(self) -> str:
        """What stands under a pull request, as a forge shows it, but for the list of pages."""
        told = self.run(f"{BRIEFING} diff main --format markdown").partition("\n<details>")[0]
        return unescape(re.sub(r"\n\n+", "\n", MARKUP.sub("", told))).replace(BREAK, "")

    def change(self, file: Path, difference: str) -> None:
        """Put the lines with a plus in the place of those with a minus."""
        lines = difference.splitlines(keepends=True)
        old, new = ("".join(line[1:] for line in lines if line[0] in kept) for kept in (" -", " +"))
        held = file.read_text(encoding="utf-8")
        assert held.count(old) == 1, f"{file} does not hold\n{old}"
        file.write_text(held.replace(old, new), encoding="utf-8")

    def typed(self, line: str) -> str:
        """A command, and what it says; what it ends in leads to another folder."""
        told = self.run(line[2:])
        if led := LED.search(line):
            self.root /= led[1]
        return line + told

    def practise(self) -> "Editor":
        """The editor in the folder of the invented briefing."""
        assert self.typed(f"$ {PRACTISE}\n") == f"$ {PRACTISE}\n"
        return self

    def run(self, command: str) -> str:
        """What a command says."""
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.root,
            env=own_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return done.stdout


def own_environment() -> dict[str, str]:
    """That of somebody at a terminal: a `make` within one tells where it goes."""
    outer = ("MAKELEVEL", "MAKEFLAGS", "MFLAGS")
    kept = {key: value for key, value in os.environ.items() if key not in outer}
    return kept | {"NO_COLOR": "1"}


def annotation(command: str) -> str:
    """A workflow command as it stands on its line."""
    head = COMMAND.match(command)
    assert head, command
    told = command.split("::", 2)[2].replace("%0A", "\n").replace("%25", "%")
    return f"{head['file']}, line {head['line']}: {head['severity']}: {head['code']}\n{told}\n"


# What an editor without a command sees on the pages of a pull request.
SHOWN: dict[str, Callable[[Editor], str]] = {
    "Files changed": Editor.annotations,
    "Comment": Editor.comment,
}


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    shutil.copytree(ROOTS["fixture"] / "content", tmp_path / "tests" / "fixture" / "content")
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy(PROJECT / name, tmp_path)
    give_command(tmp_path / ".venv")
    return Editor(tmp_path)


def give_command(venv: Path) -> None:
    """What `make check` sets up, with the packages that are here."""
    venv.mkdir()
    for one in (PROJECT / ".venv").iterdir():
        if one.is_dir() or one.suffix == ".cfg":
            (venv / one.name).symlink_to(one)
    (venv / "place").write_text(f"{venv.parent}\n", encoding="utf-8")
    for stamp in ("runtime", "installed"):
        (venv / stamp).touch()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_is_what_happens(path: Path, editor: Editor) -> None:
    page = path.read_text(encoding="utf-8")
    found = (editor.practise() if path.stem == IN_A_BROWSER else editor).follow(page)
    if os.environ.get("GOLDEN") == "write":
        path.write_text(found, encoding="utf-8", newline="\n")
    assert found == path.read_text(encoding="utf-8"), "GOLDEN=write writes it anew, to be read"
    assert check(editor.root).errors == 0


def test_practising_begins_anew(editor: Editor) -> None:
    clone = editor.root
    moved = editor.practise().root / "content" / "moved.yaml"
    moved.unlink()
    assert editor.run(f"{BACK} && pwd -P") == f"{clone.resolve()}\n"
    editor.root = clone
    assert (editor.practise().root / "content" / "moved.yaml").exists()
    assert editor.run("git status --short; git log --format=%s") == "as it was\n"


def test_who_has_only_a_browser_is_told_no_command() -> None:
    page = (GUIDE / f"{IN_A_BROWSER}.md").read_text(encoding="utf-8")
    assert ".venv" not in page and "```console" not in page
