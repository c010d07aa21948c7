"""The models as JSON Schema, draft-07, for editors: pydantic's own with words, examples, ids."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, get_args

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.derive.labels import label
from generator.model import KINDS, shapes
from generator.model.briefing import Briefing
from generator.model.dates import in_words
from generator.model.edition import Edition, Editions, MovedIds
from generator.model.fields import Ids
from generator.model.keys import Key, good_and_bad, keys
from generator.model.record import of_model
from generator.model.shapes import ID_SHAPE, REFERS, SHAPE, Shape
from generator.model.source import Source
from generator.reading.read import Contents
from generator.rules.mentions import WITNESS, IdIndex, all_that_fit, named

FOLDER = "build/schema"
DRAFT = "http://json-schema.org/draft-07/schema#"
SHAPES = {one.name: one for one in vars(shapes).values() if isinstance(one, Shape)}
MODELS = {**KINDS, "briefing": Edition, "moved": MovedIds, "editions": Editions}
ONE_OR_MANY = get_args(Ids)[1].func
OWN_KEY = "neither a key of this kind nor a statement, which has `witnesses`"
Schema = dict[str, Any]
Kinds = tuple[str, ...]


@dataclass(frozen=True)
class Fitting:
    """The ids that fit in a place, each with its name; what matches the pattern fits too."""

    names: Mapping[str, str]
    message: str
    pattern: str


Known = Callable[[Kinds], Fitting]


def schemas(known: Known) -> dict[str, Schema]:
    """The schema of each kind, of the edition and of moved ids."""
    made = {kind: schema(model, known) for kind, model in MODELS.items()}
    return {k: {"$schema": DRAFT, "$id": f"{k}.schema.json", **one} for k, one in made.items()}


def files(made: Mapping[str, Schema]) -> dict[str, bytes]:
    """Schemas as files by name."""
    texts = {one["$id"]: json.dumps(one, indent=1, ensure_ascii=False) for one in made.values()}
    return {name: f"{text}\n".encode() for name, text in texts.items()}


def schema(model: Any, known: Known) -> Schema:
    """The schema of one model."""
    filling = Filling(known)
    made = filling.of(TypeAdapter(model).json_schema(schema_generator=OurSchema))
    return {**made, "$defs": made.pop("$defs", {}) | filling.shapes}


class OurSchema(GenerateJsonSchema):
    """Pydantic's schema of what may be written, with the words and examples of each key."""

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        """The schema of what is written: a key may be left out, but not be empty."""
        return self.generate_inner(schema["schema"])

    nullable_schema = default_schema

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """A list of ids may be a single id."""
        inner = super().function_before_schema(schema)
        is_either = schema["function"]["function"] is ONE_OR_MANY
        return {"anyOf": [inner["items"], inner]} if is_either else inner

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """A map with keys of one's own: an editor has none to offer."""
        names = self.generate_inner(schema["keys_schema"])
        return {**super().dict_schema(schema), "propertyNames": {**names, "doNotSuggest": True}}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A model without words of its own: an editor shows the innermost, and a key has better."""
        made = super().model_schema(schema)
        for key in keys(schema["cls"]):
            made["properties"][key.name] = explained(made["properties"][key.name], key)
        if isinstance(made["additionalProperties"], dict):
            made["additionalProperties"] |= {"errorMessage": OWN_KEY}
            made["propertyNames"] = {SHAPE: ID_SHAPE.name, "doNotSuggest": True}
        return {name: one for name, one in made.items() if name not in ("title", "description")}


def explained(part: Schema, key: Key) -> Schema:
    """The schema of a key with its words; an editor would take over a single example unread."""
    made = marked(part, key.refers, key.what)
    if key.keys_refer:
        made["propertyNames"] |= {REFERS: key.keys_refer}
    kept = {name: one for name, one in made.items() if name not in ("title", "bad", "examples")}
    words = "\n\n".join((key.what, *good_and_bad(key)))
    return {**kept, "description": words, "markdownDescription": words}


def marked(part: Any, kinds: Kinds, what: str) -> Any:
    """A schema with the kinds at each id, and the words of its key at what stands below it."""
    if isinstance(part, list):
        return [marked(one, kinds, what) for one in part]
    if not isinstance(part, dict):
        return part
    made = {name: marked(one, kinds, what) for name, one in part.items()}
    for name in {"items", "additionalProperties"} & part.keys():
        made[name] = {**made[name], "description": what}
    return {**made, REFERS: kinds} if kinds and SHAPE in part else made


@dataclass
class Filling:
    """Puts references in the place of marks, and the shapes and ids among the definitions."""

    known: Known
    shapes: dict[str, Schema] = field(default_factory=dict)

    def of(self, part: Any) -> Any:
        """A schema, or any part of one."""
        if isinstance(part, list):
            return [self.of(one) for one in part]
        if not isinstance(part, dict):
            return part
        made = {name: self.of(one) for name, one in part.items() if name not in (SHAPE, REFERS)}
        if kinds := part.get("propertyNames", {}).get(REFERS):
            # Editors complete the keys of a map no other way.
            below = made["additionalProperties"]
            made["properties"] = dict.fromkeys(self.known(kinds).names, below)
        # A key that is refused has a type of its own.
        return {"$ref": self.place(part), **made} if SHAPE in part and "type" not in part else made

    def place(self, part: Schema) -> str:
        """The place of a shape, or of the ids of some kinds."""
        shape, kinds = SHAPES[part[SHAPE]], part.get(REFERS, ())
        name = "-or-".join((*shape.words, *kinds)) if kinds else shape.name
        if name not in self.shapes:
            self.shapes[name] = one_of(self.known(kinds), shape) if kinds else self.of(shape.schema)
        return f"#/$defs/{name}"


def one_of(ids: Fitting, shape: Shape) -> Schema:
    """One of the ids that fit: an editor would print a plain `enum` of hundreds in full."""
    named = {**dict.fromkeys(shape.words, ""), **ids.names}
    return {
        "type": shape.types,
        "errorMessage": f"write {shape.due}",
        "if": {"not": {"anyOf": [{"enum": list(named)}, {"pattern": ids.pattern}]}},
        "then": {"type": "string", "pattern": "^$", "errorMessage": ids.message},
        "defaultSnippets": [{"bodyText": id_, "description": one} for id_, one in named.items()],
    }


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
    found = found or {id_: called(id_index.briefing, id_) for id_ in all_that_fit(id_index, kinds)}
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
