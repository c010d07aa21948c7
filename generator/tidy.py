"""The files of facts put right on the disk: in the house style, and by what the messages offer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.edit import fixed, formatted
from generator.reading.check import Outcome, check
from generator.source import SourceFile
from generator.write import Misuse, replace_file
from generator.yaml import read_folder

YAML = ".yaml"
# One fix may uncover what another repairs; two that undo each other must not go on for ever.
ROUNDS = 5


@dataclass(frozen=True)
class Tidied:
    """The files that are not in the house style, with the text that is; and those left alone."""

    texts: Mapping[str, str]
    broken: tuple[str, ...]
    count: int


def styled(root: Path, wanted: Iterable[Path] = ()) -> Tidied:
    """What the house style changes, in the files that are named or else in all."""
    files = chosen(root, tuple(wanted))
    texts = {file.path: formatted(file) for file in files}
    broken = tuple(path for path, text in texts.items() if text is None)
    other = {f.path: text for f in files if (text := texts[f.path]) is not None and text != f.text}
    return Tidied(other, broken, len(files))


def chosen(root: Path, wanted: tuple[Path, ...]) -> list[SourceFile]:
    """The files of facts that are meant: by name, by folder, or all."""
    folder, _ = read_folder(root)
    files = [file for file in folder.files if file.path.endswith(YAML)]
    places = [place.resolve() for place in wanted]
    if not places:
        return files
    found = [f for f in files if any((root / f.path).resolve().is_relative_to(p) for p in places)]
    if not found:
        raise Misuse(f"no file of facts in `{wanted[0]}`")
    return found


def put(root: Path, texts: Mapping[str, str]) -> None:
    """Write what was put right."""
    for path, text in texts.items():
        replace_file(root / path, text.encode())


def repair(root: Path, guess: bool = False) -> tuple[Outcome, int]:
    """Apply the fixes of the messages; return what is left, and how many files changed."""
    touched: set[str] = set()
    found = check(root)
    for _ in range(ROUNDS):
        texts = fixed(found.diagnostics, guess)
        if not texts:
            break
        put(root, texts)
        touched |= texts.keys()
        found = check(root)
    return found, len(touched)
