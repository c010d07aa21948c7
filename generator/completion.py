"""The schemas in which every mention is one of the ids that there are, for editors to complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from generator.derive.labels import label
from generator.model.briefing import Briefing
from generator.model.dates import in_words
from generator.model.record import of_model
from generator.model.source import Source
from generator.reading.read import Contents
from generator.rules.mentions import WITNESS, IdIndex, named
from generator.schema import Fitting, Kinds, Schema, schemas


def completed(contents: Contents) -> dict[str, Schema]:
    """The schema of each kind; where a folder cannot be read, any id fits."""
    id_index = IdIndex.of(contents.briefing)
    unread = "|".join(map(re.escape, sorted(contents.briefing.unreadable)))
    # Of a folder that cannot be read any id may be.
    pattern = rf"^({unread})([.#].*)?$" if contents.is_complete else ""
    return schemas(cache(partial(ids, id_index, pattern)))


def ids(id_index: IdIndex, may_be: str, kinds: Kinds) -> Fitting:
    """What may stand where an id of some kinds is due."""
    found = dict(witnesses(id_index.briefing)) if kinds == WITNESS else {}
    found = found or {id_: called(id_index.briefing, id_) for id_ in id_index.ids(kinds)}
    message = f"no {named(kinds).partition(' ')[2]} has this id: run `make check` if it is new"
    return Fitting(found, message, may_be)


def witnesses(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Every source with what it is, and each of its quotations with its words."""
    for record, source in of_model(briefing.records.values(), Source):
        title = called(briefing, record.id)
        yield record.id, f"{source.publisher}, {in_words(source.published)}: {title}"
        for key in source.keys:
            quotation = source.quotation(key)
            yield f"{record.id}#{key}", quotation.text if quotation else ""


def called(briefing: Briefing, id_: str) -> str:
    """What a record or statement is called."""
    if located := briefing.statements.get(id_):
        return label(briefing, located)
    return briefing.name(id_) if id_ in briefing.records else ""
