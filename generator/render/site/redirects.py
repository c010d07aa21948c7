"""What no engine makes: plain pages for statements and old ids, old names of files, and headers."""

from collections.abc import Iterator, Mapping
from datetime import date

from markupsafe import Markup

from generator.derive.dossier import Dossier
from generator.model import FOLDER_OF, FOLDERS
from generator.model.briefing import former
from generator.model.dates import in_words
from generator.model.edition import Moved
from generator.render.data.files import as_json
from generator.render.site.pages import Page
from generator.render.templates import attribute, environment
from generator.render.views.grids import line
from generator.render.views.links import Address, address, find, permalink, prose_page, url
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.text import Rich, escape, fill
from generator.render.views.what_changed import FILE

# What a page may load and run: our own files and nothing else. The frame of the pages says the same
# in `site_config/theme/partials/policy.html`, which a test holds against this.
SELF = ("script-src", "style-src", "img-src", "font-src", "connect-src", "form-action")
POLICY = "; ".join(("default-src 'none'", *(f"{one} 'self'" for one in SELF), "base-uri 'none'"))
# For hosts that set headers: what only a header can say stands here too.
HEADERS = f"""/*
  Content-Security-Policy: {POLICY}; frame-ancestors 'none'
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
"""
GONE = "This statement is no longer part of the briefing:"
GONE_PAGE = "This page is no longer part of the briefing:"
ICON = Address("assets/logo.svg")
UNKNOWN = "what took its place is not known on this day"
DATA = "data/{}.json"
# What there may be of a record, and of a statement.
OF_RECORD = (
    "pdf/{}.pdf",
    *(f"charts/{{0}}/{{0}}.{end}" for end in ("csv", "svg", "png", "json")),
    *(f"{folder}/{{}}/{FILE}" for folder in FOLDERS),
)
OF_STATEMENT = ("data/cite/{}.json",)


def start(title: str, as_of: date, folder: str) -> bytes:
    """The first page of the archive, beside the folder of the site: it says how to open it."""
    context = {
        "title": title,
        "as_of": in_words(as_of),
        "home": attribute(f"{folder}/index.html"),
        "pdf": attribute(f"{folder}/downloads/index.html"),
        "folder": Markup(folder),
        "policy": Markup(POLICY),
    }
    return environment({}).get_template("start.html.j2").render(context).encode()


def redirects(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """A redirect for every statement, and a redirect or tombstone for every id that moved."""
    for fact in dossier.facts.values():
        sheet = Sheet(dossier, settings, permalink(fact).page)
        yield leading(sheet, fact.label, line(sheet, fact), address(fact))
    for id_, end in old_ids(dossier).items():
        for path in old_pages(dossier, id_, end):
            yield from_old(Sheet(dossier, settings, path), id_, end)


def old_ids(dossier: Dossier) -> dict[str, Moved]:
    """The ids of another day that lead to what is there, or to the reason why nothing is."""
    return former(dossier.briefing, {*dossier.facts, *dossier.records})


def old_pages(dossier: Dossier, id_: str, end: Moved) -> Iterator[str]:
    """The pages that an id had: its short address, and its own if it was a record's.

    A page of prose had its own alone.
    """
    if "/" in id_:
        yield prose_page(id_).page
        return
    if id_ not in dossier.facts:
        yield f"f/{id_}/index.html"
    record = dossier.briefing.records.get(end.to or "")
    if record and "." not in id_:
        yield f"{FOLDER_OF[record.kind]}/{id_}/index.html"


def from_old(sheet: Sheet, id_: str, moved: Moved) -> Page:
    """The address of an id that was published once."""
    now = moved.to or ""
    to = find(sheet.dossier, now)
    if to or sheet.is_known(now):
        return leading(sheet, id_, fill("{} is now {}.", id_, sheet.link(now)), to)
    gone = GONE_PAGE if "/" in id_ else GONE
    return leading(sheet, id_, escape(f"{gone} {moved.gone or UNKNOWN}"), None)


def leading(sheet: Sheet, title: str, line: Rich, to: Address | None) -> Page:
    """A page that leads on, or says why it does not."""
    own = sheet.settings.url
    whole = attribute(f"{own.rstrip('/')}/{url('', to)}") if own and to else to
    context = {
        "title": title,
        "told": line,
        "policy": Markup(POLICY),
        "icon": ICON,
        "language": sheet.dossier.language,
        "href": to or "",
        "canonical": whole or "",
    }
    return Page(sheet.path, "redirect.html.j2", title, "", context)


def old_files(dossier: Dossier, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a site that had other names, under these."""
    found = {
        then: content
        for id_, end in old_ids(dossier).items()
        for then, content in held(id_, end, files)
    }
    return {then: content for then, content in found.items() if then not in files}


def held(id_: str, end: Moved, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """What can be taken away under an old id."""
    to, is_record = end.to or "", not {".", "/"} & {*id_}
    pairs = [(place.format(to), place.format(id_)) for place in OF_STATEMENT]
    if is_record:
        # A record may have become a statement of another.
        pairs += [(DATA.format(to.partition(".")[0]), DATA.format(id_))]
        pairs += [(place.format(to), place.format(id_)) for place in OF_RECORD]
    yield from ((then, files[now]) for now, then in pairs if now in files)
    if is_record and end.gone:
        yield DATA.format(id_), as_json({"id": id_, "gone": end.gone})
