"""The schemas in which every mention is one of the ids that there are, for editors to complete.

Refuses to judge: what may be there, since its file cannot be read, fits as well.
"""

from __future__ import annotations

import re
from functools import partial

from generator.link import Briefing
from generator.model.source import Source
from generator.read import Contents
from generator.rules.dangling_ref import WITNESS, Known, named
from generator.schema import Kinds, Schema, schemas


def completed(contents: Contents) -> dict[str, Schema]:
    """The schema of each kind with the ids of a briefing; without, where a folder is not known."""
    return schemas(partial(ids, Known(contents.briefing)) if contents.is_complete else None)


def ids(known: Known, kinds: Kinds) -> Schema:
    """What may stand where an id of some kinds is due."""
    found = witnesses(known.briefing) if kinds == WITNESS else known.ids(kinds)
    unread = "|".join(map(re.escape, sorted(known.briefing.unreadable)))
    within = [{"type": "string", "pattern": rf"^({unread})([.#].*)?$"}] if unread else []
    listed = {"enum": found, "errorMessage": f"no {named(kinds).partition(' ')[2]} has this id"}
    return {"anyOf": [listed, *within]}


def witnesses(briefing: Briefing) -> list[str]:
    """Every source, each with its quotations."""
    sources = ((r.id, r.data.keys) for r in briefing.records.values() if type(r.data) is Source)
    return [id_ for source, keys in sources for id_ in (source, *(f"{source}#{k}" for k in keys))]
