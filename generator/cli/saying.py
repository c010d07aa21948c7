"""How commands speak, and the options that several take."""

from __future__ import annotations

import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import click

from generator.build import kept
from generator.counting import counted
from generator.write import Misuse, Refusal

if TYPE_CHECKING:
    from generator.reading.check import Outcome

CLEAR = "\r\x1b[K"
CONTENT = "content"
# How many things must come before rubbish is looked for, where nearly all stays to the end.
SELDOM = 2_000_000
Command = Callable[..., None]
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Progress:
    """A bar for a run through known stages."""

    def __init__(
        self, stream: TextIO, stages: tuple[str, ...], took: dict[str, float] | None = None
    ) -> None:
        """Nothing is shown until the first stage begins.

        `took` says of a long run how many seconds each stage took last; they are noted anew.
        """
        self.stream = stream
        self.stages = stages
        self.took = took
        self.shows = stream.isatty()
        self.stage, self.began = "", 0.0

    def __enter__(self) -> Progress:
        """The bar itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Take the bar away, whatever has happened."""
        self.enter("")
        self.put("")

    def report(self, text: str) -> None:
        """Show that a stage begins or how far it is (`reading: 2 of 9`), or write a message."""
        stage = text.partition(":")[0]
        if stage not in self.stages:
            return self.message(text)
        is_new = stage != self.stage
        self.enter(stage)
        if self.shows:
            done, of = self.stages.index(stage), len(self.stages)
            bar = "#" * done + "-" * (of - done)
            self.put(f"[{bar}] {text}{self.left(self.stages[done:])}")
        elif is_new and self.took is not None:
            self.message(text)

    def enter(self, stage: str) -> None:
        """Note when a stage begins, and how long the one before it took."""
        if stage != self.stage:
            now = time.monotonic()
            if self.stage and self.took is not None:
                self.took[self.stage] = round(now - self.began, 1)
            self.stage, self.began = stage, now

    def left(self, stages: tuple[str, ...]) -> str:
        """How long these stages will take, going by the last run."""
        seconds = sum((self.took or {}).get(stage, 0.0) for stage in stages)
        return f", about {seconds:.0f} s left" if seconds >= 1 else ""

    def message(self, text: str) -> None:
        """Write a line that stays."""
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
    except KeyboardInterrupt as stopped:
        click.echo("stopped: the last good site stands", err=True)
        (number,) = stopped.args or (signal.SIGINT,)
        sys.exit(128 + number)
    finally:
        for place in sorted(kept.unverified):
            click.echo(f"{kept.NOT_VERIFIED}{place}", err=True)
        kept.unverified.clear()


def interrupt(number: int, _: object) -> NoReturn:
    """Ended from outside, a command ends as if it were interrupted."""
    raise KeyboardInterrupt(number)


def stop(refusal: Refusal) -> NoReturn:
    """Say why, and exit."""
    click.echo(f"error: {refusal}", err=True)
    sys.exit(refusal.exit_code)


def day_option(name: str, help: str) -> Callable[[Command], Command]:
    """An option that takes a day."""
    return click.option(
        name,
        metavar="DATE",
        callback=lambda ctx, param, given: given if given is None else day(given),
        help=help,
    )


def day(text: str) -> date:
    """The day that was named, or a refusal."""
    if not DAY.fullmatch(text):
        stop(Misuse(f"`{text}` is not a day: write it as 2025-06-10"))
    # A check of what has not changed needs no model, and answers sooner without it.
    from generator.model.dates import parse_date

    try:
        return parse_date(text).first
    except ValueError as fault:
        stop(Misuse(": ".join(fault.args)))


def root_option(command: Command) -> Command:
    """`--root`, as every command takes it."""
    return click.option(
        "--root",
        metavar="DIR",
        type=click.Path(path_type=Path),
        callback=lambda ctx, param, given: _find_root(given),
        help="The briefing's folder (default: the nearest upwards that holds content/).",
    )(command)


def _find_root(given: Path | None) -> Path:
    if given is not None and not (given / CONTENT).is_dir():
        stop(Misuse(f"no `{CONTENT}/` in `{given}`"))
    here = Path.cwd()
    found = (folder for folder in (here, *here.parents) if (folder / CONTENT).is_dir())
    root = given or next(found, None)
    if root is None:
        stop(Misuse(f"no `{CONTENT}/` here or in a folder above"))
    return root.absolute()
