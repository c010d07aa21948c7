"""Text to a tree of nodes, each with its place: the only package that reads YAML.

It decides no types: `NO`, `12:30` and `34.50` stay the text that was written, and the field that
they stand in says what they are. It refuses what hides or shares content: anchors, aliases, merge
keys, tags, second documents, repeated keys, characters that nobody can see, links. The first fault
ends the reading of a file.

`key:` with nothing after it is a `Scalar` with the empty text, in the plain style: whether a field
may be empty is not for the reading to say.
"""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.limits import BYTES, PAGE
from generator.source import SourceFile
from generator.yaml import characters, names
from generator.yaml.characters import too_large, too_many_bytes

CONTENT = "content"
SAVE = "save the file as UTF-8"
Errors = tuple[Diagnostic, ...]
Held = Mapping[str, bytes]


@dataclass(frozen=True)
class Folder:
    """The files of a briefing in the order of their paths, and the paths that gave none.

    Of two files with one id neither is read. A path in `unreadable` that ends with `/` is a whole
    folder.
    """

    files: tuple[SourceFile, ...]
    unreadable: tuple[str, ...]

    @property
    def unreadable_ids(self) -> frozenset[str]:
        """The ids that exist although their files could not be read."""
        return frozenset(names.record_id(path) for path in self.unreadable if path[-1] != "/")


def read_folder(root: Path, held: Held | None = None) -> tuple[Folder, Errors]:
    """All of `content/` below `root`, and what is wrong with names, links and bytes.

    A plain file that is held, by its path on the disk, is not read again.
    """
    walk = Walk(root, {}, [], [])
    walk.folder(root / CONTENT, is_top=True)
    files: list[SourceFile] = []
    named = names.check(walk.paths)
    walk.errors += named.values()
    doubled = names.with_one_id(named.values())
    for name, path in sorted(walk.paths.items()):
        is_sound = names.well_named(name) and name not in doubled
        raw = held.get(path) if held else None
        file, errors = read_named(name, path, raw) if is_sound else (None, ())
        walk.errors += errors
        if file:
            files.append(file)
        else:
            walk.unreadable.append(name)
    ordered = sorted(walk.errors, key=lambda diagnostic: diagnostic.place)
    return Folder(tuple(files), tuple(sorted(walk.unreadable))), tuple(ordered)


def read_file(path: Path, root: Path) -> tuple[SourceFile | None, Errors]:
    """One file as text, or why it cannot be had. What is no plain file is never opened."""
    return read_named(shown(path, root), str(path))


def read_named(name: str, path: str, held: bytes | None = None) -> tuple[SourceFile | None, Errors]:
    """The same where its name from the root is known, or even its bytes."""
    if held is not None:
        return decode(name, held)
    try:
        diagnostic = irregular(name, path, os.lstat(path))
        if diagnostic:
            return None, (diagnostic,)
        # A bound to what is read would reserve as much for every file.
        with open(path, "rb") as stream:
            return decode(name, stream.read())
    except OSError as error:
        return None, (unreadable(name, error),)


def decode(name: str, raw: bytes) -> tuple[SourceFile | None, Errors]:
    """The bytes of a file as text. Reports hidden characters of a page, which no YAML follows."""
    if len(raw) > BYTES.most:
        return None, (too_many_bytes(name, len(raw)),)
    try:
        file = SourceFile(name, raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return None, (_not_utf8(name, raw, error.start),)
    if not name.endswith(".md"):
        return file, ()
    if len(file.text) > PAGE.most:
        return None, (too_large(PAGE, file.head, len(file.text)),)
    return file, tuple(characters.check(file))


@dataclass
class Walk:
    """Goes through `content/` and its folders, one level deep, and sorts what it finds."""

    root: Path
    paths: dict[str, str]
    errors: list[Diagnostic]
    unreadable: list[str]

    def folder(self, path: Path, is_top: bool = False) -> None:
        """Everything in `content/` itself, or in one of its folders."""
        name = shown(path, self.root)
        if diagnostic := _not_ours(name, path):
            self._leave(f"{name}/", diagnostic)
            return
        is_known = is_top or path.name in names.PLACES
        if not is_known:
            self.errors.append(names.unknown_folder(name))
        for entry in self._entries(path):
            if is_known:
                self._entry(name, entry, is_top)
            else:
                self.unreadable.append(shown(Path(entry.path), self.root))

    def _entry(self, folder: str, entry: os.DirEntry[str], is_top: bool) -> None:
        name = f"{folder}/{names.printable(entry.name)}"
        if entry.is_symlink():
            self._leave(name if "." in entry.name else f"{name}/", _linked(name, entry.path))
        elif not entry.is_dir(follow_symlinks=False):
            self.paths[name] = entry.path
        elif is_top:
            self.folder(Path(entry.path))
        elif names.is_record_file(name):
            self._leave(name, _not_plain(name, "a folder"))
        else:
            self._leave(name, names.unknown_folder(name))

    def _entries(self, folder: Path) -> list[os.DirEntry[str]]:
        """What stands in a folder, in the order of names, without what is hidden."""
        name = shown(folder, self.root)
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            self._leave(f"{name}/", unreadable(name, error))
            return []
        for entry in entries:
            # What systems and editors leave is left alone; they leave no folders.
            is_folder = entry.is_dir(follow_symlinks=False)
            if names.is_hidden(entry.name) and (is_folder or not names.is_litter(entry.name)):
                self.errors.append(names.hidden(shown(Path(entry.path), self.root)))
        return [entry for entry in entries if not names.is_hidden(entry.name)]

    def _leave(self, name: str, why: Diagnostic) -> None:
        self.errors.append(why)
        self.unreadable.append(name)


def shown(path: Path, root: Path) -> str:
    """The path as it is printed: from the root, with `/`, and with nothing that does not show."""
    return names.printable(path.relative_to(root).as_posix())


def _not_ours(name: str, folder: Path) -> Diagnostic | None:
    if folder.is_symlink():
        return _linked(name, str(folder))
    return names.submodule(name) if os.path.lexists(folder / ".git") else None


def irregular(name: str, path: str, info: os.stat_result) -> Diagnostic | None:
    """Why something in the place of a file is not to be opened, if so."""
    if stat.S_ISLNK(info.st_mode):
        return _linked(name, path)
    if stat.S_ISDIR(info.st_mode):
        return _not_plain(name, "a folder")
    if not stat.S_ISREG(info.st_mode):
        return _not_plain(name, "a pipe or a device")
    return too_many_bytes(name, info.st_size) if info.st_size > BYTES.most else None


def _linked(name: str, path: str) -> Diagnostic:
    return names.symbolic_link(name, names.printable(os.readlink(path)))


def _not_plain(name: str, found: str) -> Diagnostic:
    message = f"`{name}` is {found} where a file is expected"
    return names.of_path("unreadable", name, message, "put the file itself in its place")


def unreadable(name: str, error: OSError) -> Diagnostic:
    """What the system refuses to open."""
    reason = (error.strerror or "no reason given").lower()
    help = "see that it exists and that you may read it"
    return names.of_path("unreadable", name, f"`{name}` cannot be read: {reason}", help)


def _not_utf8(name: str, raw: bytes, at: int) -> Diagnostic:
    start = len(raw[:at].decode("utf-8"))
    file = SourceFile(name, raw.decode("utf-8", "replace"))
    wide = ": the file is UTF-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
    message = f"the byte 0x{raw[at]:02X} is not UTF-8{wide}"
    return Diagnostic("encoding", message, file.span(start, start + 1), help=SAVE)
