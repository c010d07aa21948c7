"""`stray-quote`: quotation marks are in pairs, and none stand around a whole text (a warning)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.blocks import TEMPLATE
from generator.diagnostics import Diagnostic, Severity
from generator.model.source import Source
from generator.rules.texts import Text, texts
from generator.source import Span

# Around all of a text, and none of them within it.
AROUND = re.compile(r"[“\"][^“”\"]+[”\"]|‘[^‘’]+’|「[^「」]+」")

AROUND_ALL = "the whole text stands in quotation marks, which readers would see"
ALONE = "a quotation mark stands alone in this text"
# What is held against quotations as it is, and is told there.
MEASURES = (("unit",), ("symbol",))


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts of ours, and words of sources, with a mark too many or too few, or in marks."""
    briefing = dossier.briefing.as_read
    for text in texts(briefing):
        if text.path[-1:] in MEASURES:
            continue
        record = briefing.records.get(text.record)
        is_title = record is not None and isinstance(record.data, Source) and len(text.path) == 1
        if AROUND.fullmatch(text.text.strip()):
            # A page may be called so, and its title is as printed.
            if not is_title:
                yield stray(text, AROUND_ALL, "take them off: pages set them around what is quoted")
        elif is_odd(TEMPLATE.sub("", text.text) if text.is_template else text.text):
            yield stray(text, ALONE, "write the other one, or take it out", last_mark(text.span))


def is_odd(text: str) -> bool:
    """Whether a mark opens nothing, or closes nothing."""
    return text.count("“") != text.count("”") or text.count('"') % 2 == 1


def last_mark(span: Span) -> Span:
    """The last mark of a text, but for those that YAML needs; the text where there is none."""
    quoted = span.text[:1] in "\"'" and span.text[:1] == span.text[-1:]
    at = max(span.text.rfind(mark, quoted, len(span.text) - quoted) for mark in '"“”')
    return span.file.span(span.start + at, span.start + at + 1) if at >= 0 else span


def stray(text: Text, message: str, help: str, span: Span | None = None) -> Diagnostic:
    """A mark that readers would see and nobody meant."""
    return Diagnostic(
        code="stray-quote",
        message=message,
        span=span or text.span,
        severity=Severity.WARNING,
        help=help,
    )
