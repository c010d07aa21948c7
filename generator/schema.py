"""The models as JSON Schema, draft-07, for editors: one for each kind, the edition and moved ids.

Refuses to know keys of its own: what is allowed and what it means is said once, in the model. A
schema is more lenient than `validate`, which also looks into texts.
"""

from __future__ import annotations

from typing import Any, get_args

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model import KINDS
from generator.model.edition import Edition, MovedIds
from generator.model.fields import Ids

DRAFT = "http://json-schema.org/draft-07/schema#"
NULL = {"type": "null"}
ONE_OR_MANY = get_args(Ids)[1].func
Schema = dict[str, Any]


class OurSchema(GenerateJsonSchema):
    """What pydantic cannot see: a list of ids may be written as a single id."""

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """The schema behind a validator that runs before it."""
        inner = super().function_before_schema(schema)
        if schema["function"]["function"] is ONE_OR_MANY:
            return {"anyOf": [inner["items"], inner]}
        return inner


def schemas() -> dict[str, Schema]:
    """The schema of each kind, of `briefing` (the edition) and of `moved`."""
    models = {**KINDS, "briefing": Edition, "moved": MovedIds}
    return {kind: schema(model) for kind, model in models.items()}


def schema(model: Any) -> Schema:
    """One model as draft-07."""
    made = TypeAdapter(model).json_schema(by_alias=True, schema_generator=OurSchema)
    converted: Schema = as_draft_07(made)
    return {"$schema": DRAFT, **converted}


def as_draft_07(part: Any) -> Any:
    """A schema, or any part of one, in the words of the older draft."""
    if isinstance(part, list):
        return [as_draft_07(item) for item in part]
    if not isinstance(part, dict):
        return part
    entries = {key: as_draft_07(value) for key, value in part.items() if matters(key, value)}
    if "$defs" in entries:
        entries["definitions"] = entries.pop("$defs")
    return with_reference(without_null(entries))


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
