"""`long-quotation`: quotations are short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.model.source import Source

LIMIT = 25
CHINESE = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"\S*\w\S*")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Quotations over the limit."""
    for record in dossier.briefing.as_read.of_kind("source"):
        assert isinstance(record.data, Source)
        for key, quotation in record.data.quotes.items():
            count = words(quotation.text)
            if count > LIMIT:
                yield Diagnostic(
                    code="long-quotation",
                    message=f"the quotation has {count} words, more than {LIMIT}",
                    span=record.places.value(("quotes", key, "text")),
                    help="keep the part that carries the value, word for word, or make two of it",
                )


def words(text: str) -> int:
    """How many words a text has; two Chinese characters make one."""
    chinese = len(CHINESE.findall(text))
    return len(WORD.findall(CHINESE.sub(" ", text))) + (chinese + 1) // 2
