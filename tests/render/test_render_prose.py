"""Prose: a reference prints its value in the form it asks for and with its status."""

import re
from html import unescape
from pathlib import Path

import pytest

from generator.model.edition import Settings
from generator.render.templates import html
from generator.render.views.prose import phrase, prose
from generator.render.views.sheet import Sheet
from generator.report import BREAK, code, plain
from tests.dossiers import dossier_of, source
from tests.tables import rows

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


VALUE = '<a class="fact-value" href="../claims/arch/index.html#arch">'
TABLE = '| a | b |\n|---|--:|\n| x | {{ fact("arch") }} |\n\n- *{{ name("reed") }}*\n'
WEB = "[a](https://x.example/?a=1&b=2) [b](../facts/index.html#arch)"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('So: {{ fact("arch") }}.', f"{VALUE}“<bdi>the arch stands"),
        ('So: {{ fact("arch") }}.', ">claimed by Ada Reed</span>)"),
        ('{{ name("reed") }} said {{ fact("arch") }}.', ' aria-label="claimed by Ada Reed"'),
        ('{{ link("flood") }}', '<a href="../events/flood/index.html">Flood</a>'),
        ('{{ link("flood", "it & I") }}', '<a href="../events/flood/index.html">it &#38; I</a>'),
        # What has no page is text.
        ('{{ link("north") }} and {{ link("nothing") }}', "<p>North and nothing</p>"),
        ("# One\n\ntext", "<h2>One</h2>"),
        ('## Two {{ name("reed") }} & <b>\n', "<h2>Two Ada Reed &#38; &#60;b&#62;</h2>"),
        (TABLE, "<em>Ada Reed</em>"),
        (TABLE, '<td class="right"><a class="fact-value"'),
        # A fence has a language and no attributes.
        ("```{.x onfocus=alert(1) #main}\ny\n```\n", "<pre><code>"),
        ("```yaml\ny: 1\n```\n", '<code class="language-yaml">'),
        # A link to the web is marked, and one within or out of the site stays as it is written.
        (WEB, '<a href="https://x.example/?a=1&#38;b=2" rel="nofollow external">a</a>'),
        (WEB, '<a href="../facts/index.html#arch">b</a>'),
        ("[a](../../../x.html)", '<a href="../../../x.html">a</a>'),
        ("[a](index.html#b)", '<a href="#b">a</a>'),
        # An address keeps what only looks like a character.
        ("[a](https://x.example/?region=2&copy=3)", '="https://x.example/?region=2&#38;copy=3"'),
    ],
)
def test_prose_reads(text: str, told: str) -> None:
    assert told in shown(text)


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


@pytest.mark.parametrize(
    "hostile",
    [
        "<div onclick=x>\n\n**a**\n\n</div>",
        "[a](JaVa&#115;cript:alert(1))",
        "[a](java\tscript:alert(1))",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "![a](https://other.example/pixel.png)",
        "text {: onclick=alert(1) }",
        "- ## deep <script>",
        "\ue0000\ue001 <b>",
        "[a](javascript&amp;amp;#58;alert(1))",
        "[a](java&amp;Tab;script&amp;#x3a;alert(1))",
        "[a](&amp;bsol;&amp;bsol;other.example/x)",
    ],
)
def test_nothing_of_the_editor_becomes_markup(hostile: str) -> None:
    found = shown(hostile)
    tags = re.findall(r"<[^>]*>", found)
    assert not [t for t in tags if re.match(r"</?(?:script|img|b)\b", t)]
    assert not [t for t in tags if re.search(r"\son\w+=", unescape(t))]
    links = re.findall(r'(?:href|src)="([^"]*)"', found)
    assert not [link for link in links if re.match(r"\w+:|[/\\\\]{2}", unescape(link))]


def test_name_has_a_capital_article_only_where_a_sentence_begins() -> None:
    files = {**FILES, "events/flood.yaml": FILES["events/flood.yaml"].replace("Flood", "The flood")}
    sheet = Sheet(dossier_of(files), Settings(), "x")
    text = '{{ name("flood") }} came. See {{ link("flood") }}.\n\n- {{ name("flood") }}'
    assert prose(sheet, text).text == "The flood came. See the flood. The flood"


DOSSIER = dossier_of(
    {
        "sources/w.yaml": source(
            "The Wire", "2031-03-02", "On 1 April 2031 62585 carts, since June 2030 or 2029."
        ),
        "events/fair.yaml": """
            title: Fair
            date: {value: 2031-04-01, witnesses: [w#q]}
            month: {value: 2030-06, witnesses: [w#q]}
            carts: {value: "62585", unit: carts, witnesses: [w#q]}
            part: {value: "-0.123", unit: carts, witnesses: [w#q]}
            before: {compute: date - 10 days}
            later: {value: 2032-04-02, witnesses: [w#q]}
            split: {positions: {a: {value: 2031-04-02, witnesses: [w#q]}, b: {value: 2029,
              witnesses: [w#q]}}}
            acts:
              lifts: {party: north, does: lift, target: [fair.month, fair.carts], witnesses: [w#q]}
            """,
        "measures/toll.yaml": """
            title: Toll
            issuer: toll-office
            in-force: {value: 2031-04-01, until: 2031-07-10, witnesses: [w#q]}
            """,
    }
)


def printed(call: str) -> str:
    """What a call prints, without its status."""
    text = phrase(Sheet(DOSSIER, Settings(), "x"), f"{{{{ {call} }}}}").text
    return text.replace("\xa0", " ")


@pytest.mark.parametrize(("call", "text"), rows(Path(__file__).with_name("forms.txt"), 2))
def test_form(call: str, text: str) -> None:
    assert printed(call) == text


ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~])")
# What GitHub looks for in rendered text, each at least as wide as there.
LINKED = re.compile(r"@\w|#\d|\bgh-\d|[0-9a-f]{7,}|://|:[\w+-]+:", re.IGNORECASE)
COMMIT = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


def rendered(markdown: str) -> list[str]:
    """The texts that a renderer makes of it, an element's own apart."""
    texts = re.split(r"</?span>", markdown)
    return [unescape(ESCAPE.sub(r"\1", text)) for text in texts]


@pytest.mark.parametrize(
    "text",
    [
        "@octocat and @org/team, a@b.example",
        "#1, GH-1, gh-12, owner/repo#3, (#4)",
        f"{COMMIT}, {COMMIT[:7]}, owner/repo@{COMMIT}, {COMMIT.upper()}",
        "https://evil.example/x and HTTP://evil.example",
        ":tada: and :+1:",
        "from $38 to $40, $x$, $$y$$",
        "`a` *b* _c_ [x](y) <b> & | ~~d~~ #5",
        "Talks: at 9, of 1,240 carts",
    ],
)
def test_a_text_reads_as_it_was_and_nothing_is_made_of_it(text: str) -> None:
    found = rendered(plain(text))
    assert "".join(found).replace(BREAK, "") == text
    assert not [one for one in found if LINKED.search(one)]


def test_a_sign_of_money_is_alone_wherever_formulas_are_looked_for() -> None:
    written = plain("from $38 to $40")
    assert "$" not in written
    assert all(one == f"{BREAK}$" for one in rendered(written) if "$" in one)


def test_an_address_is_code_where_nobody_can_leave_it() -> None:
    assert code("charts/carts/index.html#a") == "`charts/carts/index.html#a`"
    assert code("a`@octocat").startswith("a\\`&#64;&#8203;")


def test_what_would_turn_the_order_of_signs_is_told_by_its_number() -> None:
    assert plain("What \u202edoc\u202c \u2066x\u2069 is").startswith("What \\(U\\+202E\\)doc")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", plain("\u202a\u202e\u2066\u2069x"))
