"""`same-ground`: two answers do not rest on one and the same quotation alone (a warning).

Refuses quotations that set two things against each other, which may be the ground of two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing, Located
from generator.rules.doubts import Pair
from generator.rules.said import Said, parts
from generator.rules.same_position import is_aside

# Words by which a quotation tells of two.
AGAINST = re.compile(
    r"\b(?:and|but|while|whereas|although|though|however|both|two|each|neither|either|joint(?:ly)?"
    r"|together|sides|parties|respectively)\b|[;；]|双方|各方|分别|则|而|但|和|与",
    re.IGNORECASE,
)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Positions of one statement, by different speakers, with the same ground."""
    briefing = dossier.briefing.as_read
    for located in briefing.statements.values():
        yield from of_one_quotation(briefing, located)


def of_one_quotation(briefing: Briefing, located: Located) -> Iterator[Diagnostic]:
    """Positions of different speakers with one quotation, the same, and no other witness."""
    first: dict[str, Said] = {}
    for part in parts(briefing, located):
        witness = sole_witness(part)
        other = first.setdefault(witness, part) if witness else part
        if witness and set(part.content.by).isdisjoint(other.content.by):
            yield same_ground(other, part)


def sole_witness(part: Said) -> str:
    """The one quotation that a sentence of ours by somebody rests on; empty for none."""
    # A value or words are held against their quotation themselves.
    is_ours = part.path and part.content.says and not (part.content.value or part.content.words)
    is_said = is_ours and part.content.by and part.is_whole
    if not is_said or is_aside(part.located, part.path[-1]) or len(part.witnesses) != 1:
        return ""
    texts = [quoted.quotation.text for quoted in part.quoted]
    is_sole = len(texts) == 1 and not AGAINST.search(texts[0])
    return part.quoted[0].witness if is_sole else ""


def same_ground(first: Said, part: Said) -> Diagnostic:
    """A quotation that carries two answers, one of which is another's."""
    return Pair(
        code="same-ground",
        message=f"`{part.path[-1]}` rests on the quotation of `{first.path[-1]}` alone, and is by "
        "somebody else",
        span=part.witnesses[0][1],
        severity=Severity.WARNING,
        labels=(Label(first.witnesses[0][1], "the same quotation"),),
        help="name the witness that carries this answer",
    )
