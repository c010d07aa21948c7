"""Words in quotation marks are the speaker's own, and not those of who reported them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.counting import listed
from generator.derive import Dossier
from generator.derive.actors import is_theirs
from generator.derive.spelling import words_in
from generator.diagnostics import Diagnostic
from generator.model.briefing import Briefing
from generator.rules.shared import Quoted, quoted_statements

MARK = re.compile(r'["“”„«»「」『』]')
# An apostrophe within a word is none of these.
SINGLE = re.compile(r"(?<!\w)['‘](.+?)['’](?!\w)")  # noqa: RUF001


def indirect_speech(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words given as somebody's own that no quotation prints as that one's."""
    for part in quoted_statements(dossier.briefing):
        words, by = part.content.words, part.content.by
        if not words or not by or "words" in part.content.inferred:
            continue
        bearing = [q for q in part.quoted if any(words_in(words, text) for text in q.texts)]
        if bearing and not any(is_spoken(dossier.briefing, one, words, by) for one in bearing):
            names = listed([dossier.briefing.name(id_) for id_ in by])
            yield Diagnostic(
                code="indirect-speech",
                message=f"`{bearing[0].witness}` does not print `{words}` as words of {names}",
                span=part.span("words"),
                labels=(bearing[0].label,),
                help="say it in a sentence of yours in `says`, or write `spoken: yes` with the "
                "quotation if the source prints it in quotation marks",
            )


def is_spoken(briefing: Briefing, quoted: Quoted, words: str, by: tuple[str, ...]) -> bool:
    """True when a quotation prints words as a speaker's own."""
    quotation = quoted.quotation
    authors = quotation.text_of or quoted.publication.text_of
    if not briefing.unreadable.isdisjoint((*authors, *by)):
        # Whose office an author is cannot be told while its file has an error.
        return True
    if quotation.spoken or is_theirs(briefing, quoted.publication, quotation, by):
        return True
    return any(words_in(words, inside(text)) for text in quoted.texts)


def inside(text: str) -> str:
    """What stands inside quotation marks; with an odd number of marks, whatever stands at one."""
    parts = MARK.split(text)
    within = parts[1::2] if len(parts) % 2 else parts
    return " | ".join((*within, *SINGLE.findall(text)))
