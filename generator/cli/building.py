"""The command that makes the site; it says so at once where the site stands as it should."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.build import kept
from generator.build.unchanged import Standing
from generator.cli.saying import Progress, day_option, refusals, root_option, stop, summary
from generator.report import terminal
from generator.write import Refusal

if TYPE_CHECKING:
    from generator.derive.dossier import Dossier


@click.command()
@root_option
@day_option
@click.option(
    "--site-dir",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder that the site is put into, all of which is replaced (default: ROOT/site).",
)
@click.option("--fresh", is_flag=True, help="Make all anew, and use nothing that was kept.")
def build(root: Path, as_of: date | None, site_dir: Path | None, fresh: bool) -> None:
    """Build website and data files; with errors the last good site stays."""
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
    # Only what builds pays for loading it.
    from generator.build import story

    notes = kept.of(root, "times")
    took = json.loads(notes.get("build") or b"{}")
    with Progress(sys.stderr, story.STAGES, took) as progress:
        found = story.build(root, site.absolute(), as_of, progress.report)
    notes.put("build", json.dumps(took).encode())
    text = terminal.render(found.diagnostics, terminal.wants_color(sys.stderr))
    click.echo(text, nl=False, err=True)
    click.echo(summary(found), err=True)
    if found.errors or not found.dossier:
        last = ": the last good site stands" if site.is_dir() else ""
        stop(Refusal(f"nothing was built{last}"))
    click.echo(f"built {site}/ as of {found.dossier.as_of}{beyond(found.dossier)}", err=True)
    return f"{site}/ stands as of {found.dossier.as_of}" if not found.diagnostics else ""


def beyond(dossier: Dossier) -> str:
    """What is said of a day that lies before or behind what is known; empty for any other."""
    if dossier.past_coverage:
        end = dossier.briefing.edition.coverage_end.last
        return f"; nothing after {end} is covered, and states are those of that day"
    days = (one.known_from for one in dossier.facts.values())
    is_known = any(day and day <= dossier.as_of for day in days)
    return "" if is_known else "; no source on record is from that day or before"


COMMANDS = (build,)
