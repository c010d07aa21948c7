"""Whether a site stands as it was made, from files that are the same: then nothing is to be built.

Loads nothing that reads or renders, so that the answer comes at once.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build import kept
from generator.build.kept import Hashes
from generator.build.publish import beside
from generator.hashing import digest, digest_of

SOURCES = ("content", "site_config")


@dataclass(frozen=True)
class Standing:
    """A site, and the day that was asked for."""

    root: Path
    site: Path
    as_of: date | None

    def inputs(self) -> str:
        """The hash of all that a site is made from."""
        folders = (kept.files_hash(self.root / name) for name in SOURCES)
        engine = self.root / "mkdocs.yml"
        looks = engine.read_bytes() if engine.is_file() else b""
        return digest(kept.versions(), *folders, looks, str(self.site), str(self.as_of))

    def state(self) -> str:
        """The hash of the site."""
        hashes = Hashes(kept.of(self.root, "hashes"))
        found = hashes.below(self.site)
        hashes.note()
        return digest_of(part for one in found.items() for part in one)

    def said(self) -> str | None:
        """What was said of the site when it was made; nothing where anything is different.

        What a killed build has left beside the site is for the next build to mend.
        """
        noted = kept.of(self.root, "sites").get(self.inputs())
        state, _, text = (noted or b"").decode().partition("\n")
        is_left = any(os.path.lexists(beside(self.site, suffix)) for suffix in ("new", "old"))
        return text if noted and not is_left and state == self.state() else None

    @contextmanager
    def noted(self) -> Iterator[list[str]]:
        """Note what is said in the block, unless a source has changed meanwhile."""
        before, lines = self.inputs(), list[str]()
        yield lines
        if any(lines) and self.inputs() == before:
            text = "\n".join((self.state(), *lines))
            kept.of(self.root, "sites").put(before, text.encode())
