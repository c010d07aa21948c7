"""Whether a site stands as it was made, from files that are the same: then nothing is to be built.

Loads nothing that reads or renders, so that the answer comes at once.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build import kept
from generator.build.publish import beside
from generator.hashing import digest

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
        engine = kept.files_hash(self.root, "mkdocs.yml")
        return digest(kept.versions(), *folders, engine, str(self.site), str(self.as_of))

    def said(self) -> str | None:
        """What was said of the site when it was made; nothing where anything is different.

        What a killed build has left beside the site is for the next build to mend.
        """
        noted = kept.of(self.root, "sites").get(self.inputs())
        state, _, text = (noted or b"").decode().partition("\n")
        is_left = any(os.path.lexists(beside(self.site, suffix)) for suffix in ("new", "old"))
        return text if noted and not is_left and state == kept.files_hash(self.site) else None

    @contextmanager
    def noted(self) -> Iterator[list[str]]:
        """Note what is said in the block, unless a source has changed meanwhile."""
        before, lines = self.inputs(), list[str]()
        yield lines
        if any(lines) and self.inputs() == before:
            text = "\n".join((kept.files_hash(self.site), *lines))
            kept.of(self.root, "sites").put(before, text.encode())
