"""The commands that make the site, its PDFs alone, and the preview.

Loads what builds only when something is to be built.
"""

from __future__ import annotations

import gc
import json
import signal
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from generator.build import kept
from generator.build.unchanged import Standing
from generator.cli.saying import (
    SELDOM,
    Progress,
    day_option,
    interrupt,
    refusals,
    root_option,
    stop,
    summary,
)
from generator.report import terminal
from generator.write import Refusal

if TYPE_CHECKING:
    from generator.derive.dossier import Dossier
    from generator.reading.check import Outcome

AS_OF = "The day, such as 2025-06-10 (default: the edition's)."
SINCE = "The day since which the PDF `changes` shows what changed (default: the last edition's)."


@click.command()
@root_option
@day_option("--as-of", AS_OF)
@click.option(
    "--site-dir",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder that the site is put into, all of which is replaced (default: ROOT/site).",
)
@click.option("--fresh", is_flag=True, help="Make all anew, and use nothing that was kept.")
def build(root: Path, as_of: date | None, site_dir: Path | None, fresh: bool) -> None:
    """Build website and data files; with errors the last good site stays."""
    signal.signal(signal.SIGTERM, interrupt)
    # To look for rubbish meanwhile is a twentieth of a build.
    gc.set_threshold(SELDOM)
    site = site_dir or root / "site"
    standing = Standing(root, site.absolute(), as_of)
    with refusals():
        if fresh:
            kept.forget(root)
        if said := standing.said():
            return click.echo(f"nothing has changed: {said}", err=True)
        with standing.noted() as lines:
            lines.append(made(root, site, as_of))


def made(root: Path, site: Path, as_of: date | None) -> str:
    """Build the site, and what is said of it; nothing to be noted where there are messages."""
    from generator.build import story

    notes = kept.of(root, "times")
    took = json.loads(notes.get("build") or b"{}")
    with Progress(sys.stderr, story.STAGES, took) as progress:
        found = story.build(root, site.absolute(), as_of, progress.report)
    notes.put("build", json.dumps(took).encode())
    show(found)
    click.echo(summary(found), err=True)
    if found.errors or not found.dossier:
        last = ": the last good site stands" if site.is_dir() else ""
        stop(Refusal(f"nothing was built{last}"))
    click.echo(f"built {site}/ as of {found.dossier.as_of}{beyond(found.dossier)}", err=True)
    return f"{site}/ stands as of {found.dossier.as_of}" if not found.diagnostics else ""


def show(found: Outcome) -> None:
    """Say what is wrong."""
    text = terminal.render(found.diagnostics, terminal.wants_color(sys.stderr))
    click.echo(text, nl=False, err=True)


def beyond(dossier: Dossier) -> str:
    """What is said of a day that lies before or behind what is known; empty for any other."""
    if dossier.past_coverage:
        end = dossier.briefing.edition.coverage_end.last
        return f"; nothing after {end} is covered, and states are those of that day"
    days = (one.known_from for one in dossier.facts.values())
    is_known = any(day and day <= dossier.as_of for day in days)
    return "" if is_known else "; no source on record is from that day or before"


@click.command()
@root_option
@day_option("--as-of", AS_OF)
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--list", "only_list", is_flag=True, help="List the PDFs there are, and set none.")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that the PDFs are put into (default: ROOT/pdf).",
)
@day_option("--since", SINCE)
def pdf(
    root: Path,
    as_of: date | None,
    names: tuple[str, ...],
    only_list: bool,
    out: Path | None,
    since: date | None,
) -> None:
    """Set the PDFs that are named, or all; one that fails leaves its last good version."""
    from generator.build import printing, story

    signal.signal(signal.SIGTERM, interrupt)
    wanted = printing.WantedPdfs(as_of, names, since)
    with refusals(), Progress(sys.stderr, story.PRINTING) as progress:
        if only_list:
            for topic in printing.list_topics(root, wanted):
                click.echo(f"{topic.name:32}  {topic.title}")
            return
        place = (out or root / "pdf").absolute()
        found, paths = printing.print_pdfs(root, place, wanted, progress.report)
    show(found)
    for path in paths:
        click.echo(path)
    if found.errors or not found.dossier:
        stop(Refusal("not every PDF was set: the last good ones stand"))


@click.command()
@root_option
@click.option("--port", metavar="PORT", type=click.IntRange(0, 65535), default=8000)
def serve(root: Path, port: int) -> None:
    """Show a preview that follows what is edited."""
    from generator.serve import serve as preview
    from generator.serve.preview_state import PreviewState

    # Ended from outside, it takes its folder along as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    # Interrupting is how it is ended, and nothing that fails.
    with refusals(), suppress(KeyboardInterrupt), TemporaryDirectory(prefix="briefing-") as folder:
        state = PreviewState(root, Path(folder) / "site")
        preview(state, port, lambda text: click.echo(text, nl=not text.endswith("\n"), err=True))


COMMANDS = (build, pdf, serve)
