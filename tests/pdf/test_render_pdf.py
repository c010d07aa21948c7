"""Typst as the PDFs are written in it: facts are string literals, and nothing can become more."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.reading.output import HAVE_PDFS, OWN_PDFS
from generator.render.pdf import BOOK, PdfInputs, pdfs, topics
from generator.render.pdf.annex import family_first, index_pattern, names_in_texts
from generator.render.pdf.document_writer import Chapter, DocumentWriter
from generator.render.pdf.rich_text import DocumentLinks, comment, set_rich, text
from generator.render.views.borne import marked
from generator.render.views.details import box
from generator.render.views.links import Address
from generator.render.views.page import Sealed
from generator.render.views.sheet import Sheet
from generator.render.views.text import Rich, fill, joined, tag
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of
from tests.sites import Settings
from tests.tables import briefings

EDITION = DAYS["fixture"][2]
FILES, LISTED = briefings(Path(__file__).with_name("index.txt"))


@cache
def inputs(day: str = EDITION) -> PdfInputs:
    return PdfInputs(dossier("fixture", day), Settings())


def reach(labels: frozenset[str] | None = None, url: str | None = None) -> DocumentLinks:
    return DocumentLinks(dossier("fixture", EDITION), url, labels)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        # Nothing follows a text that could call it.
        (text("a") + text("(b)"), '#"a";#"(b)";'),
        # Controls are not printed, line ends are spaces, and a comment is one line.
        (text("a\x07b\nc"), '#"ab c";'),
        (comment("a\nb"), "\n// a b\n"),
        # A word too long for a column may break.
        (text(f"see {'x' * 40} now"), f'#"see ";#long("{"x" * 40}");#" now";'),
    ],
)
def test_text_is_written_as_literals(written: str, wanted: str) -> None:
    assert written == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (Rich(*tag("strong", "a"), "b"), '#strong[#"a";];#"b";'),
        (tag("ul", Rich(*tag("li", "a"), "\n", *tag("li", "b"))), '#list([#"a";], [#"b";], );'),
        (tag("p", "a"), '#"a";#parbreak();'),
        (tag("bdi", "何", lang="zh-Hans"), '#foreign("zh")[#"何";];'),
        (marked("reported"), '#status[#"reported";];'),
        (tag("h3", "a"), '#heading(level: 3)[#"a";];'),
        (fill("a {} b", "<"), '#"a < b";'),
        (Rich("a", *tag("br", ""), "\n b"), '#"a";#linebreak();#" b";'),
        (tag("pre", tag("code", "a\n")), '#small[#raw(block: true, "a ");];'),
        (
            tag("table", joined((tag("tr", tag("th", "A")), tag("tr", tag("td", "b"))), "\n")),
            '#rows(("1fr", ), ([#"A";], ), ((none, none, (([#"b";], ), ), ), ));',
        ),
    ],
)
def test_running_text_is_set(given: Rich, wanted: str) -> None:
    assert set_rich(reach(), given) == wanted.replace('"1fr"', "1fr")


def test_a_link_to_what_the_document_holds_leads_there() -> None:
    given = tag("a", "x", href=Address("claims/premier-agreed/index.html", "premier-agreed"))
    held = frozenset({"f:premier-agreed"})
    assert set_rich(reach(held), given) == '#to("f:premier-agreed")[#"x";];'


def test_a_link_to_what_it_does_not_hold_leads_to_the_website_or_nowhere() -> None:
    given = tag("a", "x", href=Address("claims/index.html"))
    afar = reach(frozenset(), "https://salt.example/")
    told = '#away("https://salt.example/claims/index.html")[#"x";];'
    assert set_rich(afar, given) == told
    assert set_rich(reach(frozenset()), given) == '#"x";'


@pytest.mark.parametrize("id_", ["premier-agreed", "lamp-works-2031-06.before-the-call"])
def test_a_value_is_cited_by_the_numbers_of_its_sources_or_of_what_goes_into_it(id_: str) -> None:
    held = dossier("fixture", EDITION)
    fact = held.facts[id_]
    known = [fact, *(held.facts[one] for one in (fact.computed.inputs if fact.computed else ()))]
    numbers = sorted({held.source_numbers[e.source.id] for one in known for e in one.evidence})
    given = tag("a", "x", class_="fact-value", href=Address("claims/index.html", id_))
    found = set_rich(reach(), given, cites=True)
    assert [int(one) for one in re.findall(r'\("(\d+)", "r:', found)] == numbers


def test_a_bare_fact_is_refused() -> None:
    fact = next(iter(dossier("fixture", EDITION).facts.values()))
    bare = Chapter("", "x", "words.typ.j2", {"words": [(Sealed(fact), "x")]})
    written, faults = DocumentWriter.of(inputs()).set(bare)
    assert (written, [fault.code for fault in faults]) == ("", ["bare-fact"])


def test_every_document_is_made_and_every_item_says_where_it_comes_from() -> None:
    prints, faults = pdfs(inputs())
    assert not faults
    assert [one.name for one in prints] == [one.name for one in topics(dossier("fixture", EDITION))]
    places = set(re.findall(r"^// (\S+):\d+$", prints[0].sources[0], re.MULTILINE))
    files = {fact.record.file.path for fact in dossier("fixture", EDITION).facts.values()}
    assert files <= places


def test_a_record_with_one_statement_prints_its_title_once() -> None:
    prints, _ = pdfs(inputs())
    told = prints[0].sources[0].partition('#annexed(3)[#"What the coming weeks decide";]')[2]
    assert re.search(r'#entry\("f:weeks-decide", \d+, \[\],', told)


@pytest.mark.parametrize(("what", "given", "wanted"), LISTED)
def test_an_index_lists_what_texts_name(what: str, given: str, wanted: str) -> None:
    listed = dossier_of(FILES["names"], "2031-03-20")
    if what == "found in":
        assert ("; ".join(re.findall(index_pattern(listed), given)) or "none") == wanted
    elif what == "spelt":
        assert "; ".join(names_in_texts(listed)[given]) == wanted
    else:
        assert family_first(listed.briefing, listed.briefing.records[given]) == wanted


def test_no_record_can_take_the_place_of_a_pdf_of_ours() -> None:
    given = dossier("fixture", EDITION)
    own = {one.name for one in topics(given)} - given.briefing.records.keys()
    assert own == OWN_PDFS
    others = {one.name for one in topics(given)} - own
    assert {given.records[name].kind for name in others} == set(HAVE_PDFS)


def test_what_a_day_does_not_have_has_no_pdf() -> None:
    early, late = (topics(dossier("fixture", day)) for day in (DAYS["fixture"][0], EDITION))
    assert {topic.name for topic in early} < {topic.name for topic in late}


@pytest.mark.parametrize("id_", ["harbour-talks-2031-05", "notice-61"])
def test_a_record_opens_with_the_box_of_its_page(id_: str) -> None:
    source = pdfs(inputs(), [BOOK])[0][0].sources[0]
    shown = source.partition(f'#chapter("r:{id_}"')[2].partition("#chapter(")[0]
    given = inputs().dossier
    rows = box(Sheet(given, Settings(), "x.md"), given.records[id_])
    terms = re.findall(r'^\(\[#"([^"]+)";\]', shown.partition("#box-of(")[2], re.MULTILINE)
    assert terms[: len(rows)] == [term for term, _ in rows] and "what applied" not in shown


def test_the_figures_are_tables_and_are_not_told_again() -> None:
    given = dossier("fixture", EDITION)
    (figures,), _ = pdfs(inputs(), ["figures"])
    labels = re.findall(r'#(entry|place-of)\("f:([^"]+)"', figures.sources[0])
    of_series = {call for call, id_ in labels if given.facts[id_].record.kind == "series"}
    assert of_series == {"place-of"}
    assert len({id_ for _, id_ in labels}) == len(labels)


@pytest.mark.parametrize(("url", "told"), [(None, "id"), ("https://salt.example/", "address")])
def test_below_a_statement_stands_an_address_only_of_a_website(url: str | None, told: str) -> None:
    source = pdfs(replace(inputs(), settings=Settings(url=url)), (BOOK,))[0][0].sources[0]
    assert f"The {told} below a statement" in source
    found = [f'{path}/"' in source for path in ("f/premier-agreed", "series/exports-to-aurelia")]
    assert found == [bool(url)] * 2


@pytest.mark.parametrize(("day", "is_told"), [(EDITION, True), (DAYS["fixture"][0], False)])
def test_the_book_lists_what_was_corrected(day: str, is_told: bool) -> None:
    (book,), faults = pdfs(inputs(day), [BOOK])
    told = book.sources[0].partition('#chapter("p:corrections", 1)')[2]
    assert not faults and ("24 June 2032: answers rejected" in told) is is_told is bool(told)


def test_a_pdf_says_which_edition_it_is_where_that_was_published() -> None:
    for day, is_told in ((EDITION, True), (DAYS["fixture"][1], False)):
        found, _ = pdfs(inputs(day), (BOOK, "one-page"))
        assert ["Summer 2032" in one.sources[0] for one in found] == [is_told, is_told]


@pytest.mark.parametrize(
    ("since", "title", "day"),
    [
        (None, "What changed since Autumn 2031", "20 February 2032"),
        (date(2032, 6, 1), "What changed since 1 June 2032", "24 June 2032"),
    ],
)
def test_what_changed_is_told_since_the_last_edition_or_a_day(
    since: date | None, title: str, day: str
) -> None:
    (found,), faults = pdfs(replace(inputs(), since=since), ("changes",))
    assert not faults and f"[{text(title)}]" in found.sources[0]
    assert f"([{text(day)}], [" in found.sources[0]


def test_where_nothing_changed_there_is_nothing_to_print() -> None:
    assert pdfs(replace(inputs(), since=date(2032, 6, 24)), ("changes",)) == ((), ())


def test_an_answer_or_a_silence_is_cited_by_its_own_sources_alone() -> None:
    held = dossier("fixture", EDITION)
    for id_, of, source in (
        ("statement-kept", "aurelia", "lantern-0606"),
        ("premier-agreed", "borealis", "call-note"),
    ):
        href = Address("claims/index.html", id_)
        given = tag("a", "x", class_="fact-value", href=href, data_of=of)
        found = set_rich(reach(), given, cites=True)
        assert re.findall(r'\("(\d+)", "r:', found) == [str(held.source_numbers[source])]
