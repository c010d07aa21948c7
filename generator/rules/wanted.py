"""What a statement says that a quotation must carry: its numbers, dates, words and persons.

Judges nothing; says what of it none of the quotations has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.derive.mentions import Mention, mentions
from generator.derive.numerals import Numeral, numerals
from generator.derive.spelling import date_in, duration_in, names_in, prints, words_in
from generator.link import Briefing
from generator.model.claim import Claim
from generator.model.dates import Duration, PartialDate, parse_date
from generator.model.fields import yaml_key
from generator.model.person import Person
from generator.model.record import Record
from generator.rules.publication import is_doubtful
from generator.rules.said import Quoted, Said

Prints = Callable[[str, PartialDate], bool]

# What is said of no day.
NUMBER = re.compile(r"[<>~]?[-+]?[\d.,]+(?:\.\.[\d.,]+)?")
WORDS = "words"
KEYS = ("person", "people")
# What positions say, each for itself.
ANSWERS = ("value", "words", "says")


@dataclass(frozen=True)
class Wanted:
    """What a key says that a quotation must carry, and how to find it there.

    Two that mean the same may be spelt otherwise.
    """

    key: str
    shown: str
    stands: Prints
    meaning: str

    def stands_in(self, quoted: Quoted) -> bool:
        """Whether a quotation has it."""
        return any(self.stands(text, quoted.published) for text in quoted.texts)


def missing(part: Said) -> tuple[Wanted, ...]:
    """The numbers and dates that no quotation has; nothing where one is yet to be found."""
    if not part.quoted or not part.is_whole:
        return ()
    # Where nobody knows the year of a source, its dates without one are of no year.
    is_dated = not any(is_doubtful(one.source) and has_no_year(one) for one in part.quoted)
    found = {
        (one.key, one.shown): one
        for one in wanted(part)
        if not any(map(one.stands_in, part.quoted))
        if is_dated or NUMBER.fullmatch(one.shown)
    }
    # `77` and `77.0` are one number.
    return tuple({(one.key, one.meaning): one for one in found.values()}.values())


def has_no_year(quoted: Quoted) -> bool:
    """Whether a quotation has a date whose year is that of its publication."""
    return any(not one.year for text in quoted.texts for one in mentions(text))


def wanted(part: Said) -> Iterator[Wanted]:
    """The numbers and dates that are not inferred, and none of those beside the positions."""
    beside = {key for key in ANSWERS if part.path and getattr(part.located.statement, key)}
    without = {*part.content.inferred, *beside}
    yield from (one for one in _wanted(part) if one.key not in without)


def words(part: Said) -> Wanted | None:
    """A source's own words, where they are not inferred."""
    said = part.content.words
    is_beside = part.path and part.located.statement.words
    if said is None or is_beside or WORDS in part.content.inferred:
        return None
    return Wanted(WORDS, said, lambda text, _: words_in(said, text), said)


def is_misprinted(part: Said, *keys: str) -> bool:
    """True when one of the keys is told already, so that what follows from it is not told too."""
    return any(one.key in keys for one in missing(part))


def _wanted(part: Said) -> Iterator[Wanted]:
    content = part.content
    if value := content.value:
        meaning = value.text if value.number is None else plain(value.number)
        yield Wanted("value", value.text, lambda text, day: prints(value, text, day), meaning)
    for name in ("from_", "until", "through"):
        if date := getattr(content, name):
            yield _date(yaml_key(name), date.text, date)
    for name in ("for_", "renews"):
        if length := getattr(content, name):
            yield _duration(yaml_key(name), length)
    for key, text in _sentences(part):
        yield from _in_sentence(key, text)


def _date(key: str, shown: str, date: PartialDate) -> Wanted:
    return Wanted(key, shown, lambda text, day: date_in(date, text, day), date.text)


def _duration(key: str, length: Duration) -> Wanted:
    return Wanted(key, length.text, lambda text, day: duration_in(length, text), str(length.count))


def _sentences(part: Said) -> Iterator[tuple[str, str]]:
    content = part.content
    yield "says", content.says or ""
    yield "words", content.words or ""
    # The title of a claim is a label; that of an office is a part of what is said.
    if content.title and not isinstance(part.located.statement, Claim):
        yield "title", content.title.in_language(part.briefing.edition.language)


def _in_sentence(key: str, sentence: str) -> Iterator[Wanted]:
    dates = mentions(sentence)
    for mention in dates:
        shown = sentence[mention.start : mention.end]
        if mention.year:
            yield _date(key, shown, parse_date(mention.iso))
        elif mention.day:
            yield Wanted(key, shown, _same_day(mention), shown)
    for numeral in numerals(sentence):
        shown = sentence[numeral.start : numeral.end]
        if shown[0].isdigit() and not is_inside(numeral, dates):
            yield Wanted(key, shown, _same_number(numeral), plain(numeral.number))


def plain(number: Decimal) -> str:
    """A number without its sign and the zeros at its end."""
    return f"{abs(number).normalize():f}"


def _same_day(wanted: Mention) -> Prints:
    day = (wanted.month, wanted.day)
    return lambda text, _: any((found.month, found.day) == day for found in mentions(text))


def _same_number(wanted: Numeral) -> Prints:
    return lambda text, _: any(
        found.says(wanted.number) or found.scaled == wanted.scaled for found in numerals(text)
    )


def is_inside(numeral: Numeral, dates: tuple[Mention, ...]) -> bool:
    """Whether a number is a part of a date."""
    return any(date.start <= numeral.start < date.end for date in dates)


def found_there(quoted: Quoted, wanted: Wanted) -> str:
    """What the quotation has of the kind that is wanted."""
    text, dates = quoted.quotation.text, mentions(quoted.quotation.text)
    numbers = [n for n in numerals(text) if not is_inside(n, dates)]
    found = dict.fromkeys(
        text[f.start : f.end] for f in (dates if mentions(wanted.shown) else numbers)
    )
    return (
        f"the quotation has {', '.join(f'`{one}`' for one in found)}" if found else "the quotation"
    )


def elsewhere(part: Said, wanted: Wanted) -> tuple[Record, str] | None:
    """Another quotation of the same sources that carries it."""
    named = {quoted.witness for quoted in part.quoted}
    for quoted in part.quoted:
        for key, quotation in quoted.publication.quotes.items():
            other = f"{quoted.source.id}#{key}"
            if other not in named and wanted.stands(quotation.text, quoted.published):
                return quoted.source, key
    return None


def persons(part: Said) -> Iterator[Wanted]:
    """The persons that a part is about; those who only say so may be unnamed."""
    for key in KEYS:
        found = getattr(part.content, key) or ()
        ids = (found,) if isinstance(found, str) else found
        if key not in part.content.inferred:
            known = (id_ for id_ in dict.fromkeys(ids) if _is_person(part, id_))
            yield from (person(part.briefing, key, id_) for id_ in known)


def person(briefing: Briefing, key: str, id_: str) -> Wanted:
    """A person, who stands where a word of a name does that is no other person's."""
    own = _names(briefing.records[id_])
    others = [
        name for record in briefing.of_kind("person") if record.id != id_ for name in _names(record)
    ]
    name = briefing.name(id_)
    return Wanted(key, name, lambda text, _: names_in(own, without_names(text, others, own)), id_)


def _is_person(part: Said, id_: str) -> bool:
    record = part.briefing.records.get(id_)
    is_person = record is not None and isinstance(record.data, Person)
    return is_person and id_ not in part.briefing.unreadable


def _names(record: Record) -> tuple[str, ...]:
    return (*record.data.names, *record.data.aliases)


def without_names(text: str, others: Iterable[str], own: Iterable[str]) -> str:
    """A text without the whole names of others: a word of theirs may be one of a person's own."""
    whole = [name for name in others if " " in name and name not in own and name in text]
    for name in sorted(whole, key=len, reverse=True):
        # A name may begin a longer one.
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "", text)
    return text


def all_wanted(part: Said) -> Iterator[Wanted]:
    """All that a part has from its quotations."""
    own = words(part)
    yield from (*wanted(part), *((own,) if own else ()), *persons(part))
