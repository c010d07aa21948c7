"""Odd content in PDFs: it prints as text, or an editor is told where it stands."""

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from generator.build.printing import WantedPdfs, print_pdfs
from generator.model.edition import Settings
from generator.reading.check import check
from generator.render.pdf import PdfInputs, pdfs
from generator.render.site.site import site
from tests.briefings import DAYS, dossier
from tests.conftest import TINY, Files, give_layout
from tests.pdfs import Book, squeezed

MARKUP = '#eval(x) "; #panic() $x$ <lbl> @ref // no /* no */ `raw` *b* _i_ = h [x] \\\\ #let'
WORD = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichen" * 4
ADDRESS = "https://courier.example/" + "a1b2c3d4e5" * 30
SOURCE = TINY["sources/post-0602.yaml"]
CLAIM = TINY["claims/arch-promise.yaml"]


@pytest.fixture
def printed(briefing: Callable[..., Path]) -> Callable[..., Book]:
    """A PDF of the tiny briefing with some files changed, as it was set."""

    def make(changes: Files, name: str = "disputes") -> Book:
        root = briefing(changes)
        give_layout(root)
        found, paths = print_pdfs(root, root / "out", WantedPdfs(names=(name,)))
        assert [one.message for one in found.diagnostics] == []
        return Book(paths[0])

    return make


def test_a_long_word_is_printed_whole(printed: Callable[..., Book]) -> None:
    found = printed({"sources/post-0602.yaml": SOURCE.replace("No such promise", WORD)})
    assert squeezed(WORD) in found.words
    assert found.failures("ua1") == found.failures("2a") == []


def test_like_markup_it_prints_in_every_place(printed: Callable[..., Book]) -> None:
    told = MARKUP.replace("\\\\", "\\")
    claim = CLAIM.replace("Did Sudland promise to mend the southern arch?", f"'{told}'")
    claim = claim.replace("words: promised nothing about the arch", f"words: '{told}'")
    source = SOURCE.replace('"Sudland promised nothing about the arch."', f"'{told}'")
    found = printed({"claims/arch-promise.yaml": claim, "sources/post-0602.yaml": source})
    assert found.words.count(squeezed(told)) >= 4


def test_a_long_address_is_cut_in_print_and_whole_in_its_link(printed: Callable[..., Book]) -> None:
    found = printed(
        {"sources/post-0602.yaml": SOURCE.replace("https://post.example/0602", ADDRESS)}
    )
    assert "courier.example/a1b2" in found.words and squeezed(ADDRESS) not in found.words
    assert ADDRESS in {str(link.A.URI) for link in found.links if "/A" in link}
    for link in found.links:
        left, _, right, _ = (float(one) for one in link.Rect)
        assert 0 < left < right < 595


def test_a_table_wider_than_the_page_is_cut_into_equal_parts(printed: Callable[..., Book]) -> None:
    mill = TINY["rounds/mill-talks-2031-03.yaml"]
    many = {
        f"rounds/mill-talks-{n:02}.yaml": mill.replace("Talks at the mill, March 2031", f"Talk {n}")
        for n in range(24)
    }
    found = printed(many, "briefing")
    heads = [len(one.K[0].K[0].K) for one in found.of_kind("/Table") if str(one.K[0].S) == "/THead"]
    wide = [number for number in heads if number > 5]
    assert (min(wide), max(wide)) == (9, 10)
    assert all(squeezed(f"Talk {n}") in found.words for n in range(24))


def test_with_an_address_a_table_of_several_pages_can_be_set(printed: Callable[..., Book]) -> None:
    mill, many = TINY["rounds/mill-talks-2031-03.yaml"], [f"miller-{n:02}" for n in range(60)]
    taken = "".join(
        f"    {one}: {{person: {one}, attendance: present, witnesses: [courier-0310]}}\n"
        for one in many
    )
    people = {f"people/{one}.yaml": f"name: {one}\nparty: norland\n" for one in many}
    talks = f"{dedent(mill).strip()}\n{taken}"
    given = {
        **people,
        "rounds/mill-talks-2031-03.yaml": talks,
        "rounds/ford-talks-2031-03.yaml": talks.replace("at the mill", "at the ford"),
        "../site_config/site.yaml": "url: https://shires.example\n",
    }
    found = printed(given, "briefing")
    assert found.failures("ua1") == found.failures("2a") == []
    addresses = [str(link.A.URI) for link in found.links if "/A" in link and link.A.S == "/URI"]
    assert any(one.startswith("https://shires.example/") for one in addresses)


def test_a_check_tells_a_character_without_a_font_except_in_comments(
    briefing: Callable[..., Path],
) -> None:
    name = 'name: "Bank \U0001f98e"  # \u0905\n'
    page = "# Words\n\nOnly \u0905.\n"
    root = briefing({"bodies/bank.yaml": name, "pages/words.md": page})
    assert not check(root).errors
    give_layout(root)
    found = check(root).diagnostics
    assert [(one.span.file.path, one.span.line, one.span.column) for one in found] == [
        ("content/bodies/bank.yaml", 1, 13),
        ("content/pages/words.md", 3, 6),
    ]


def test_every_address_of_the_website_is_one_of_its_pages() -> None:
    given, settings = dossier("fixture", DAYS["fixture"][2]), Settings(url="https://salt.example")
    prints, faults = pdfs(PdfInputs(given, settings))
    pages = {path.replace(".md", ".html") for path in site(given, settings)[0]}
    text = "".join(source for one in prints for source in one.sources)
    found = re.findall(r'#away\("https://salt\.example/([^"#]*)', text)
    named = {f"{one}index.html" if one.endswith("/") else one for one in found}
    assert not faults and named and named <= pages
