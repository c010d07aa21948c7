"""The list of what changed between two derived briefings; the guard and the report read it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from generator.changes.pairing import Pairing, is_of_statements, quoted
from generator.derive import Dossier, Fact
from generator.derive.dossier import Status
from generator.model.briefing import Located
from generator.model.chart import Series
from generator.model.record import Record
from generator.model.source import Quotation
from generator.model.statement import Content, Statement
from generator.rules.shared import Quoted, QuotedStatement, parts
from generator.source import SourceFile

T = TypeVar("T")
# What is listed part by part.
IN_PARTS = (*Content.model_fields, "rejected", "witnesses", "positions")
BESIDE = tuple(key for key in Statement.model_fields if key not in IN_PARTS)
# What a source holds that is listed for itself.
QUOTED = ("quotes", "tables")
# Of a record that has another kind: a source has a key `kind` of its own.
FOLDER = "folder"
SAID = (*Content.model_fields, "rejected")


@dataclass(frozen=True)
class Difference:
    """A key that says something else, with what was and what is."""

    key: str
    was: object
    now: object


@dataclass(frozen=True)
class Change(Generic[T]):
    """What one thing was in the base and is in the head, and what of it differs."""

    was: T | None
    now: T | None
    differences: tuple[Difference, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """The keys that differ."""
        return frozenset(one.key for one in self.differences)


def both(changes: Iterable[Change[T]]) -> Iterator[tuple[Change[T], T, T]]:
    """The changes of what is there before and after, each with the two."""
    for one in changes:
        if one.was and one.now:
            yield one, one.was, one.now


class Changes:
    """All changes from one dossier to another, kind by kind, in the order of the head."""

    def __init__(self, base: Dossier, head: Dossier) -> None:
        """Each list is made when it is first asked for."""
        self.base, self.head = base, head
        self.pairing = Pairing(base.briefing, head.briefing)

    @cached_property
    def records(self) -> tuple[Change[Record], ...]:
        """Records, points and charts, by what they say besides statements and quotations."""
        states = (self.base.briefing.records, self.head.briefing.records)
        return self._listed(states, self._of_record)

    @cached_property
    def statements(self) -> tuple[Change[Located], ...]:
        """Statements, by what they say besides their values and positions."""
        states = (self.base.briefing.statements, self.head.briefing.statements)
        return self._listed(states, self._beside)

    @cached_property
    def parts(self) -> tuple[Change[QuotedStatement], ...]:
        """What a statement or each of its positions says, with the witnesses."""
        return tuple(part for id_ in self.head.briefing.statements for part in self._parts(id_))

    @cached_property
    def facts(self) -> tuple[Change[Fact], ...]:
        """What follows from the statements on the day, such as status and state."""
        return self._listed((self.base.facts, self.head.facts), _of_fact)

    @cached_property
    def quotations(self) -> tuple[Change[Quoted], ...]:
        """Quotations, and cells of tables."""
        states = (quoted(self.base.briefing), quoted(self.head.briefing))
        return self._listed(states, self._of_quotation, self.pairing.witness)

    @cached_property
    def pages(self) -> tuple[Change[SourceFile], ...]:
        """Pages of prose."""
        return self._listed((self.base.briefing.prose, self.head.briefing.prose), _of_page)

    @cached_property
    def edition(self) -> tuple[Difference, ...]:
        """What the briefing says of itself."""
        was, now = self.base.briefing.edition, self.head.briefing.edition
        return tuple(self._differing(was, now, type(now).model_fields))

    def earlier(self, now: QuotedStatement) -> tuple[QuotedStatement, ...]:
        """What a part was: the one of its key, else those that are gone and had some of its words.

        When the answers of a dispute became one value, none of them is what that was.
        """
        origin = self.pairing.origins.get(now.located.id, "")
        was, fact = self.base.briefing.statements.get(origin), self.base.facts.get(origin)
        held = parts(self.base.briefing, was) if was else ()
        same = tuple(one for one in held if one.path == now.path)
        if same or (fact and fact.status is Status.DISPUTED and not now.path):
            return same
        kept = {one.path for one in parts(now.briefing, now.located)}
        names = {self.pairing.witness(one.witness) for one in now.quoted}
        gone = (one for one in held if one.path not in kept)
        return tuple(one for one in gone if names & {each.witness for each in one.quoted})

    def fact(self, id_: str) -> Fact | None:
        """What followed in the base from a statement of the head."""
        return self.base.facts.get(self.pairing.origins.get(id_, ""))

    def _listed(
        self,
        states: tuple[Mapping[str, T], Mapping[str, T]],
        differing: Callable[[T, T], Iterator[Difference]],
        origin: Callable[[str], str] | None = None,
    ) -> tuple[Change[T], ...]:
        """The changes of one kind: what is there now in its order, then what is gone."""
        (was, now), origins = states, self.pairing.origins
        then = {id_: origin(id_) if origin else origins.get(id_, "") for id_ in now}
        kept = set(then.values())
        gone = (id_ for id_ in was if id_ not in kept and not self.pairing.is_unread(id_))
        found = []
        for id_, old in [*then.items(), *(("", id_) for id_ in gone)]:
            one, other = was.get(old), now.get(id_)
            differences = tuple(differing(one, other)) if one and other else ()
            if not (one and other) or old != id_ or differences:
                found.append(Change(one, other, differences))
        return tuple(found)

    def _parts(self, id_: str) -> Iterator[Change[QuotedStatement]]:
        briefing = self.head.briefing
        for part in parts(briefing, briefing.statements[id_]):
            for was in self.earlier(part):
                differences = tuple(self._of_part(was, part))
                if was.path != part.path or differences:
                    yield Change(was, part, differences)

    def _of_record(self, was: Record, now: Record) -> Iterator[Difference]:
        if was.kind != now.kind:
            yield Difference(FOLDER, was.kind, now.kind)
        # What a record says that is itself a statement is listed as that.
        own = Statement.model_fields if "witnesses" in type(now.data).model_fields else ()
        keys = (key for key in type(now.data).model_fields if key not in (*own, *QUOTED))
        yield from self._differing(was.data, now.data, keys)

    def _beside(self, was: Located, now: Located) -> Iterator[Difference]:
        return self._differing(was.statement, now.statement, BESIDE)

    def _of_part(self, was: QuotedStatement, now: QuotedStatement) -> Iterator[Difference]:
        for one in self._differing(was.content, now.content, SAID):
            old, new = (of_all(part, one.key) for part in (was, now))
            if one.key not in Series.OF_ALL or not self.pairing.same(old, new):
                yield one
        before, here = (tuple(name for name, _ in part.witnesses) for part in (was, now))
        if not self.pairing.same(before, here):
            yield Difference("witnesses", before, here)

    def _of_quotation(self, was: Quoted, now: Quoted) -> Iterator[Difference]:
        old, new = was.quotation, now.quotation
        if self.pairing.is_altered(now.witness, old.text, new.text):
            yield Difference("text", old.text, new.text)
        keys = (key for key in Quotation.model_fields if key != "text")
        yield from self._differing(old, new, keys)

    def _differing(self, was: object, now: object, keys: Iterable[str]) -> Iterator[Difference]:
        for key in keys:
            old, new = getattr(was, key, None), getattr(now, key, None)
            of_statements = is_of_statements(old) or is_of_statements(new)
            if not of_statements and not self.pairing.same(old, new):
                yield Difference(key, old, new)


def of_all(part: QuotedStatement, key: str) -> object:
    """What a figure says for a key, or else its series."""
    data = part.located.record.data
    shared = getattr(data, key, None) if isinstance(data, Series) else None
    return getattr(part.content, key, None) or shared


def _of_page(was: SourceFile, now: SourceFile) -> Iterator[Difference]:
    if was.text != now.text:
        yield Difference("text", was.text, now.text)


def _of_fact(was: Fact, now: Fact) -> Iterator[Difference]:
    if replace(was, located=now.located, label=now.label) != now:
        yield Difference("follows", was, now)
