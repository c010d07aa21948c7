"""What a value says of itself over a page: its status in words, its quotation, who printed it when.

One script file for all pages, which the first value that somebody points at loads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.derive.dossier import Dossier, Evidence, Fact, Stance, Status
from generator.render.borne import word_of
from generator.render.cards import in_full
from generator.render.html import html
from generator.render.links import HOME
from generator.render.rich import Rich
from generator.render.search import LINE_ENDS, as_json
from generator.render.sheet import Settings, Sheet, holder, marked, quoted
from generator.render.text import day, fill, joined, tag

PATH = "assets/values.js"


def value_notes(dossier: Dossier, settings: Settings) -> dict[str, bytes]:
    """The file of the notes, by its path from the site's root."""
    sheet = Sheet(dossier, settings, HOME)
    notes = {fact.id: str(html(note(sheet, fact))) for fact in dossier.facts.values()}
    lines = ",\n".join(f"{as_json(id_)}:{as_json(text)}" for id_, text in notes.items())
    return {PATH: f"globalThis.briefingValues={{\n{lines}\n}};\n".translate(LINE_ENDS).encode()}


def note(sheet: Sheet, fact: Fact) -> Rich:
    """The status in words, then a quotation: of each position where none wins."""
    return Rich(*tag("strong", told(sheet, fact)), *joined(quotations(sheet, fact), ""))


def told(sheet: Sheet, fact: Fact) -> Rich:
    """The status in words; what is relayed names only its way elsewhere."""
    if fact.status is not Status.RELAYED:
        return in_full(sheet, fact)
    return marked(f"relayed: {word_of(sheet.dossier, fact)}", fact.status.value)


def quotations(sheet: Sheet, fact: Fact) -> Iterator[Rich]:
    """The first quotation of what stands with its source and date; what it is computed from."""
    for stance in fact.rivals or (fact.standing or fact.left)[:1]:
        for evidence in first(stance):
            own = quoted(evidence.quote.text) if evidence.quote else Rich()
            words = fill("{}: {}", holder(sheet, stance), own) if fact.rivals else own
            by = fill("{}, {}", evidence.publication.publisher, day(evidence.published))
            yield Rich(*(tag("span", words, class_="note-words") if words else ()), *tag("small", by))
    if fact.status is Status.COMPUTED and fact.computed:
        known = sheet.names(filter(sheet.is_known, fact.computed.inputs))
        yield tag("span", fill("from {}", known), class_="note-words")


def first(stance: Stance) -> Iterable[Evidence]:
    """The first quotation, of those that count where any does; without one, the first source."""
    found = stance.counted or stance.evidence
    return ([one for one in found if one.quote] or found)[:1]
