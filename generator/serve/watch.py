"""What has changed on the disk, by looking: it works on every file system and needs no service."""

from __future__ import annotations

import os
from pathlib import Path

WATCHED = ("content", "site_config", "mkdocs.yml")
Seen = dict[str, tuple[int, int]]


def look(root: Path) -> Seen:
    """Every file that a site is made from, with its time and size."""
    found: Seen = {}
    for name in WATCHED:
        place = root / name
        paths = below(place) if place.is_dir() else [str(place)]
        for path in paths:
            try:
                info = os.stat(path)
            except OSError:
                # Gone between the look at the folder and this one.
                continue
            found[path] = (info.st_mtime_ns, info.st_size)
    return found


def below(folder: Path) -> list[str]:
    """The files of a folder, but for those that editors keep beside what they edit."""
    return [
        os.path.join(place, name)
        for place, _, names in os.walk(folder)
        for name in names
        if not name.startswith(".") and not name.endswith("~")
    ]


def is_look(root: Path, changed: set[str]) -> bool:
    """Whether how the site looks has changed, and not only what it says."""
    content = os.path.join(root, "content") + os.sep
    return any(not path.startswith(content) for path in changed)


def changed_files(before: Seen, after: Seen) -> set[str]:
    """The files that came, went or changed."""
    return {path for path in {*before, *after} if before.get(path) != after.get(path)}
