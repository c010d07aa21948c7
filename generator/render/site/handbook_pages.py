"""The guide and the pages of the messages, on the site of any briefing, under About."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache

from generator.derive.dossier import Dossier
from generator.diagnostics import CODES
from generator.handbook import GUIDE, HERE, RULES, Manual, guide, messages
from generator.render.views.corrections import base
from generator.render.views.links import external, page
from generator.render.views.page import Page
from generator.render.views.prose import written_out
from generator.render.views.rich import Rich
from generator.render.views.sheet import Settings
from generator.render.views.text import fill, joined, tag, worded

# Markdown's fences take no title: the file that one holds is named above it.
FENCE = re.compile(r'^```(\w+) title="([^"]+)"$', re.MULTILINE)
LINK = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<to>[^)\s]+)\)")
FOLDERS = {"guide": GUIDE, "messages": RULES}
LISTS = (
    (
        "guide",
        "How to correct the briefing",
        "What editors do most, step by step, on an invented briefing.",
    ),
    ("messages", "What the checks say", "Every message by its code, with what is right instead."),
)


def handbook(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """Both lists, and the pages that they lead to."""
    for (name, title, what), manuals in zip(LISTS, (guide(), messages()), strict=True):
        yield text_page(page(name).page, (title, what), listed(name, manuals))
        for one in manuals:
            path = page(f"{name}/{one.name}").page
            title, what = (text.replace("`", "") for text in (one.title, one.summary))
            text = converted(one.body, name, base(settings), settings.branch)
            yield text_page(path, (title, what), text, one.lead)


def text_page(path: str, heads: tuple[str, str], text: Rich, lead: str = "") -> Page:
    """A page of text, with its title and what it is about."""
    context = {"prose": text, "left_out": 0, "marks": ""}
    return Page(path, "prose.md.j2", *heads, context, worded(lead))


def listed(folder: str, manuals: tuple[Manual, ...]) -> Rich:
    """A list of pages, each with what it is about; of a message a few words."""
    lines = []
    for one in manuals:
        link = tag("a", worded(one.title), href=page(f"{folder}/{one.name}"))
        about = CODES[one.name].summary if one.name in CODES else one.summary
        lines.append(tag("li", fill("{}: {}", link, worded(about))))
    return tag("ul", joined(lines, ""), class_="manuals")


@cache
def converted(text: str, folder: str, repository: str, branch: str) -> Rich:
    """A page as running text; what it leads to stands on the site or in the repository.

    It is the same in every build of a preview, so it is made once.
    """

    def led(found: re.Match[str]) -> str:
        to = leading(found["to"], folder, repository and f"{repository}/blob/{branch}/")
        return f"[{found['text']}]({to})" if to else found["text"]

    return written_out(FENCE.sub(r"`\2`:\n\n```\1", LINK.sub(led, text)))


def leading(to: str, folder: str, files: str) -> str:
    """Where a link of a page leads to: another page of its folder, or a file of the repository."""
    if external(to):
        return to
    name = to.removesuffix(".md")
    if "/" not in name and (FOLDERS[folder] / f"{name}.md").is_file():
        return f"../{name}/index.html"
    place = FOLDERS[folder].relative_to(HERE.parent).as_posix()
    return files and files + posixpath.normpath(posixpath.join(place, to))
