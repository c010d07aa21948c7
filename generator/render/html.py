"""Running text as HTML: the only place that writes it, and that makes a link relative to its page.

Refuses to let text become markup: what stands here is safe in HTML, in quoted attributes too.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from generator.render.views.links import Address, url
from generator.render.views.text import Element, Rich, plain

# What HTML reads, in a quoted attribute too.
SPECIAL = re.compile("[<>&\"']")
VOID = {"br", "hr"}


def html(given: Rich, page: str = "") -> Markup:
    """Running text on a page."""
    return Markup(_written(given, page))


def attribute(text: object, page: str = "") -> Markup:
    """Text for the inside of a quoted attribute; an address as it leads there from a page."""
    return Markup(_escaped(url(page, text) if isinstance(text, Address) else plain(text)))


def _written(given: Rich, page: str) -> str:
    parts = [_escaped(one) if isinstance(one, str) else _element(one, page) for one in given]
    return "".join(parts)


def _element(one: Element, page: str) -> str:
    given = [f' {key}="{attribute(value, page)}"' for key, value in one.attributes]
    start = f"<{one.name}{''.join(given)}>"
    return start if one.name in VOID else f"{start}{_written(one.content, page)}</{one.name}>"


def _escaped(text: str) -> str:
    return SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text)
