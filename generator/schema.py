"""The models as JSON Schema, draft-07, for editors: one for each kind, the edition and moved ids.

Refuses to know keys of its own: what is allowed and what it means is said once, in the model. A
schema is more lenient than `validate`, which also looks into texts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model import KINDS
from generator.model.edition import Edition, MovedIds
from generator.model.fields import Ids
from generator.model.keys import Key, keys
from generator.model.shapes import REFERS, SHAPE, SHAPES
from generator.model.statement import Statement
from generator.model.words import good_and_bad

SHAPES_ONLY, WITH_IDS = "site_config/schema", "build/schema"
DRAFT = "http://json-schema.org/draft-07/schema#"
NULL = {"type": "null"}
ONE_OR_MANY = get_args(Ids)[1].func
MODELS = {**KINDS, "briefing": Edition, "moved": MovedIds}
Schema = dict[str, Any]
Kinds = tuple[str, ...]
Known = Callable[[Kinds], Schema]


class OurSchema(GenerateJsonSchema):
    """What pydantic cannot see: lists that may be a single id, ids of a kind, examples."""

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """The schema behind a validator that runs before it."""
        inner = super().function_before_schema(schema)
        if schema["function"]["function"] is ONE_OR_MANY:
            return {"anyOf": [inner["items"], inner]}
        return inner

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """A map with keys of one's own, and what they look like."""
        made = super().dict_schema(schema)
        return {**made, "propertyNames": self.generate_inner(schema["keys_schema"])}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A model with what is to be told of its keys."""
        made = super().model_schema(schema)
        for key in keys(schema["cls"]):
            part = told(made["properties"][key.name], key)
            made["properties"][key.name] = self.fitting(part, key)
        return made

    def fitting(self, part: Schema, key: Key) -> Schema:
        """The schema of a key as it is to be."""
        return part


class SchemaWithIds(OurSchema):
    """Where all ids are known, made-up ones are no example: an editor would offer them."""

    def fitting(self, part: Schema, key: Key) -> Schema:
        """The schema of a key, without examples where the ids of others are due."""
        if not key.refers:
            return part
        words = "\n".join(line for line in part["description"].split("\n") if line[:5] != "Good:")
        return {
            **{name: one for name, one in part.items() if name != "examples"},
            "description": words,
        }


def schemas(known: Known | None = None) -> dict[str, Schema]:
    """The schema of each kind, of `briefing` (the edition) and of `moved`.

    With `known` only the ids fit that there are: it gives a schema of those of some kinds, a choice
    of which the first lists them.
    """
    return {kind: schema(model, known) for kind, model in MODELS.items()}


def files(made: Mapping[str, Schema]) -> dict[str, bytes]:
    """Schemas as files by name."""
    return {
        f"{kind}.schema.json": (json.dumps(one, indent=1, ensure_ascii=False) + "\n").encode()
        for kind, one in made.items()
    }


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
    found = {name: draft.of(one) for name, one in models.items()}
    return {"$schema": DRAFT, **top, "definitions": shared(draft.shapes | found)}


def told(part: Schema, key: Key) -> Schema:
    """The schema of a key with its words, examples and the kinds of its ids."""
    marked = referring(part, key.refers) if key.refers else part
    names = part.get("propertyNames", {})
    named = {"propertyNames": {**names, REFERS: key.keys_refer}} if key.keys_refer else {}
    if key.is_choice:
        # Editors show the few words themselves.
        return {**marked, "description": key.what}
    words = "\n".join((key.what, *good_and_bad(key)))
    held = {"examples": list(key.good)} if key.good else {}
    return {**marked, **named, "description": words, **held}


def referring(part: Any, kinds: Kinds) -> Any:
    """A schema with the kinds at every id in it."""
    if isinstance(part, list):
        return [referring(one, kinds) for one in part]
    if not isinstance(part, dict):
        return part
    inner = {key: referring(value, kinds) for key, value in part.items()}
    return {**inner, REFERS: kinds} if SHAPE in part else inner


@dataclass
class Draft:
    """Schemas in the words of the older draft, and the shapes that came up in them.

    An editor shows the innermost description that it finds: so a definition has none, and what it
    would say (`models`) stands beside a reference to it that has no words of its own.
    """

    known: Known | None
    models: Mapping[str, str]
    shapes: dict[str, Schema] = field(default_factory=dict)

    def of(self, part: Any) -> Any:
        """A schema, or any part of one."""
        if isinstance(part, list):
            return [self.of(item) for item in part]
        if not isinstance(part, dict):
            return part
        entries = self.shaped(self.keyed(without_null(part)))
        kept = {key: self.of(value) for key, value in entries.items() if matters(key, value)}
        words = self.models.get(str(kept.get("$ref")))
        return with_reference({"description": words, **kept} if words else kept)

    def shaped(self, part: Schema) -> Schema:
        """A part whose shape, if it has one, is a reference to it."""
        if not isinstance(part.get(SHAPE), str):
            return part
        rest = {key: value for key, value in part.items() if key not in (SHAPE, REFERS)}
        return {"$ref": self.shape(part[SHAPE], part.get(REFERS, ())), **rest}

    def keyed(self, part: Schema) -> Schema:
        """A map whose keys are ids, with those that fit: editors complete no other way."""
        kinds = part.get("propertyNames", {}).get(REFERS)
        if not (kinds and self.known):
            return part
        listed, *_ = self.known(kinds)["anyOf"]
        return {**part, "properties": dict.fromkeys(listed["enum"], part["additionalProperties"])}

    def shape(self, name: str, kinds: Kinds) -> str:
        """The place of a shape, or of the ids of some kinds where they are known."""
        shape = SHAPES[name]
        ids = self.known(kinds) if self.known and kinds else None
        place = " or ".join((*shape.words, *kinds)) if ids else name
        if place not in self.shapes:
            self.shapes[place] = {}
            wanted = either(shape.words, ids) if ids else shape.schema
            self.shapes[place] = self.of(wanted)
        return f"#/definitions/{place}".replace(" ", "%20")


def either(words: tuple[str, ...], ids: Schema) -> Schema:
    """Ids, or one of a few words, if there are any."""
    return {**ids, "anyOf": [*ids["anyOf"], {"enum": list(words)}]} if words else ids


def matters(key: str, value: object) -> bool:
    """Whether an editor gains from it: a name in capitals or an empty default says nothing."""
    return not (key == "title" and isinstance(value, str)) and not (key == "default" and not value)


def without_null(part: Schema) -> Schema:
    """A key that may be left out, yet not be empty."""
    choices = part.get("anyOf", [])
    if NULL not in choices:
        return part
    kept = [choice for choice in choices if choice != NULL]
    rest = {key: value for key, value in part.items() if key != "anyOf"}
    return kept[0] | rest if len(kept) == 1 else {"anyOf": kept, **rest}


def with_reference(part: Schema) -> Schema:
    """A reference alone, since the older draft ignores whatever stands beside one."""
    if "$ref" not in part:
        return part
    there = {"$ref": str(part["$ref"]).replace("#/$defs/", "#/definitions/")}
    beside = {key: value for key, value in part.items() if key != "$ref"}
    return {"allOf": [there], **beside} if beside else there


def shared(found: Mapping[str, Schema]) -> dict[str, Schema]:
    """Definitions by name; what says the same as an earlier one leads to it."""
    first: dict[str, str] = {}
    made: dict[str, Schema] = {}
    for name in sorted(found, key=lambda name: (name != Statement.__name__, name)):
        same = first.setdefault(json.dumps(found[name], sort_keys=True), name)
        made[name] = found[name] if same == name else {"$ref": f"#/definitions/{same}"}
    return made
