"""The schemas for editors accept what the generator accepts, and refuse the common slips."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from textwrap import dedent
from typing import Any

import jsonschema
import pytest

from generator.load import Mapping, load, read_folder
from generator.model import FOLDERS, KINDS
from generator.schema import DRAFT, schemas
from generator.source import SourceFile
from generator.validate import plain
from tests.conftest import PROJECT, TINY

SCHEMAS = schemas()
WITNESSED = "witnesses: [courier-0310#met]"


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
    jsonschema.Draft7Validator.check_schema(SCHEMAS[kind])
    assert not re.search(r"\$defs|prefixItems|'type': 'null'", str(SCHEMAS[kind]))


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
        ("sources/x.yaml", "publisher: X"),
        ("claims/x.yaml", f"says: X\nstatus: confirmed\n{WITNESSED}"),
        ("claims/x.yaml", f"value: {{}}\n{WITNESSED}"),
        ("claims/x.yaml", "says: X\nwitnesses: courier 10 March"),
        ("bodies/x.yaml", "name: X\nof: [Nor Land]"),
        ("moved.yaml", "x: {too: y}"),
        ("briefing.yaml", "title: X"),
    ],
    ids=lambda text: text.replace("\n", " "),
)
def test_a_slip_is_seen_in_the_editor(name: str, text: str) -> None:
    assert faults(name, text)


@pytest.mark.parametrize("of", ["norland", "[norland, sudland]"])
def test_one_id_or_many(of: str) -> None:
    assert faults("bodies/x.yaml", f"name: X\nof: {of}") == []


def test_an_open_record_holds_statements_of_its_own() -> None:
    assert faults("rounds/x.yaml", f"title: X\nvenue: {{words: the mill, {WITNESSED}}}") == []


def test_what_a_key_means_is_told_from_the_model() -> None:
    properties: dict[str, Any] = SCHEMAS["briefing"]["properties"]
    assert properties["parties"]["description"] == "the sides, two or more"
