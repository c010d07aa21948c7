"""Text stays text in Markdown and HTML; numbers and dates are written as a reader expects them."""

import html
import re

import pytest
import yaml
from markdown import Markdown

from generator.model.dates import UNKNOWN, parse_date
from generator.model.values import parse_value
from generator.render.site.raw import block, document
from generator.render.templates import attribute
from generator.render.templates import html as written
from generator.render.views.links import external
from generator.render.views.text import day, number, quantity, tag

EXTENSIONS = ["extra", "toc", "sane_lists", "smarty", "admonition", "wikilinks", "pymdownx.extra"]
EXTENSIONS += ["pymdownx.critic", "pymdownx.snippets", "pymdownx.tilde", "pymdownx.magiclink"]
HOSTILE = (
    "**b** _i_ `c` ~~x~~ ==y== ^z^ :smile: [a](javascript:x) ![b](http://x) {: onclick=x } { #id }",
    "# one\n\n| a | b |\n|---|---|\n\n!!! note\n    in\n\n[^1]: n\n\n*[HTML]: abbreviation",
    "~~~{.x onfocus=alert(1) autofocus=1}\nz\n~~~",
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("frame", ["<p>{}</p>", "<pre>\n{}\n</pre>", '<p title="{}">x</p>'])
def test_an_engine_finds_nothing_to_read_in_a_page(text: str, frame: str) -> None:
    body = frame.format(html.escape(text))
    written = block(document({}, body).encode())
    assert html.unescape(body) in html.unescape(written)
    assert Markdown(extensions=EXTENSIONS).convert(written).strip() == written


@pytest.mark.parametrize("text", ['"><b>', "' onclick=x", "`a` [b](c) {d}", "a\nb", "&quot;"])
def test_attribute_stays_an_attribute(text: str) -> None:
    assert re.fullmatch(r'<a href="[^"<>]*">y</a>', written(tag("a", "y", href=text)))
    assert html.unescape(str(attribute(text))).split() == text.split()


def test_yaml_reads_the_head_whatever_stands_in_it() -> None:
    for char in ("\ufffe", "\uffff", "\x7f", "\x85", "\u2028", "\ufeff", "\x01"):
        head = document({"title": f"a{char}![x](y)"}, "").split("---\n")[1]
        assert html.unescape(yaml.safe_load(head)["title"]).endswith("![x](y)")


def test_headings_get_ids_permalinks_and_a_list() -> None:
    page = document({}, '<h1>A</h1><h2>B &amp; c</h2><h3 id="d--e">D</h3><h2>B c</h2>')
    assert '<h2 id="b-c_1">B c<a class="headerlink" href="#b-c&#95;1"' in page.replace(
        'id="b-c&#95;1"', 'id="b-c_1"'
    )
    assert (
        'contents: "<ul><li><a href=\\"#b-c\\">B &#38; c</a><ul><li><a href=\\"#d--e\\">D</a>'
        in page
    )


def test_number_that_counts_nothing_may_be_a_year() -> None:
    assert (number("2020", counts=False), number("5933", counts=False)) == ("2020", "5,933")


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("-34.5", "%", "−34.5%"),
        ("5864.60", None, "5,864.60"),
        ("0012345", None, "0,012,345"),
        ("24", "pp", "24\u00a0percentage points"),
        ("1", "pp", "1\u00a0percentage point"),
        ("-1", "days", "−1\u00a0day"),
        ("28.8", "USD bn", "USD\u00a028.8\u00a0billion"),
        ("90", "days", "90\u00a0days"),
        ("353", "t", "353\u00a0tonnes"),
        (">90", "%", "more than 90%"),
        (">= 3", None, "at least 3"),
        ("~90", "%", "about 90%"),
        ("87..90", "%", "87 to 90%"),
        ("2025-06-09", "%", "9 June 2025"),
        ("2025-06", None, "June 2025"),
        ("../2025-06-30", None, "not later than 30 June 2025"),
        (">90000000", "t", "more than 90\xa0million\xa0tonnes"),
        ("120.42", "USD per kg", "USD\xa0120.42\xa0per kg"),
    ],
)
def test_quantity(value: str, unit: str | None, shown: str) -> None:
    assert quantity(parse_value(value), unit) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2025-11-10T00:01-05:00", "10 November 2025, 00:01 UTC−05:00"),
        ("2025-11-10T12:30:00Z", "10 November 2025, 12:30 UTC"),
        ("2025", "2025"),
    ],
)
def test_day(written: str, shown: str) -> None:
    assert day(parse_date(written)) == shown
    assert day(UNKNOWN) == "date unknown"


@pytest.mark.parametrize("given", ["javascript:alert(1)", "//x.org", "ftp://x", "data:x", "", None])
def test_only_web_addresses_are_linked(given: str | None) -> None:
    assert external(given) is None
