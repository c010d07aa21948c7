"""Repositories in odd states, made step by step by chance, and what is asked of each.

A step is a list of words: `git` with its arguments; `write`, `append`, `remove`, `rename`, `link`
or `folder` with a path below the briefing's folder; or `shallow`, which puts a shallow clone in
its place. What cannot be done is left at that: what follows has to do with what there is.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

from tests.fuzz.pieces import PIECES

Step = Sequence[str]
# The same commits on every machine, and nothing of what is set on it.
SET = {
    **{f"GIT_{who}_NAME": "A" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "a@example.org" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_DATE": "2031-07-01T00:00:00+00:00" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_CONFIG_{level}": os.devnull for level in ("GLOBAL", "SYSTEM")},
    "GIT_TERMINAL_PROMPT": "0",
}
TOLL, REED = "measures/bridge-toll.yaml", "people/ada-reed.yaml"
LINKS = ("/etc/passwd", "nowhere", ".", "ada-reed.yaml")
WHOLE: tuple[Step, ...] = (
    ("git", "add", "--all"),
    ("git", "commit", "--quiet", "--allow-empty", "--message", "as it was"),
)
# What may happen to a repository, apart from its files.
EVENTS: tuple[tuple[Step, ...], ...] = (
    WHOLE,
    WHOLE,
    (("git", "add", "--all"),),
    (("git", "add", "--intent-to-add", "."),),
    (("git", "checkout", "--quiet", "--detach"),),
    (("git", "checkout", "--quiet", "--orphan", "born-later"),),
    (("git", "checkout", "--quiet", "-b", "other"), *WHOLE),
    (("git", "checkout", "--quiet", "--force", "main"),),
    (("git", "merge", "--quiet", "--no-ff", "--message", "merged", "other"),),
    (("git", "merge", "--quiet", "--allow-unrelated-histories", "born-later"),),
    (("git", "tag", "--annotate", "--message", "one", "v1"),),
    (("git", "tag", "--force", "v1", "HEAD:content"),),
    (("git", "branch", "--force", "main", "HEAD~1"),),
    (("git", "update-ref", "refs/remotes/origin/main", "HEAD~1"),),
    (("git", "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone"),),
    (("git", "symbolic-ref", "HEAD", "refs/heads/unborn"),),
    (("git", "replace", "HEAD", "HEAD~1"),),
    (("git", "config", "core.quotePath", "true"),),
    (("git", "config", "core.autocrlf", "true"),),
    (("git", "config", "diff.external", "false"),),
    (("git", "config", "diff.renames", "copies"),),
    (("git", "rm", "--quiet", "-r", "--cached", "content/people"),),
    (("git", "update-index", "--assume-unchanged", f"content/{TOLL}"),),
    (("git", "update-index", "--skip-worktree", f"content/{REED}"), ("remove", f"content/{REED}")),
    (("git", "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},content/people"),),
    (("git", "update-index", "--add", "--cacheinfo", f"160000,{'2' * 40},content/x"), *WHOLE),
    (("git", "update-index", "--add", "--cacheinfo", f"100644,{'3' * 40},content/people/x.yaml"),),
    (("git", "sparse-checkout", "set", "--no-cone", "/content/people/"),),
    (("git", "stash", "--quiet"),),
    (("git", "worktree", "add", "--quiet", "--detach", "beside"),),
    (("git", "init", "--quiet", "content/people"),),
    (("git", "notes", "add", "--message", "x"),),
    (("git", "pack-refs", "--all"), ("git", "gc", "--quiet")),
    (("shallow", "1"),),
    (("shallow", "2"),),
    (("shallow", "3"),),
)


# What leaves git less than it needs, or nothing.
BROKEN: tuple[tuple[Step, ...], ...] = (
    (("git", "config", "extensions.objectFormat", "nonsense"),),
    (("git", "config", "core.worktree", "/nonexistent"),),
    (("git", "config", "core.bare", "true"),),
    (("remove", ".git/HEAD"),),
    (("remove", ".git/index"),),
    (("remove", ".git/refs"),),
    (("remove", ".git/objects"), ("folder", ".git/objects")),
    (("write", ".git/HEAD", "nonsense"),),
    (("write", ".git/index", "nonsense"),),
    (("write", ".git/refs/heads/main", "nonsense"),),
    (("write", ".git/refs/heads/main", "0" * 40),),
    (("write", ".git/config", "[core"),),
    (("write", ".git/shallow", "nonsense"),),
    (("remove", ".git"), ("write", ".git", "gitdir: /nonexistent\n")),
    (("remove", ".git"),),
    (("link", ".git/HEAD", "/etc/hostname"),),
)


def steps(chance: Random) -> list[Step]:
    """How a repository comes about: a commit, then files that change and what else happens."""
    found: list[Step] = [("git", "init", "--quiet", "--initial-branch", "main")]
    found += WHOLE if chance.random() < 0.9 else ()
    for _ in range(chance.randint(1, 6)):
        found += (change(chance),) if chance.random() < 0.5 else chance.choice(EVENTS)
        found += WHOLE if chance.random() < 0.3 else ()
    return found + [*(chance.choice(BROKEN) if chance.random() < 0.15 else ())]


def change(chance: Random) -> Step:
    """A file that is written, goes or leads elsewhere."""
    path, other = (chance.choice(PIECES["paths"]) for _ in range(2))
    match chance.randrange(6):
        case 0:
            return ("remove", path)
        case 1:
            return ("rename", path, other)
        case 2:
            return ("link", path, chance.choice((other, *LINKS)))
        case 3:
            return ("append", path, chance.choice(PIECES["texts"]))
        case _:
            return ("write", path, chance.choice(PIECES["texts"]))


def asked(chance: Random) -> list[str]:
    """A command that looks at what git knows."""
    all_ = PIECES["revisions"]
    one, other = (chance.choice(all_[:6] if chance.random() < 0.7 else all_) for _ in range(2))
    return chance.choice(
        (
            ["check", "--base", one],
            ["check", "--changed"],
            ["check", "--changed", "--base", one, "--format", "json"],
            ["check", "--staged"],
            ["check", "--staged", "--base", one],
            ["diff"],
            ["diff", one],
            ["diff", one, other, "--format", "json"],
            ["diff", "--format", "markdown"],
            ["check"],
        )
    )


def environment(root: Path) -> dict[str, str]:
    """What git is told in a folder: without a repository there it finds none, whoever runs this."""
    others = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
    return others | SET | {"GIT_CEILING_DIRECTORIES": str(root.parent.resolve())}


def take(root: Path, step: Step) -> None:
    """Do one step in a folder."""
    what, *words = step
    if what == "git":
        command = ["git", "-C", str(root), *words]
        subprocess.run(command, capture_output=True, env=environment(root))
    elif what == "shallow":
        shallow(root, words[0])
    else:
        with suppress(OSError):
            in_files(root, what, words)


def shallow(root: Path, depth: str) -> None:
    """Let a shallow clone take the place of a repository."""
    clone = root.with_name("clone")
    take(root.parent, ("git", "clone", "--quiet", "--depth", depth, f"file://{root}", str(clone)))
    if (clone / "content").is_dir():
        shutil.rmtree(root)
        clone.rename(root)
    shutil.rmtree(clone, ignore_errors=True)


def in_files(root: Path, what: str, words: Sequence[str]) -> None:
    """Change a file; what stands in the way of it goes."""
    path = root / words[0]
    if what == "rename":
        if path.exists() and path not in (root / words[1]).parents:
            make_way(root / words[1])
            path.rename(root / words[1])
        return
    text = words[1] if len(words) > 1 else ""
    if what == "append":
        text = (path.read_text("utf-8", "replace") if path.is_file() else "") + text
    make_way(path)
    if what == "link":
        path.symlink_to(text)
    elif what == "folder":
        path.mkdir()
    elif what != "remove":
        path.write_text(text, encoding="utf-8")


def make_way(path: Path) -> None:
    """Nothing stands at the path, and a folder holds it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    folder = path.parent
    if not folder.is_dir():
        folder.unlink(missing_ok=True)
        folder.mkdir(parents=True)
