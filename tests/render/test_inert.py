"""What anybody wrote stays text in a comment, also in what GitHub does once it is rendered."""

import re
from html import unescape

import pytest

from generator.report import BREAK, code, plain

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
