"""Pages as a reader's browser would see them, without an engine: ids, links and words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from html.parser import HTMLParser

from generator.derive import Dossier
from generator.model.edition import Settings
from generator.render import charts
from generator.render.data.files import data
from generator.render.data.subscriptions import atom
from generator.render.site.pages import PageInputs
from generator.render.site.raw import block
from generator.render.site.site import Site, site
from tests.briefings import dossier


@dataclass
class Seen(HTMLParser):
    """The ids, links and text of a page, and what it loads."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value for key, value in attrs if value}
        self.tags.append(tag)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if tag == "a" and "href" in found else []
        loading = "href" if found.get("rel") in ("stylesheet", "icon", "preload") else "src"
        self.loads += [found[loading]] if loading in found else []

    def handle_data(self, data: str) -> None:
        self.words += [data] if data != "\u00b6" else []


@dataclass(frozen=True)
class Built(Mapping[str, str]):
    """The pages of a site by their paths; whoever asks for one gets it without the others."""

    site: Site

    def __getitem__(self, path: str) -> str:
        if "all" in vars(self) or not path.endswith(".md"):
            return self.all[path]
        one = self.site.page(path.replace(".md", ".html"))
        return one.decode() if one else self.all[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    @cached_property
    def all(self) -> dict[str, str]:
        files, faults = site(self.site.dossier, self.site.settings, self.site.inputs)
        assert not faults
        return {path: content.decode() for path, content in files.items()}


def built(given: Dossier, settings: Settings | None = None) -> Built:
    return Built(Site(given, settings or Settings(), PageInputs(sizes(given))))


def page_words(given: Dossier, page: str, settings: Settings | None = None) -> str:
    """The words of a page of a briefing."""
    path = f"{page}/index.md".removeprefix("index/")
    return words(seen(path, built(given, settings)[path]))


@cache
def edition(day: str) -> Built:
    """The pages of the invented briefing on a day."""
    return built(dossier("fixture", day))


def sizes(given: Dossier) -> dict[str, int]:
    drawings = charts.files(given, Settings(), lambda picture, face: b"-")
    files = data(given, Settings()) | drawings | atom(given, Settings())
    return {path: len(content) for path, content in files.items()}


def seen(path: str, text: str) -> Seen:
    found = Seen()
    page = block(text.encode()) if path.endswith(".md") else text
    # A browser shows none of the notes on values before it is asked for one.
    found.feed(page.partition("<template")[0])
    return found


def words(found: Seen) -> str:
    told = " ".join(" ".join(found.words).split())
    return told.replace("( ", "(").replace(" )", ")")
