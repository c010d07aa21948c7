"""The options that several commands take: the folder and the day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from generator.cli.saying import stop
from generator.write import Misuse

CONTENT = "content"
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def day_option(command: Callable[..., None]) -> Callable[..., None]:
    """`--as-of`, as every command takes it."""
    return click.option(
        "--as-of",
        metavar="DATE",
        callback=lambda ctx, param, given: given if given is None else day(given),
        help="The day, such as 2025-06-10 (default: the edition's).",
    )(command)


def day(text: str) -> date:
    """The day that was named, or a refusal."""
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    stop(Misuse(f"`{text}` is not a day: write it as 2025-06-10"))


def root_option(command: Callable[..., None]) -> Callable[..., None]:
    """`--root`, as every command takes it."""
    return click.option(
        "--root",
        metavar="DIR",
        type=click.Path(path_type=Path),
        callback=lambda ctx, param, given: find_root(given),
        help="The briefing's folder (default: the nearest upwards that holds content/).",
    )(command)


def find_root(given: Path | None) -> Path:
    """The folder that was named, or the nearest one upwards with a `content/`."""
    if given is not None and not (given / CONTENT).is_dir():
        stop(Misuse(f"no `{CONTENT}/` in `{given}`"))
    here = Path.cwd()
    found = (folder for folder in (here, *here.parents) if (folder / CONTENT).is_dir())
    root = given or next(found, None)
    if root is None:
        stop(Misuse(f"no `{CONTENT}/` here or in a folder above"))
    return root.absolute()
