"""What stands on which page: the sections of the site, each with what its template shows."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from generator.counting import counted
from generator.derive.brief import disputes
from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.prose import visible
from generator.derive.when import worked_out_once
from generator.render.charts import Draw, undrawn
from generator.render.site.handbook_pages import about, reference, units_page
from generator.render.views.brief import brief
from generator.render.views.chart_views import views
from generator.render.views.corrected import corrected
from generator.render.views.downloads import OfferedPdf, dictionary, downloads
from generator.render.views.grids import opened
from generator.render.views.links import HOME, page, sheet_of
from generator.render.views.listing import all_facts, kind_pages
from generator.render.views.on_any_day import on_any_day
from generator.render.views.page import Page as Page
from generator.render.views.page import Sealed, cut, numbered, pager, titled
from generator.render.views.prose import prose
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.tables import WARNING, index
from generator.render.views.timeline import timeline
from generator.render.views.unknowns import in_dispute, unknowns
from generator.render.views.what_changed import what_changed

ASKED = 4
# What the page of disputes holds, in this order.
DISPUTED = ("disputes", "rested", "qualified")
# A first sentence in plain words; one with a reference would tell a value without its status.
FIRST_SENTENCE = re.compile(
    r"\s*([^\W\d_](?:(?!\n\s*\n)[^{}\[\]*`#|<>])*?(?<=\w\w)\.)(?=\s*\Z|\s*\n\s*\n|\s+[A-Z“{])"
)


@dataclass(frozen=True)
class PageInputs:
    """What pages need besides: the sizes of data files by path, the PDFs, and who draws charts.

    `kept` gives what was made under a key, else makes it.
    """

    sizes: Mapping[str, int] = field(default_factory=dict)
    pdfs: Sequence[OfferedPdf] = ()
    draw: Draw = undrawn
    kept: Callable[[str, Callable[[], bytes]], bytes] = lambda key, make: make()


NO_INPUTS = PageInputs()


def pages(
    dossier: Dossier, settings: Settings, inputs: PageInputs = NO_INPUTS, path: str = HOME
) -> Iterator[Page]:
    """Every page but those of records. The first lists the others.

    Whoever looks for the page at another path gets them without the first, one by one.
    """
    of_facts = held(dossier, settings) if path == HOME else of_statements(dossier, settings)
    # One of the pages after them lists the files.
    files = downloads(dossier, settings, inputs.sizes, inputs.pdfs)
    found: Iterable[Page] = chain(of_facts, files, [about(dossier, settings)])
    if path == HOME:
        found = [*found]
        yield brief(Sheet(dossier, settings, HOME), found, inputs.sizes)
    yield from found
    yield from (make(dossier, settings) for make in (reference, units_page, dictionary))


@worked_out_once
def held(dossier: Dossier, settings: Settings) -> tuple[Page, ...]:
    """The pages that need no files, made for the site, its search and its list of pages."""
    return tuple(of_statements(dossier, settings))


def of_statements(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The pages that need no files."""
    told = (prose_pages, timeline, on_any_day, kind_pages, figures)
    judged = (disputed, unknowns, what_changed, all_facts, corrected)
    for make in (*told, *judged):
        yield from make(dossier, settings)


def prose_pages(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The editors' own pages."""
    for file in dossier.briefing.pages:
        path = page(file.stem).page
        shown = visible(dossier, file)
        title, text = titled(shown.text, file.stem)
        what, rest = led(text, dossier.briefing.edition.subject)
        context = {"prose": prose(Sheet(dossier, settings, path), rest), "left_out": shown.left_out}
        if text.strip() or shown.left_out:
            yield Page(path, "prose.md.j2", title, what, context)


def led(text: str, subject: str) -> tuple[str, str]:
    """What a page is about and the rest: its first sentence, if that is plain, else the subject."""
    found = FIRST_SENTENCE.match(text)
    return (" ".join(found[1].split()), text[found.end() :]) if found else (subject, text)


def figures(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The charts, small, then each series in a line; both lead to pages of their own."""
    sheet = Sheet(dossier, settings, page("figures").page)
    found, charts = tuple(index(sheet)), views(sheet)
    if found or charts:
        held = [fact for fact in dossier.facts.values() if fact.record.kind == "series"]
        figures, series = len(held), len({fact.record.id for fact in held})
        what = f"{counted(figures, 'figure')} in {series} series. Those under one heading {WARNING}"
        context = {"grids": tuple(map(opened, found)), "charts": charts}
        yield Page(sheet.path, "figures.md.j2", "Figures", what, context)


def disputed(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """What is disputed and still raised, then what is no longer raised, and what is qualified."""
    facts = (fact for fact in dossier.facts.values() if is_qualified(dossier, fact))
    groups = [tuple(map(Sealed, found)) for found in (*disputes(dossier), facts)]
    total = sum(map(len, groups))
    for number, part in cut(tuple(chain(*groups))) if total else ():
        what = " ".join(summary(dossier, len(groups[-1])))
        sheet = Sheet(dossier, settings, sheet_of("disputed", number).page)
        context = {
            **{
                name: tuple(one for one in part if one in found)
                for name, found in zip(DISPUTED, groups, strict=True)
            },
            "pager": pager(sheet, "disputed", total),
        }
        yield Page(
            sheet.path, "disputed.md.j2", numbered("Disputes and notes", number), what, context
        )


def summary(dossier: Dossier, qualified: int) -> Iterator[str]:
    """How many disputes there are and about what, and how much else is qualified by what."""
    if number := in_dispute(dossier):
        yield f"{number}."
        # What they are about, as many as a line can hold.
        raised = disputes(dossier)[0][:ASKED]
        yield from (fact.statement.asks or f"{fact.label}." for fact in raised)
    if qualified:
        others = counted(qualified, "other statement" if number else "statement")
        have = "has" if qualified == 1 else "have"
        what = "a note of ours, an answer that no longer stands or others to compare"
        yield f"{others} {have} {what}."


def is_qualified(dossier: Dossier, fact: Fact) -> bool:
    """True when a statement has a reading, something set aside, or others to hold beside it."""
    beside = (*fact.statement.compare, *fact.statement.see)
    known = any(id_ in dossier.facts or id_ in dossier.records for id_ in beside)
    aside = any(stance.aside for stance in fact.stances)
    return fact.status is not Status.DISPUTED and (fact.reading is not None or known or aside)
