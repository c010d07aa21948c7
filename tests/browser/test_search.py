"""The search as it is used: spellings, keys, filters, a phone, no script; http and disk."""

import gzip
import json
import re
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import gates
from tests.briefings import DAYS
from tests.conftest import PROJECT
from tests.tables import rows_of

# What is made for all of them is made once.
pytestmark = pytest.mark.xdist_group(__name__)

EDITION = DAYS["fixture"][2]
TABLE = Path(__file__).with_name("search.txt")
SCRIPTS = PROJECT / "site_config/theme/assets/search"
STRANGE = (
    *("%", "(((", '"', "*", "<script>", "constructor", "__proto__", "toString", "\U0001f600"),
    *("'", "- -", "1e999", "9" * 400, "x" * 5000, "word " * 300, "He", "US", "May", "@06-10", "_"),
)
# Of any briefing on talks: also as the first letters of a longer word.
WORD = "agreement"


# A slip of another, a name, common words and a number that is no percentage.
SMALL = {
    "head": {
        "names": {"ada": "Ada Marsh; 艾达", "bells": "Bell-metal exports"},
        "aliases": {"ada": "Edda Marshy", "bells": "bell ore"},
        "pinyin": {"ada": "ai da", "bells": "ling dang chu kou"},
        "synonyms": {"levy": ["impost"]},
    },
    "documents": [
        {"kind": "person", "title": "Ada Marsh", "to": "people/ada/", "names": ["ada"]},
        {"kind": "claim", "title": "Why they apply", "to": "a#apply", "text": ["51-45, Synopsys"]},
        {"kind": "claim", "title": "The march of 5 March 2031", "to": "a#march"},
        {"kind": "section", "title": "Tolls", "to": "index.html#tolls"},
        {"kind": "claim", "title": "Tolls", "to": "a#tolls", "text": ["toll, toll and toll"]},
        {"kind": "round", "title": "Talks of the two sides in Bray, May 2031", "to": "bray/"},
        *(
            {"kind": "statement", "title": f"Talks in Bray: {what} of Bray", "to": f"bray/#{what}"}
            for what in ("day", "place")
        ),
        {"kind": "series", "title": "Bell-metal exports", "to": "bells/"}
        | {"names": ["bells"], "years": [2030, 2031]},
        {"kind": "series", "title": "Exports of metal for bells", "to": "metal/", "years": [2031]},
        *(
            {"kind": "statement", "title": f"Bell-metal exports, {when}", "to": f"bells/#{when}"}
            | {"value": value, "text": ["Order No. 46"], "years": [2031], "names": ["bells"]}
            for when, value in (("2031", "7,338 tonnes"), ("May 2031", "46.4 tonnes"))
        ),
        {"kind": "measure", "title": "The levy", "to": "levy/", "text": ["rate"]},
        {"kind": "statement", "title": "Rate of the levy in 2030", "to": "levy/#rate"},
        {"kind": "statement", "title": "Order No. 46 of 46 days", "to": "a#order", "value": "46"},
    ],
}
FIND = """async ([index, question]) => {
  const { hits, guesses, near } = (await briefingFind.make(index)).find(question);
  const words = found => found.flat(2).filter(Boolean).join(" ");
  const offered = near.map(([told, , title]) => [told, title]);
  return [hits[0]?.one.to ?? "", words(guesses.map(one => one[1])), words(offered)];
}"""


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, site: Path, served: str) -> str:
    """The address of the site, on a server and on a disk."""
    return served if request.param == "http" else site.as_uri()


def watched(browser: Browser) -> Iterator[Page]:
    """A page that may neither complain nor ask another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    yield page
    context.close()
    assert faults == []


page = pytest.fixture(watched, name="page")


@pytest.fixture(scope="module")
def opened_once(browser: Browser, site: Path) -> Iterator[Page]:
    """A page whose search is ready, for all who stay on it."""
    for page in watched(browser):
        yield opened(page, f"{site.as_uri()}/index.html")


@pytest.fixture
def ready(opened_once: Page) -> Page:
    """That page, with nothing asked yet."""
    opened_once.fill("input[name=query]", "")
    return opened_once


def opened(page: Page, address: str) -> Page:
    """A page whose search is ready."""
    page.goto(address, wait_until="load")
    page.focus("input[name=query]")
    expect(page.locator("[role=search] [role=status]")).to_have_text(re.compile("^Ask"))
    return page


def typed(page: Page, question: str) -> Page:
    """The page with what somebody typed."""
    page.fill("input[name=query]", question)
    page.locator("[role=search] ol a").first.wait_for()
    return page


def shown(page: Page) -> list[str]:
    return page.locator("[role=search] ol a").all_inner_texts()


def status(page: Page) -> str:
    return page.inner_text("[role=search] [role=status]")


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    """A blank page with what finds."""
    page = browser.new_page()
    for name in ("minisearch-7.2.0.js", "words.js", "pinyin.js", "find.js"):
        page.add_script_tag(path=SCRIPTS / name)
    yield page
    page.close()


@pytest.mark.parametrize(("text", "held", "not_held"), rows_of(TABLE, "spelt", 3))
def test_spellings(scripts: Page, text: str, held: str, not_held: str) -> None:
    found = set(scripts.evaluate("text => briefingWords.terms(text)", text))
    assert set(held.split()) <= found
    assert not_held not in found


@pytest.mark.parametrize(("question", "first", "guessed", "offered"), rows_of(TABLE, "asked", 4))
def test_a_question(scripts: Page, question: str, first: str, guessed: str, offered: str) -> None:
    assert scripts.evaluate(FIND, [SMALL, question]) == [first, guessed, offered]


# Four thousand documents, of which the last answer; what is told before all are read, and then.
LONG = """async (question) => {
  const one = (place) => ({ kind: "claim", title: `Toll ${place}`, to: `a#${place}` });
  const documents = [...Array(4000).keys()].map(one);
  const last = ["Arch of Sudland", "28,800 million dollars", "何立峰", "The call of 5 June 2031"];
  documents.push(...last.map((title) => ({ ...one(title), title })));
  const early = [];
  const told = ({ hits }) => hits.slice(0, 1).map(({ one }) => one.to);
  const index = { head: { names: {}, aliases: {} }, documents };
  const read = (part) => early.push(part.isPart, ...told(part.find(question)));
  const made = await briefingFind.make(index, () => question, read);
  return [early.slice(0, 2), made.isPart ?? false, ...told(made.find(question))];
}"""


@pytest.mark.parametrize(("question", "found"), rows_of(TABLE, "early", 2))
def test_what_may_answer_is_read_first(scripts: Page, question: str, found: str) -> None:
    assert scripts.evaluate(LONG, question) == [[True, f"a#{found}"], False, f"a#{found}"]


def test_strange_questions_neither_fail_nor_hang(ready: Page) -> None:
    for question in STRANGE:
        ready.evaluate(gates.ASK, question)
        assert ready.evaluate("document.querySelector('[role=status]').textContent")


def test_nothing_is_loaded_before_it_is_asked(page: Page, served: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{served}/index.html", wait_until="networkidle")
    assert [one for one in loaded if "/search/" in one or "worker" in one] == []
    opened(page, f"{served}/index.html")
    assert f"{served}/assets/search/index.js" in loaded
    assert {one.split("/")[2] for one in loaded} == {served.split("/")[2]}


def test_a_failed_load_is_told_and_tried_again(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.route("**/assets/search/index.js", lambda route: route.abort())
    page.goto(f"{served}/index.html", wait_until="load")
    page.focus("input[name=query]")
    expect(page.locator("[role=search] [role=status]")).to_contain_text("could")
    page.unroute("**/assets/search/index.js")
    page.evaluate("document.activeElement.blur()")
    page.focus("input[name=query]")
    assert typed(page, WORD)
    page.close()


def test_a_question_in_the_address_opens_it(page: Page, start: str) -> None:
    page.goto(f"{start}/rounds/index.html?q=34.5%25", wait_until="load")
    page.locator("[role=search] ol a").first.wait_for()
    assert page.input_value("input[name=query]") == "34.5%"
    assert "34.5%" in page.locator("[role=search] li").first.inner_text()


def test_keys(page: Page, start: str) -> None:
    opened(page, f"{start}/about/index.html")
    page.keyboard.press("Escape")
    assert not page.is_visible("[role=search] ol")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    typed(page, WORD)
    assert page.input_value("input[name=query]") == WORD
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    focused = "document.activeElement.textContent"
    assert page.evaluate(focused) == shown(page)[1]
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == shown(page)[0]
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "query"
    first = page.evaluate(gates.ASK, WORD)[0]
    page.keyboard.press("Enter")
    page.wait_for_url(first)


def test_escape_or_leaving_closes_and_typing_on_a_result_goes_on(ready: Page) -> None:
    typed(ready, WORD[:-1])
    ready.keyboard.press("ArrowDown")
    ready.keyboard.type(WORD[-1])
    assert ready.input_value("input[name=query]") == WORD
    ready.keyboard.press("ArrowDown")
    ready.keyboard.press("Escape")
    assert ready.evaluate("document.activeElement.name") == "query"
    assert not ready.is_visible("[role=search] ol")
    ready.keyboard.type("s")
    assert ready.is_visible("[role=search] ol")
    ready.mouse.click(300, 600)
    assert not ready.is_visible("[role=search] ol")


def test_a_result_on_the_same_page_closes_the_list(page: Page, site: Path) -> None:
    typed(opened(page, f"{site.as_uri()}/materials/glimmer-salt/index.html"), "salt glow")
    page.locator("[role=search] ol a[href$='#glimmer-salt.glow']").click()
    page.wait_for_url("**#glimmer-salt.glow")
    assert not page.is_visible("[role=search] ol")


def test_results_say_kind_status_and_as_of(ready: Page) -> None:
    typed(ready, "Has Borealis kept the harbour statement?")
    link = ready.locator("a[href$='#statement-kept']")
    told = ready.locator("[role=search] li", has=link).inner_text()
    assert "Statement · disputed · as of 24 June 2032" in told
    assert "totally broken its word" in told and "carried out the harbour statement" in told
    typed(ready, "privacy")
    section = ready.locator("[role=search] li", has=ready.locator("a[href$='#privacy']"))
    assert "Section · About · as of 24 June 2032" in section.inner_text()


def options(page: Page, name: str) -> dict[str, int]:
    """What a filter offers, and how many results each has."""
    texts = page.get_by_label(name, exact=True).locator("option").all_text_contents()
    return {text.rpartition(" (")[0]: int(text.rpartition("(")[2].rstrip(")")) for text in texts}


def test_filters(ready: Page) -> None:
    typed(ready, "salt")
    for name in ("Kind", "Side", "Status", "Year"):
        _, *offered = options(ready, name).items()
        option, number = max(offered, key=itemgetter(1))
        every = max(options(ready, name).values())
        filter_ = ready.get_by_label(name, exact=True)
        filter_.select_option(label=f"{option} ({number})")
        assert status(ready).startswith(f"{number} results of {every}")
        assert len(shown(ready)) == min(number, 20)
        other = "Status" if name == "Kind" else "Kind"
        assert max(options(ready, other).values()) == number
        filter_.select_option(index=0)


def test_more_than_twenty(ready: Page) -> None:
    typed(ready, "2031")
    assert len(shown(ready)) == 20
    ready.get_by_role("button", name="Show 20 more").click()
    assert len(shown(ready)) == 40
    assert ready.evaluate("document.activeElement.textContent") == shown(ready)[20]


def test_what_was_not_found_as_it_was_asked_is_said(ready: Page) -> None:
    typed(ready, "agrement")
    assert "“agrement” read as “agreements”" in status(ready)
    for role, name in (("search", "Search"), ("list", "Results")):
        assert ready.get_by_role(role, name=name).count() == 1  # type: ignore[arg-type]
    typed(ready, f"{WORD} qqqq")
    assert status(ready).endswith("none with all words. Nothing holds “qqqq”.")


def test_an_empty_result_offers_the_nearest_words_or_the_lists(page: Page, site: Path) -> None:
    opened(page, f"{site.as_uri()}/index.html")
    assert page.evaluate(gates.ASK, "aggremments") == []
    assert status(page) == "No results. The nearest:"
    page.get_by_role("search").get_by_role("link", name="agreements", exact=True).click()
    assert page.input_value("input[name=query]") == "agreements" and shown(page)
    assert page.evaluate(gates.ASK, "zzzzqqqq") == [] and "near “zzzzqqqq”" in status(page)
    page.get_by_role("search").get_by_role("link", name="All facts").click()
    assert page.url.endswith("/facts/index.html")


def test_without_javascript_a_link_stands_in(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/rounds/index.html")
    assert not page.is_visible("input[name=query]")
    page.click("header a.search-plain")
    assert page.url.endswith("/facts/index.html")
    context.close()


def test_on_a_phone(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(f"{served}/index.html", wait_until="load")
    page.get_by_role("button", name="Search", exact=True).tap()
    typed(page, WORD)
    assert page.evaluate("document.activeElement.name") == "query"
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    seen = "all => all.filter(one => one.offsetWidth).map(one => one.offsetHeight)"
    assert min(page.locator("[role=search] :is(select, button, a)").evaluate_all(seen)) >= 16
    page.get_by_role("button", name="Close search").tap()
    assert not page.is_visible("[role=search]")
    assert page.evaluate("document.activeElement.className") == "search-open"
    context.close()


def test_the_index_is_small(site: Path) -> None:
    statements = len(json.loads((site / "data/facts.json").read_bytes()))
    index = gzip.compress((site / "assets/search/index.js").read_bytes(), 9)
    # The sections of a site's own pages are much the same whatever it is about.
    assert len(index) <= 2_200 + 150_000 * statements / 1000


def test_every_document_leads_somewhere(site: Path) -> None:
    text = (site / "assets/search/index.js").read_text(encoding="utf-8")
    found = json.loads(text.partition("=")[2].rstrip(";\n"))["documents"]
    pages = gates.texts(site)
    places = [one["to"].partition("#")[::2] for one in found]
    assert [(to, id_) for to, id_ in places if id_ and f'id="{id_}"' not in pages[to]] == []
