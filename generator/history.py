"""The briefing at a revision or as it will be committed, and what was changed: what git knows.

Refuses to guess: without git, or without the revision, it says that nothing can be compared.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.glyphs import LAYOUT, SHOWN_CHARACTERS
from generator.schema import SHAPES_ONLY
from generator.write import Misuse, Refusal

# Where most repositories keep what a pull request starts from, the nearest first.
TRUNKS = ("origin/HEAD", "origin/main", "main", "master")
# What is offered for a name that is none, the shortest first.
HINTS = ("main", "master", "origin/main", "origin/HEAD")
KEPT = ("content", "site_config/site.yaml")
# What a check reads besides: which characters the PDFs can print.
CHECKED = (*KEPT, LAYOUT, SHOWN_CHARACTERS.as_posix())
# What else a site depends on: it is not kept of a revision.
MAKING = ("generator", "site_config", "mkdocs.yml")
# What of that only editors see.
UNSEEN = f"{SHAPES_ONLY}/"


class Missing(Refusal):
    """Git looked, and there is no such thing."""


@contextmanager
def revision(root: Path, name: str) -> Iterator[Path]:
    """A folder with the briefing as it stood at a revision, for as long as the block runs."""
    with unpacked(root, named(root, name), KEPT) as folder:
        if not (folder / "content").is_dir():
            raise Refusal(f"`{name}` has no `content/`: there is nothing to compare with")
        yield folder


@contextmanager
def staged(root: Path) -> Iterator[Path]:
    """A folder with the briefing as the next commit will hold it, for as long as the block runs."""
    with unpacked(root, git(root, "write-tree").decode().strip(), CHECKED) as folder:
        if not (folder / "content").is_dir():
            raise Refusal("the next commit has no `content/`: `git add content` takes it along")
        yield folder


@contextmanager
def unpacked(root: Path, tree: str, wanted: Sequence[str]) -> Iterator[Path]:
    """A folder with what git holds; links and other things that are no files are left out."""
    held = [path for path in wanted if git(root, "ls-tree", "--name-only", tree, path)]
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        if held:
            packed = git(root, "archive", "--format=tar", tree, *held)
            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                plain = [one for one in archive.getmembers() if one.isfile() or one.isdir()]
                archive.extractall(folder, plain, filter="data")
        yield Path(folder)


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
    """The files that differ from a commit, new ones included, relative to the briefing's folder."""
    differ = git(root, "diff", "--name-only", "--relative", "-z", commit, "--", ".")
    return names(differ) | untracked(root, ".")


def untracked(root: Path, *where: str) -> frozenset[str]:
    """The files that no commit takes along until they are added."""
    return names(git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *where))


def names(listed: bytes) -> frozenset[str]:
    """The files that git lists."""
    return frozenset(name for name in listed.decode().split("\0") if name)


def git(root: Path, *arguments: str) -> bytes:
    """What a git command prints."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True)
    except FileNotFoundError:
        raise Refusal("git is not installed, and comparing needs it") from None
    told = done.stderr.decode(errors="replace").strip()
    if not done.returncode:
        return done.stdout
    if not told:
        raise Missing(f"git {arguments[0]} found nothing")
    raise Refusal(told.splitlines()[-1].removeprefix("fatal: "))


def making(root: Path, base: str, head: str | None) -> tuple[str, ...]:
    """The files that make a site of the content and differ between two revisions.

    Without `head` it is what stands in the folder, new files included.
    """
    where = (*MAKING, *(f":(exclude){one}" for one in (KEPT[1], UNSEEN)))
    ends = [named(root, one) for one in (base, head) if one]
    differ = git(root, "diff", "--name-only", "--relative", "-z", *ends, "--", *where)
    new = frozenset() if head else untracked(root, *where)
    return tuple(sorted(names(differ) | new))
