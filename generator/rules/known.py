"""What there is to be mentioned, and what is mentioned and does not exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.link import Briefing, witness_parts
from generator.moved import end_of
from generator.rules.act_without_target import meant_ids
from generator.rules.references import ANY, Mention, mentions
from generator.rules.same_word import is_all_but
from generator.rules.says_nothing import mute_ids
from generator.rules.value_without_witness import unwitnessed_ids

WITNESS = ("witness",)
WORD = re.compile(r"[a-z0-9]+")
CELL = re.compile(r"#[^/]+/[^/]+/[^/]+$")


@dataclass(frozen=True)
class Known:
    """What there is to be mentioned, and what is: in all that could be read of a briefing."""

    briefing: Briefing

    @classmethod
    def of(cls, briefing: Briefing) -> Known:
        """What is known of a briefing."""
        return _known(briefing.as_read)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """All that is mentioned, with its places."""
        return tuple(mentions(self.briefing))

    @cached_property
    def lost(self) -> tuple[Mention, ...]:
        """What leads nowhere of it; of a witness without its source that of the source."""
        return tuple(_lost(self))

    @cached_property
    def statements(self) -> frozenset[str]:
        """The ids of statements, also of those that lack only their witnesses or their place."""
        briefing = self.briefing
        lacking = unwitnessed_ids(briefing) | meant_ids(briefing) | mute_ids(briefing)
        return lacking | briefing.statements.keys()

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """All that something mentions, quotations also with their sources."""
        targets = {id_ for mention in self.mentions for id_ in meant(mention)}
        return frozenset(targets | {target.partition("#")[0] for target in targets})

    @cached_property
    def gaps(self) -> dict[str, list[Mention]]:
        """What is mentioned and missing, by its id, with its places."""
        return gathered(self)

    def fits(self, id_: str, kinds: Collection[str]) -> bool:
        """True when something of one of the kinds has the id, or may have it."""
        briefing, (record, _, path) = self.briefing, id_.partition(".")
        if record in briefing.unreadable and self.may_hold(record, path):
            return self.is_adrift(record, path) or not self.is_misspelt(id_)
        if ("old" in kinds and self.leads_on(id_)) or ("page" in kinds and id_ in briefing.prose):
            return True
        if "any" in kinds:
            return id_ in briefing.records or id_ in self.statements
        return self.kind(id_) in kinds or ("statement" in kinds and id_ in self.statements)

    def leads_on(self, id_: str) -> bool:
        """Whether an id is listed as moved, or stands below one that is and leads somewhere."""
        if id_ in self.briefing.moved:
            # Where that leads is told of that.
            return True
        end = end_of(self.briefing, id_)
        return end is not None and (end.to is None or self.fits(end.to, (*ANY, "page")))

    def called(self, mention: Mention) -> str:
        """The record with a name or alias that was written as an id; empty where none has it."""
        for record in self.briefing.records.values():
            names = (*record.data.names, *record.data.aliases)
            is_named = record.kind != "source" and mention.target in map(as_id, names)
            if is_named and self.fits(record.id, mention.kinds):
                return record.id
        return ""

    def may_hold(self, record: str, path: str) -> bool:
        """Whether a record that is not whole is there for what stands below it, if anything."""
        found = self.briefing.records.get(record)
        return not path or found is None or found.may_hold(tuple(path.split(".")))

    def is_adrift(self, record: str, path: str) -> bool:
        """Whether a record has a key that something is named by, in a place where it cannot be."""
        found = self.briefing.records.get(record)
        return found is not None and path.rpartition(".")[2] in found.adrift

    def is_misspelt(self, id_: str) -> bool:
        """Whether an id is none, and all but that of a statement beside it that can be read."""
        holder, _, key = id_.rpartition(".")
        pairs = (one.rpartition(".") for one in self.statements if holder and id_ != one)
        is_none = id_ not in self.statements
        return is_none and any(of == holder and is_all_but(key, one) for of, _, one in pairs)

    def may_quote(self, record: str, key: str) -> bool:
        """Whether a source that is not whole may have a quotation, or a cell of a table."""
        name, _, cell = key.partition("/")
        path = ("tables", name) if cell else ("quotes", name)
        found, source = self.briefing.records.get(record), self.briefing.source(record)
        if self.is_adrift(record, name):
            return True
        if source and any(is_all_but(key, one) for one in source.keys if one != key):
            return False
        return record in self.briefing.unreadable and (found is None or found.may_hold(path))

    def kind(self, id_: str) -> str:
        """The kind of what has the id; empty where nothing has it."""
        record = self.briefing.records.get(id_)
        return record.kind if record else "statement" if id_ in self.statements else ""

    def ids(self, kinds: Collection[str]) -> list[str]:
        """All ids that fit, in order."""
        every = {*self.briefing.records, *self.statements, *self.briefing.unreadable}
        every |= {*self.briefing.moved, *self.briefing.prose}
        return sorted(id_ for id_ in every if self.offers(id_, kinds))

    def offers(self, id_: str, kinds: Collection[str]) -> bool:
        """True when something has the id that is of one of the kinds, or may be of any."""
        record = self.briefing.records.get(id_)
        # A record may be a statement besides, or hold one of the same id.
        if record is None or not {"any", "statement"}.isdisjoint(kinds):
            return self.fits(id_, kinds)
        return record.kind in kinds

    def gap(self, id_: str) -> str:
        """What is missing where an id is: its record, a row or column of its table, or itself."""
        if CELL.search(id_):
            return self._line(id_)
        record = id_.partition(".")[0]
        return id_ if "#" in id_ or record in self.briefing.records else record

    def _line(self, cell: str) -> str:
        source, key = witness_parts(cell)
        name, row, column = key.split("/")
        data = self.briefing.source(cell)
        table = data.tables.get(name) if data else None
        if table is None:
            return f"{source}#{name}"
        is_column = row in table.rows and column not in table.columns
        return f"{source}#{name}/*/{column}" if is_column else f"{source}#{name}/{row}/*"


@lru_cache(maxsize=2)
def _known(briefing: Briefing) -> Known:
    return Known(briefing)


def _lost(known: Known) -> Iterator[Mention]:
    for mention in known.mentions:
        if mention.kinds == WITNESS:
            id_, key = witness_parts(mention.target)
            if not known.fits(id_, ("source",)):
                yield Mention(id_, ("source",), mention.span)
            elif key and not (
                known.briefing.quotation(mention.target) or known.may_quote(id_, key)
            ):
                yield mention
        elif not any(known.fits(id_, mention.kinds) for id_ in meant(mention)):
            yield mention


def meant(mention: Mention) -> tuple[str, ...]:
    """The ids that a mention may stand for: in a formula a key beside it comes first."""
    beside = (f"{mention.beside}.{mention.target}",) if mention.beside else ()
    return (*beside, mention.target)


def gathered(known: Known) -> dict[str, list[Mention]]:
    """The mentions of each thing that is missing, by its id, in the order of their places."""
    found: dict[str, list[Mention]] = {}
    missing = [mention for mention in known.lost if not known.kind(mention.target)]
    # A key in a formula may be any record's, unless something else says what is missing.
    for mention in sorted(missing, key=lambda one: (bool(one.beside), *place(one))):
        gaps = [known.gap(id_) for id_ in meant(mention)]
        key = next((gap for gap in gaps if gap in found), gaps[0])
        found.setdefault(key, []).append(mention)
    return {key: sorted(places, key=place) for key, places in found.items()}


def place(mention: Mention) -> tuple[str, int]:
    """Where a mention stands: its file and offset."""
    return mention.span.file.path, mention.span.start


def as_id(name: str) -> str:
    """A name as somebody would write it for an id."""
    return "-".join(WORD.findall(name.casefold().replace("'s", "s")))
