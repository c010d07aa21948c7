"""`llms.txt`: the site in a page of plain Markdown, for programs that read text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Dossier
from generator.model.dates import in_words
from generator.render.site.pages import pages
from generator.render.views.chart_views import entries
from generator.render.views.sheet import Settings
from generator.render.views.text import plain

DATA = (
    ("data/facts.json", "every statement with its value, status, positions and sources"),
    ("data/facts.csv", "the same as a table"),
    ("data/datapackage.json", "all tables, with what their columns hold"),
    ("data/briefing.sqlite", "all tables as an SQLite database"),
    ("data/changes.json", "what changed of each statement on each day"),
    ("changes.xml", "the same as an Atom feed"),
    ("data/facts.schema.json", "what the keys of a statement mean"),
)
RULES = (
    "Every value stands with the quotations that it rests on and with a status in words.",
    "Where sources disagree, all positions are given and none is ours; a reading says that it is.",
    "Cite the source itself, via this site, as of the day above.",
)


def llms(dossier: Dossier, settings: Settings) -> dict[str, bytes]:
    """The file by its path from the site's root."""
    return {"llms.txt": "\n".join((*lines(dossier, settings), "")).encode()}


def lines(dossier: Dossier, settings: Settings) -> Iterator[str]:
    """The lines of the file."""
    edition, start = dossier.briefing.edition, (settings.url or "").rstrip("/")
    yield from (f"# {plain(edition.title)}", "", f"> {plain(edition.subject)}", "")
    end = in_words(edition.coverage_end.last)
    yield f"As of {in_words(dossier.as_of)}; nothing is claimed of what came after {end}."
    yield from (*RULES, "", "## Pages", "")
    for one in pages(dossier, settings):
        # All others are found on those that are one step from the root.
        if one.path.count("/") < 2:
            yield entry(start, one.path, one.title, one.description)
    if found := list(entries(dossier, settings)):
        yield from ("", "## Charts", "")
        yield from (entry(start, *one) for one in found)
    yield from ("", "## Data", "")
    yield from (entry(start, path, path, what) for path, what in DATA)


def entry(start: str, path: str, title: str, what: str) -> str:
    """A link with what is found there."""
    name = plain(title).replace("[", "(").replace("]", ")")
    return f"- [{name}]({f'{start}/' if start else ''}{path}): {plain(what)}"
