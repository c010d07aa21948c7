"""Our PDFs, held to the standards, to what the site says, and to what a reader needs of them."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from generator.derive import derive
from generator.derive.labels import without_record
from generator.model.edition import Settings
from generator.reading.read import read
from generator.render.pdf import PdfInputs, pdfs, topics
from tests.briefings import DAYS, dossier, edition_day
from tests.conftest import CHINESE
from tests.pdfs import HEADING, Book, fonts, keys, squeezed

pytestmark = pytest.mark.xdist_group(__name__)

EDITION = DAYS["fixture"][2]
NAMES = [topic.name for topic in topics(dossier("fixture", EDITION))]
HAN = re.compile(r"[\u3400-\u9fff]+")
# Bytes of a book by its statements: a page can hold few or many.
LARGE = 5_000
MARKS = {"unquoted": "none", "uncounted": "none"}
OURS = re.compile(r"/[A-Z]{6}\+Briefing(Serif|Sans|Han)-\w+(-Identity-H)?")


@pytest.fixture(scope="module")
def book(site: Path) -> Book:
    return Book(site / "pdf" / "briefing.pdf")


@pytest.fixture(params=NAMES, scope="module")
def any_pdf(site: Path, request: pytest.FixtureRequest) -> Book:
    return Book(site / "pdf" / f"{request.param}.pdf")


def test_every_pdf_is_accessible_and_archival(any_pdf: Book) -> None:
    assert any_pdf.failures("ua1") == []
    assert any_pdf.failures("2a") == []


def test_every_pdf_has_what_no_standard_asks_for(any_pdf: Book) -> None:
    """One space of colours, our own fonts alone, English, and nothing that is attached or runs."""
    root = any_pdf.pdf.Root
    assert str(root.Lang).startswith("en") and len(root.OutputIntents) == 1
    assert not keys(any_pdf.pdf) & {"/JavaScript", "/JS", "/Launch", "/EmbeddedFiles", "/AA"}
    assert (found := fonts(any_pdf.pdf)) and all(OURS.fullmatch(name) for name in found)


def test_every_link_leads_somewhere_and_says_where(any_pdf: Book) -> None:
    places = {page.objgen for page in any_pdf.pdf.pages}
    for link in any_pdf.links:
        assert str(link.Contents)
        if "/A" in link and link.A.S == "/URI":
            assert str(link.A.URI).startswith(("http://", "https://"))
        else:
            assert target(any_pdf.pdf, link) in places


def target(pdf: pikepdf.Pdf, link: pikepdf.Object) -> tuple[int, int]:
    """The page that an internal link leads to."""
    place = link.Dest if "/Dest" in link else link.A.D
    if isinstance(place, pikepdf.Name | pikepdf.String):
        place = pikepdf.NameTree(pdf.Root.Names.Dests)[str(place)]
    place = place.D if isinstance(place, pikepdf.Dictionary) else place
    return place[0].objgen


def test_heads_of_columns_and_rows_say_so(any_pdf: Book) -> None:
    scopes = {str(attribute(head, "/Scope")) for head in any_pdf.of_kind("/TH")}
    assert scopes == ({"/Column", "/Row"} if any_pdf.of_kind("/Table") else set())
    assert {str(row.K[0].S) for row in any_pdf.of_kind("/TR")} <= {"/TH"}


def attribute(node: pikepdf.Object, key: str) -> object:
    held = node.get("/A", [])
    found = held if isinstance(held, pikepdf.Array) else [held]
    return next((one[key] for one in found if key in one), None)


def test_the_book_is_a_book(book: Book) -> None:
    outline = book.outline()
    headings = [one for one in book.elements if HEADING.fullmatch(one.kind)]
    assert {"Brief", "Timeline", "Rounds", "Agreements", "Figures"} <= set(outline)
    assert {"Disputes", "Known unknowns", "All facts", "Sources", "Glossary"} <= set(outline)
    assert len(outline) == len(headings)
    last = len(book.pages)
    assert book.pages[9].strip().endswith(f"10 of {last}")
    assert book.path.stat().st_size <= LARGE * len(dossier("fixture", EDITION).facts)
    assert book.of_kind("/LI") and book.of_kind("/TOCI")
    assert "Voss,Mira,3\u20134,6,7," in book.words
    # Sources are cited by numbers in brackets: a raised one would read as a power.
    assert not book.of_kind("/Note")


def test_the_date_is_that_of_the_edition(book: Book) -> None:
    with book.pdf.open_metadata() as told:
        assert told["xmp:CreateDate"].startswith(EDITION)
    assert edition_day() in book.pages[0]


@cache
def source() -> str:
    prints, faults = pdfs(PdfInputs(dossier("fixture", EDITION), Settings()), ["briefing"])
    assert not faults
    return prints[0].sources[0]


def test_book_and_data_say_the_same_of_each_statement(book: Book, site: Path) -> None:
    """Every value, status, holder and quotation of the data stands in the book's entry."""
    facts = json.loads((site / "data" / "facts.json").read_text(encoding="utf-8"))
    entries, name = annexed(), dossier("fixture", EDITION).briefing.name
    assert set(entries) == {fact["id"] for fact in facts}
    for fact in facts:
        first, entry = entries[fact["id"]]
        assert first in book.words, fact["id"]
        # Where it begins a line it begins with a capital.
        own = without_record(fact["label"], name(fact["record"]))[1:]
        told = [
            MARKS.get(fact["status"], fact["status"]),
            # A record with one statement of its name prints it once, as the heading above.
            own if fact["label"] != name(fact["record"]) else "",
            fact["words"],
            (fact["unit"] and fact["state"] or {}).get("text"),
        ]
        told += [position["words"] for position in fact["positions"]]
        if f"f:{fact['id']}" in entered():
            told += [MARKS.get(one["status"], one["status"]) for one in fact["positions"]]
        for word in filter(None, told):
            assert squeezed(word) in entry, (fact["id"], word)


def entered() -> set[str]:
    """The statements that have an entry; a row has room for one mark."""
    return set(re.findall(r'#entry\("([^"]+)"', source()))


def annexed() -> dict[str, tuple[str, str]]:
    """Of each entry and each row of a series, by its statement: the first words, and all."""
    found: dict[str, tuple[str, str]] = {}
    for part in re.split(r'#(?:entry|place-of)\("f:', source())[1:]:
        id_, _, rest = part.partition('"')
        is_row = dossier("fixture", EDITION).facts[id_].record.kind == "series"
        line = rest.partition("\n")[0]
        first = line.partition("], [")[0] if is_row else line
        whole = line if is_row else rest
        found[id_] = written(re.sub(r"#mark\(.*?\)", "", first)), written(whole)
    return found


def written(typst: str) -> str:
    """The text of all literals, and the names of marks."""
    literals = re.findall(r'#(?:long\(|mark\()?"((?:[^"\\]|\\.)*)"', typst)
    return squeezed("".join(one.replace('\\"', '"') for one in literals))


def test_sources_have_the_numbers_of_the_site(book: Book, site: Path) -> None:
    numbers = dossier("fixture", EDITION).source_numbers
    assert len(book.of_kind("/Table")) > 20
    for id_, number in numbers.items():
        page = (site / "sources" / id_ / "index.html").read_text(encoding="utf-8")
        assert f"<dd>{number} here and in the PDFs" in page
        assert f'({number}, "r:{id_}"' in source()


def test_every_name_can_be_found_chinese_ones_too(book: Book, site: Path) -> None:
    held = derive(read(site.parents[1]).briefing, date.fromisoformat(EDITION))
    names = [name for record in held.of_kind("person") for name in record.data.names]
    names += [name for record in held.of_kind("glossary") for name in record.data.names]
    assert CHINESE in names
    assert [name for name in names if squeezed(name) not in book.words] == []


def test_chinese_says_that_it_is_chinese(book: Book) -> None:
    tagged = [str(one.node.Lang) for one in book.elements if "/Lang" in one.node]
    for page in book.pdf.pages:
        page.contents_coalesce()
        tagged += re.findall(r"/Lang ?\((.*?)\)", page.Contents.read_bytes().decode("latin-1"))
    assert {one for one in tagged if one.startswith("zh")} == {"zh-CN"}
    runs = [found for page in book.pages for found in HAN.findall(page)]
    assert len([one for one in tagged if one == "zh-CN"]) >= len(runs) > 0


def test_the_site_offers_each_pdf_where_it_belongs(site: Path) -> None:
    downloads = (site / "downloads" / "index.html").read_text(encoding="utf-8")
    for topic in topics(dossier("fixture", EDITION)):
        assert f'href="../pdf/{topic.name}.pdf"' in downloads
        page = (site / topic.page).read_text(encoding="utf-8")
        assert f'pdf/{topic.name}.pdf"' in page
        told = len(Book(site / "pdf" / f"{topic.name}.pdf").pdf.pages)
        assert re.search(rf"\({told}\xa0pages?, [\d.]+\xa0[kM]B, as of {edition_day()}\)", page)


def test_the_head_of_a_page_of_the_annex_names_the_record_at_its_top(book: Book) -> None:
    heads = [squeezed(text.partition("\n")[0]) for text in book.pages]
    told = [head for head in heads if head.startswith(squeezed("All facts"))]
    given = dossier("fixture", EDITION)
    names = tuple(squeezed(given.briefing.name(id_)) for id_ in given.records)
    assert told and all(head.partition("·")[2].startswith(names) for head in told)
    assert len([head for head in heads if "·" in head]) == len(told)
