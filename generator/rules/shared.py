"""What several families of rules need: what is said and on which words, what is near, times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import chain

from rapidfuzz.distance import OSA

from generator.counting import grouped
from generator.derive.agree import merged
from generator.derive.calls import WRITTEN
from generator.derive.expected import Expected, plain
from generator.derive.mentions import NUMBERS, mentions, numerals
from generator.diagnostics import Label
from generator.model.briefing import Briefing, Located, witness_parts
from generator.model.dates import ORDINALS, PartialDate, parse_date, parse_period
from generator.model.events import Claim
from generator.model.fields import yaml_key
from generator.model.record import Record, of_model
from generator.model.source import Quotation, Source
from generator.model.statement import SAYING, Content, Statement
from generator.source import Span

MONTH = "|".join(sorted(NUMBERS, key=len, reverse=True))
PART = re.compile(
    rf"(?:the )?(?P<which>{'|'.join(ORDINALS)}) (?P<part>(?<=(?:.rst|cond) )half|quarter) of "
    r"(?P<year>\d{4})",
    re.I,
)
ROW = re.compile(rf"(?P<first>{MONTH}) (?:to|and|-|–) (?P<last>{MONTH}) (?P<year>\d{{4}})")
WORD = re.compile(r"\w+")
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
ADDRESS = re.compile(r"\]\([^)\s]*|<[^<>\s][^<>]*>|https?://\S+|<!--.*?-->", re.DOTALL)
# `26.000` and `34,5` in most languages; Chinese is read as English is.
OTHER_NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)(?![\d.,]*\d)")
OTHER_WORD = re.compile(r"[A-Za-z]*[\u00c0-\u0fff]\w*")
# Fewer such words may be names; a word in another script is none of an English text.
MANY = 3
OTHER_SCRIPT = re.compile(r"[\u0370-\u0fff]")
# What a word behind a number can make of it: `27 bin` is 27,000.
SCALES = (3, 6, 9)
IN_ENGLISH = (
    "numbers and dates are read in English and Chinese: write `text` in English, as in `26,000` or "
    "`18 July`, and keep the source's own words under `original`"
)


@dataclass(frozen=True)
class Quoted:
    """A quotation that a statement rests on."""

    witness: str
    find: Callable[[], Span]
    source: Record
    key: str
    quotation: Quotation

    @property
    def span(self) -> Span:
        """The place of the witness: looked up where it is asked for."""
        return self.find()

    @property
    def texts(self) -> tuple[str, ...]:
        """The words, and those in the language of the source."""
        return self.quotation.texts

    @property
    def publication(self) -> Source:
        """The source's own keys."""
        assert isinstance(self.source.data, Source)
        return self.source.data

    @property
    def published(self) -> PartialDate:
        """When the source was published."""
        return self.publication.published

    @property
    def words_span(self) -> Span:
        """The place of the words in the source's file."""
        return self.source.places.value(self.publication.place_of(self.key))

    @property
    def label(self) -> Label:
        """The quotation as a second place."""
        return Label(self.words_span, "the quotation")


@dataclass(frozen=True)
class QuotedStatement:
    """A statement without positions, or one position of a statement, with its quotations.

    A position comes with the keys that it shares with the others.
    """

    briefing: Briefing
    located: Located
    path: tuple[str, ...]
    content: Content

    def span(self, key: str) -> Span:
        """The place of a key's value: in the position, else beside the positions."""
        places, full = self.located.record.places, (*self.located.path, *self.path, key)
        return places.value(full) if full in places.values else self.located.span(key)

    def reason_span(self, key: str) -> Span:
        """The place of the reason for a key: in the position, else beside the positions."""
        own = dict(self.located.statement.contents())[self.path]
        return self.located.span(*(self.path if key in own.inferred else ()), "inferred", key)

    @cached_property
    def witnesses(self) -> tuple[tuple[str, Callable[[], Span]], ...]:
        """Its own witnesses, else those of its statement, each with what finds its place."""
        span, contents = self.located.span, dict(self.located.statement.contents())
        for path in (self.path, ()):
            if found := getattr(contents[path], "witnesses", ()):
                return tuple(
                    (one, partial(span, *path, "witnesses", at)) for at, one in enumerate(found)
                )
        return ()

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """The quotations of its witnesses; none if one of them is missing."""
        named = [(one, find, *witness_parts(one)) for one, find in self.witnesses if "#" in one]
        found = tuple(
            Quoted(witness, find, self.briefing.records[source], key, quotation)
            for witness, find, source, key in named
            if (quotation := self.briefing.quotation(witness))
        )
        return found if len(found) == len(named) else ()

    @property
    def is_whole(self) -> bool:
        """Whether every quotation that it names exists."""
        return len([one for one, _ in self.witnesses if "#" in one]) == len(self.quoted)

    @cached_property
    def texts(self) -> tuple[tuple[Quoted, str], ...]:
        """Every text of its quotations."""
        return tuple((quoted, text) for quoted in self.quoted for text in quoted.texts)


@lru_cache(maxsize=2)
def by_statement(briefing: Briefing) -> dict[str, tuple[QuotedStatement, ...]]:
    """What each statement says, position by position."""
    return {id_: tuple(parts_of(briefing, one)) for id_, one in briefing.statements.items()}


def quoted_statements(briefing: Briefing) -> Iterator[QuotedStatement]:
    """Every statement with its quotations, position by position."""
    return chain.from_iterable(by_statement(briefing).values())


def parts(briefing: Briefing, located: Located) -> tuple[QuotedStatement, ...]:
    """What one statement says, position by position."""
    found = by_statement(briefing).get(located.id, ())
    return found if found and found[0].located is located else tuple(parts_of(briefing, located))


def parts_of(briefing: Briefing, located: Located) -> Iterator[QuotedStatement]:
    """The same, made anew."""
    statement = located.statement
    if not statement.positions:
        yield QuotedStatement(briefing, located, (), statement)
    for key, position in statement.positions.items():
        yield QuotedStatement(briefing, located, ("positions", key), merged(statement, position))


def all_statements(briefing: Briefing) -> Iterator[Located]:
    """Every map that could be a statement, also those without witnesses."""
    for record in briefing.records.values():
        for path, model in record.models:
            if isinstance(model, Statement):
                yield Located(".".join((record.id, *map(str, path))), record, path, model)


def sources(briefing: Briefing) -> Iterator[tuple[Record, Source]]:
    """Every source with its own keys."""
    return of_model(briefing.of_kind("source"), Source)


def first_content_key(content: Content) -> str:
    """The first key that says something; empty for a mere description."""
    is_claim = isinstance(content, Claim)
    # The title of a claim is a label.
    keys = (key for key in SAYING if not (is_claim and key == "title"))
    return next((yaml_key(key) for key in keys if getattr(content, key) not in (None, ())), "")


@lru_cache(maxsize=2)
def names_by_word(briefing: Briefing) -> dict[str, tuple[tuple[int, str, str], ...]]:
    """The names of persons by their first words, each with its rank, the longest first."""
    people = briefing.of_kind("person")
    found = [(name, one.id) for one in people for name in (*one.data.names, *one.data.aliases)]
    ordered = enumerate(sorted(found, key=lambda one: -len(one[0])))
    return grouped(
        ("".join(WORD.findall(name)[:1]), (at, name, id_)) for at, (name, id_) in ordered
    )


def names_near(briefing: Briefing, text: str) -> list[tuple[str, str]]:
    """The names of persons, with ids, of which a text has the first word; the longest first."""
    held = names_by_word(briefing.whole)
    found = sorted(one for word in {"", *WORD.findall(text)} for one in held.get(word, ()))
    return [(name, id_) for _, name, id_ in found]


def nowhere(quoted: Sequence[Quoted]) -> str:
    """How a message names the quotations that do not contain something."""
    one = f"its quotation `{quoted[0].witness}` does not contain"
    return "none of its quotations contains" if quoted[1:] else one


def labels(text: str, spans: Iterable[Span]) -> tuple[Label, ...]:
    """Several second places with the same message."""
    return tuple(Label(span, text) for span in spans)


def is_slip(word: str, name: str) -> bool:
    """Whether one letter parts two words, and no ending such as that of a plural."""
    one, other = sorted((word.casefold(), name.casefold()), key=len)
    return OSA.distance(one, other, score_cutoff=1) == 1 and other not in {f"{one}s", f"{one}n"}


def period_in(label: str) -> PartialDate | None:
    """The month, months or day that a label begins with: `first half of 2031`."""
    if found := PART.match(label):
        which = ORDINALS.index(found["which"].lower()) + 1
        return parse_period(f"{found['year']}-{found['part'][0].upper()}{which}")
    if found := ROW.match(label):
        first, last = (NUMBERS[found[key]] for key in ("first", "last"))
        both = f"{found['year']}-{first:02}/{found['year']}-{last:02}"
        return parse_period(both) if first <= last else None
    named = mentions(label)
    is_first = bool(named) and not named[0].start and named[0].year and named[0].month
    return parse_date(named[0].iso) if is_first else None


def meet(one: PartialDate, other: PartialDate) -> bool:
    """Whether two times have a day in common."""
    return one.first <= other.last and other.first <= one.last


@lru_cache(maxsize=65_536)
def blotted(text: str, *others: re.Pattern[str]) -> str:
    """A text with blots for calls, code and addresses, and for what other patterns find."""
    for pattern in (WRITTEN, CODE, ADDRESS, *others):
        text = pattern.sub(lambda found: "_" * len(found[0]), text)
    return text


def is_foreign(quotation: Quotation, one: Expected) -> bool:
    """Whether a text is in a language whose numbers and dates are not read here."""
    numbers = OTHER_NUMBER.findall(quotation.text)
    is_other = one.meaning in {each.replace(".", "").replace(",", ".") for each in numbers}
    bare = (each.number for each in numerals(quotation.text) if each.number == each.scaled)
    scaled = {plain(number.scaleb(by)) for number in bare for by in SCALES}
    is_other |= one.meaning in scaled or bool(OTHER_SCRIPT.search(quotation.text))
    is_told = is_other or len(OTHER_WORD.findall(quotation.text)) >= MANY
    return is_told and not quotation.original
