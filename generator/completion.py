"""The schemas in which every mention is one of the ids that there are, for editors to complete.

Refuses to judge: what may be there, since its file cannot be read, fits as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from generator.derive.labels import label
from generator.link import Briefing
from generator.model.dates import in_words
from generator.model.source import Source
from generator.read import Contents
from generator.rules.mentions import WITNESS, Known, named
from generator.schema import Fitting, Kinds, Schema, schemas


def completed(contents: Contents) -> dict[str, Schema]:
    """The schema of each kind with the ids of a briefing; without, where a folder is not known."""
    return schemas(
        cache(partial(ids, Known.of(contents.briefing))) if contents.is_complete else None
    )


def ids(known: Known, kinds: Kinds) -> Fitting:
    """What may stand where an id of some kinds is due."""
    briefing = known.briefing
    found = dict(witnesses(briefing)) if kinds == WITNESS else {}
    found = found or {id_: called(briefing, id_) for id_ in known.ids(kinds)}
    unread = "|".join(map(re.escape, sorted(briefing.unreadable)))
    fault = f"no {named(kinds).partition(' ')[2]} has this id, or `make check` has not seen it yet"
    return Fitting(found, fault, rf"^({unread})([.#].*)?$" if unread else "")


def witnesses(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Every source with what it is, and each of its quotations with its words."""
    for record in briefing.records.values():
        if not isinstance(source := record.data, Source):
            continue
        yield (
            record.id,
            f"{source.publisher}, {in_words(source.published)}: {called(briefing, record.id)}",
        )
        for key in source.keys:
            quotation = source.quotation(key)
            yield f"{record.id}#{key}", quotation.text if quotation else ""


def called(briefing: Briefing, id_: str) -> str:
    """What a record or statement is called."""
    if located := briefing.statements.get(id_):
        return label(briefing, located)
    return briefing.name(id_) if id_ in briefing.records else ""
