"""What a statement says, how it is found in a quotation, and what of it is borne out on a day."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar

from generator.derive.mentions import Mention, Numeral, mentions, numerals
from generator.derive.spelling import date_in, duration_in, prints, until_in, words_in
from generator.derive.when import Today
from generator.model.briefing import Located
from generator.model.dates import Duration, PartialDate, parse_date
from generator.model.events import Claim
from generator.model.fields import FIELDS, yaml_key
from generator.model.statement import SAYING, Content, Position, Statement

Prints = Callable[[str, PartialDate], bool]
Stands = Callable[[PartialDate, str, PartialDate], bool]
DATES: dict[str, Stands] = {"from_": date_in, "until": until_in, "through": date_in}
WORDS = "words"
C = TypeVar("C", Statement, Position)


class Printed(Protocol):
    """The texts of a quotation, and when they were published."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The words, and those in the language of the source."""

    @property
    def published(self) -> PartialDate:
        """When its source was published."""


@dataclass(frozen=True)
class Expected:
    """What a quotation must contain for a key to be right, and how to find it there.

    Two that mean the same may be spelt otherwise.
    """

    key: str
    shown: str
    stands: Prints
    meaning: str

    def stands_in(self, quoted: Printed) -> bool:
        """Whether a quotation has it."""
        return any(self.stands(text, quoted.published) for text in quoted.texts)


def expected_of(content: Content, language: str) -> Iterator[Expected]:
    """The numbers and dates of a content, in whichever key they stand."""
    if value := content.value:
        meaning = value.text if value.number is None else plain(value.number)
        yield Expected("value", value.text, lambda text, day: prints(value, text, day), meaning)
    for name, stands in DATES.items():
        if date := getattr(content, name):
            yield _date(yaml_key(name), date.text, date, stands)
    for name in ("for_", "renews"):
        if length := getattr(content, name):
            yield _length(yaml_key(name), length)
    for key in ("says", "words"):
        yield from in_sentence(key, getattr(content, key) or "")
    # The title of a claim is a label; that of an office is a part of what is said.
    if content.title and not isinstance(content, Claim):
        yield from in_sentence("title", content.title.in_language(language))


def own_words(text: str) -> Expected:
    """A source's own words."""
    return Expected(WORDS, text, lambda held, _: words_in(text, held), text)


def _date(key: str, shown: str, date: PartialDate, stands: Stands = date_in) -> Expected:
    return Expected(key, shown, lambda text, day: stands(date, text, day), date.text)


def _length(key: str, length: Duration) -> Expected:
    return Expected(key, length.text, lambda text, _: duration_in(length, text), str(length.count))


def in_sentence(key: str, sentence: str) -> Iterator[Expected]:
    """The numbers and dates of a sentence."""
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


@dataclass(frozen=True)
class Witness:
    """The texts of a quotation that counts, with the day on which they were out."""

    texts: tuple[str, ...]
    published: PartialDate


def borne(today: Today, located: Located) -> Located | None:
    """The statement as far as it was borne out by the day; None where nothing of it was."""
    statement = located.statement
    if statement.background or not any(_is_late(today, one) for one in statement.named):
        return located
    kept = {
        key: position
        for key, one in statement.positions.items()
        if (position := _known(today, one, (*one.witnesses, *statement.witnesses)))
    }
    own = _known(today, statement, statement.named)
    if not own or (statement.positions and not kept):
        return None
    return replace(located, statement=own.model_copy(update={"positions": kept}))


def _known(today: Today, content: C, witnesses: tuple[str, ...]) -> C | None:
    """A content without the keys that only later witnesses bear; None if it then says nothing."""
    late = {FIELDS.get(one.key, one.key) for one in late_in(today, content, witnesses)}
    if not late:
        return content
    said = {key for key in SAYING if getattr(content, key) not in (None, ())}
    if not said - late:
        return None
    fields, written = type(content).model_fields, {yaml_key(key) for key in late}
    kept = {key: one for key, one in content.inferred.items() if key not in written}
    unknown = {key: fields[key].get_default(call_default_factory=True) for key in late}
    return content.model_copy(update={**unknown, "inferred": kept})


def late_in(today: Today, content: Content, witnesses: tuple[str, ...]) -> Iterator[Expected]:
    """What of a content a later witness bears, and none that was out by the day.

    What is inferred is known with the quotations that it follows from.
    """
    every = _quoted(today, witnesses)
    out = [one for one in every if today.knows(one.published)]
    if not out or len(out) == len(every):
        return
    words = (own_words(content.words),) if content.words else ()
    for one in (*expected_of(content, today.briefing.edition.language), *words):
        if reason := content.inferred.get(one.key):
            rests = _quoted(today, reason.from_) or every
            days = (witness.published for witness in rests if not witness.published.is_unknown)
            is_late = not all(map(today.knows, days))
        else:
            is_late = not any(map(one.stands_in, out)) and any(map(one.stands_in, every))
        if is_late:
            yield one


def _is_late(today: Today, witness: str) -> bool:
    """Whether a quotation that counts is not out yet."""
    source = today.briefing.source(witness)
    is_out = source is None or not source.counts or today.knows(source.published)
    return not is_out and today.briefing.quotation(witness) is not None


def _quoted(today: Today, witnesses: tuple[str, ...]) -> list[Witness]:
    """The quotations that count, also those that are not out yet."""
    named = [(today.briefing.source(one), today.briefing.quotation(one)) for one in witnesses]
    return [
        Witness(quote.texts, source.published)
        for source, quote in named
        if quote and source and source.counts
    ]


def first_borne(today: Today, located: Located, days: list[date]) -> date | None:
    """The first of the days on which something of a statement was borne out."""
    if len(days) == 1 or located.statement.background:
        return days[0]
    return next((day for day in days if borne(replace(today, as_of=day), located)), None)
