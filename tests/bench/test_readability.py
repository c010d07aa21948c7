"""How long the sentences are that a reader meets first: printed, never asserted."""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from generator.model.edition import Settings
from generator.reading.check import examine, quiet
from generator.render.site.site import Site
from tests.bench.test_stages import say
from tests.conftest import PROJECT

# What we aim at: so many words a sentence, and so many of a hundred sentences longer than LONG.
WORDS, LONG, SHARE = 16, 25, 5
# What is shorter is a label, a name or a number.
FEWEST = 5
BLOCK = re.compile(r"</?(?:h1|p|li|dd|td)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
END = re.compile(r"(?<=[.?!”])\s+(?=[A-Z“])")


def sentences(page: str) -> Iterator[int]:
    """How many words each sentence of a page has."""
    for block in BLOCK.split(page):
        counts = (len(one.split()) for one in END.split(unescape(TAG.sub("", block)).strip()))
        yield from (count for count in counts if count >= FEWEST)


@pytest.mark.parametrize("name", ["", "overview/", "timeline/"])
def test_readability(name: str) -> None:
    found = examine(PROJECT, None, quiet)[0].dossier
    assert found
    page = Site(found, Settings()).page(f"{name}index.html")
    assert page
    counts = list(sentences(page.decode()))
    mean, long = sum(counts) / len(counts), 100 * sum(one > LONG for one in counts) / len(counts)
    told = f"{len(counts)} sentences, {mean:.1f} words (aim {WORDS}), {long:.0f} % over {LONG}"
    say(f"{name or 'brief':>10} {told} (aim {SHARE})")
