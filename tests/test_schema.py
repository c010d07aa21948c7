"""The schemas for editors accept what the generator accepts, and refuse the common slips."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from textwrap import dedent
from typing import Annotated, Any

import jsonschema
import pytest
import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.model import FOLDERS, KINDS, fields
from generator.model.beside import Lowered
from generator.model.chart import Lane
from generator.model.edition import Edition, Moved
from generator.model.fields import yaml_key
from generator.model.keys import Key, keys
from generator.model.series import PeriodKey
from generator.model.shapes import NAME_SHAPE, SHAPES, TEXT_SHAPE, Shape
from generator.model.source import Quotation
from generator.model.statement import Statement
from generator.model.words import written
from generator.schema import DRAFT, MODELS, SHAPES_ONLY, WITH_IDS, files, schema, schemas
from generator.source import SourceFile
from generator.yaml import Mapping, load, plain, read_folder
from tests.conftest import PROJECT, TINY

SCHEMAS = schemas()
WITNESSED = "witnesses: [courier-0310#met]"
GOOD_AND_BAD = re.compile(r"\nGood: `.*\nBad: `.*\(")
DAYS = {"published", "retrieved", "as_of", "coverage_end"}
EDITION = dedent(TINY["briefing.yaml"])
SOURCE = """
publisher: X
title: unknown
url: https://courier.example/0310
published: 2031-03-10
retrieved: 2031-07-01
kind: newspaper
origin: own
"""


def faults(name: str, text: str) -> list[str]:
    path = PurePosixPath(name)
    kind = FOLDERS.get(path.parent.name, path.stem)
    node, _ = load(SourceFile(name, text))
    assert isinstance(node, Mapping)
    return [fault.message for fault in validator(kind).iter_errors(plain(node))]


def validator(kind: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(SCHEMAS[kind])


def content() -> list[SourceFile]:
    return [file for file in read_folder(PROJECT)[0].files if file.path.endswith(".yaml")]


def test_every_kind_has_one() -> None:
    assert set(SCHEMAS) == {*KINDS, "briefing", "moved"}


@pytest.mark.parametrize("kind", SCHEMAS)
def test_it_is_draft_07(kind: str) -> None:
    assert SCHEMAS[kind]["$schema"] == DRAFT
    assert SCHEMAS[kind]["$id"] == f"{kind}.schema.json"
    jsonschema.Draft7Validator.check_schema(SCHEMAS[kind])
    assert not re.search(r"\$defs|prefixItems|'type': 'null'|'x-", str(SCHEMAS[kind]))


def test_all_content_keeps_it() -> None:
    assert {file.path: found for file in content() if (found := faults(file.path, file.text))} == {}


@pytest.mark.parametrize("name", [name for name in TINY if name.endswith(".yaml")])
def test_the_tiny_briefing_keeps_it(name: str) -> None:
    assert faults(name, dedent(TINY[name])) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("people/x.yaml", "party: norland"),
        ("rounds/x.yaml", f"title: X\ndate: {{valeu: 2031, {WITNESSED}}}"),
        ("rounds/x.yaml", "title: X\nform: letter"),
        ("rounds/x.yaml", "title: X\nvenue: the mill"),
        ("rounds/x.yaml", f"title: X\nVenue: {{words: the mill, {WITNESSED}}}"),
        ("sources/x.yaml", "publisher: X"),
        ("claims/x.yaml", f"says: X\nstatus: confirmed\n{WITNESSED}"),
        ("claims/x.yaml", f"value: {{}}\n{WITNESSED}"),
        ("claims/x.yaml", "says: X\nwitnesses: courier 10 March"),
        ("bodies/x.yaml", "name: X\nof: [Nor Land]"),
        ("bodies/x.yaml", "name: ''"),
        ("rounds/x.yaml", f"title: X\ndate: {{value: 9 March, {WITNESSED}}}"),
        ("rounds/x.yaml", f"title: X\nleads: {{Nor Land: {{words: x, {WITNESSED}}}}}"),
        ("series/x.yaml", f"title: X\npoints: {{May 2031: {{value: 2, {WITNESSED}}}}}"),
        ("moved.yaml", "x: {too: y}"),
        ("moved.yaml", "x: {to: y, gone: it never was}"),
        ("moved.yaml", "x: {}"),
        ("briefing.yaml", "title: X"),
        ("briefing.yaml", EDITION.replace("[norland, sudland]", "[norland]")),
        ("briefing.yaml", EDITION.replace("[norland, sudland]", "norland")),
        ("points/x.yaml", "text: X\nrests: [y]\norder: 1.5"),
        ("sources/x.yaml", SOURCE.replace("2031-03-10", "2025.6")),
        ("sources/x.yaml", SOURCE.replace("https://courier.example/0310", "12")),
        ("bodies/x.yaml", "name: X\nof: 1.5"),
        ("claims/x.yaml", "says: X\nwitnesses: [1.5]"),
    ],
    ids=lambda text: text.replace("\n", " "),
)
def test_a_slip_is_seen_in_the_editor(name: str, text: str) -> None:
    assert faults(name, text)


def test_a_number_that_is_one_to_yaml_alone_is_let_through() -> None:
    """A year is a date, and an id, a title and a value may be numbers."""
    assert faults("briefing.yaml", EDITION) == []
    for old, new in (("2031-03-10", "2025"), ("unknown", "2025"), ("own", "2025")):
        assert faults("sources/x.yaml", SOURCE.replace(old, new)) == []
    for text in ("value: 1.5", "says: 1.5", "says: X\nsee: [2025.5]", "compute: 1.5"):
        assert faults("claims/x.yaml", f"{text}\nwitnesses: [2025]") == []


TABLE = "tables: {t: {title: X, licence: X, columns: {a: X, b: X}, rows: {c: [X, true]}}}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rounds/x.yaml", "title: WORD"),
        ("rounds/x.yaml", "title: {en: WORD}"),
        ("briefing.yaml", re.sub("(subject:).*", r"\1 WORD", EDITION)),
        ("moved.yaml", "x: {gone: WORD}"),
        ("sources/x.yaml", SOURCE + TABLE.replace("true", "WORD")),
        ("claims/x.yaml", f"says: WORD\n{WITNESSED}"),
        ("claims/x.yaml", f"value: 1\ninferred: WORD\n{WITNESSED}"),
    ],
    ids=lambda text: text.replace("\n", " "),
)
def test_words_of_yaml_are_text_where_they_are_to_check(name: str, text: str) -> None:
    """An editor reads yes and no as booleans, which are text to us; to it, null is no value."""
    kind = FOLDERS.get(PurePosixPath(name).parent.name, PurePosixPath(name).stem)
    for word, fits in {"true": True, "false": True, "null": False, "~": False, "": False}.items():
        written = text.replace("WORD", word)
        node, _ = load(SourceFile(name, written))
        assert isinstance(node, Mapping)
        of_editor = yaml.load(written, Loader=yaml.CSafeLoader)
        of_editor = {**of_editor, **{key: str(of_editor[key]) for key in DAYS & of_editor.keys()}}
        assert validator(kind).is_valid(of_editor) == fits, word
        if fits:
            TypeAdapter(MODELS[kind]).validate_python(plain(node))
        else:
            with pytest.raises(ValidationError):
                TypeAdapter(MODELS[kind]).validate_python(plain(node))


@pytest.mark.parametrize("of", ["norland", "[norland, sudland]"])
def test_one_id_or_many(of: str) -> None:
    assert faults("bodies/x.yaml", f"name: X\nof: {of}") == []


def test_an_open_record_holds_statements_of_its_own() -> None:
    assert faults("rounds/x.yaml", f"title: X\nvenue: {{words: the mill, {WITNESSED}}}") == []


def properties() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every property of every schema: the schema's name, the property's, and its schema."""
    for kind, whole in SCHEMAS.items():
        for part in (whole, *whole["definitions"].values()):
            for name, one in part.get("properties", {}).items():
                yield kind, name, one


def alone(kind: str, part: dict[str, Any]) -> jsonschema.Draft7Validator:
    """A part of a schema by itself."""
    return jsonschema.Draft7Validator({**part, "definitions": SCHEMAS[kind]["definitions"]})


def test_what_a_key_means_is_told_from_the_model() -> None:
    held: dict[str, Any] = SCHEMAS["briefing"]["properties"]
    assert held["as_of"]["description"] == (
        "the day of this edition\n"
        "Good: `2025-06-10`\n"
        "Bad: `10/06/2025` (it can be read in two ways); `2025-06` (one day is due, not a month); "
        "`2025-13-01` (a year has twelve months)"
    )
    assert held["as_of"]["examples"] == ["2025-06-10"]


def test_every_key_has_its_words() -> None:
    assert [(kind, name) for kind, name, one in properties() if not one.get("description")] == []


def test_every_key_has_good_and_bad_examples() -> None:
    found = (one for one in properties() if not one[2].get("doNotSuggest"))
    told = {(kind, name): one["description"] for kind, name, one in found}
    assert len(told) > 500
    assert [one for one, words in told.items() if not GOOD_AND_BAD.search(words)] == []


def test_every_scalar_has_good_and_bad_examples() -> None:
    assert [shape.name for shape in SHAPES.values() if not (shape.good and shape.bad)] == []
    assert all(why for shape in SHAPES.values() for why in shape.bad.values())


def test_words_beside_a_reference_survive() -> None:
    """The older draft ignores what stands beside `$ref`, and editors show the innermost words."""
    for kind, whole in SCHEMAS.items():
        for part in parts(whole):
            assert "$ref" not in part or set(part) == {"$ref"}, kind
        assert not any("description" in one for one in whole["definitions"].values())
    date = SCHEMAS["round"]["properties"]["date"]
    assert date["allOf"] == [{"$ref": "#/definitions/Dated"}]
    assert date["description"].startswith("a statement with the first day\nGood: ")


def parts(whole: Any) -> Iterator[dict[str, Any]]:
    """Every map in a schema."""
    if isinstance(whole, dict):
        yield whole
    for one in whole.values() if isinstance(whole, dict) else whole:
        if isinstance(one, dict | list):
            yield from parts(one)


def test_what_follows_a_key_is_told_beside_it() -> None:
    """An editor writes the colon after a key, and says what is due, only where it is told here."""
    for kind, name, one in properties():
        told = one.get("type") or one.get("enum") or one.get("anyOf")
        assert told, f"{kind}: {name}"
        assert "allOf" not in one or one["errorMessage"], f"{kind}: {name}"


def test_each_choice_has_the_words_of_its_key() -> None:
    """An editor shows the innermost words; where those of all choices are the same, all of them."""
    for kind, name, one in properties():
        words = [choice["description"] for choice in one.get("anyOf", ()) if "enum" not in one]
        assert len(set(words)) == len(words), f"{kind}: {name}"
    about = SCHEMAS["round"]["properties"]["about"]
    first, *_ = about["description"].split("\n")
    told = [choice["description"].split("\n")[0] for choice in about["anyOf"]]
    assert told == [first, f"{first} (a list)"]


def test_keys_of_ones_own_are_explained_as_well() -> None:
    for kind, whole in SCHEMAS.items():
        for part in parts(whole):
            below = part.get("additionalProperties")
            assert not isinstance(below, dict) or below.get("description"), f"{kind}: {part}"


def test_a_status_is_neither_offered_nor_taken() -> None:
    status = SCHEMAS["round"]["definitions"]["Statement"]["properties"]["status"]
    assert (status["doNotSuggest"], status["errorMessage"]) == (True, "never written: it follows")
    for given in ("confirmed", None, [], {}):
        assert not alone("round", status).is_valid(given)


def test_no_key_of_ones_own_is_offered() -> None:
    for whole in SCHEMAS.values():
        named = [part["propertyNames"] for part in parts(whole) if "propertyNames" in part]
        assert all(one["doNotSuggest"] for one in named)


def test_a_key_that_nothing_knows_is_told_as_such() -> None:
    own = SCHEMAS["round"]["additionalProperties"]
    assert own["errorMessage"].startswith("not a key of this kind; a key of your own holds")


def test_good_examples_fit_where_they_are_given() -> None:
    for kind, name, one in properties():
        for example in one.get("examples", []):
            assert alone(kind, one).is_valid(example), f"{kind}: {name}: {example}"


TYPES = [
    *(fields.Text, fields.Id, fields.StatementId, fields.MovedId),
    *(fields.WitnessId, fields.Origin, fields.Flag),
    *(fields.DateField, fields.DayField, fields.PublishedField, fields.DurationField),
    *(
        fields.ValueField,
        fields.FormulaField,
        fields.Address,
        fields.Whole,
        fields.Language,
        PeriodKey,
    ),
    *(fields.Name, fields.Reasons),
]


@pytest.mark.parametrize("given", TYPES, ids=lambda one: shape_of(one).name)
def test_examples_are_what_they_say(given: Any) -> None:
    shape = shape_of(given)
    seen = jsonschema.Draft7Validator(schema(given))
    for example in shape.good:
        TypeAdapter(given).validate_python(example)
        assert seen.is_valid(example), example
    for example in shape.bad:
        assert not seen.is_valid(example), example
        with pytest.raises(ValidationError):
            TypeAdapter(given).validate_python(example)


def models() -> set[type[BaseModel]]:
    """Every model that a file is made of."""
    found, due = set[type[BaseModel]](), [*KINDS.values(), Edition, Moved]
    while due:
        if (one := due.pop()) not in found:
            found.add(one)
            due += [key.holds for key in keys(one) if key.holds]
    return found


def fields_of(model: type[BaseModel]) -> Iterator[tuple[Key, TypeAdapter[Any]]]:
    """The keys of a model with what reads their values."""
    given = {yaml_key(name): one for name, one in model.model_fields.items()}
    for key in keys(model):
        field = given[key.name]
        yield key, TypeAdapter(Annotated[field.annotation, *field.metadata, key])


def refused(key: Key) -> list[str]:
    """The bad examples of a key that no file can hold: of a text, any words can be written."""
    return [one for one in key.bad if one == "" or key.shape not in (TEXT_SHAPE, NAME_SHAPE)]


@pytest.mark.parametrize("model", sorted(models(), key=str), ids=lambda one: one.__name__)
def test_examples_of_a_key_are_what_they_say(model: type[BaseModel]) -> None:
    for key, adapter in fields_of(model):
        for example in key.good:
            adapter.validate_python(example)
        for example in refused(key):
            with pytest.raises(ValidationError):
                adapter.validate_python(example)


def test_a_statement_is_shown_where_statements_are_meant() -> None:
    """A record fits there too, and is not what an editor would write."""
    (compare,) = (key for key in keys(Statement) if key.name == "compare")
    assert compare.shows == ("statement",)
    assert all("." in one for one in str(compare.good[0]).split())


def test_bad_examples_are_seen_in_the_editor() -> None:
    for kind, whole in SCHEMAS.items():
        own = {key.name: key for key in keys(MODELS[kind])} if kind != "moved" else {}
        for name, key in own.items():
            for example in refused(key):
                assert not alone(kind, whole["properties"][name]).is_valid(example), (kind, name)


def shape_of(given: Any) -> Shape:
    return next(one for one in given.__metadata__ if isinstance(one, Shape))


def test_every_shape_is_tried() -> None:
    assert {shape_of(one).name for one in TYPES} == set(SHAPES)


def test_what_is_written_in_an_example_is_read_as_it_is_meant() -> None:
    for _, name, one in properties():
        for example in one.get("examples", []):
            node, faults = load(SourceFile("x", f"key: {written(example)}\n"))
            assert isinstance(node, Mapping), f"{name}: {example}"
            assert (faults, plain(node)) == ((), {"key": example}), name


def test_they_hold_no_ids() -> None:
    """Nothing is listed but the words of the models, so content changes no committed file."""
    listed = {word for whole in SCHEMAS.values() for one in parts(whole) for word in enum(one)}
    models = [*KINDS.values(), Quotation, Statement, Lowered, Lane]
    words = {word for model in models for key in keys(model) if key.is_choice for word in key.good}
    assert listed == words


def enum(part: dict[str, Any]) -> list[str]:
    found = part.get("enum", [part["const"]] if "const" in part else [])
    return found if isinstance(found, list) else []


def test_the_committed_ones_are_current() -> None:
    held = {path.name: path.read_bytes() for path in (PROJECT / SHAPES_ONLY).glob("*.json")}
    assert held == files(SCHEMAS), "`briefing schema` writes them anew"


def test_vs_code_finds_every_one_of_them() -> None:
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text())
    tops = {"briefing": "briefing", "moved": "moved"}
    wanted = {kind: f"content/{folder}/*.yaml" for folder, kind in FOLDERS.items()}
    wanted |= {kind: f"content/{name}.yaml" for kind, name in tops.items()}
    assert settings["yaml.schemas"] == {
        f"./{WITH_IDS}/{kind}.schema.json": where for kind, where in wanted.items()
    }
    recommended = json.loads((PROJECT / ".vscode/extensions.json").read_text())["recommendations"]
    assert recommended == ["redhat.vscode-yaml"]


def test_git_keeps_the_settings_and_not_the_ids(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    (tmp_path / ".gitignore").write_bytes((PROJECT / ".gitignore").read_bytes())
    (tmp_path / ".git/info/exclude").write_text(".vscode\n")
    asked = [".vscode/settings.json", f"{SHAPES_ONLY}/x.json", f"{WITH_IDS}/x.json"]
    ignored = subprocess.run(
        ["git", "-C", tmp_path, "check-ignore", *asked], capture_output=True, text=True, check=True
    )
    assert ignored.stdout.split() == [f"{WITH_IDS}/x.json"]


def items(part: Any) -> Iterator[dict[str, Any]]:
    """The schemas of what stands in lists, wherever they are in a schema."""
    if isinstance(part, list):
        for one in part:
            yield from items(one)
    elif isinstance(part, dict):
        if part.get("type") == "array" and "items" in part:
            yield part["items"]
        for key, one in part.items():
            yield from items(one if key != "examples" else None)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_item_of_a_list_is_explained(kind: str) -> None:
    """An editor shows nothing of the key above where somebody points at one of its items."""
    assert [one for one in items(SCHEMAS[kind]) if not one.get("description")] == []
