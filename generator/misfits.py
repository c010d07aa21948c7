"""How much of a map does not fit the model of its record: by this its readings are told apart.

Refuses to say what is wrong: `validate` does, of the reading that was chosen.
"""

from __future__ import annotations

from pydantic import ValidationError

from generator.load import Mapping, plain
from generator.model.paths import adapter, known_keys
from generator.model.record import OpenRecordModel, RecordModel
from generator.restored import restored
from generator.unknown_key import says_something


def misfits(model: type[RecordModel], top: Mapping) -> int:
    """How many things of a map, or lacking in it, are not as they are due."""
    meant = restored(model, top)
    strange = strangers(model, meant)
    try:
        adapter(model).validate_python(plain(meant))
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        return len(strange) + sum(one["loc"][:1] not in strange for one in found)
    return len(strange)


def strangers(model: type[RecordModel], top: Mapping) -> set[tuple[str]]:
    """The keys at the top that say nothing and are none of the model's, whatever is below them."""
    if not issubclass(model, OpenRecordModel):
        return set()
    others = top.entries.keys() - known_keys(model)
    return {(one,) for one in others if not says_something(top.entries[one].value)}
