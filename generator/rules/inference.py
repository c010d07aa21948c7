"""Reasons for what no quotation contains: they are for a key that is there, and hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.derive import Dossier
from generator.derive.mentions import mentions
from generator.derive.spelling import words_in
from generator.diagnostics import Diagnostic, Fix, Label
from generator.model.briefing import Located, witness_parts
from generator.model.dates import PartialDate, in_words
from generator.model.fields import yaml_key
from generator.model.statement import Content
from generator.near import SLIGHT, nearest
from generator.rules.shared import all_statements, nowhere, parts, quoted_statements
from generator.rules.texts import Text, texts

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = rf"\b(?:{'|'.join(WEEKDAYS)})\b"
NAMED = re.compile(WEEKDAY, re.IGNORECASE)
# Words of the source, in quotation marks.
QUOTED = re.compile(r"[\"\u201c\u201e]([^\"\u201c\u201d]*)[\"\u201d]")
# What stands before words that are a name for something.
CALLED = re.compile(r"\b(?:call(?:s|ed|ing)?|named?|so-called|titled|an?)\s\Z", re.IGNORECASE)
# What an editor adds to a quotation.
ADDED = re.compile(r"\s*\[[^\]]*\]\s*")
# `Sunday, 9 March 2031`, `9 March 2031, a Sunday`.
BEFORE = re.compile(rf"({WEEKDAY}),?\s+(?:the\s+)?\Z", re.IGNORECASE)
AFTER = re.compile(rf"(?:,? an?|,? \(a?| (?:was|is) an?|)\s*({WEEKDAY})", re.IGNORECASE)
# The reason counts from the weekday, or from the day.
FROM_IT = re.compile(
    r"\b(?:after|before|later|earlier|yesterday|tomorrow|eve|midnight|end|next|following|weekend)\b",
    re.IGNORECASE,
)
PUBLISHED = re.compile(rf"(?<!not )\bpublished(?:\s+on)?(?:\s+{WEEKDAY},?)?\s+\Z", re.IGNORECASE)
# So many characters before a day what counts from it begins.
NEAR = 12
# An `until` may be the day after the one that is named.
DAYS = ("value", "from_", "through")


def reason_of_nothing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Reasons for keys that neither the statement nor a position of it has."""
    for located in all_statements(dossier.briefing):
        for path, content in located.statement.contents():
            written = keys_of(located, path) if content.inferred else []
            for key in content.inferred:
                if key not in written:
                    yield astray(located, (*located.path, *path, "inferred", key), written)


def keys_of(located: Located, path: tuple[str, ...]) -> list[str]:
    """The keys that a reason may be for: those beside it, and those that it shares or is shared."""
    own, positions = (*located.path, *path), (*located.path, "positions")
    keys = [one for one in located.record.places.keys if one[: len(located.path)] == located.path]
    shared = [one for one in keys if one[:-2] == positions or one[:-1] in (located.path, own)]
    return [str(one[-1]) for one in shared]


def astray(located: Located, path: tuple[str | int, ...], written: list[str]) -> Diagnostic:
    """A reason that readers never see."""
    key, places = str(path[-1]), located.record.places
    near = nearest(key, written, SLIGHT)
    return Diagnostic(
        code="reason-of-nothing",
        message=f"a reason for `{key}`, which is not there",
        # A bare reason is for `value`, and has no key.
        span=places.keys.get(path) or places.key(path[:-1]),
        help=f"did you mean `{near}`?" if near else "name the key that it is for, or take it out",
        fix=Fix(near, safe=False) if near and path in places.keys else None,
    )


def reason_misquotes(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words that reasons give as the source's, and that no quotation of the statement contains."""
    for located in dossier.briefing.statements.values():
        for path, content in located.statement.contents():
            own = [one for one in parts(dossier.briefing, located) if one.path[: len(path)] == path]
            quoted = [each for one in own for each in one.quoted] if content.inferred else []
            held = [text for one in quoted for text in (*one.texts, *one.publication.names)]
            for key, reason in content.inferred.items() if quoted else ():
                for words in quotations_in(reason):
                    if not any(words_in(ADDED.sub(" ... ", words), text) for text in held):
                        yield Diagnostic(
                            code="reason-misquotes",
                            message=f"the reason quotes “{words}”, and {nowhere(quoted)} that",
                            span=located.span(*path, "inferred", key),
                            labels=(quoted[0].label,),
                            help="take the source's own words, or name the witness that has them, "
                            "or give the reason without marks",
                        )


def quotations_in(reason: str) -> Iterator[str]:
    """The words that a reason gives as the source's; what is called so is nobody's."""
    for found in QUOTED.finditer(reason):
        if not CALLED.search(reason[: found.start()]):
            yield found[1]


def reason_differs(dossier: Dossier) -> Iterator[Diagnostic]:
    """Days in reasons on which none of the statement's sources was published."""
    for part in quoted_statements(dossier.briefing):
        found = [part.briefing.source(witness_parts(one)[0]) for one, _ in part.witnesses]
        published = [one.published for one in found if one]
        for key, reason in part.content.inferred.items() if published else ():
            ours = unquoted(reason)
            named = [one for one in mentions(ours) if PUBLISHED.search(ours[: one.start])]
            days = [date.fromisoformat(one.iso) for one in named if one.year and one.day]
            if days and not any(one.first <= day <= one.last for one in published for day in days):
                yield Diagnostic(
                    code="reason-differs",
                    message=f"no witness of this was published on {in_words(days[0])}",
                    span=part.reason_span(key),
                    help="correct the day in the reason, or the day of the source, or name the "
                    "witness that is meant",
                )


def weekday_differs(dossier: Dossier) -> Iterator[Diagnostic]:
    """Days that are none of the weekdays beside them, or in the reason why they are inferred."""
    for part in quoted_statements(dossier.briefing):
        for name in DAYS if part.content.inferred else ():
            reason, day = part.content.inferred.get(yaml_key(name), ""), day_of(part.content, name)
            words = " ".join(QUOTED.findall(reason))
            named = {one.capitalize() for one in NAMED.findall(words)}
            if day and named and weekday(day) not in named and not FROM_IT.search(reason):
                label = Label(part.reason_span(yaml_key(name)), "the reason")
                yield Diagnostic(
                    code="weekday-differs",
                    message=f"{day} was a {weekday(day)}, and its reason names another weekday",
                    span=part.span(yaml_key(name)),
                    labels=(label,),
                    help="correct the date or the weekday",
                )
    for text in texts(dossier.briefing):
        # Another rule reports a date in prose.
        if text.whose == "ours" and not text.is_template and "day" in text.text:
            yield from beside(text)


def beside(text: Text) -> Iterator[Diagnostic]:
    """Days of a text that are not the weekday beside them, but for those in words of a source."""
    ours = unquoted(text.text)
    for one in mentions(ours):
        found = BEFORE.search(ours[: one.start]) or AFTER.match(ours[one.end :])
        # `The day after 8 March 2031, Sunday` is counted from it.
        is_counted = FROM_IT.search(ours[max(one.start - NEAR, 0) : one.start])
        if found and one.year and one.day and not is_counted:
            day = date.fromisoformat(one.iso)
            if found[1].capitalize() != weekday(day):
                yield Diagnostic(
                    code="weekday-differs",
                    message=f"{day} was a {weekday(day)}, and this has {found[1]}",
                    span=text.span,
                    help="correct the date or the weekday",
                )


def unquoted(text: str) -> str:
    """A text with blots for the words of a source."""
    return QUOTED.sub(lambda found: "_" * len(found[0]), text)


def day_of(content: Content, name: str) -> date | None:
    """The day that a key names, if it names one."""
    written = getattr(content, name)
    found = getattr(written, "date", written)
    return found.first if isinstance(found, PartialDate) and found.is_day else None


def weekday(day: date) -> str:
    """What a day is called."""
    return WEEKDAYS[day.weekday()]
