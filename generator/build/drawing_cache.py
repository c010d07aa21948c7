"""What is drawn is kept in a folder under a hash: what has not changed is not drawn again.

Nothing is ever removed from such a folder but by whoever removes the folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from generator.write import make_folder, remove

FONTS = Path("site_config") / "fonts"
Faces = Mapping[str, bytes]


def cached(place: Path, make: Callable[[], Faces]) -> dict[str, bytes]:
    """The files of a folder by their names; made where there is no such folder.

    It appears in one step: a build that is killed leaves none that is half.
    """
    if not place.is_dir():
        fresh = make_folder(place.with_name(f"{place.name}.{os.getpid()}"))
        for name, content in make().items():
            (fresh / name).write_bytes(content)
        # Whoever was quicker has put the same files there.
        remove(fresh) if place.is_dir() else fresh.rename(place)
    return {path.name: path.read_bytes() for path in place.iterdir()}


def fonts_in(root: Path) -> Path:
    """The folder of a briefing's fonts, as libraries that change folders need it."""
    return (root / FONTS).absolute()


def stamp(folder: Path, pattern: str) -> str:
    """A hash of the files that a drawing depends on."""
    found = sorted(folder.glob(pattern))
    return sha256(b"".join(file.read_bytes() for file in found)).hexdigest()
