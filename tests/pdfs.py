"""A PDF as programs read it: its structure, its links, its fonts and its words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import page as validation
import pikepdf
from pypdf import PdfReader

# The chapter and the title above the line; the day and the number of the page.
HEAD = re.compile(r"\A[^\n]+\n")
FOOT = re.compile(r"\s*As of [^\n]+ \d+ of \d+\s*\Z")
HEADING = re.compile(r"/H([1-6])")
# 3 of 153 streams end in a byte that this rule takes for the line end after them; veraPDF does not.
FALSE_ALARMS = {"PDFA2A-STREAM-LENGTH-001"}


@dataclass(frozen=True)
class Element:
    """An element of the structure: its kind, and its own keys."""

    kind: str
    node: Any


@dataclass(frozen=True)
class Book:
    """A PDF that was set."""

    path: Path

    @cached_property
    def pdf(self) -> Any:
        return pikepdf.open(self.path)

    @cached_property
    def elements(self) -> list[Element]:
        return list(walk(self.pdf.Root.StructTreeRoot))

    def of_kind(self, kind: str) -> list[Any]:
        return [one.node for one in self.elements if one.kind == kind]

    @cached_property
    def pages(self) -> list[str]:
        return [one.extract_text() for one in PdfReader(self.path).pages]

    @cached_property
    def words(self) -> str:
        """All text, as a reader would search it, without what stands at head and foot of a page."""
        first, *rest = (FOOT.sub("", text) for text in self.pages)
        return squeezed(" ".join((first, *(HEAD.sub("", text) for text in rest))))

    def failures(self, profile: str) -> list[str]:
        report = validation.validate_pdf(str(self.path), profile=profile)
        found = [f"{one.rule_id}: {one.message}" for one in report.failures]
        return [one for one in found if one.partition(":")[0] not in FALSE_ALARMS]

    @cached_property
    def links(self) -> list[Any]:
        return [
            note
            for one in self.pdf.pages
            for note in one.get("/Annots", [])
            if note.Subtype == "/Link"
        ]

    def outline(self) -> list[str]:
        with self.pdf.open_outline() as outline:
            return list(titles(outline.root))


def walk(node: Any) -> Iterator[Element]:
    """Every element below one, in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield Element(str(kid.S), kid)
            yield from walk(kid)


def titles(items: Any) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from titles(item.children)


def squeezed(text: str) -> str:
    """Text as it is compared: no matter how spaces and hyphens fell at the ends of lines."""
    return re.sub(r"[\s\u00ad\u2010\u2011-]+", "", unicodedata.normalize("NFC", text))


def fonts(pdf: Any) -> dict[str, Any]:
    """All fonts of all pages by name."""
    found: dict[str, Any] = {}
    for one in pdf.pages:
        for font in one.get("/Resources", {}).get("/Font", {}).values():
            found[str(font.BaseFont)] = font
    return found


def keys(pdf: Any) -> set[str]:
    """The names of all keys of all dictionaries."""
    return {
        key
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream)
        for key in (one.stream_dict if isinstance(one, pikepdf.Stream) else one)
    }
