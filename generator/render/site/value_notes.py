"""What a value says over a page: its status in words, its quotation, who printed it and when."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Dossier, Fact, Status
from generator.render.html import html
from generator.render.site.search import LINE_ENDS, as_json
from generator.render.views.borne import marked, source_name, word_of
from generator.render.views.cards import in_full
from generator.render.views.grids import own_label
from generator.render.views.links import HOME
from generator.render.views.sheet import Settings, Sheet, holder, value_markup, with_its_end
from generator.render.views.text import Rich, day, escape, fill, joined, listed, quoted, tag

# In the pages themselves the notes would make those of many values half as heavy again.
PATH = "assets/values.js"


def value_notes(dossier: Dossier, settings: Settings) -> dict[str, bytes]:
    """The file of the notes, by its path from the site's root."""
    sheet = Sheet(dossier, settings, HOME)
    notes = {fact.id: str(html(note(sheet, fact))) for fact in dossier.facts.values()}
    lines = ",\n".join(f"{as_json(id_)}:{as_json(text)}" for id_, text in notes.items())
    return {PATH: f"globalThis.briefingValues={{\n{lines}\n}};\n".translate(LINE_ENDS).encode()}


def note(sheet: Sheet, fact: Fact) -> Rich:
    """What another act makes of it, if one does, then what it says itself."""
    maker = sheet.dossier.facts[fact.held.maker] if fact.held else fact
    if maker is fact:
        return borne_out(sheet, status(sheet, fact), fact)
    holds = borne_out(sheet, with_its_end(sheet, fact), maker)
    own = fill("{} ({})", value_markup(sheet, fact), status(sheet, fact))
    return fill("{}{}", holds, borne_out(sheet, own, fact))


def borne_out(sheet: Sheet, what: Rich, fact: Fact) -> Rich:
    """Something in words, then a quotation: of each position where none wins."""
    return fill("{}{}", tag("strong", what), joined(parts(sheet, fact), ""))


def status(sheet: Sheet, fact: Fact) -> Rich:
    """The status in words; elsewhere the mark alone says of something that it is relayed."""
    if fact.status is not Status.RELAYED:
        return in_full(sheet, fact)
    return marked(f"relayed from {word_of(sheet.dossier, fact)}", fact.status.value)


def parts(sheet: Sheet, fact: Fact) -> Iterator[Rich]:
    """What stands below the status: quotations, or what a value is computed from."""
    for stance in fact.rivals or (fact.standing or fact.left)[:1]:
        found = stance.counted or stance.evidence
        # A source without a quotation is named where there is no other.
        for one in (tuple(one for one in found if one.quote) or found)[:1]:
            if one.quote:
                own = quoted(one.quote.text)
                text = fill("{}: {}", holder(sheet, stance), own) if fact.rivals else own
                yield tag("span", text, class_="note-words")
            at = one.quote.at if one.quote else None
            name = source_name(sheet.dossier.briefing, one.publication)
            printed = (name, at, day(one.published))
            yield tag("small", joined(escape(part) for part in printed if part))
    if fact.status is Status.COMPUTED and fact.computed:
        known = filter(None, map(sheet.dossier.facts.get, fact.computed.inputs))
        values = listed(told(sheet, fact, one) for one in known)
        yield tag("span", fill("from {}", values), class_="note-words")


def told(sheet: Sheet, fact: Fact, given: Fact) -> Rich:
    """A value that goes into another, with what it is of; its record is named if it is another."""
    heading = sheet.dossier.briefing.name(given.record.id)
    label = own_label(given, heading) if given.record is fact.record else given.label
    return fill("{} ({})", value_markup(sheet, given), label)
