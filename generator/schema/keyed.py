"""What the schema of a model says of each key, and what pydantic cannot see of it."""

from __future__ import annotations

from typing import Any, get_args

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model.due import named
from generator.model.fields import Ids
from generator.model.keys import Key, keys
from generator.model.shapes import ID_SHAPE, REFERS, SHAPE
from generator.model.standing import OWN_SAYS
from generator.model.words import good_and_bad, written
from generator.schema.draft import Kinds, Schema, offer

ONE_OR_MANY = get_args(Ids)[1].func
OWN_KEY = (
    "not a key of this kind; a key of your own holds a statement: a map with `witnesses`, "
    "`positions` or `compute`"
)


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
        """A map with keys of one's own, and what they look like: an editor has none to offer."""
        made = super().dict_schema(schema)
        names = self.generate_inner(schema["keys_schema"])
        return {**made, "propertyNames": {**names, "doNotSuggest": True}}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A model with what is to be told of its keys."""
        made = super().model_schema(schema)
        for key in keys(schema["cls"]):
            found = made["properties"][key.name]
            # Bad examples are said in words: no editor knows them otherwise.
            found.pop("bad", None)
            part = told(found, key)
            made["properties"][key.name] = self.fitting(part, key)
        made |= asked(schema["cls"].DUE)
        if isinstance(made.get("additionalProperties"), dict):
            made["additionalProperties"] |= {"errorMessage": OWN_KEY, **asked(OWN_SAYS)}
            made["propertyNames"] = {SHAPE: ID_SHAPE.name, "doNotSuggest": True}
        return made

    def fitting(self, part: Schema, key: Key) -> Schema:
        """The schema of a key as it is to be."""
        return part


class SchemaWithIds(OurSchema):
    """What an editor offers is taken over, so made-up examples are only told of."""

    def fitting(self, part: Schema, key: Key) -> Schema:
        """The schema of a key, with an offer only where there are words to choose from.

        An editor writes a single example itself, and shows examples a second time.
        """
        kept = {name: one for name, one in part.items() if name != "examples"}
        are_texts = all(isinstance(one, str) for one in key.good)
        if key.refers or key.is_choice or len(key.good) < 2 or not are_texts:
            return kept
        return {**kept, "defaultSnippets": [offer(written(one)) for one in key.good]}


def asked(due: dict[str, Schema]) -> Schema:
    """What is asked of a map besides, each a definition of its own: many models share it."""
    return {"allOf": [named(name, one) for name, one in due.items()]} if due else {}


def told(part: Schema, key: Key) -> Schema:
    """The schema of a key with its words, examples and the kinds of its ids."""
    marked = within(referring(part, key.refers) if key.refers else part, key.what)
    names = part.get("propertyNames", {})
    named = {"propertyNames": {**names, REFERS: key.keys_refer}} if key.keys_refer else {}
    words = "\n".join((key.what, *good_and_bad(key)))
    # Editors offer the few words of a choice themselves.
    held = {"examples": list(key.good)} if key.good and not key.is_choice else {}
    return {**marked, **named, "description": words, **held}


def within(part: Schema, what: str) -> Schema:
    """A schema in which keys of one's own and items have the words of the key that they are below.

    An editor shows what stands at the very thing that is pointed at, and nothing of what holds it.
    """
    found = dict(part)
    for name in ("additionalProperties", "items"):
        below = part.get(name)
        if isinstance(below, dict) and "$ref" not in below:
            found[name] = {"description": what, **within(below, what)}
    if "anyOf" in part:
        found["anyOf"] = [within(choice, what) for choice in part["anyOf"]]
    return found


def referring(part: Any, kinds: Kinds) -> Any:
    """A schema with the kinds at every id in it."""
    if isinstance(part, list):
        return [referring(one, kinds) for one in part]
    if not isinstance(part, dict):
        return part
    inner = {key: referring(value, kinds) for key, value in part.items()}
    return {**inner, REFERS: kinds} if SHAPE in part else inner
