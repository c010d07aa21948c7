"""The models as JSON Schema, draft-07, for editors: one for each kind, the edition and moved ids.

Refuses to know keys of its own: what is allowed and what it means is said once, in the model. A
schema is more lenient than `validate`, which also looks into texts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from generator.model import KINDS
from generator.model.edition import Edition, MovedIds
from generator.model.statement import Statement
from generator.schema.draft import Draft, Fitting, Kinds, Known, Schema
from generator.schema.keyed import OurSchema, SchemaWithIds

SHAPES_ONLY, WITH_IDS = "site_config/schema", "build/schema"
DRAFT = "http://json-schema.org/draft-07/schema#"
MODELS = {**KINDS, "briefing": Edition, "moved": MovedIds}

__all__ = [
    "DRAFT",
    "SHAPES_ONLY",
    "WITH_IDS",
    "Fitting",
    "Kinds",
    "Schema",
    "files",
    "schema",
    "schemas",
]


def schemas(known: Known | None = None) -> dict[str, Schema]:
    """The schema of each kind, of `briefing` (the edition) and of `moved`.

    With `known` only the ids fit that it tells of for some kinds. An editor calls what it offers by
    the name of the file (`$id`).
    """
    made = {kind: schema(model, known) for kind, model in MODELS.items()}
    return {kind: {"$schema": DRAFT, "$id": file_of(kind), **one} for kind, one in made.items()}


def files(made: Mapping[str, Schema]) -> dict[str, bytes]:
    """Schemas as files by name."""
    texts = {kind: json.dumps(one, indent=1, ensure_ascii=False) for kind, one in made.items()}
    return {file_of(kind): f"{text}\n".encode() for kind, text in texts.items()}


def file_of(kind: str) -> str:
    """The name of the file of a schema."""
    return f"{kind}.schema.json"


def schema(model: Any, known: Known | None = None) -> Schema:
    """One model as draft-07."""
    made = TypeAdapter(model).json_schema(
        by_alias=True, schema_generator=SchemaWithIds if known else OurSchema
    )
    models = made.pop("$defs", {})
    draft = Draft(
        known, {f"#/$defs/{name}": one.pop("description") for name, one in models.items()}
    )
    top = draft.of(made)
    found = {name: draft.of(untyped(one)) for name, one in models.items()}
    return {**top, "definitions": shared(draft.shapes | found)}


def untyped(model: Schema) -> Schema:
    """A model without its type, which every reference to it has."""
    return {key: value for key, value in model.items() if key != "type"}


def shared(found: Mapping[str, Schema]) -> dict[str, Schema]:
    """Definitions by name; what says the same as an earlier one leads to it."""
    first: dict[str, str] = {}
    made: dict[str, Schema] = {}
    for name in sorted(found, key=lambda name: (name != Statement.__name__, name)):
        same = first.setdefault(json.dumps(found[name], sort_keys=True), name)
        made[name] = found[name] if same == name else {"$ref": f"#/definitions/{same}"}
    return made
