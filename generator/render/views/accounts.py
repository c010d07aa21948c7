"""What each side said of the same meeting, in a column for each, and where one does not speak.

Only what somebody says himself stands here: a statement without `by` is nobody's word.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.derive.dossier import Dossier, Fact, Stance
from generator.model.comparison import Comparison
from generator.model.dates import in_words
from generator.model.record import Record
from generator.render.views.act_tables import party_of
from generator.render.views.attendance import rounds
from generator.render.views.grids import Grid, Row, one_group
from generator.render.views.links import address
from generator.render.views.marks import bracketed, full_word
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet, holder, says
from generator.render.views.text import escape, fill, joined, tag

NOTHING = tag("span", "nothing found", class_="not-known")
SILENT = "does not speak of it"
TOLD = (
    "Nothing found: no quotation of that side on it is on record, which is not the same as silence."
)


def sides(sheet: Sheet, data: Comparison) -> Iterator[Grid]:
    """A table for each round of which a side said something, in time order."""
    parties = sheet.dossier.briefing.edition.parties
    heads = (Rich("Of what"), *(sheet.name(party) for party in parties))
    note = TOLD
    for record in rounds(sheet.dossier):
        found = sorted(spoken(sheet.dossier, record), key=lambda one: place(sheet.dossier, one))
        rows = tuple(row(sheet, fact) for fact in found)
        if rows:
            heading = sheet.dossier.briefing.name(record.id)
            groups = one_group(rows)
            yield Grid(f"round--{record.id}", heading, heads, groups, note, is_even=True)
            # Once is enough.
            note = ""


def spoken(dossier: Dossier, record: Record) -> Iterator[Fact]:
    """What a side says in a round, of it, or of an agreement that came of it."""
    own = {record.id, *(one.id for one in dossier.of_kind("agreement") if of(one, record.id))}
    for fact in dossier.facts.values():
        about = (*fact.statement.about, *fact.record.data.about, fact.record.id)
        if own & {id_.partition(".")[0] for id_ in about} and any(voices(dossier, fact)):
            yield fact


def place(dossier: Dossier, fact: Fact) -> tuple[int, date, str]:
    """First what more sides speak of, or are known to be silent on; then by day."""
    heard = {*voices(dossier, fact), *fact.silent}
    return -len(heard), fact.known_from or dossier.day, fact.id


def of(agreement: Record, id_: str) -> bool:
    """True for an agreement that is about a round."""
    return id_ in agreement.data.about


def voices(dossier: Dossier, fact: Fact) -> Iterator[str]:
    """The sides that say something, position by position."""
    for stance in fact.standing:
        party = party_of(dossier, stance.by)
        if party in dossier.briefing.edition.parties:
            yield party


def row(sheet: Sheet, fact: Fact) -> Row:
    """A question or statement, with what each side says."""
    parties = sheet.dossier.briefing.edition.parties
    return Row(escape(fact.label), tuple(cell(sheet, fact, party) for party in parties))


def cell(sheet: Sheet, fact: Fact, party: str) -> Rich:
    """What one side says, position by position, each leading to its card."""
    to, note = address(fact), []
    for stance in fact.standing:
        if party_of(sheet.dossier, stance.by) == party:
            link = tag("a", says(sheet, fact, stance.content), class_="fact-value", href=to)
            who = holder(sheet, stance)
            notes = [full_word(sheet, stance.status, ()), *printed(stance)]
            note.append(fill("{}: {} {}", who, link, bracketed(joined(notes, "; "))))
    if note:
        return joined(note, tag("br", ""))
    if party in fact.silent:
        return tag("a", SILENT, class_="fact-value", href=to)
    return NOTHING


def printed(stance: Stance) -> Iterator[Rich]:
    """By when it was printed, where one of its sources has a date."""
    found = (e.published for e in stance.counted or stance.evidence)
    if days := [one.last for one in found if not one.is_unknown]:
        yield escape(f"printed by {in_words(min(days))}")
