"""Prose: references print with their status, and nothing that an editor writes becomes markup."""

import re
from html import unescape

import pytest

from generator.model.edition import Settings
from generator.render.html import html
from generator.render.views.prose import prose, sentence
from generator.render.views.sheet import Sheet
from tests.dossiers import dossier_of, source

PAGE = "overview/index.html"
FILES = {
    "sources/note.yaml": source("The Wire", "2031-03-10", "the arch stands"),
    "sources/post.yaml": source("The Post", "2031-03-11", "the arch fell"),
    "claims/arch.yaml": "{by: reed, words: the arch stands, witnesses: [note#q]}",
    "claims/fate.yaml": """
        asks: Does the arch stand?
        positions:
          stands: {by: reed, says: The arch stands, witnesses: [note#q]}
          fell: {by: stone, says: The arch fell, witnesses: [post#q]}
        """,
    "events/flood.yaml": "{title: Flood, arch: {words: the arch fell, witnesses: [post#q]}}",
}


def shown(text: str) -> str:
    return html(prose(Sheet(dossier_of(FILES), Settings(), PAGE), text), PAGE)


def test_claim_names_its_author() -> None:
    found = shown('So: {{ fact("arch") }}.')
    assert (
        '<a class="fact-value" href="../claims/arch/index.html#arch">“<bdi>the arch stands' in found
    )
    assert ">claimed by Ada Reed</span>)" in found


def test_dispute_prints_every_position() -> None:
    found = re.sub("<[^>]*>", "", shown('{{ fact("fate") }}'))
    stands, fell = (
        "The arch stands, Ada Reed says, according to The Wire",
        "The arch fell, Ben Stone says, according to The Post",
    )
    assert f"{stands}; {fell} (disputed)" in found


def test_what_is_over_says_itself_what_it_did() -> None:
    toll = "{title: Toll, in-force: {value: 2031-03-01, until: 2031-03-12, witnesses: [note#q]}}"
    sheet = Sheet(dossier_of({**FILES, "measures/toll.yaml": toll}), Settings(), PAGE)
    found = html(prose(sheet, 'It is {{ state("toll.in-force") }}.'), PAGE)
    assert re.sub("<[^>]*>", "", found).strip() == "It ran out on 12 March 2031."


def test_names_and_links() -> None:
    assert "<p>Ada Reed</p>" in shown('{{ name("reed") }}')
    assert '<a href="../events/flood/index.html">Flood</a>' in shown('{{ link("flood") }}')


def test_link_to_what_has_no_page_is_text() -> None:
    assert "<p>North and nothing</p>" in shown('{{ link("north") }} and {{ link("nothing") }}')


def test_headings_begin_at_the_second_level() -> None:
    found = shown('# One\n\ntext\n\n## Two {{ name("reed") }} & <b>\n\n- item\n')
    assert "<h2>One</h2>" in found and "<h2>Two Ada Reed &#38; &#60;b&#62;</h2>" in found


def test_reference_in_table_item_and_emphasis() -> None:
    found = shown('| a | b |\n|---|--:|\n| x | {{ fact("arch") }} |\n\n- *{{ name("reed") }}*\n')
    assert "<em>Ada Reed</em>" in found and "<table>" in found
    assert '<td class="right"><a class="fact-value"' in found


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<div onclick=x>\n\n**a**\n\n</div>",
        "[a](javascript:alert(1))",
        "[a](JaVa&#115;cript:alert(1))",
        "[a](java\tscript:alert(1))",
        "[a](<javascript:alert(1)>)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "[a](data:text/html,x)",
        "[a](//other.example/x)",
        "![a](https://other.example/pixel.png)",
        "<javascript:alert(1)>",
        "text {: onclick=alert(1) }",
        "# title {: onclick=alert(1) }",
        "- ## deep <script>",
        "```\n<script>\n</script>\n```",
        "\ue0000\ue001 <b>",
        "[a](javascript&amp;colon;alert(1))",
        "[a](javascript&amp;amp;#58;alert(1))",
        "[a](java&amp;Tab;script&amp;#x3a;alert(1))",
        "[a](&amp;sol;&amp;sol;other.example/x)",
        "[a](&amp;bsol;&amp;bsol;other.example/x)",
        "[a](javascript&#58alert(1))",
    ],
)
def test_nothing_of_the_editor_becomes_markup(hostile: str) -> None:
    found = shown(hostile)
    tags = re.findall(r"<[^>]*>", found)
    assert not [t for t in tags if re.match(r"</?(?:script|img|b)\b", t)]
    assert not [t for t in tags if re.search(r"\son\w+=", unescape(t))]
    links = re.findall(r'(?:href|src)="([^"]*)"', found)
    assert not [link for link in links if re.match(r"\w+:|[/\\\\]{2}", unescape(link))]


def test_a_fence_has_a_language_and_no_attributes() -> None:
    assert "<pre><code>" in shown("```{.x onfocus=alert(1) #main}\ny\n```\n")
    assert '<code class="language-yaml">' in shown("```yaml\ny: 1\n```\n")


def test_web_link_is_marked_and_inner_link_is_not() -> None:
    found = shown("[a](https://x.example/?a=1&b=2) [b](../facts/index.html#arch)")
    assert '<a href="https://x.example/?a=1&#38;b=2" rel="nofollow external">a</a>' in found
    assert '<a href="../facts/index.html#arch">b</a>' in found


def test_a_link_out_of_the_site_stays_as_it_is_written() -> None:
    assert '<a href="../../../x.html">a</a>' in shown("[a](../../../x.html)")
    assert '<a href="#b">a</a>' in shown("[a](index.html#b)")


def test_an_address_keeps_what_only_looks_like_a_character() -> None:
    found = shown("[a](https://x.example/?a=1&region=2&copy=3)")
    assert 'href="https://x.example/?a=1&#38;region=2&#38;copy=3"' in found


def test_sentence_of_a_key_point() -> None:
    sheet = Sheet(dossier_of(FILES), Settings(), "index.html")
    assert html(sentence(sheet, 'It is *so*: {{ name("reed") }}.')) == (
        "<p>It is <em>so</em>: Ada Reed.</p>"
    )


def test_name_has_a_capital_article_only_where_a_sentence_begins() -> None:
    files = {**FILES, "events/flood.yaml": FILES["events/flood.yaml"].replace("Flood", "The flood")}
    sheet = Sheet(dossier_of(files), Settings(), "x")
    text = '{{ name("flood") }} came. See {{ link("flood") }}.\n\n- {{ name("flood") }}'
    assert prose(sheet, text).text == "The flood came. See the flood. The flood"
