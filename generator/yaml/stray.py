"""What has no place below `content/` whatever it holds: links, submodules, and hidden files.

The folder and what git holds of a revision are judged by the same words.
"""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase

from generator.diagnostics import Diagnostic
from generator.source import SourceFile

# What systems and editors leave beside the files of others. Nothing reads it.
LITTER = (
    *(".gitkeep", ".keep", ".DS_Store", "._*", ".directory"),
    *(".*.sw[a-p]", ".*~", ".#*", ".~lock.*#", ".*.kate-swp", ".*.new", ".nfs*"),
)


def is_hidden(name: str) -> bool:
    """Whether a name begins with a dot."""
    return name.startswith(".")


def is_litter(name: str) -> bool:
    """Whether a hidden file is one that is left alone."""
    return any(fnmatchcase(name, pattern) for pattern in LITTER)


def of_path(code: str, path: str, message: str, help: str) -> Diagnostic:
    """A message about a file or a folder as a whole."""
    return Diagnostic(code, message, SourceFile(path, "").head, help=help)


def hidden(path: str) -> Diagnostic:
    """A name that listings leave out, and so whoever reviews a change."""
    message = f"`{path}` is hidden: its name begins with a dot"
    return of_path("hidden-file", path, message, "take it out, or name it without the dot")


def submodule(path: str) -> Diagnostic:
    """A folder that another repository fills, or nobody."""
    message = f"`{path}` is a repository of its own, and what it holds is in no change of ours"
    return of_path("submodule", path, message, "put the files themselves in its place")


def symbolic_link(path: str, target: str = "") -> Diagnostic:
    """A link, wherever it leads: out of the briefing, in a circle, or to a second id."""
    message = f"`{path}` is a symbolic link, and links are not followed"
    found = of_path("symbolic-link", path, message, "put the file itself in its place")
    return replace(found, note=f"it leads to {target}" if target else "")


def no_text(path: str) -> Diagnostic:
    """A name in another encoding, shown with escapes."""
    help = "rename it: a name is made of lower-case letters a to z, digits and single hyphens"
    return of_path("file-name", path, f"the name `{path}` is not UTF-8", help)


def printable(name: str) -> str:
    """A name from the disk, with escapes for bytes that are no text and for what does not show."""
    if name.isprintable():
        return name
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
