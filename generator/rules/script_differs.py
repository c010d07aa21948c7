"""`script-differs`: a name is written in the letters of its language (a warning).

Knows Chinese characters alone, and the languages that are written with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.fields import NameTexts
from generator.model.record import Path, Places
from generator.rules.doubts import Doubt
from generator.rules.form_unseen import base
from generator.rules.language_missing import is_in, names

HAN = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
ALWAYS = {"zh", "yue", "wuu", "nan", "hak", "lzh"}
# Japanese, Korean and Vietnamese have some of them.
WRITTEN_WITH = {*ALWAYS, "ja", "ko", "vi"}


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Names with a form that is most likely another language's, each once."""
    briefing = dossier.briefing.as_read
    for record, path, name in names(briefing):
        # Where none is in the language of the briefing, or in its letters, one is missing.
        is_whole = is_in(name, briefing.edition.language)
        is_apart = is_whole and any(map(LATIN.search, name.texts.values()))
        if is_apart and (tags := [*in_han(name), *in_latin(name)]):
            yield differs(record.places, path, name, tags)


def in_han(name: NameTexts) -> list[str]:
    """The languages without Chinese characters that have a form in them."""
    return [
        tag
        for tag, text in name.texts.items()
        if tag and HAN.search(text) and not LATIN.search(text) and base(tag) not in WRITTEN_WITH
    ]


def in_latin(name: NameTexts) -> list[str]:
    """The languages written in Chinese characters that have a form without any.

    One word may be so everywhere, as `CNN` is, unless it has changed places with another form.
    """
    return [
        tag
        for tag, text in name.texts.items()
        if base(tag) in ALWAYS and "Latn" not in tag
        if LATIN.search(text) and not HAN.search(text)
        if in_han(name) or (" " in text.strip() and not is_everywhere(name, tag))
    ]


def is_everywhere(name: NameTexts, tag: str) -> bool:
    """Whether a form is the same in another language, as a brand is."""
    return any(one != tag and text == name.texts[tag] for one, text in name.texts.items())


def differs(places: Places, path: Path, name: NameTexts, tags: list[str]) -> Diagnostic:
    """A form under the tag of another language, and the one that has changed places with it."""
    first, *others = [places.value((*path, tag)) for tag in tags]
    text = name.texts[tags[0]]
    written = "is written in" if HAN.search(text) else "has no"
    return Doubt(
        code="script-differs",
        message=f"`{text}` {written} Chinese characters, and stands under `{tags[0]}`",
        span=first,
        severity=Severity.WARNING,
        labels=tuple(Label(one, "and this is written in others") for one in others),
        help="let the two forms change places"
        if others
        else "mend the language, such as `zh`, or the form",
    )
