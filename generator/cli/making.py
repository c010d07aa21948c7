"""The commands that make the PDFs alone and the preview."""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.build import printing
from generator.build.story import PRINTING
from generator.cli.saying import Progress, day, day_option, refusals, root_option, stop
from generator.report import terminal
from generator.serve import serve as preview
from generator.serve.preview_state import PreviewState
from generator.write import Refusal


@click.command()
@root_option
@day_option
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--list", "only_list", is_flag=True, help="List the PDFs there are, and set none.")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that the PDFs are put into (default: ROOT/pdf).",
)
@click.option(
    "--since",
    metavar="DATE",
    callback=lambda ctx, param, given: given if given is None else day(given),
    help="The day since which the PDF `changes` tells what changed (default: the last edition's).",
)
def pdf(
    root: Path,
    as_of: date | None,
    names: tuple[str, ...],
    only_list: bool,
    out: Path | None,
    since: date | None,
) -> None:
    """Set the PDFs that are named, or all; one that fails leaves its last good version."""
    wanted = printing.WantedPdfs(as_of, names, since)
    with refusals(), Progress(sys.stderr, PRINTING) as progress:
        if only_list:
            return list_pdfs(root, wanted)
        place = (out or root / "pdf").absolute()
        found, paths = printing.print_pdfs(root, place, wanted, progress.report)
    text = terminal.render(found.diagnostics, terminal.wants_color(sys.stderr))
    click.echo(text, nl=False, err=True)
    for path in paths:
        click.echo(path)
    if found.errors or not found.dossier:
        stop(Refusal("not every PDF was set: the last good ones stand"))


def list_pdfs(root: Path, wanted: printing.WantedPdfs) -> None:
    """A line for each PDF: its name and its title."""
    for topic in printing.list_topics(root, wanted):
        click.echo(f"{topic.name:32}  {topic.title}")


@click.command()
@root_option
@click.option("--port", metavar="PORT", type=click.IntRange(0, 65535), default=8000)
def serve(root: Path, port: int) -> None:
    """Show a preview that follows what is edited."""
    # Ended from outside, it takes its folder along as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    # Interrupting is how it is ended, and nothing that fails.
    with refusals(), suppress(KeyboardInterrupt), TemporaryDirectory(prefix="briefing-") as folder:
        state = PreviewState(root, Path(folder) / "site")
        preview(state, port, lambda text: click.echo(text, nl=not text.endswith("\n"), err=True))


COMMANDS = (pdf, serve)
