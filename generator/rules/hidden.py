"""What cannot be read or is gone, and whether a word may stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.derive.slips import is_slip
from generator.link import Briefing
from generator.rules.dangling_ref import unquoted_files
from generator.rules.gone_together import gone
from generator.rules.texts import Text


@dataclass(frozen=True)
class Hidden:
    """What a briefing has lost, and the `texts` that could be read of it."""

    briefing: Briefing
    texts: Sequence[Text]

    def may_hold(self, word: str, places: Iterable[Text]) -> bool:
        """Whether a word that stands in some texts may stand in what nobody can read as well."""
        is_unquoted = any(text.places.file.path in self.unquoted for text in places)
        in_gone = any(is_part(word, id_) for id_ in self.gone)
        return is_unquoted or in_gone or self.is_unread(word)

    def is_unread(self, word: str) -> bool:
        """Whether a spoilt file has a word where it could not be read."""
        pattern = re.compile(rf"\b{word}\b")
        for record in self.briefing.remains:
            own = {one.span.start: one.span for one in self.texts if one.places is record.places}
            read = sum(len(pattern.findall(span.text)) for span in own.values())
            if len(pattern.findall(record.file.text)) > read:
                return True
        return False

    @cached_property
    def gone(self) -> tuple[str, ...]:
        """The ids that are mentioned, and were not just misspelt."""
        return gone(self.briefing)

    @cached_property
    def unquoted(self) -> frozenset[str]:
        """The files that name a quotation that is gone, and may have printed any word."""
        return unquoted_files(self.briefing)


def is_part(word: str, id_: str) -> bool:
    """Whether an id may be made of a name with a word in it."""
    parts = re.split(r"[-.]", id_)
    return any(part.startswith(word.casefold()) or is_slip(word, part) for part in parts)
