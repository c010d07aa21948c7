"""The first page of the archive: it says how to open what was unpacked."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from generator.model.dates import in_words
from generator.render.html import attribute
from generator.render.site.policy import POLICY
from generator.render.templates import environment


def start(title: str, as_of: date, folder: str) -> bytes:
    """The page, which stands beside the folder of the site."""
    context = {
        "title": title,
        "as_of": in_words(as_of),
        "home": attribute(f"{folder}/index.html"),
        "pdf": attribute(f"{folder}/downloads/index.html"),
        "folder": Markup(folder),
        "policy": Markup(POLICY),
    }
    return environment({}).get_template("start.html.j2").render(context).encode()
