"""`name-misspelt`: a word of ours is one slip away from a name (a warning).

A name is what the briefing never writes in lower case. Let stand is what a source prints, what is
in lower case somewhere, and what more files have than the name. An alias that is one slip away from
its own record's name is how readers misspell it: it is no name in our texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.derive import Dossier
from generator.derive.blocks import TEMPLATE
from generator.derive.slips import Slips, is_slip
from generator.diagnostics import Diagnostic, Fix, Label, Severity
from generator.link import Briefing
from generator.model.dates import MONTHS
from generator.rules.hidden import Hidden
from generator.rules.literal_in_prose import ADDRESS, CODE
from generator.rules.texts import Text, Whose, texts
from generator.source import Span

WORD = re.compile(r"[^\W\d_]{5,}")
QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
HEAD = re.compile(r"(?:^|[.!?:|])\W*\Z")
# A shorter word that begins a sentence may be any: `Large`, where there is a firm Lange.
TELLING = 6
# An ordinary word, which is no part of an id or address.
ORDINARY = r"(?<![-./@#\w]){}(?![-./@#]?\w)"

Having = dict[str, list[Text]]


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Capitalised words that are nearly names, unless they may stand in what is missing."""
    briefing = dossier.briefing.as_read
    if briefing.unreadable - briefing.records.keys():
        # Of a file of which nothing can be read nobody knows what it says.
        return
    words = Words(briefing)
    found = {word: names for word in words.ours if (names := words.meant(word))}
    hidden = Hidden(
        dossier.briefing, [text for several in words.texts.values() for text in several]
    )
    for word, names in found.items():
        if not hidden.may_hold(word, words.ours[word]):
            yield misspelt(words, word, names)


@dataclass(frozen=True)
class Words:
    """The words with a capital: ours, and those of names; each with the texts that have it."""

    briefing: Briefing

    @cached_property
    def texts(self) -> dict[Whose, list[Text]]:
        """All texts, by whose they are."""
        found: dict[Whose, list[Text]] = {"ours": [], "printed": [], "name": [], "alias": []}
        for text in texts(self.briefing):
            found[text.whose].append(text)
        return found

    @cached_property
    def all(self) -> tuple[Text, ...]:
        """All texts, whosever they are."""
        return tuple(text for several in self.texts.values() for text in several)

    @cached_property
    def ours(self) -> Having:
        """The words of our texts; of templates no aliases, which `literal-in-prose` tells."""
        return by_word(
            (word, text)
            for text in self.texts["ours"]
            for word in own_words(text)
            if not (text.is_template and word in self.misspellings)
        )

    @cached_property
    def names(self) -> Having:
        """The words of names."""
        return by_word(named(self.texts["name"]))

    @cached_property
    def aliases(self) -> Having:
        """The words of other names, and of misspellings."""
        return by_word(named(self.texts["alias"]))

    @cached_property
    def misspellings(self) -> frozenset[str]:
        """The words of aliases that are slips of their own record's name."""
        return frozenset(
            word
            for word, places in self.aliases.items()
            if word not in self.names
            for text in places
            for name in self.briefing.records[text.record].data.names
            if any(is_slip(word, own) for own in capitalised(name))
        )

    @cached_property
    def called(self) -> Having:
        """The words that may be meant: of names, of aliases that are none by a slip, of titles."""
        titles = by_word(named(text for text in self.texts["ours"] if "title" in text.path))
        # A slip in a month is one in a date, which other rules hold against the quotations.
        found = {**titles, **dict.fromkeys(MONTHS, []), **self.aliases, **self.names}
        return {word: at for word, at in found.items() if at and word not in self.misspellings}

    @cached_property
    def slips(self) -> Slips:
        """What finds the names that are near."""
        return Slips(self.called)

    @cached_property
    def known(self) -> frozenset[str]:
        """The words that are right, whatever their capitals."""
        right = {*MONTHS, *self.names, *self.aliases} - self.misspellings
        return frozenset(word.casefold() for word in right)

    def meant(self, word: str) -> tuple[str, ...]:
        """The names that a word of ours may be a slip of; none where it can be right."""
        if word.casefold() in self.known:
            return ()
        near = self.slips.of(word)
        if not near or self.is_ordinary(word) or self.is_right(word):
            return ()
        found = [name for name in near if self.is_name(name) and self.is_rarer(word, name)]
        # Other names, for search, are slips as often as not.
        return tuple([name for name in found if name in self.names] or found)

    def is_right(self, word: str) -> bool:
        """True for what a source prints, unless it is known to be a misspelling."""
        return word not in self.misspellings and self.is_printed(word)

    def is_name(self, word: str) -> bool:
        """True for what is called so, or printed so, and is no ordinary word."""
        is_called = word in self.names or word in self.aliases or self.is_printed(word)
        return is_called and not self.is_ordinary(word)

    def is_rarer(self, word: str, name: str) -> bool:
        """True unless more files have the word than the name."""
        return _files(self.ours[word]) <= _files([*self.called[name], *self.ours.get(name, ())])

    def is_printed(self, word: str) -> bool:
        """True where a source has the word."""
        return bool(re.search(rf"\b{word}\b", self._printed, re.IGNORECASE))

    def is_ordinary(self, word: str) -> bool:
        """True where a text has it in lower case, outside of calls."""
        return bool(re.search(ORDINARY.format(word.lower()), self._all))

    @cached_property
    def _printed(self) -> str:
        return "\n".join(text.text for text in self.texts["printed"])

    @cached_property
    def _all(self) -> str:
        return "\n".join(
            TEMPLATE.sub("", one.text) if one.is_template else one.text for one in self.all
        )


def by_word(found: Iterable[tuple[str, Text]]) -> Having:
    """Words, each with the texts that have it."""
    having: Having = {}
    for word, text in found:
        having.setdefault(word, []).append(text)
    return having


def _files(found: Iterable[Text]) -> int:
    return len({text.places.file.path for text in found})


def named(found: Iterable[Text]) -> Iterator[tuple[str, Text]]:
    """The words of names, each with its text."""
    return ((word, text) for text in found for word in capitalised(text.text))


def capitalised(text: str) -> list[str]:
    """The words with a capital."""
    return [word for word in WORD.findall(text) if word[0].isupper()]


def own_words(text: Text) -> Iterator[str]:
    """The words with a capital that are ours, each once: none that is quoted, or in a call."""
    found = (one for one in WORD.finditer(ours(text, text.text)) if one[0][0].isupper())
    yield from {one[0]: None for one in found if len(one[0]) >= TELLING or not _begins(one)}


def ours(text: Text, written: str) -> str:
    """What is written, with blots for what is quoted, an address, or for another rule to tell."""
    others = (TEMPLATE,) if text.is_template else ()
    for pattern in (QUOTED, CODE, ADDRESS, *others):
        written = pattern.sub(lambda found: "_" * len(found[0]), written)
    return written


def _begins(found: re.Match[str]) -> bool:
    """True for a word that begins a sentence."""
    return bool(HEAD.search(found.string[: found.start()]))


def misspelt(words: Words, word: str, names: tuple[str, ...]) -> Diagnostic:
    """A word that is all but a name, with every text that has it."""
    first, *others = sorted((_place(text, word) for text in words.ours[word]), key=_order)
    name = _place(words.called[names[0]][0], names[0])
    is_alone = len(names) == 1 and not others and first.text == word
    meant = " or ".join(f"`{one}`" for one in names)
    return Diagnostic(
        code="name-misspelt",
        message=f"`{word}` is no name known here",
        span=first,
        severity=Severity.WARNING,
        labels=(
            Label(name, "the name is written here"),
            *(Label(other, "it stands here too") for other in others),
        ),
        help=f"did you mean {meant}? otherwise quote a source that prints `{word}`",
        fix=Fix(names[0], safe=False) if is_alone else None,
    )


def _place(text: Text, word: str) -> Span:
    """The place of a word in a text, else of the text."""
    span = text.span
    found = re.search(rf"\b{word}\b", ours(text, span.text))
    return span.file.span(span.start + found.start(), span.start + found.end()) if found else span


def _order(span: Span) -> tuple[str, int]:
    return span.file.path, span.start
