"""`dangling-ref`: every id that is mentioned exists, and is of a kind that fits.

A file that cannot be read still owns its id, and a statement without witnesses is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Fix, Label
from generator.link import Briefing, witness_parts
from generator.model import FOLDER_OF
from generator.model.source import Source
from generator.rules.references import Mention, mentions
from generator.rules.value_without_witness import unwitnessed_ids


@dataclass(frozen=True)
class Known:
    """What there is to be mentioned."""

    briefing: Briefing

    @cached_property
    def statements(self) -> frozenset[str]:
        """The ids of statements, also of those that lack only their witnesses."""
        return unwitnessed_ids(self.briefing) | self.briefing.statements.keys()

    def fits(self, id_: str, kinds: Collection[str]) -> bool:
        """True when something of one of the kinds has the id, or may have it."""
        if id_.partition(".")[0] in self.briefing.unreadable:
            return True
        if "any" in kinds:
            return id_ in self.briefing.records or id_ in self.statements
        return self.kind(id_) in kinds or ("statement" in kinds and id_ in self.statements)

    def kind(self, id_: str) -> str:
        """The kind of a record; empty where there is none."""
        record = self.briefing.records.get(id_)
        return record.kind if record else ""

    def ids(self, kinds: Collection[str]) -> list[str]:
        """All ids that fit, in order."""
        every = {*self.briefing.records, *self.statements}
        return sorted(id_ for id_ in every if self.fits(id_, kinds))


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Mentions of what does not exist."""
    known = Known(dossier.briefing)
    for mention in mentions(dossier.briefing):
        if mention.kinds == ("witness",):
            yield from _witness(known, mention)
        elif mention.beside:
            yield from _operand(known, mention)
        elif not known.fits(mention.target, mention.kinds):
            yield dangling(known, mention)


def _witness(known: Known, mention: Mention) -> Iterator[Diagnostic]:
    id_, key = witness_parts(mention.target)
    if not known.fits(id_, ("source",)):
        yield dangling(known, Mention(id_, ("source",), mention.span))
    elif key and id_ in known.briefing.records and not known.briefing.quotation(mention.target):
        yield unquoted(known, mention, (id_, key))


def _operand(known: Known, mention: Mention) -> Iterator[Diagnostic]:
    ids = (f"{mention.beside}.{mention.target}", mention.target)
    if not any(known.fits(id_, mention.kinds) for id_ in ids):
        yield dangling(known, mention)


def dangling(known: Known, mention: Mention) -> Diagnostic:
    """An id of nothing, or of something else."""
    wanted, found = named(mention.kinds), _found(known, mention.target)
    near = nearest(known, mention)
    folder = FOLDER_OF.get(mention.kinds[0]) if len(mention.kinds) == 1 else None
    return Diagnostic(
        code="dangling-ref",
        message=f"`{mention.target}` is {found} where {wanted} is due"
        if found
        else f"no {wanted.partition(' ')[2]} `{mention.target}`",
        span=mention.span,
        note=f"not in content/{folder}/" if folder and not found else "",
        help=_help(known, mention.target, near),
        # A wrong name is worse than a broken build.
        fix=Fix(near, safe=False) if near and mention.span.text == mention.target else None,
    )


def named(kinds: tuple[str, ...]) -> str:
    """`a person`, `a party or body`, `a record or statement`."""
    words = "record or statement" if kinds == ("any",) else " or ".join(kinds)
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _found(known: Known, id_: str) -> str:
    kind = known.kind(id_) or ("statement" if id_ in known.statements else "")
    return named((kind,)) if kind else ""


def nearest(known: Known, mention: Mention) -> str:
    """The id that was probably meant; empty where none is near."""
    ids = known.ids(mention.kinds)
    prefix = f"{mention.beside}."
    if mention.beside:
        ids = [id_.removeprefix(prefix) for id_ in ids if id_.startswith(prefix)] + ids
    return next(iter(get_close_matches(mention.target, ids, n=1)), "")


def _help(known: Known, target: str, near: str) -> str:
    where = known.briefing.moved.get(target)
    if where is not None:
        to, gone = getattr(where, "to", None), getattr(where, "gone", None)
        return f"it moved: write `{to}`" if to else f"it is gone: {gone}"
    return f"did you mean `{near}`?" if near else ""


def unquoted(known: Known, mention: Mention, parts: tuple[str, str]) -> Diagnostic:
    """A source without the quotation that is named."""
    id_, key = parts
    record = known.briefing.records[id_]
    assert isinstance(record.data, Source)
    near = next(iter(get_close_matches(key, record.data.quotes, n=1)), "")
    return Diagnostic(
        code="dangling-ref",
        message=f"the source `{id_}` has no quotation `{key}`",
        span=mention.span,
        labels=(Label(record.places.key(("quotes",)), "its quotations"),),
        help=f"did you mean `{id_}#{near}`?" if near else f"add it there, or write `{id_}` alone",
        fix=Fix(f"{id_}#{near}", safe=False) if near else None,
    )
