"""What holds on the day as a page prints it, with the status of that and not of the value."""

from __future__ import annotations

from generator.derive.dossier import Fact
from generator.derive.holding import word_of_state
from generator.model.dates import in_words
from generator.render.views.marks import beside, full_word, word
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet
from generator.render.views.text import tag

NO_STATE = "no state of its own"


def state(sheet: Sheet, fact: Fact) -> Rich:
    """What holds of a statement on the day, leading to its card, with its status."""
    words = fact.held.phrase if fact.held else NO_STATE
    holds = tag("a", words, class_="fact-value", href=sheet.to(fact.id))
    return beside(holds, word(sheet, *word_of_state(fact)))


def with_its_end(sheet: Sheet, fact: Fact) -> Rich:
    """What holds of a statement on the day and until when, with the status of that."""
    if fact.held is None:
        return Rich()
    words, until = fact.held.text, fact.held.until
    if until and in_words(until) not in words:
        words = f"{words}, ends {in_words(until)}"
    return beside(words, full_word(sheet, *word_of_state(fact)))
