"""The generator's own files on the disk: `build/docs`, in which only what differs is written.

Follows no link: whatever stands in the place of a file or folder is removed, not what it leads to.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

# The folders that only builds and set-up write to; what a commit brings there is nobody's work.
MADE = ("build", "site", ".venv")


class Refusal(Exception):
    """The machine, not the content, stands in the way; the text is for whoever builds."""

    exit_code = 1


class Misuse(Refusal):
    """What was asked for cannot be meant."""

    exit_code = 2


@contextmanager
def in_folder(folder: Path) -> Iterator[None]:
    """Name the folder where the system names no file, as where a disk is full, or no path to it."""
    try:
        yield
    except OSError as error:
        if not os.path.isabs(str(error.filename or "")):
            error.filename = str(folder)
        raise


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Make a folder hold exactly these files."""
    make_folder(folder)
    make_room(folder, files)
    for name, content in files.items():
        put(f"{folder}/{name}", content)


def make_room(folder: Path, files: Iterable[str]) -> None:
    """Remove from a folder all but some files, and make the folders that these lie in."""
    folders = {part for name in files for part in parts(name)}
    prune(folder, "", {**dict.fromkeys(files, True), **dict.fromkeys(folders, False)})
    for name in sorted(folders):
        (folder / name).mkdir(exist_ok=True)


def parts(name: str) -> Iterator[str]:
    """The folders that a file lies in, from the innermost."""
    while name := name.rpartition("/")[0]:
        yield name


def prune(folder: str | Path, prefix: str, wanted: Mapping[str, bool]) -> None:
    """Remove what is not wanted, links too; it is said of each whether it is a file."""
    for entry in list(os.scandir(folder)):
        name, is_folder = prefix + entry.name, entry.is_dir(follow_symlinks=False)
        is_meant = name in wanted and wanted[name] != is_folder
        if entry.is_symlink() or not is_meant:
            remove(Path(entry.path))
        elif is_folder:
            prune(entry.path, f"{name}/", wanted)


def below(folder: str | Path, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything in a folder by its name with `/`, folders before what they hold."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        yield prefix + entry.name, entry
        if entry.is_dir(follow_symlinks=False):
            yield from below(entry.path, f"{prefix}{entry.name}/")


def make_folder(folder: Path) -> Path:
    """The folder, made with its parents where there is none; a link in its place is refused."""
    if folder.is_symlink():
        raise Misuse(f"`{folder}` is a symbolic link, and builds do not follow links")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def remove(path: Path) -> None:
    """Take away a file, a link or a folder with all that it holds."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def put(path: str, content: bytes) -> None:
    """Write the bytes into a folder that is there, unless they stand there already."""
    with suppress(FileNotFoundError), open(path, "rb") as stream:
        if stream.read() == content:
            return
    with open(path, "wb") as stream:
        stream.write(content)


def replace_file(path: Path, content: bytes) -> None:
    """Put other bytes into a file that somebody keeps by hand: all of them or none."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
