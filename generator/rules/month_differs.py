"""`month-differs`: a month in a text is that of a fact beside it (a warning).

Refuses days, which are references to facts, and texts that name nothing, or what is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.blocks import TEMPLATE, references
from generator.derive.mentions import Mention, mentions
from generator.diagnostics import Diagnostic, Label, Severity
from generator.rules import times
from generator.rules.doubts import Pair
from generator.rules.literal_in_prose import ADDRESS, CODE
from generator.rules.passages import PRINTING, Passage, passages
from generator.rules.times import Time
from generator.source import Span

# Words that a sentence begins with may be verbs: `May it hold`.
VERBS = ("May", "March")
BEGINS = re.compile(r"(?:^|[.:;!?|>-])\s*$")
# What begins or is done is not of the month in which another thing ends.
ENDS = re.compile(
    r"\b(?:until|till|into|through|to|by|before|end\w*|expir\w+|laps\w+|last\w*|r[au]n|over|due"
    r"|return\w*|back|resum\w+|again)\b"
)
# What only says since or until when something else is so.
BESIDE = re.compile(
    r"\b(?:since|after|before|until|till|from|as of) (?:early |late |mid-?)?\Z", re.I
)
# So many characters before a month its sentence is looked at.
NEAR = 300


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Months in key points, headlines and pages of which none of their facts is."""
    for passage in passages(dossier):
        named = [(span, one) for span in passage.spans for one in months(span)]
        known = tuple(times_of(dossier, passage)) if named else ()
        for span, one in named if known else ():
            if not is_told(before(span.text, one), one, known):
                yield differs(span.file.span(span.start + one.start, span.start + one.end), known)
                break


def is_told(words: str, one: Mention, known: tuple[Time, ...]) -> bool:
    """Whether a month behind some words is that of a fact, or of something beside the facts."""
    ends = bool(ENDS.search(words))
    return BESIDE.search(words) is not None or any(time.is_of(one, ends) for time in known)


def times_of(dossier: Dossier, passage: Passage) -> Iterator[Time]:
    """The months that a text may name; none where it names what is not there."""
    statements, records = dossier.briefing.statements, dossier.briefing.records
    calls = [call for span in passage.spans for call in references(span)]
    facts = {*passage.rests, *(call.id for call in calls if call.function in PRINTING)}
    linked = {call.id for call in calls if call.function == "link"}
    if not (facts <= statements.keys() and linked <= statements.keys() | records.keys()):
        return
    for id_ in sorted(facts):
        yield from times.of(dossier, id_)
    for id_ in sorted(linked):
        yield from times.of_id(id_)
        found = statements[id_].record if id_ in statements else records[id_]
        yield from times.of_record(dossier, found)
    if facts or linked:
        # A text may say of when it is.
        yield from times.within(dossier.briefing.edition.as_of)


def months(span: Span) -> Iterator[Mention]:
    """The months of a text that are named without a day."""
    text = span.text
    for pattern in (TEMPLATE, CODE, ADDRESS):
        text = pattern.sub(lambda match: "\0" * len(match[0]), text)
    for one in mentions(text):
        if one.month and not one.day and (one.year or is_name(text, one)):
            yield one


def is_name(text: str, one: Mention) -> bool:
    """Whether a word without a year is a month, and not a verb or the short form of a name."""
    word = text[one.start : one.end]
    may_be_verb = word in VERBS and BEGINS.search(text[max(one.start - NEAR, 0) : one.start])
    return not may_be_verb and (len(word) > len("Sept") or word in {*VERBS, "June", "July"})


def before(text: str, one: Mention) -> str:
    """What stands before a month in its sentence."""
    return re.split(r"[.;!?]\s", text[max(one.start - NEAR, 0) : one.start])[-1]


def differs(span: Span, known: tuple[Time, ...]) -> Diagnostic:
    """A month that is none of the facts'."""
    words = " ".join(span.text.split())
    return Pair(
        code="month-differs",
        message=f"`{words}`, and nothing that the text prints or rests on is of that time",
        span=span,
        severity=Severity.WARNING,
        labels=tuple(
            Label(one, "the time of a fact")
            for one in dict.fromkeys(time.span for time in known if time.span)
        ),
        help="mend the month, or rest the text on what is of it",
    )
