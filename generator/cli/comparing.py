"""The command that shows what changes for readers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.changes import report
from generator.cli.options import root_option
from generator.cli.saying import Progress, refusals
from generator.revisions import differ
from generator.write import Refusal

READ = "Show what an earlier run wrote as JSON; nothing is compared."


@click.command()
@root_option
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text")
@click.option("--read", "kept", metavar="FILE", type=click.Path(path_type=Path), help=READ)
def diff(root: Path, base: str | None, head: str | None, form: str, kept: Path | None) -> None:
    """Show what changes for readers from BASE to HEAD.

    Without HEAD it is what stands in the folder, without BASE where the work left the trunk.
    """
    with refusals(), Progress(sys.stderr, ("comparing",)) as progress:
        progress.report("comparing")
        found = read_report(kept) if kept else differ(root, base, head)
    click.echo(report.FORMATS[form](found), nl=False)


def read_report(path: Path) -> report.Report:
    """What an earlier comparison found."""
    try:
        return report.parse(path.read_text(encoding="utf-8"))
    except ValueError:
        raise Refusal(f"`{path}` does not hold what `briefing diff --format json` writes") from None


COMMANDS = (diff,)
