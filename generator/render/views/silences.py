"""Who does not speak of a matter: in which text, of whom and of which day."""

from generator.derive.dossier import Fact
from generator.model.dates import in_words
from generator.render.views.naming import actor
from generator.render.views.sheet import Sheet
from generator.render.views.text import Rich, capital, escape, fill

NO_ACCOUNT = "No account from {} was found"


def silence(sheet: Sheet, fact: Fact, party: str) -> Rich:
    """That a text of a side does not speak of the matter, as a sentence without its stop.

    It is the text that is silent, and not the side: others of it may have spoken.
    """
    briefing, silent = sheet.dossier.briefing, fact.statement.silent[party]
    if not any(evidence.counts for evidence in fact.silent[party]):
        # No quotation bears out that they say nothing of it: only nothing of theirs was found.
        return fill(NO_ACCOUNT, sheet.name(party))
    of = f" of {in_words(silent.on)}" if silent.on else ""
    if silent.office:
        whose = f"the {silent.text} by {actor(briefing, silent.office)}{of}"
    else:
        whose = f"{actor(briefing, party)}'s {silent.text}{of}"
    return escape(f"{capital(whose)} does not mention it")
