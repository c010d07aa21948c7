"""`same-position`: positions are answers that differ, and so does what they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing, Located
from generator.model.statement import Position
from generator.rules.doubts import Pair
from generator.rules.said import Said, parts

# Words by which a quotation tells of two.
AGAINST = re.compile(r"\b(?:and|but|while|whereas|although|though|however|both)\b|;", re.IGNORECASE)
ASIDE = ("rejected", "superseded", "retracted")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Positions of one statement that say the same in the same words."""
    for located in dossier.briefing.as_read.statements.values():
        first: dict[tuple[str, str], str] = {}
        for key, position in located.statement.positions.items():
            said = None if is_aside(located, key) else worded(position)
            if said and said in first:
                yield again(located, first[said], key)
            elif said:
                first[said] = key
        yield from of_one_quotation(dossier.briefing.as_read, located)


def of_one_quotation(briefing: Briefing, located: Located) -> Iterator[Diagnostic]:
    """Positions of different speakers with one quotation, the same, and no other witness."""
    first: dict[str, Said] = {}
    for part in parts(briefing, located):
        witness = sole_witness(part)
        other = first.setdefault(witness, part) if witness else part
        if witness and set(part.content.by).isdisjoint(other.content.by):
            yield same_ground(located, other, part)


def sole_witness(part: Said) -> str:
    """The one quotation that a sentence of ours by somebody rests on; empty for none.

    One that sets two things against each other may be the ground of two.
    """
    # A value or words are held against their quotation themselves.
    is_ours = part.path and part.content.says and not (part.content.value or part.content.words)
    is_said = is_ours and part.content.by and part.is_whole
    if not is_said or is_aside(part.located, part.path[-1]) or len(part.witnesses) != 1:
        return ""
    texts = [quoted.quotation.text for quoted in part.quoted]
    is_sole = len(texts) == 1 and not AGAINST.search(texts[0])
    return part.quoted[0].witness if is_sole else ""


def same_ground(located: Located, first: Said, part: Said) -> Diagnostic:
    """A quotation that carries two answers, one of which is another's."""
    return Pair(
        code="same-position",
        message=f"`{part.path[-1]}` rests on the quotation of `{first.path[-1]}` alone, and is by "
        "somebody else",
        span=part.witnesses[0][1],
        severity=Severity.WARNING,
        labels=(Label(first.witnesses[0][1], "the same quotation"),),
        help="name the witness that carries this answer",
    )


def worded(position: Position) -> tuple[str, str] | None:
    """The sentence or words of a position; small and capital letters are one."""
    for key in ("says", "words"):
        if text := getattr(position, key):
            return key, " ".join(text.split()).casefold()
    return None


def is_aside(located: Located, key: str) -> bool:
    """Whether a position has stepped aside, or may have."""
    position = located.statement.positions[key]
    return any(
        getattr(position, word) or located.may_have("positions", key, word) for word in ASIDE
    )


def again(located: Located, first: str, key: str) -> Diagnostic:
    """A position that adds nobody's other answer."""
    return Diagnostic(
        code="same-position",
        message=f"`{key}` says what `{first}` says",
        span=located.key_span("positions", key),
        labels=(Label(located.key_span("positions", first), "the same answer"),),
        help="who says the same shares a position: put its witnesses and `by` there, or write "
        "what it says instead",
    )
