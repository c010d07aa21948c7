"""The briefing at a revision or as it will be committed, and what was changed: what git knows."""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.reading.output import LAYOUT, SHOWN_CHARACTERS
from generator.write import MADE, Misuse, Refusal, in_folder
from generator.yaml.names import (
    hidden,
    is_hidden,
    is_litter,
    made_tracked,
    no_text,
    printable,
    submodule,
    symbolic_link,
)

LINK, SUBMODULE = "120000", "160000"
# An object is the one that was named, and no other that stands in for it; what git says is English.
AS_NAMED = {"GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C"}
# Where most repositories keep what a pull request starts from, the nearest first.
TRUNKS = ("origin/HEAD", "origin/main", "main", "master")
# What is offered for a name that is none, the shortest first.
HINTS = ("main", "master", "origin/main", "origin/HEAD")
CONTENT = "content"
KEPT = (CONTENT, "site_config/site.yaml")
# What a check reads besides: which characters the PDFs can print.
CHECKED = (*KEPT, LAYOUT, SHOWN_CHARACTERS.as_posix())
# What else a site depends on: it is not kept of a revision.
MAKING = ("generator", "site_config", "mkdocs.yml")
# Neither `.gitattributes` and `.gitmodules` nor settings hide that a file differs.
DIFFER = (
    *("diff", "--name-only", "--relative", "-z", "--no-renames"),
    *("--no-ext-diff", "--no-textconv", "--ignore-submodules=none"),
)
# The tag of files that git was told to leave out of the folder; others have it in small letters.
SKIPPED = "S"


class Missing(Refusal):
    """Git looked, and there is no such thing."""


@dataclass(frozen=True)
class Entry:
    """A file as git lists it, and the object with its bytes, which no file of it can change."""

    mode: str
    object: str
    path: bytes

    @property
    def shown(self) -> str:
        """The path as it is printed."""
        return shown(self.path)

    @property
    def is_litter(self) -> bool:
        """Whether systems and editors leave such a file beside others."""
        return is_litter(self.shown.rpartition("/")[2])

    def error(self) -> Diagnostic | None:
        """Why it is not to be read, if so."""
        parts = self.shown.split("/")
        dotted = next((at for at, part in enumerate(parts, 1) if is_hidden(part)), 0)
        if self.mode == SUBMODULE:
            return submodule(self.shown)
        if dotted and not (dotted == len(parts) and self.is_litter):
            return hidden("/".join(parts[:dotted]))
        if self.mode == LINK and not self.is_litter:
            return symbolic_link(self.shown)
        is_text = self.path.decode(errors="ignore").encode() == self.path
        return None if is_text else no_text(self.shown)


def shown(path: bytes) -> str:
    """A path as it is printed, and as diagnostics name it."""
    return printable(path.decode("utf-8", "surrogateescape"))


def names(listed: bytes) -> frozenset[str]:
    """The files that git lists by their names alone."""
    return frozenset(shown(path) for path in listed.split(b"\0") if path)


def entries(root: Path, *listing: str) -> Iterator[Entry]:
    """The files that a command of git lists; the longest that it tells of one is its object."""
    for line in git(root, *listing).split(b"\0"):
        attributes, tab, path = line.partition(b"\t")
        if tab:
            mode, *others = attributes.decode().split()
            yield Entry(mode, max(others, key=len), path)


def _write_entries(root: Path, entries: Sequence[Entry], folder: Path) -> None:
    asked = "".join(f"{entry.object}\n" for entry in entries).encode()
    answer = git(root, "cat-file", "--batch", given=asked)
    start = 0
    for entry in entries:
        end = answer.index(b"\n", start)
        _, *kind = answer[start:end].decode().split()
        if kind[0] != "blob":
            raise Refusal(f"git lacks `{entry.shown}`: fetch the whole history")
        start = end + 1 + int(kind[1])
        place = folder / entry.path.decode()
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as stream:
            stream.write(answer[end + 1 : start])
        start += 1


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What a git command prints."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, env=os.environ | AS_NAMED)
    except FileNotFoundError:
        raise Refusal("git is not installed, and comparing needs it") from None
    if not done.returncode:
        return done.stdout
    said = done.stderr.decode(errors="replace").strip().splitlines()
    # Of a branch that leads nowhere git warns whoever looks for it; it finds nothing all the same.
    reasons = [line for line in said if not line.startswith("warning: ")]
    if not reasons:
        raise Missing(f"git {arguments[0]} found nothing")
    raise Refusal(reasons[-1].removeprefix("fatal: ").removeprefix("error: "))


@contextmanager
def revision(root: Path, name: str) -> Iterator[Path]:
    """A folder with the briefing as it stood at a revision, for as long as the block runs."""
    if made := names(git(root, "ls-tree", "-r", "-z", "--name-only", named(root, name), *MADE)):
        raise Refusal(
            f"in `{name}` git has `{min(made)}`, where only builds write: compare with a revision"
            " in which it has none"
        )
    with unpacked(root, named(root, name), KEPT, f"`{name}`") as folder:
        if not (folder / CONTENT).is_dir():
            raise Refusal(f"`{name}` has no `content/`: there is nothing to compare with")
        yield folder


@contextmanager
def staged(root: Path) -> Iterator[Path]:
    """A folder with the briefing as the next commit will hold it, for as long as the block runs."""
    tree = git(root, "write-tree").decode().strip()
    with unpacked(root, tree, CHECKED, "the next commit") as folder:
        if not (folder / CONTENT).is_dir():
            raise Refusal("the next commit has no `content/`: `git add content` takes it along")
        yield folder


@contextmanager
def unpacked(root: Path, tree: str, wanted: Sequence[str], holder: str) -> Iterator[Path]:
    """A folder with what git holds, byte for byte; what is no plain file is refused."""
    found = [*entries(root, "ls-tree", "-r", "-z", tree, *wanted)]
    if error := next(filter(None, (entry.error() for entry in found)), None):
        raise Refusal(f"in {holder} {error.message}; {error.help}")
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        with in_folder(Path(folder)):
            _write_entries(root, [entry for entry in found if not entry.is_litter], Path(folder))
        yield Path(folder)


def submodules(root: Path) -> tuple[Diagnostic, ...]:
    """The folders below `content/` that git takes for other repositories, though they be empty."""
    found = [entry for entry in _tracked(root, CONTENT) if entry.mode == SUBMODULE]
    there = (entry for entry in found if (root / entry.shown).is_dir())
    return tuple(error for entry in there if (error := entry.error()))


def in_made_folders(root: Path) -> tuple[Diagnostic, ...]:
    """The files that git has where only builds and set-up write."""
    return tuple(made_tracked(entry.shown) for entry in _tracked(root, *MADE))


def _tracked(root: Path, *where: str) -> list[Entry]:
    """What git has at some places; nothing without git, which a check does not need."""
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return []
    try:
        return [*entries(root, "ls-files", "--stage", "-z", "--", *where)]
    except Refusal:
        return []


def named(root: Path, name: str) -> str:
    """The commit of a revision."""
    found = commit(root, name)
    if found is None:
        known = next((one for one in (f"origin/{name}", *HINTS) if commit(root, one)), None)
        hint = f"there is `{known}`" if known else "name a commit, a branch or a tag"
        raise Misuse(f"no revision `{name}` in this repository: {hint}")
    return found


def commit(root: Path, name: str) -> str | None:
    """The commit of a revision, if there is one of that name."""
    wanted = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    try:
        return git(root, *wanted).decode().strip()
    except Missing:
        return None


def base(root: Path) -> str:
    """The commit that the work at hand started from: where it left the trunk, else the last one."""
    trunk = next((name for name in TRUNKS if commit(root, name)), None)
    if trunk is None:
        return named(root, "HEAD")
    try:
        return git(root, "merge-base", "HEAD", trunk).decode().strip()
    except Missing:
        # A shallow clone does not hold the common commit.
        raise Refusal(
            f"`HEAD` and `{trunk}` have no common commit: fetch the whole history"
        ) from None


def changed(root: Path, commit: str) -> frozenset[str]:
    """The files that differ from a commit, new ones included, relative to the briefing's folder.

    What git was told not to look at may differ, too.
    """
    differ = names(git(root, *DIFFER, commit, "--", "."))
    tagged = names(git(root, "ls-files", "-v", "-z", "--", "."))
    unseen = {name[2:] for name in tagged if name[0].islower() or name[0] == SKIPPED}
    return differ | unseen | untracked(root, ".") | left_out(root)


def untracked(root: Path, *where: str) -> frozenset[str]:
    """The files that no commit takes along until they are added."""
    return names(git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *where))


def left_out(root: Path) -> frozenset[str]:
    """The records and pages that no commit takes along, also where git was told to ignore them."""
    others = names(git(root, "ls-files", "--others", "-z", "--", CONTENT))
    return frozenset(name for name in others if not is_hidden(name.rpartition("/")[2]))


def unlike(root: Path, base: str) -> frozenset[str]:
    """The files of the folder that differ from a revision and are no content, new ones included."""
    return frozenset(
        one for one in changed(root, named(root, base)) if not one.startswith(f"{CONTENT}/")
    )


def making(root: Path, base: str, head: str | None) -> tuple[str, ...]:
    """The files that make a site of the content and differ between two revisions.

    Without `head` it is what stands in the folder, new files included.
    """
    where = (*MAKING, f":(exclude){KEPT[1]}")
    ends = [named(root, one) for one in (base, head) if one]
    differ = git(root, *DIFFER, *ends, "--", *where)
    new = frozenset() if head else untracked(root, *where)
    return tuple(sorted(names(differ) | new))
