"""Where a run stands: a bar with the stage's name on a terminal, gone at the end.

Elsewhere stages are not told. Whatever is no stage is a message, and told everywhere.
"""

from __future__ import annotations

from types import TracebackType
from typing import TextIO

CLEAR = "\r\x1b[K"


class Progress:
    """A bar for a run through known stages."""

    def __init__(self, stream: TextIO, stages: tuple[str, ...]) -> None:
        """Nothing is shown until the first stage begins."""
        self.stream = stream
        self.stages = stages
        self.shows = stream.isatty()

    def __enter__(self) -> Progress:
        """The bar itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away, whatever has happened."""
        self.put("")

    def tell(self, text: str) -> None:
        """A stage begins, or something is to be said."""
        if text in self.stages:
            done = self.stages.index(text)
            bar = "#" * done + "-" * (len(self.stages) - done)
            self.put(f"[{bar}] {text}")
        else:
            self.put("")
            self.stream.write(f"{text}\n")
            self.stream.flush()

    def put(self, line: str) -> None:
        """Show a line in the place of the one before."""
        if self.shows:
            self.stream.write(CLEAR + line)
            self.stream.flush()
