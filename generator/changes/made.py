"""`made-otherwise`: what changes pages and is no fact, with the files that somebody is to read."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.counting import counted
from generator.diagnostics import Diagnostic
from generator.source import SourceFile

# What each place does to pages; the first that begins as a path does says it.
DOES = {
    "site_config/": "it is on every page, or in every PDF",
    "generator/templates/": "every page is written by it",
    "generator/": "it makes the pages, and runs where they are built",
    "mkdocs.yml": "it sets what every page has",
    ".github/": "it runs what builds and publishes, with the rights of the repository",
    ".gitattributes": "it says which bytes of a file git shows and hands out",
    ".gitmodules": "it brings in what another repository holds",
    "requirements": "it says which programs build the pages",
    "Makefile": "it runs where the pages are built",
    "pyproject.toml": "it says how the programs are run",
}
SHOWN = 5


def made_otherwise(files: Iterable[str]) -> Iterator[Diagnostic]:
    """The files that differ and change pages, those of one place together."""
    placed = sorted((list(DOES).index(place), file) for file in files if (place := place_of(file)))
    for at, several in groupby(placed, lambda one: one[0]):
        paths = [path for _, path in several]
        others = f" and {counted(len(paths) - SHOWN, 'other')}" if paths[SHOWN:] else ""
        named = ", ".join(f"`{path}`" for path in paths[:SHOWN])
        verb = "is" if len(paths) == 1 else "are"
        yield Diagnostic(
            code="made-otherwise",
            message=f"{named}{others} {verb} not as in the base: {list(DOES.values())[at]}",
            span=SourceFile(paths[0], "").head,
            help="no check reads what it does: somebody is to read it line by line",
        )


def place_of(file: str) -> str:
    """The place that a file belongs to; empty where it changes no page."""
    named = file.rpartition("/")[2]
    if named in (".gitattributes", ".gitmodules"):
        return named
    return next((place for place in DOES if file.startswith(place)), "")
