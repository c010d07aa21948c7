"""Where things stand on the site, and how one page leads to another."""

import posixpath
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlencode

from generator.derive.dossier import Dossier, Fact
from generator.derive.prose import visible
from generator.model import FOLDER_OF
from generator.model.dates import PartialDate
from generator.model.edition import Settings
from generator.model.fields import ADDRESS
from generator.model.record import Record
from generator.model.statement import Statement

HOME = "index.html"
# How many lines or cards a page holds; what is more goes on over several.
LIMIT = 200


@dataclass(frozen=True, slots=True)
class Address:
    """A page from the site's root, an element on it, and what is asked of its script."""

    page: str
    anchor: str = ""
    query: str = ""


def page(name: str) -> Address:
    """The page of a section, a kind's folder, or a page of prose."""
    return Address(f"{name}/index.html")


def held_on(dossier: Dossier, when: PartialDate) -> Address | None:
    """Where it is told what held on a day; None where nothing ever did, and for other times."""
    is_told = when.is_day and when.last <= dossier.day and dossier.has_states
    return replace(page("on"), query=f"?on={when.last}") if is_told else None


def sheet_of(name: str, number: int) -> Address:
    """One page of a list that is too long for one."""
    return page(name if number == 1 else f"{name}/page.{number}")


def own_page(record: Record, number: int = 1) -> Address:
    """The page of a record, or one of its pages where it holds more than one can."""
    return sheet_of(f"{FOLDER_OF[record.kind]}/{record.id}", number)


def number_of(fact: Fact) -> int:
    """On which of its record's pages a statement stands, whatever is known on the day."""
    return fact.record.ranks[fact.id] // LIMIT + 1


def address(fact: Fact) -> Address:
    """Where the full card of a statement stands."""
    return Address(own_page(fact.record, number_of(fact)).page, fact.id)


def data_file(record: Record) -> Address:
    """The data of a record."""
    return Address(f"data/{record.id}.json")


def citation_file(fact: Fact) -> Address:
    """A statement's sources, for programs that keep references."""
    return Address(f"data/cite/{fact.id}.json")


def record_address(dossier: Dossier, record: Record) -> Address | None:
    """Where a record stands; None where it is not built."""
    return own_page(record) if record.id in dossier.records else None


def find(dossier: Dossier, id_: str) -> Address | None:
    """Where a statement, record or page of prose stands, None where it does not."""
    if id_ in dossier.facts:
        return address(dossier.facts[id_])
    if file := dossier.briefing.prose.get(id_):
        shown = visible(dossier, file)
        return prose_page(id_) if shown.text.strip() or shown.left_out else None
    record = dossier.briefing.records.get(id_)
    return record_address(dossier, record) if record else None


def prose_page(id_: str) -> Address:
    """The page of prose that is called `pages/` and its name."""
    return page(id_.partition("/")[2])


def permalink(fact: Fact) -> Address:
    """The short address of a statement, which outlives every other."""
    return Address(f"f/{fact.id}/index.html")


def is_statement(record: Record) -> bool:
    """True when the record is itself one statement, as a claim is."""
    return isinstance(record.data, Statement)


def url(from_page: str, to: Address) -> str:
    """The relative link from one page to another; it names the file, so it works on a disk."""
    anchor = f"#{to.anchor}" if to.anchor else ""
    if from_page == to.page and anchor:
        return anchor
    return leading(to.page, posixpath.dirname(from_page)) + to.query + anchor


@lru_cache(2**16)
def leading(page: str, folder: str) -> str:
    """The relative link to a page from those of a folder, many of which lead there."""
    # From a root nobody asks for the folder that this runs in.
    return posixpath.relpath(f"/{page}", f"/{folder}")


def from_page(page: str, href: str) -> Address:
    """Where a relative link leads to from a page."""
    path, _, anchor = href.partition("#")
    to = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return Address(to, anchor)


def external(given: str | None) -> str | None:
    """An address that may be linked to: http or https, nothing else."""
    return given if given and ADDRESS.fullmatch(given) else None


def form(settings: Settings, name: str, **fields: str) -> str | None:
    """The address of a form with some fields filled in; None without a repository."""
    repository, filled = base(settings), urlencode({"template": name, **fields})
    return f"{repository}/issues/new?{filled}" if repository else None


def base(settings: Settings) -> str:
    """The repository's address, ready to be gone on with; empty where there is none."""
    return (external(settings.repository) or "").rstrip("/")
