"""The command `briefing`: the only package that prints or exits."""

import atexit
import gc
import sys
from importlib import import_module

import click

MODULES = {
    "building": ("build", "pdf", "serve"),
    "checking": ("check", "explain"),
    "comparing": ("diff", "watch"),
    "writing": ("fmt", "new", "schema"),
}


class Commands(click.Group):
    """Commands of which only the one that is asked for is read: each begins as soon as it can."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all, in the order of the alphabet."""
        return sorted(name for names in MODULES.values() for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The one of a name, or none."""
        module = next((key for key, names in MODULES.items() if cmd_name in names), None)
        commands = import_module(f"{__name__}.{module}").COMMANDS if module else ()
        return next((one for one in commands if one.name == cmd_name), None)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Turn a folder of sourced facts into a searchable website, PDFs and data files."""
    # What is read stays to the end: looking for rubbish so often is an eighth of a check.
    gc.set_threshold(500_000)
    # The end frees all at once: to look for rubbish first is a sixth of a check.
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows its number instead of a traceback.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
