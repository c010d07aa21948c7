"""Pages under About: how it works, how it is corrected, what the checks say, keys and units."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from generator.derive.agree import BEFORE, BEHIND, units_of
from generator.derive.dossier import Dossier
from generator.diagnostics import CODES
from generator.handbook import GUIDE, HERE, RULES, Manual, guide, messages
from generator.limits import TABLE as LIMITS
from generator.model.dates import in_words
from generator.reference import TITLE, Section, columns, sections
from generator.render.views.borne import PICKED, WORDS
from generator.render.views.cards import MISSING, WRONG
from generator.render.views.grids import Grid, Row, folded, one_group
from generator.render.views.grids import columns as heads
from generator.render.views.links import base, external, form, page
from generator.render.views.page import Page
from generator.render.views.prose import written_out
from generator.render.views.sheet import Settings, outward
from generator.render.views.text import Rich, capital, escape, fill, joined, tag, worded

# Markdown's fences take no title: the file that one holds is named above it.
FENCE = re.compile(r'^```(\w+) title="([^"]+)"$', re.MULTILINE)
LINK = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<to>[^)\s]+)\)")
FOLDERS = {"guide": GUIDE, "messages": RULES}
GUIDED = "The most frequent tasks of an editor, step by step, on an invented briefing."
LISTS = (
    ("guide", "How to correct the briefing", GUIDED),
    ("messages", "What the checks say", "Every message by its code, with what to write instead."),
)
TERMS = (
    "A record is one file of facts. A statement says one thing, such as a value, a date or an act. "
    "Its `witnesses` are the quotations that it rests on, each written as `source#quotation`. The "
    "`origin` of a source is whoever knew first what it says. Where sources disagree, each answer "
    "is a position."
)
ABOUT_UNITS = "The units in which the checks compare a figure with its quotation."
OF_UNITS = (
    "A unit in this list is checked against the quotation, which may print it in any of these "
    "spellings, or in the plural. A scale may come before it: `million t`, `million tonnes` and "
    "`Mt` are the same, and so are `USD bn` and `USD billion`. A unit that is not in this list is "
    "not checked. Editors can add one, with its spellings, under `units:` in "
    "`content/briefing.yaml`."
)
ABOUT_LIMITS = (
    "The most that is read of one file. Each limit is far above what a record needs; what goes "
    "beyond it is an error with its place."
)
CHOICE = re.compile(r"\(([^()]*)\)")
LEADS = ("corrections", "disputed", "unknowns", "guide", "messages", "reference", "units")


def handbook(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """Both lists, and the pages that they lead to."""
    for (name, title, what), manuals in zip(LISTS, (guide(), messages()), strict=True):
        yield _text_page(page(name).page, (title, what), listed(name, manuals), f"{what} {TERMS}")
        for one in manuals:
            path = page(f"{name}/{one.name}").page
            title, what = (text.replace("`", "") for text in (one.title, one.summary))
            text = converted(one.body, name, base(settings), settings.branch)
            yield _text_page(path, (title, what), text, one.lead)


def _text_page(path: str, heads: tuple[str, str], text: Rich, lead: str) -> Page:
    context = {"prose": text, "left_out": 0, "marks": ""}
    return Page(path, "prose.md.j2", *heads, context, worded(lead))


def listed(folder: str, manuals: tuple[Manual, ...]) -> Rich:
    """A list of pages, each with what it is about; of a message a few words."""
    lines = []
    for one in manuals:
        link = tag("a", worded(one.title), href=page(f"{folder}/{one.name}"))
        about = CODES[one.name].summary if one.name in CODES else one.summary
        lines.append(tag("li", fill("{}: {}", link, worded(about))))
    return tag("ul", joined(lines, ""), class_="manuals")


@cache
def converted(text: str, folder: str, repository: str, branch: str) -> Rich:
    """A page as running text; what it leads to stands on the site or in the repository.

    It is the same in every build of a preview, so it is made once.
    """

    def led(found: re.Match[str]) -> str:
        to = leading(found["to"], folder, repository and f"{repository}/blob/{branch}/")
        return f"[{found['text']}]({to})" if to else found["text"]

    return written_out(FENCE.sub(r"`\2`:\n\n```\1", LINK.sub(led, text)))


def leading(to: str, folder: str, files: str) -> str:
    """Where a link of a page leads to: another page of its folder, or a file of the repository."""
    if external(to):
        return to
    name = to.removesuffix(".md")
    if "/" not in name and (FOLDERS[folder] / f"{name}.md").is_file():
        return f"../{name}/index.html"
    place = FOLDERS[folder].relative_to(HERE.parent).as_posix()
    return files and files + posixpath.normpath(posixpath.join(place, to))


def reference(dossier: Dossier, settings: Settings) -> Page:
    """What each key of each file holds."""
    grids = folded((*map(_grid, sections()), _limits()))
    context = {"grids": grids, "pager": Rich()}
    what = "What each key of the fact files means, with good and bad examples."
    lead = worded(f"{what} {TERMS}")
    return Page(page("reference").page, "list.md.j2", TITLE, what, context, lead)


def units_page(dossier: Dossier, settings: Settings) -> Page:
    """The units that figures are checked in, those of the briefing among them."""
    named = heads("Unit", "How a quotation prints it behind a number", "Before it")
    held = units_of(dossier.briefing).behind
    rows = one_group(
        Row(tag("code", name), (unit_in_words(held.get(name)), unit_in_words(BEFORE.get(name))))
        for name in dict.fromkeys((*held, *BEFORE))
    )
    grid = Grid("section--list", "All units", named, rows, worded(OF_UNITS))
    context = {"grids": (grid,), "pager": Rich()}
    return Page(page("units").page, "list.md.j2", "Units", ABOUT_UNITS, context)


def _grid(section: Section) -> Grid:
    named = heads("Key", "What it is", "Required", "Good", "Bad")
    rows = []
    for key in section.keys:
        holds, required, good, bad = columns(key)
        cells = (holds, required or "no", good or "–", bad or "–")
        rows.append(Row(tag("code", key.name), tuple(map(worded, cells))))
    under = " and ".join(f"“{one}”" for one in section.besides)
    besides = [f"The keys under {under} may be used too."] if under else []
    besides += ["Keys of your own lead to statements."] if section.takes_own else []
    slug = section.heading.lower().replace(" ", "-")
    what = worded(" ".join((section.what, *besides)))
    return Grid(f"keys--{slug}", section.heading, named, one_group(rows), what)


def _limits() -> Grid:
    """How much is read, so that one file can slow no build."""
    rows = one_group(
        Row(escape(capital(one.where)), (escape(f"{one.most:,} {one.what}"), escape(one.help)))
        for one in LIMITS
    )
    named = heads("Of what", "At most", "What to do beyond it")
    return Grid("section--limits", "Limits", named, rows, worded(ABOUT_LIMITS))


def unit_in_words(given: str | None) -> Rich:
    """The spellings of a unit without its plural: ours written out, those of an editor as written.

    Thirty choices of a stranger would be a thousand million spellings.
    """
    written = (given or "–").replace("(s)", "").split(", ")
    is_ours = given in BEHIND.values() or given in BEFORE.values()
    each = chain.from_iterable(map(each_spelling, written)) if is_ours else written
    return escape(", ".join(dict.fromkeys(each)))


def each_spelling(text: str) -> Iterator[str]:
    """The spellings that one stands for: without its choice, then with each of it."""
    found = CHOICE.search(text)
    if not found:
        yield text
        return
    for part in ("", *found[1].split("|")):
        yield from each_spelling(f"{text[: found.start()]}{part}{text[found.end() :]}")


def about(dossier: Dossier, settings: Settings) -> Page:
    """How the briefing works."""
    title = dossier.briefing.edition.title
    label = f"“{title}”, as of {in_words(dossier.as_of)}"
    context = {
        "words": WORDS,
        "picked": PICKED,
        "repository": outward(settings.repository, settings.repository),
        "forms": {"wrong": form(settings, WRONG), "missing": form(settings, MISSING)},
        "licence": outward(settings.licence, settings.licence_url),
        "citation": f"{label}, {settings.url}" if settings.url else label,
        "href": {name: page(name) for name in LEADS},
    }
    what = f"How “{title}” works, and what its words mean."
    return Page(page("about").page, "about.md.j2", "About", what, context)
