"""How commands speak: what was found, what stands in the way, and how many of what."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import click

from generator.counting import counted
from generator.write import Refusal

if TYPE_CHECKING:
    from generator.reading.check import Outcome


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
