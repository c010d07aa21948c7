"""The generator's own files on the disk: `build/docs`, in which only what differs is written.

Follows no link: whatever stands in the place of a file or folder is removed, not what it leads to.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath


class Refusal(Exception):
    """The machine, not the content, stands in the way; the text is for whoever builds."""

    exit_code = 1


class Misuse(Refusal):
    """What was asked for cannot be meant."""

    exit_code = 2


@contextmanager
def in_folder(folder: Path) -> Iterator[None]:
    """Name the folder where the system names no file, as where a disk is full."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(folder)
        raise


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Make a folder hold exactly these files."""
    make_folder(folder)
    folders = {str(parent) for name in files for parent in PurePosixPath(name).parents}
    for name, path in list(below(folder)):
        is_folder = path.is_dir() and not path.is_symlink()
        if name not in (folders if is_folder else files) or path.is_symlink():
            remove(path)
    for name, content in files.items():
        write_file(folder / name, content)


def below(folder: Path, prefix: str = "") -> list[tuple[str, Path]]:
    """Everything in a folder by its name with `/`, folders before what they hold."""
    found: list[tuple[str, Path]] = []
    for path in sorted(folder.iterdir()):
        name = prefix + path.name
        found.append((name, path))
        if path.is_dir() and not path.is_symlink():
            found += below(path, f"{name}/")
    return found


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


def write_file(path: Path, content: bytes) -> None:
    """Write the bytes unless they stand there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not (path.is_file() and path.read_bytes() == content):
        path.write_bytes(content)


def replace_file(path: Path, content: bytes) -> None:
    """Put other bytes into a file that somebody keeps by hand: all of them or none."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
