"""The website before the engine: pages of semantic HTML as raw blocks, and plain redirect pages."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic
from generator.model.dates import in_words
from generator.render.charts import Face, Picture
from generator.render.site import page_keys
from generator.render.site.handbook_pages import handbook
from generator.render.site.notes import ValueNotes, glossed
from generator.render.site.page_keys import opened
from generator.render.site.pages import NO_INPUTS, Page, PageInputs, pages, prose_pages
from generator.render.site.raw import document, heading, with_notes
from generator.render.site.record_pages import record_pages
from generator.render.site.redirects import HEADERS, redirects
from generator.render.site.structured import FOLDER, sharing_card, structured
from generator.render.templates import Errors, attribute, environment, from_template, in_short
from generator.render.views.borne import marked
from generator.render.views.links import HOME, Address, page
from generator.render.views.listing import Glosses, glosses
from generator.render.views.page import Sealed, unsealed
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.text import Rich
from generator.render.views.what_changed import ALL, FILE, feed_in, feed_of, feeds

# Where a reader learns what the marks beside values mean.
MARKS = Address(page("about").page, "how-to-read-the-marks")
BLANK_LINES = re.compile(r"\n{3,}")
Filters = dict[str, Callable[..., Rich | str]]


class FaultyPage(Exception):
    """What is wrong in the template of a page."""


@dataclass(frozen=True)
class Head:
    """What every page shows of itself and of the edition."""

    path: str
    title: str
    description: str
    as_of: str
    coverage_end: str
    past_coverage: bool
    lead: Rich
    # The steps on the way to it, each with its title.
    crumbs: tuple[tuple[Address, str], ...]
    section: str
    sharing: str
    structured: str
    # The PDFs that belong to it: where each stands, its title, and what stands for its size.
    offered: tuple[tuple[Address, str, Rich], ...]
    feed: Address | None
    is_followed: bool


@dataclass(frozen=True)
class Site:
    """A website whose pages are written one by one, as somebody asks for them.

    `known` are the titles of sections by their paths, `followed` the folders that have a feed,
    where they need not be found out.
    """

    dossier: Dossier
    settings: Settings
    inputs: PageInputs = NO_INPUTS
    known: Mapping[str, str] = field(default_factory=dict)
    followed: Collection[str] = ()

    @cached_property
    def terms(self) -> Glosses:
        """The terms that are explained where they are mentioned."""
        return glosses(self.dossier, self.settings)

    @cached_property
    def notes(self) -> ValueNotes:
        """The notes on values, which stand at the end of each page that shows them."""
        return ValueNotes(Sheet(self.dossier, self.settings, HOME))

    @cached_property
    def glossary(self) -> str | None:
        """The hash of the terms."""
        return self.key(self.terms.terms)

    @cached_property
    def sections(self) -> tuple[Page, ...]:
        """Every page but those of records."""
        own = pages(self.dossier, self.settings, self.inputs)
        return (*own, *handbook(self.dossier, self.settings))

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles of the sections by their paths: records stand below one of them."""
        return self.known or {one.path: one.title for one in self.sections}

    def page(self, path: str) -> bytes | None:
        """The page at a path as it would be written; None where there is none without a fault."""
        of = (self.dossier, self.settings)
        found = chain(record_pages(*of, path), pages(*of, self.inputs, path), handbook(*of))
        one = next((one for one in found if one.path == path), None)
        return self.write(one)[1].encode() or None if one else None

    def write(self, one: Page) -> tuple[str, str, Errors]:
        """The path and text of a page, or its faults."""
        sheet, path = Sheet(self.dossier, self.settings, one.path), one.path.replace(".html", ".md")
        top = head(sheet, one, self)

        def written() -> bytes:
            text, errors = self.filled(sheet, one, top)
            if errors:
                raise FaultyPage(*errors)
            return document(front(top), glossed(sheet, text, self.terms)).encode()

        key = self.glossary and self.key(one.template, top, one.context, self.glossary)
        try:
            text = (self.inputs.kept(key, written) if key else written()).decode()
            # What they say may change where the page does not.
            return path, with_notes(text, self.notes.of(text)), ()
        except FaultyPage as faulty:
            return path, "", faulty.args

    def key(self, *given: object) -> str | None:
        """The hash of what a page is made of, if it tells all."""
        return page_keys.key(Sheet(self.dossier, self.settings, HOME), self.inputs.draw, *given)

    def filled(self, sheet: Sheet, one: Page, top: Head | Page) -> tuple[str, Errors]:
        """The text that a page's template gives, or its faults."""
        own = {"page": top, "sheet": sheet, "draw": self.inputs.draw}
        text, errors = from_template(_made(), one.template, {"marks": MARKS, **one.context, **own})
        return BLANK_LINES.sub("\n\n", text).rstrip() + "\n" if text else "", errors

    def lead_on(self, one: Page) -> tuple[str, str, Errors]:
        """The same of a page that leads on, which has no frame."""
        return one.path, *self.filled(Sheet(self.dossier, self.settings, one.path), one, one)


def site(
    dossier: Dossier, settings: Settings, inputs: PageInputs = NO_INPUTS
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The files of the website by their path below the docs folder."""
    whole = Site(dossier, settings, inputs)
    found = (*whole.sections, *record_pages(dossier, settings))
    written = [whole.write(one) for one in found]
    written += map(whole.lead_on, redirects(dossier, settings))
    files, errors = _files_of(written)
    files |= {"_headers": HEADERS.encode()}
    files |= sharing_cards(dossier, {one.path: one.title for one in found})
    return files, errors


def prose(
    dossier: Dossier, settings: Settings, inputs: PageInputs
) -> tuple[dict[str, bytes], Errors]:
    """The files of the editors' own pages alone; the files to take away name their feeds."""
    found = tuple(prose_pages(dossier, settings))
    # Each is a section of its own.
    titles = {one.path: one.title for one in found}
    followed = {posixpath.dirname(one) for one in inputs.sizes if one.endswith(FILE)}
    whole = Site(dossier, settings, inputs, titles, followed)
    return _files_of([whole.write(one) for one in found])


def _files_of(written: Iterable[tuple[str, str, Errors]]) -> tuple[dict[str, bytes], Errors]:
    written = tuple(written)
    files = {path: text.encode() for path, text, _ in written if text}
    # A template that many pages use fails the same way on each.
    return files, tuple(dict.fromkeys(error for _, _, errors in written for error in errors))


def head(sheet: Sheet, page: Page, whole: Site) -> Head:
    """The head of a page."""
    dossier, titles, pdfs = sheet.dossier, whole.titles, whole.inputs.pdfs
    end = dossier.briefing.edition.coverage_end.last
    feed = feed_of(whole.followed or feeds(dossier), page.path)
    return Head(
        page.path,
        page.title,
        page.description,
        in_words(dossier.as_of),
        in_words(end),
        dossier.past_coverage,
        page.lead,
        tuple(crumbs(page.path, titles)),
        titles.get(section(page.path, titles), ""),
        f"{FOLDER}{section(page.path, titles).partition('/')[0].removesuffix('.html')}.png",
        structured(sheet, page.title, page.description),
        tuple((one.address, one.title, one.weight) for one in pdfs if one.page == page.path),
        feed,
        bool(feed and feed != feed_in(ALL)),
    )


def section(path: str, titles: Mapping[str, str]) -> str:
    """The page that a page belongs to: its folder's, else the brief."""
    above = f"{path.partition('/')[0]}/{HOME}"
    return above if above in titles else HOME


def sharing_cards(dossier: Dossier, titles: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The card of every section, as SVG; the brief's has the name of the edition only once."""
    name, as_of = dossier.briefing.edition.title, f"As of {in_words(dossier.as_of)}"
    for path, title in titles.items():
        if path == section(path, titles):
            svg = sharing_card(title, "" if path == HOME else name, as_of)
            yield f"{FOLDER}{path.partition('/')[0].removesuffix('.html')}.svg", svg.encode()


def crumbs(path: str, titles: Mapping[str, str]) -> Iterator[tuple[Address, str]]:
    """The way to a page from the brief: at most two steps."""
    if path != HOME:
        yield Address(HOME), "Brief"
    above = f"{path.partition('/')[0]}/{HOME}"
    if path.count("/") > 1 and above in titles:
        yield Address(above), titles[above]


def front(head: Head) -> dict[str, str]:
    """What a page says of itself to the frame around it, which prints each as it is."""
    return {
        "title": str(attribute(head.title)),
        "description": str(attribute(head.description)),
        "section": str(attribute(head.section)),
        "sharing": head.sharing,
        "structured": head.structured,
        **({"feed": head.feed.page} if head.feed else {}),
    }


@cache
def _made() -> jinja2.Environment:
    cards = {"card": "_card.md.j2", "dispute": "_dispute.md.j2", "qualified": "_qualified.md.j2"}
    through = {name: through_template(template) for name, template in cards.items()}
    own: Filters = {"heading": heading, "plain": attribute, "mark": marked, "drawn": _drawn}
    return environment({**own, **through, "short": in_short})


def through_template(name: str) -> Callable[..., Markup]:
    """A filter that opens a fact and shows its card, which prints its status with it."""

    @jinja2.pass_context
    def shown(context: Context, sealed: Sealed, level: int = 3, folded: bool = False) -> Markup:
        here, fact = context["sheet"], unsealed(sealed)
        view = {
            **vars(opened(here, fact)),
            "level": level,
            # The answers to what is disputed stand open.
            "folded": folded and bool(fact.located.path or not fact.rivals),
            "page": context["page"],
            "sheet": here,
        }
        return Markup(context.environment.get_template(name).render(view).rstrip())

    return shown


@jinja2.pass_context
def _drawn(context: Context, picture: Picture, face: Face) -> Markup:
    return Markup(context["draw"](picture, face).decode())
