"""Reasons for what no quotation contains: they are for a key that is there, and hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.derive import Dossier
from generator.derive.spelling import words_in
from generator.diagnostics import Diagnostic, Fix, Label
from generator.model.briefing import Located
from generator.model.dates import PartialDate
from generator.model.fields import yaml_key
from generator.model.record import Path
from generator.model.statement import Content
from generator.near import SLIGHT, nearest
from generator.rules.shared import all_statements, nowhere, parts, quoted_statements
from generator.rules.sound import near

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NAMED = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
# Words of the source, in quotation marks.
QUOTED = re.compile(r"[\"\u201c\u201e]([^\"\u201c\u201d]*)[\"\u201d]")
# What stands before words that are a name for something.
CALLED = re.compile(r"\b(?:call(?:s|ed|ing)?|named?|so-called|titled|an?)\s\Z", re.IGNORECASE)
# What an editor adds to a quotation.
ADDED = re.compile(r"\s*\[[^\]]*\]\s*")
# The reason counts from the weekday, or from the day.
FROM_IT = re.compile(
    r"\b(?:after|before|later|earlier|yesterday|tomorrow|eve|midnight|end|next|following|weekend)\b",
    re.IGNORECASE,
)
# An `until` may be the day after the one that is named.
DAYS = ("value", "from_", "through")


@near
def reason_of_nothing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Reasons for keys that neither the statement nor a position of it has."""
    for located in all_statements(dossier.briefing):
        places = located.record.places
        for path, content in located.statement.contents():
            written = keys_of(located, path) if content.inferred else []
            for key in content.inferred:
                if key not in written:
                    whole = (*located.path, *path, "inferred", key)
                    near = nearest(key, written, SLIGHT)
                    yield Diagnostic(
                        "reason-of-nothing",
                        f"a reason for `{key}`, which is not there",
                        # A bare reason is for `value`, and has no key.
                        places.keys.get(whole) or places.key(whole[:-1]),
                        help=f"did you mean `{near}`?" if near else "name the key that it is for",
                        fix=Fix(near, safe=False) if near and whole in places.keys else None,
                    )


def keys_of(located: Located, path: Path) -> list[str]:
    """The keys that a reason may be for: those beside it, and those that it shares or is shared."""
    own, positions = (*located.path, *path), (*located.path, "positions")
    keys = located.record.places.keys
    shared = [one for one in keys if one[:-2] == positions or one[:-1] in (located.path, own)]
    return [str(one[-1]) for one in shared]


@near
def reason_misquotes(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words that reasons give as the source's, and that no quotation of the statement contains."""
    for located in dossier.briefing.statements.values():
        for path, content in located.statement.contents():
            own = [one for one in parts(dossier.briefing, located) if one.path[: len(path)] == path]
            quoted = [each for one in own for each in one.quoted] if content.inferred else []
            held = [text for one in quoted for text in (*one.texts, *one.publication.names)]
            for key, words in quotations_in(content) if quoted else ():
                if not any(words_in(ADDED.sub(" ... ", words), text) for text in held):
                    yield Diagnostic(
                        "reason-misquotes",
                        f"the reason quotes “{words}”, and {nowhere(quoted)} that",
                        located.span(*path, "inferred", key),
                        labels=(quoted[0].label,),
                        help="take the source's own words, or name the witness that has them, or "
                        "give the reason without marks",
                    )


def quotations_in(content: Content) -> Iterator[tuple[str, str]]:
    """The words that reasons give as the source's, by key; what is called so is nobody's."""
    for key, reason in content.inferred.items():
        for found in QUOTED.finditer(reason):
            if not CALLED.search(reason[: found.start()]):
                yield key, found[1]


@near
def weekday_differs(dossier: Dossier) -> Iterator[Diagnostic]:
    """Days that are none of the weekdays that their reason quotes."""
    for part in quoted_statements(dossier.briefing):
        for name in DAYS if part.content.inferred else ():
            key, day = yaml_key(name), day_of(part.content, name)
            reason = part.content.inferred.get(key, "")
            named = {one.capitalize() for one in NAMED.findall(" ".join(QUOTED.findall(reason)))}
            weekday = WEEKDAYS[day.weekday()] if day else ""
            if weekday and named and weekday not in named and not FROM_IT.search(reason):
                yield Diagnostic(
                    "weekday-differs",
                    f"{day} was a {weekday}, and its reason names another weekday",
                    part.span(key),
                    labels=(Label(part.reason_span(key), "the reason"),),
                    help="correct the date or the weekday",
                )


def day_of(content: Content, name: str) -> date | None:
    """The day that a key names, if it names one."""
    written = getattr(content, name)
    found = getattr(written, "date", written)
    return found.first if isinstance(found, PartialDate) and found.is_day else None
