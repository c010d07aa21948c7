"""Schemas in the words of draft-07, with the ids that there are where they are known.

Refuses to say what a key means: it only moves what is said to where editors look for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.shapes import DUE, REFERS, SHAPE, SHAPES, Shape

NULL = {"type": "null"}
Schema = dict[str, Any]
Kinds = tuple[str, ...]


@dataclass(frozen=True)
class Fitting:
    """The ids that fit in a place, with what each stands for, and what to say of another.

    What a pattern fits may be there as well.
    """

    told: Mapping[str, str]
    fault: str
    may_be: str = ""


Known = Callable[[Kinds], Fitting]


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
        if DUE in part:
            return self.due(part)
        entries = self.shaped(self.keyed(without_null(part)))
        # An example is what stands in a file, and no schema.
        kept = {
            key: value if key == "examples" else self.of(value)
            for key, value in entries.items()
            if matters(key, value)
        }
        return self.explained(self.with_reference(kept))

    def shaped(self, part: Schema) -> Schema:
        """A part whose shape, if it has one, is a reference to it."""
        if not isinstance(part.get(SHAPE), str):
            return part
        rest = {key: value for key, value in part.items() if key not in (SHAPE, REFERS)}
        shape, kinds = SHAPES[part[SHAPE]], part.get(REFERS, ())
        wanted = f"write {shape.due}" if self.known and kinds else shape.wanted
        due = {"type": shape.types, "errorMessage": wanted}
        return {"$ref": self.shape(shape, kinds), **due, **rest}

    def due(self, part: Schema) -> Schema:
        """What is asked of a map, or a part of it, as a reference: it is written once."""
        name = part[DUE]
        self.shapes[name] = self.of({key: one for key, one in part.items() if key != DUE})
        return {"$ref": f"#/definitions/{name}"}

    def keyed(self, part: Schema) -> Schema:
        """A map whose keys are ids, with those that fit: editors complete no other way."""
        kinds = part.get("propertyNames", {}).get(REFERS)
        if not (kinds and self.known):
            return part
        listed = dict.fromkeys(self.known(kinds).told, part["additionalProperties"])
        return {**part, "properties": listed}

    def shape(self, shape: Shape, kinds: Kinds) -> str:
        """The place of a shape, or of the ids of some kinds where they are known."""
        ids = self.known(kinds) if self.known and kinds else None
        # No space: older editors do not find a name that has one.
        place = "-or-".join((*shape.words, *kinds)) if ids else shape.name
        if place not in self.shapes:
            self.shapes[place] = {}
            self.shapes[place] = one_of(ids, shape) if ids else self.of(shape.schema)
        return f"#/definitions/{place}"

    def with_reference(self, part: Schema) -> Schema:
        """A reference alone, since the older draft ignores whatever stands beside one.

        An editor writes the colon after a key only where a type beside it tells what follows; so
        it stands here, and not in what is referred to, or a wrong one would be told twice.
        """
        if "$ref" not in part:
            return part
        one = {"$ref": str(part["$ref"]).replace("#/$defs/", "#/definitions/")}
        beside = {key: value for key, value in part.items() if key not in ("$ref", "allOf")}
        there = [one, *part.get("allOf", [])]
        if words := self.models.get(str(part["$ref"])):
            what = words[:1].lower() + words[1:].rstrip(".")
            due = {"type": "object", "errorMessage": f"a map is due here: {what}"}
            return {"allOf": there, **due, "description": words, **beside}
        return {"allOf": there, **beside} if beside or len(there) > 1 else one

    def explained(self, part: Schema) -> Schema:
        """A part with its words, which each of its choices has too.

        Where the choices differ in nothing else, an editor would show the words of all at once.
        """
        words = part.get("description")
        if not isinstance(words, str):
            return part
        choices = part.get("anyOf", [])
        named = [{**one, **self.worded(words, one)} for one in choices]
        return {**part, **({"anyOf": named} if named else {}), **self.worded(words)}

    def worded(self, words: str, choice: Schema | None = None) -> Schema:
        """Words as an editor shows them, in Markdown too for the one that knows all ids."""
        what, *examples = words.split("\n")
        is_list = (choice or {}).get("type") == "array"
        lines = (f"{what} (a list)" if is_list else what, *examples)
        if not self.known:
            return {"description": "\n".join(lines)}
        return dict.fromkeys(("description", "markdownDescription"), "\n\n".join(lines))


def one_of(ids: Fitting, shape: Shape) -> Schema:
    """One of the ids that fit, or of the few words that may stand there.

    A plain `enum` would be printed in full, hundreds of ids, whenever somebody points at one.
    """
    listed: Schema = {"enum": [*shape.words, *ids.told]}
    fits = {"anyOf": [listed, {"pattern": ids.may_be}]} if ids.may_be else listed
    scalar = ["string", "number"]
    offers = [offer(word) for word in shape.words]
    return {
        "if": {"type": scalar, "not": fits},
        "then": {"type": "string", "pattern": "^$", "errorMessage": ids.fault},
        "defaultSnippets": offers + [offer(id_, words) for id_, words in ids.told.items()],
    }


def offer(text: str, words: str = "") -> Schema:
    """A text that an editor offers to write, with what it stands for."""
    return {"bodyText": text, **({"description": words} if words else {})}


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
