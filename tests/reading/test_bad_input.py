"""Content that nobody would write on purpose: a diagnostic with its place, or a page that reads."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.build import story
from generator.model import FOLDERS
from generator.reading.check import check
from generator.reading.output import OWN_FOLDERS
from tests.briefings import dossier
from tests.conftest import TINY, Write, write_tiny
from tests.dossiers import dossier_of, source
from tests.sites import built, seen, words

# What is made for all of them is made once.
pytestmark = pytest.mark.xdist_group(__name__)

NOTE = {"sources/note.yaml": source("The Wire", "2031-03-10", "the arch of 34 stones stands")}
SEAT = "{name: Ada Reed, party: %s, seat: {words: the arch, witnesses: [note#q]}}"
MANY = 500


def test_namesakes_are_told_apart_by_their_party() -> None:
    files = {**NOTE, "people/reed.yaml": SEAT % "north", "people/reed-2.yaml": SEAT % "south"}
    claim = "{asks: Who?, by: reed-2, words: the arch, witnesses: [note#q]}"
    pages = built(dossier_of({**files, "claims/fate.yaml": claim}))
    assert "Ada Reed (North)" in words(seen("x.md", pages["people/index.md"]))
    assert "claimed by Ada Reed (South)" in words(seen("x.md", pages["claims/fate/index.md"]))
    assert ">Ada Reed (South)<a" in pages["people/reed-2/index.md"]


def test_every_folder_of_the_site_is_kept_from_pages_of_prose() -> None:
    given = dossier("fixture", "2032-06-24")
    prose = {Path(page.path).stem for page in given.briefing.pages}
    made = {path.partition("/")[0] for path in built(given) if "/" in path}
    assert made - prose <= OWN_FOLDERS
    assert set(FOLDERS) <= OWN_FOLDERS


def test_a_page_that_refers_to_nothing(briefing: Write) -> None:
    root = briefing({"pages/bare.md": "# Bare\n\nOnly words.\n", "pages/empty.md": "\n"})
    found, _ = story.compose(root)
    assert not found.errors
    assert "Only words." in found.files["bare/index.md"].decode()
    assert "empty/index.md" not in found.files


def test_a_page_with_a_fault_in_its_prose(briefing: Write) -> None:
    root = briefing({"pages/bare.md": 'one\n\n{{ fatc("fate") }}\n'})
    for found in (check(root), story.compose(root)[0]):
        assert not found.files
        assert [(one.code, one.span.line) for one in found.diagnostics] == [("template-name", 3)]


def series_of(count: int, name: Callable[[int], str]) -> dict[str, str]:
    points = "".join(f"  p{n}: {{value: 34, witnesses: [{name(n)}#q]}}\n" for n in range(count))
    return {**NOTE, "series/stones.yaml": f"title: Stones\nunit: stones\npoints:\n{points}"}


@pytest.fixture(scope="module")
def many() -> dict[str, str]:
    """The pages of a briefing with hundreds of statements in one record, from one source."""
    return built(dossier_of(series_of(MANY, lambda _: "note")))


@pytest.mark.parametrize("place", ["series/stones", "sources/note", "facts"])
def test_hundreds_go_on_over_pages_that_lead_on(many: dict[str, str], place: str) -> None:
    own = [path for path in many if path.startswith(f"{place}/")]
    assert len(own) == -(-MANY // 200)
    second = seen("x.md", many[f"{place}/page.2/index.md"])
    assert {"../index.html", "../page.3/index.html"} <= set(second.links)
    assert "page.2/index.html" in seen("x.md", many[f"{place}/index.md"]).links
    assert max(len(many[path].encode()) for path in many) < 500_000


def test_every_card_of_hundreds_stands_where_its_permalink_leads(many: dict[str, str]) -> None:
    assert 'id="stones.points.p499"' in many["series/stones/page.3/index.md"]
    target = "../../series/stones/page.3/index.html#stones.points.p499"
    assert f'href="{target}"' in many["f/stones.points.p499/index.html"]
    assert f'Figures">{MANY}<' in many["figures/index.md"]


@pytest.mark.parametrize("day", ["2031-03-10", "2031-03-20"])
def test_the_place_of_a_card_does_not_change_with_the_day(day: str) -> None:
    late = source("The Wire", "2031-03-20", "the arch of 34 stones stands")
    files = series_of(300, lambda n: "late" if n < 150 else "note")
    pages = built(dossier_of({**files, "sources/late.yaml": late}, day))
    assert 'id="stones.points.p250"' in pages["series/stones/page.2/index.md"]


LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
ADDRESS = "https://courier.example/" + "0123456789abcdef" * 20
HOSTILE = {
    "rounds/mill-talks-2031-03.yaml": TINY["rounds/mill-talks-2031-03.yaml"].replace(
        "Talks at the mill, March 2031", "محادثات في المطحنة (2031)"
    ),
    "measures/bridge-toll.yaml": TINY["measures/bridge-toll.yaml"]
    .replace("Toll on the bridge", LONG)
    .replace("label: toll", f"label: {LONG}"),
    "sources/courier-0310.yaml": TINY["sources/courier-0310.yaml"]
    .replace("https://courier.example/0310", ADDRESS)
    .replace("Shires meet at the mill", LONG),
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a title from right to left, and words without end."""
    root = write_tiny(tmp_path_factory.mktemp("hostile"), HOSTILE, engine=True)
    assert not story.build(root, root / "site").errors
    return root / "site"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    yield page
    page.close()


def test_words_and_addresses_without_end_do_not_scroll_the_page(hostile: Path, phone: Page) -> None:
    # What stands below f/ leads on at once, and the handbook says nothing of this briefing.
    others = {"f", "guide", "messages", "reference"}
    names = {path.relative_to(hostile) for path in hostile.rglob("index.html")}
    for name in sorted(one for one in names if one.parts[0] not in others):
        phone.goto((hostile / name).as_uri())
        assert phone.evaluate("document.documentElement.scrollWidth") <= 320, name


def test_a_title_from_right_to_left_stands_by_itself(hostile: Path, phone: Page) -> None:
    phone.goto((hostile / "rounds/mill-talks-2031-03/index.html").as_uri())
    assert "محادثات في المطحنة (2031)" in phone.title() and "bdi" not in phone.title()
    direction = "getComputedStyle(document.querySelector('h1 bdi')).direction"
    assert phone.evaluate(direction) == "rtl"
    phone.goto((hostile / "rounds/index.html").as_uri())
    name = phone.locator("#section--list + div th a bdi").first.inner_text()
    assert name == "محادثات في المطحنة (2031)"
