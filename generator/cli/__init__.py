"""The command `briefing`: the only package that prints or exits.

Results go to stdout, everything else to stderr. Exit codes: 0 nothing stands in the way, 1 errors,
2 misuse.
"""

from __future__ import annotations

import sys

import click

from generator.cli import checking, making, writing


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Turn a folder of sourced facts into a searchable website, PDFs and data files."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows its number instead of a traceback.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


for command in (*checking.COMMANDS, *making.COMMANDS, *writing.COMMANDS):
    main.add_command(command)
