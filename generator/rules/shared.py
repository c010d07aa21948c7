"""What several families of rules need: what is said and on which words, what is near, times."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import chain

from generator.counting import grouped
from generator.derive.agree import merged
from generator.diagnostics import Label
from generator.model.briefing import Briefing, Located, witness_parts
from generator.model.dates import PartialDate
from generator.model.events import Claim
from generator.model.fields import yaml_key
from generator.model.record import Record, of_model
from generator.model.source import OfSource, Quotation, Source
from generator.model.statement import SAYING, Content, Statement
from generator.source import Placed, Span

WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Quoted(Placed, OfSource):
    """A quotation that a statement rests on; `span` is the place of its witness."""

    witness: str
    find: Callable[[], Span]
    source: Record
    key: str
    quotation: Quotation

    @property
    def texts(self) -> tuple[str, ...]:
        """The words, and those in the language of the source."""
        return self.quotation.texts

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


def labels(text: str, spans: Iterable[Span]) -> tuple[Label, ...]:
    """Several second places with the same message."""
    return tuple(Label(span, text) for span in spans)
