"""Where a run stands: a bar with the stage's name on a terminal, gone at the end.

Without a terminal stages are not shown. Any other text is a message, and shown everywhere.
"""

from __future__ import annotations

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

    def __exit__(self, *error: object) -> None:
        """Take the bar away, whatever has happened."""
        self.put("")

    def report(self, text: str) -> None:
        """Show that a stage begins, or write a message."""
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
