"""Whether something may be needed that nothing names: by what cannot be read, or has lost words."""

from __future__ import annotations

from generator.derive import Dossier
from generator.rules.gone_together import is_bereft
from generator.rules.says_nothing import check as mute_in
from generator.rules.value_without_witness import check as unwitnessed_in


def may_be_needed(dossier: Dossier) -> bool:
    """True when something cannot be read, is gone, says nothing or has lost its witnesses.

    It may have named any record, and whoever deleted that would have to write it again.
    """
    briefing = dossier.briefing
    lost = briefing.unreadable or is_bereft(briefing)
    return bool(lost) or any(mute_in(dossier)) or any(unwitnessed_in(dossier))
