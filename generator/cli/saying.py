"""How commands speak: where a run stands, what was found, and what stands in the way.

A bar with the stage's name stands on a terminal, and is gone at the end. Without a terminal stages
are not shown. Any other text is a message, and shown everywhere.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn, TextIO

import click

from generator.counting import counted
from generator.write import Refusal

if TYPE_CHECKING:
    from generator.reading.check import Outcome

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


def summary(found: Outcome) -> str:
    """How much was found, and in how much."""
    files = counted(found.count, "file")
    if found.diagnostics:
        errors, warnings = counted(found.errors, "error"), counted(found.warnings, "warning")
        return f"{errors}, {warnings} in {files}"
    assert found.dossier
    briefing = found.dossier.briefing
    records = counted(len(briefing.records), "record")
    statements = counted(len(briefing.statements), "statement")
    pages = counted(len(briefing.pages), "page")
    return f"nothing found in {files}: {records}, {statements}, {pages} of prose"


@contextmanager
def refusals() -> Iterator[None]:
    """Report what stops a command and is not content in one message, without a traceback."""
    try:
        yield
    except Refusal as refusal:
        stop(refusal)
    except BrokenPipeError:
        # Whoever reads has enough, as `head` does: click ends quietly.
        raise
    except OSError as error:
        where = f"`{error.filename}`: " if error.filename else ""
        stop(Refusal(f"{where}{(error.strerror or str(error)).lower()}"))
    except KeyboardInterrupt:
        click.echo("stopped: the last good site stands", err=True)
        sys.exit(128 + signal.SIGINT)


def stop(refusal: Refusal) -> NoReturn:
    """Say why, and exit."""
    click.echo(f"error: {refusal}", err=True)
    sys.exit(refusal.exit_code)
