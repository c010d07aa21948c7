"""What has no place below `content/` whatever it holds: links, submodules, and hidden files.

The folder and what git holds of a revision are judged by the same words.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

from generator.diagnostics import Diagnostic
from generator.source import SourceFile

# What systems and editors leave beside the files of others. Nothing reads it.
LITTER = (
    *(".gitkeep", ".keep", ".DS_Store", "._*", ".directory"),
    *(".*.sw[a-p]", ".*~", ".#*", ".~lock.*#", ".*.kate-swp", ".*.new", ".nfs*"),
)
GIT_READS = (".gitattributes", ".gitignore")


def is_hidden(name: str) -> bool:
    """Whether a name begins with a dot."""
    return name.startswith(".")


def is_litter(name: str) -> bool:
    """Whether a hidden file is one that is left alone."""
    return any(fnmatchcase(name, pattern) for pattern in LITTER)


def hidden(path: str) -> Diagnostic:
    """A name that listings leave out, and so whoever reviews a change."""
    read_by_git = path.rpartition("/")[2] in GIT_READS
    return Diagnostic(
        code="hidden-file",
        message=f"`{path}` is hidden: its name begins with a dot",
        span=SourceFile(path, "").head,
        note="git reads it, and it can hide changes of facts" if read_by_git else "",
        help="take it out; what git is told stands at the top of the repository"
        if read_by_git
        else "take it out, or give it a name without the dot",
    )


def submodule(path: str) -> Diagnostic:
    """A folder that another repository fills, or nobody."""
    return Diagnostic(
        code="submodule",
        message=f"`{path}` is a repository of its own, and what it holds is in no change of ours",
        span=SourceFile(path, "").head,
        help="put the files themselves in its place",
    )


def symbolic_link(path: str, target: str = "") -> Diagnostic:
    """A link, wherever it leads: out of the briefing, in a circle, or to a second id."""
    return Diagnostic(
        code="symbolic-link",
        message=f"`{path}` is a symbolic link, and links are not followed",
        span=SourceFile(path, "").head,
        note=f"it leads to {target}" if target else "",
        help="put the file itself in its place",
    )


def no_text(path: str) -> Diagnostic:
    """A name in another encoding, shown with escapes."""
    return Diagnostic(
        code="file-name",
        message=f"the name `{path}` is not UTF-8",
        span=SourceFile(path, "").head,
        help="rename it: a name is made of lower-case letters a to z, digits and single hyphens",
    )


def printable(name: str) -> str:
    """A name from the disk, with escapes for bytes that are no text and for what does not show."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
