"""A page's Markdown as HTML, just as the engine makes it, for a preview that cannot wait for it."""

from __future__ import annotations

import re

from markdown import Markdown

HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# The same as in mkdocs.yml; a test holds the two against each other.
EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")
SETTINGS = {"toc": {"permalink": True}}


def article(page: bytes) -> str:
    """The HTML of what stands in a page below its head."""
    reader = Markdown(extensions=list(EXTENSIONS), extension_configs=SETTINGS)
    return reader.convert(HEAD.sub("", page.decode()))
