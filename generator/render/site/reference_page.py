"""The page of all keys, for readers who want to correct a fact."""

from __future__ import annotations

from generator.derive.dossier import Dossier
from generator.derive.units import BEFORE, units_of
from generator.reference import TITLE, Section, columns, sections
from generator.render.views.grids import Grid, Row, folded, one_group
from generator.render.views.grids import columns as heads
from generator.render.views.links import page
from generator.render.views.page import Page
from generator.render.views.rich import Rich
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.text import escape, tag, worded

ABOUT_UNITS = "The units in which a figure is held against its quotation."
OF_UNITS = (
    "A figure in one of these units is held against what its quotation prints. What stands in "
    "parentheses may be left out. A scale may stand before a unit: `million t`, `million tonnes` "
    "and `Mt` are one, as are `USD bn` and `USD billion`. Any other unit is a word of yours and is "
    "not checked; with its spellings under `units:` in `content/briefing.yaml` it is."
)


def reference(dossier: Dossier, settings: Settings) -> Page:
    """What each key of each file holds."""
    sheet = Sheet(dossier, settings, page("reference").page)
    grids = folded(tuple(map(grid, sections())))
    what = "What each key of the files holds, with examples that are good and bad."
    context = {"grids": grids, "pager": Rich()}
    return Page(sheet.path, "list.md.j2", TITLE, what, context)


def units_page(dossier: Dossier, settings: Settings) -> Page:
    """The units that figures are checked in."""
    sheet = Sheet(dossier, settings, page("units").page)
    context = {"grids": (units(dossier),), "pager": Rich()}
    return Page(sheet.path, "list.md.j2", "Units", ABOUT_UNITS, context)


def grid(section: Section) -> Grid:
    """The keys of one sort of map."""
    named = heads("Key", "Holds", "Required", "Good", "Bad")
    rows = []
    for key in section.keys:
        holds, required, good, bad = columns(key)
        cells = (holds, required or "no", good or "–", bad or "–")
        rows.append(Row(tag("code", key.name), tuple(map(worded, cells))))
    besides = [f"Besides, it may hold the keys under “{one}”." for one in section.besides]
    besides += ["Under keys of your own it holds statements."] if section.takes_own else []
    slug = section.heading.lower().replace(" ", "-")
    what = worded(" ".join((section.what, *besides)))
    return Grid(f"keys--{slug}", section.heading, named, one_group(rows), what)


def units(dossier: Dossier) -> Grid:
    """The units that a check knows, those of the briefing among them."""
    named = heads("Unit", "How a quotation prints it behind a number", "Before it")
    held = units_of(dossier.briefing).behind
    rows = one_group(
        Row(tag("code", name), (escape(held.get(name, "–")), escape(BEFORE.get(name, "–"))))
        for name in dict.fromkeys((*held, *BEFORE))
    )
    return Grid("section--list", "All units", named, rows, worded(OF_UNITS))
