"""The pages of a site as it stands, each made once, for whoever asks first."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from generator.render.site.site import Site


@dataclass(frozen=True)
class Pages:
    """The pages of a site that somebody has asked for.

    Who asks for one while it is made waits for it: to make it twice at once takes twice as long.
    """

    site: Site
    made: dict[str, bytes | None] = field(default_factory=dict)
    alone: threading.Lock = field(default_factory=threading.Lock)

    def page(self, path: str) -> bytes | None:
        """The page at a path as it would be written; None where there is none without a fault."""
        with self.alone:
            if path not in self.made:
                self.made[path] = self.site.page(path)
            return self.made[path]
