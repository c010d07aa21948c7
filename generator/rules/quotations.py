"""What is said rests on quotations that contain it: numbers, dates, words and persons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.counting import listed
from generator.derive import Dossier
from generator.derive.mentions import Mention, mentions
from generator.derive.numerals import Numeral, numerals
from generator.derive.spelling import date_in, duration_in, names_in, prints, words_in
from generator.diagnostics import Diagnostic, Label
from generator.link import Briefing
from generator.model.claim import Claim
from generator.model.dates import Duration, PartialDate, parse_date
from generator.model.fields import yaml_key
from generator.model.person import Person
from generator.model.record import Record
from generator.rules.shared import Quoted, QuotedStatement, nowhere, quoted_statements
from generator.source import Span

Prints = Callable[[str, PartialDate], bool]
WORDS = "words"
# What positions say, each for itself.
ANSWERS = ("value", "words", "says")
# So many quotations are shown of what none of them contains.
SHOWN = 3


@dataclass(frozen=True)
class Expected:
    """What a quotation must contain for a key to be right, and how to find it there.

    Two that mean the same may be spelt otherwise.
    """

    key: str
    shown: str
    stands: Prints
    meaning: str

    def stands_in(self, quoted: Quoted) -> bool:
        """Whether a quotation has it."""
        return any(self.stands(text, quoted.published) for text in quoted.texts)


def value_not_in_quotation(dossier: Dossier) -> Iterator[Diagnostic]:
    """Numbers and dates that none of their quotations contains, those of one key together."""
    for part in quoted_statements(dossier.briefing):
        by_key: dict[str, list[Expected]] = {}
        for one in missing(part):
            by_key.setdefault(one.key, []).append(one)
        yield from (unprinted(part, *several) for several in by_key.values())


def missing(part: QuotedStatement) -> tuple[Expected, ...]:
    """The expected numbers and dates that no quotation has; `77` and `77.0` are one number."""
    missing = (one for one in expected(part) if not any(map(one.stands_in, part.quoted)))
    return tuple({(one.key, one.meaning): one for one in missing if part.quoted}.values())


def unprinted(part: QuotedStatement, first: Expected, *others: Expected) -> Diagnostic:
    """A number or date that no quotation contains, and others of the same key."""
    shown = listed([f"`{one.shown}`" for one in (first, *others)])
    notes = [Label(one.words_span, found_there(one, first)) for one in part.quoted[:SHOWN]]
    reason = "`inferred: why`" if first.key == "value" else f"`inferred: {{{first.key}: why}}`"
    help_ = f"correct it, quote the words that carry it, or say why: {reason}"
    if other := elsewhere(part, first):
        words = other[0].places.value(("quotes", other[1], "text"))
        notes = [Label(words, f"`{first.shown}` stands here")]
        help_ = f"correct it, or add the witness `{other[0].id}#{other[1]}` if it rests on that"
    return Diagnostic(
        code="value-not-in-quotation",
        message=f"{nowhere(part.quoted)} {shown}",
        span=part.span(first.key),
        labels=tuple(notes),
        help=help_,
    )


def found_there(quoted: Quoted, one: Expected) -> str:
    """What the quotation has of the expected kind: dates or numbers."""
    text, dates = quoted.quotation.text, mentions(quoted.quotation.text)
    numbers = [n for n in numerals(text) if not is_inside(n, dates)]
    found = dict.fromkeys(
        f"`{text[f.start : f.end]}`" for f in (dates if mentions(one.shown) else numbers)
    )
    return f"the quotation has {', '.join(found)}" if found else "the quotation"


def elsewhere(part: QuotedStatement, one: Expected) -> tuple[Record, str] | None:
    """Another quotation of the same sources that contains it."""
    own = {quoted.witness for quoted in part.quoted}
    for quoted in part.quoted:
        for key, quotation in quoted.publication.quotes.items():
            is_other = f"{quoted.source.id}#{key}" not in own
            if is_other and one.stands(quotation.text, quoted.published):
                return quoted.source, key
    return None


def words_not_in_quotation(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words given as a source's own that none of the quotations contains."""
    for part in quoted_statements(dossier.briefing):
        one = words(part)
        # A number or date in them has its own message.
        is_reported = any(each.key == WORDS for each in missing(part))
        if not one or not part.quoted or is_reported or any(map(one.stands_in, part.quoted)):
            continue
        help_ = "take the source's own words, write a sentence of yours in `says`, or say why: "
        other = elsewhere(part, one)
        yield Diagnostic(
            code="words-not-in-quotation",
            message=f"{nowhere(part.quoted)} `{one.shown}`",
            span=part.span(WORDS),
            labels=(part.quoted[0].label,),
            help=f"name the witness `{other[0].id}#{other[1]}`"
            if other
            else f"{help_}`inferred: {{{WORDS}: why}}`",
        )


def person_not_in_quotation(dossier: Dossier) -> Iterator[Diagnostic]:
    """Persons that no quotation names, not even by one word of a name."""
    for part in quoted_statements(dossier.briefing):
        for one in persons(part) if part.quoted else ():
            if not any(map(one.stands_in, part.quoted)):
                yield Diagnostic(
                    code="person-not-in-quotation",
                    message=f"{nowhere(part.quoted)} the name of {one.shown}",
                    span=place_of(part, one),
                    labels=(part.quoted[0].label,),
                    help="quote the words that name the person, add the spelling to `aliases`, or "
                    f"say why: `inferred: {{{one.key}: why}}`",
                )


def place_of(part: QuotedStatement, one: Expected) -> Span:
    """Where a person is named: in a list its own place, else that of the key."""
    spans = part.located.record.places.values
    for path in (part.path, ()):
        whole = (*part.located.path, *path, one.key)
        for at, id_ in enumerate(getattr(part.content, one.key) or ()):
            if id_ == one.meaning and (*whole, at) in spans:
                return spans[(*whole, at)]
    return part.span(one.key)


def expected(part: QuotedStatement) -> Iterator[Expected]:
    """The numbers and dates that are not inferred, without those beside the positions."""
    beside = {key for key in ANSWERS if part.path and getattr(part.located.statement, key)}
    without = {*part.content.inferred, *beside}
    yield from (one for one in _expected(part) if one.key not in without)


def words(part: QuotedStatement) -> Expected | None:
    """A source's own words, where they are not inferred."""
    text = part.content.words
    is_beside = part.path and part.located.statement.words
    if text is None or is_beside or WORDS in part.content.inferred:
        return None
    return Expected(WORDS, text, lambda held, _: words_in(text, held), text)


def _expected(part: QuotedStatement) -> Iterator[Expected]:
    content = part.content
    if value := content.value:
        meaning = value.text if value.number is None else plain(value.number)
        yield Expected("value", value.text, lambda text, day: prints(value, text, day), meaning)
    for name in ("from_", "until", "through"):
        if date := getattr(content, name):
            yield _date(yaml_key(name), date.text, date)
    for name in ("for_", "renews"):
        if length := getattr(content, name):
            yield _duration(yaml_key(name), length)
    for key in ("says", "words"):
        yield from _in_sentence(key, getattr(content, key) or "")
    # The title of a claim is a label; that of an office is a part of what is said.
    if content.title and not isinstance(part.located.statement, Claim):
        language = part.briefing.edition.language
        yield from _in_sentence("title", content.title.in_language(language))


def _date(key: str, shown: str, date: PartialDate) -> Expected:
    return Expected(key, shown, lambda text, day: date_in(date, text, day), date.text)


def _duration(key: str, length: Duration) -> Expected:
    return Expected(key, length.text, lambda text, _: duration_in(length, text), str(length.count))


def _in_sentence(key: str, sentence: str) -> Iterator[Expected]:
    dates = mentions(sentence)
    for mention in dates:
        shown = sentence[mention.start : mention.end]
        if mention.year:
            yield _date(key, shown, parse_date(mention.iso))
        elif mention.day:
            yield Expected(key, shown, _same_day(mention), shown)
    for numeral in numerals(sentence):
        shown = sentence[numeral.start : numeral.end]
        if shown[0].isdigit() and not is_inside(numeral, dates):
            yield Expected(key, shown, _same_number(numeral), plain(numeral.number))


def plain(number: Decimal) -> str:
    """A number without its sign and the zeros at its end."""
    return f"{abs(number).normalize():f}"


def _same_day(one: Mention) -> Prints:
    day = (one.month, one.day)
    return lambda text, _: any((found.month, found.day) == day for found in mentions(text))


def _same_number(one: Numeral) -> Prints:
    return lambda text, _: any(
        found.says(one.number) or found.scaled == one.scaled for found in numerals(text)
    )


def is_inside(numeral: Numeral, dates: Iterable[Mention]) -> bool:
    """Whether a number is a part of a date."""
    return any(date.start <= numeral.start < date.end for date in dates)


def persons(part: QuotedStatement) -> Iterator[Expected]:
    """The persons that a part is about; those who only say so may be unnamed."""
    for key, ids in (("person", (part.content.person or "",)), ("people", part.content.people)):
        if key not in part.content.inferred:
            known = (id_ for id_ in dict.fromkeys(ids) if _is_person(part.briefing, id_))
            yield from (person(part.briefing, key, id_) for id_ in known)


def _is_person(briefing: Briefing, id_: str) -> bool:
    return id_ in briefing.records and isinstance(briefing.records[id_].data, Person)


def person(briefing: Briefing, key: str, id_: str) -> Expected:
    """A person, who stands where a word of a name does that is no other person's."""
    own = _names(briefing.records[id_])
    others = [
        name for record in briefing.of_kind("person") if record.id != id_ for name in _names(record)
    ]
    name = briefing.name(id_)
    return Expected(key, name, lambda text, _: names_in(own, without_names(text, others, own)), id_)


def _names(record: Record) -> tuple[str, ...]:
    return (*record.data.names, *record.data.aliases)


def without_names(text: str, others: Iterable[str], own: Iterable[str]) -> str:
    """A text without the whole names of others: a word of theirs may be one of a person's own."""
    whole = [name for name in others if " " in name and name not in own and name in text]
    for name in sorted(whole, key=len, reverse=True):
        # A name may begin a longer one.
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "", text)
    return text


def all_expected(part: QuotedStatement) -> Iterator[Expected]:
    """All that a part must have from its quotations."""
    own = words(part)
    yield from (*expected(part), *((own,) if own else ()), *persons(part))
