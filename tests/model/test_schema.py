"""The schemas for editors accept what is written, refuse common slips, and know the ids."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

import jsonschema
import pytest
from click.testing import CliRunner
from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.cli import main
from generator.model import FOLDERS, KINDS
from generator.model.edition import Edition, Moved, Published
from generator.model.fields import yaml_key
from generator.model.keys import keys, written
from generator.model.shapes import NAME_SHAPE, TEXT_SHAPE
from generator.reading.read import read
from generator.schema import FOLDER, MODELS, completed, files
from generator.source import SourceFile
from generator.yaml.nodes import Mapping, plain
from generator.yaml.reading import load
from tests.briefings import contents
from tests.conftest import PROJECT, Write, write_tiny
from tests.tables import rows

# What is made for all of them is made once.
pytestmark = pytest.mark.xdist_group(__name__)

SLIPS = Path(__file__).with_name("slips.txt")
GOOD_AND_BAD = re.compile(r"\nGood: `.*\n\nBad: `.*\(")


@cache
def made_of_fixture() -> dict[str, Any]:
    return completed(contents("fixture"))


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return completed(read(write_tiny(tmp_path_factory.mktemp("tiny"))))


def faults(made: dict[str, Any], name: str, text: str) -> list[str]:
    path = PurePosixPath(name)
    node, _ = load(SourceFile(name, text))
    assert isinstance(node, Mapping)
    validator = jsonschema.Draft7Validator(made[FOLDERS.get(path.parent.name, path.stem)])
    return [one.schema.get("errorMessage", "") for one in validator.iter_errors(plain(node))]


def parts(whole: Any) -> Iterator[dict[str, Any]]:
    """Every map in a schema."""
    if isinstance(whole, dict):
        yield whole
    for one in whole.values() if isinstance(whole, dict) else whole:
        if isinstance(one, dict | list):
            yield from parts(one)


def test_it_is_draft_07() -> None:
    assert made_of_fixture().keys() == {*KINDS, "briefing", "moved", "editions"}
    for kind, made in made_of_fixture().items():
        jsonschema.Draft7Validator.check_schema(made)
        assert made["$id"] == f"{kind}.schema.json"
        assert not re.search(r"prefixItems|'type': 'null'|'x-", str(made))


def test_all_that_is_written_fits() -> None:
    held = contents("fixture").briefing
    written_in = [record.file for record in held.records.values()]
    written_in += [one.file for one in (held.edition_places, held.moved_places) if one]
    found = {one.path: faults(made_of_fixture(), one.path, one.text) for one in written_in}
    assert len(found) > 50 and {path: told for path, told in found.items() if told} == {}


@pytest.mark.parametrize(("name", "text"), rows(SLIPS, 2, " => "))
def test_a_slip_is_seen_in_the_editor(tiny: dict[str, Any], name: str, text: str) -> None:
    assert faults(tiny, name, text.replace(r"\n", "\n"))


def test_what_cannot_be_read_may_be_named(briefing: Write) -> None:
    made = completed(read(briefing({"sources/courier-0310.yaml": "publisher: ["})))
    for id_, fits in (("courier-0310#whatever", True), ("courier-0311#met", False)):
        assert (faults(made, "claims/x.yaml", f"says: X\nwitnesses: [{id_}]") == []) == fits


def test_a_message_says_what_to_write(tiny: dict[str, Any]) -> None:
    told = [faults(tiny, "people/x.yaml", f"name: X\nparty: {one}") for one in ("nordland", "[x]")]
    assert told == [["no party has this id: run `make check` if it is new"], ["write an id"]]


def test_every_key_has_good_and_bad_examples() -> None:
    without = {"seen", "status", *contents("fixture").briefing.edition.parties}
    parts_of = [part.get("properties", {}).items() for part in parts(made_of_fixture())]
    found = [one for each in parts_of for one in each if one[0] not in without]
    assert len(found) > 500
    assert [key for key, one in found if not GOOD_AND_BAD.search(one["description"])] == []


def test_each_item_and_key_of_ones_own_is_explained() -> None:
    """An editor shows nothing of the key above where somebody points at what stands below it."""
    for part in parts(made_of_fixture()):
        for name in ("items", "additionalProperties"):
            below = part.get(name)
            assert not isinstance(below, dict) or "$defs" in part or below["description"]


def test_ids_are_offered_with_what_they_stand_for(tiny: dict[str, Any]) -> None:
    found = [one for part in parts(tiny["claim"]) for one in part.get("defaultSnippets", ())]
    offered = {one["bodyText"]: one["description"] for one in found}
    assert offered["courier-0310"] == "The Courier, 10 March 2031: Shires meet at the mill"
    assert offered["courier-0310#met"] == "The shires met at the mill on 9 March 2031."
    assert offered["bridge-toll.parts.rate"] == "Toll (Toll on the bridge)"


def models() -> set[type[BaseModel]]:
    """Every model that a file is made of."""
    found, due = set[type[BaseModel]](), [*KINDS.values(), Edition, Moved, Published]
    while due:
        if (one := due.pop()) not in found:
            found.add(one)
            due += [key.holds for key in keys(one) if key.holds]
    return found


@pytest.mark.parametrize("model", sorted(models(), key=str), ids=lambda one: one.__name__)
def test_examples_of_a_key_are_what_they_say(model: type[BaseModel]) -> None:
    given = {yaml_key(name): one for name, one in model.model_fields.items()}
    for key in keys(model):
        one = given[key.name]
        adapter = TypeAdapter(Annotated[one.annotation, *one.metadata, key])
        for example in key.good:
            adapter.validate_python(example)
            node, _ = load(SourceFile("x", f"key: {written(example)}\n"))
            assert isinstance(node, Mapping) and plain(node) == {"key": example}
        for example in key.bad:
            # Of a text any words can be written.
            if example == "" or key.shape not in (TEXT_SHAPE, NAME_SHAPE):
                with pytest.raises(ValidationError):
                    adapter.validate_python(example)


def test_the_command_writes_them(briefing: Write, tmp_path: Path) -> None:
    root = briefing({"people/broken.yaml": "nmae: X"})
    done = CliRunner().invoke(main, ["schema", "--root", str(root)])
    assert done.stderr == f"wrote {len(MODELS)} files to {root / FOLDER}/\n"
    assert "broken" in (root / FOLDER / "round.schema.json").read_text()
    CliRunner().invoke(main, ["schema", "--root", str(root), "--out", str(tmp_path / "out")])
    assert set(os.listdir(tmp_path / "out")) == files(made_of_fixture()).keys()


@pytest.mark.parametrize("status", [0, 1])
def test_make_check_writes_them_whatever_is_found(tmp_path: Path, status: int) -> None:
    stand_in = tmp_path / "briefing"
    stand_in.write_text(
        f'#!/bin/sh\necho "$@" >> {tmp_path}/told\n[ "$1" = schema ] || exit {status}\n'
    )
    stand_in.chmod(0o755)
    command = ["make", "--silent", "--old-file", ".venv/installed", "check", f"BRIEFING={stand_in}"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, check=False)
    assert bool(done.returncode) == bool(status)
    assert (tmp_path / "told").read_text() == "check\nschema\n"


def test_vs_code_finds_every_one_of_them() -> None:
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text())
    wanted = {kind: f"content/{folder}/*.yaml" for folder, kind in FOLDERS.items()}
    wanted |= {name: f"content/{name}.yaml" for name in ("briefing", "moved", "editions")}
    assert settings["yaml.schemas"] == {
        f"./{FOLDER}/{kind}.schema.json": where for kind, where in wanted.items()
    }
