"""The schemas with ids accept the mentions that there are, and refuse what leads nowhere."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from textwrap import dedent
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.completion import completed
from generator.model import FOLDERS, KINDS
from generator.model.shapes import IDS
from generator.read import read
from generator.reference import NAME, markdown
from generator.schema import WITH_IDS, files, schemas
from generator.source import SourceFile
from generator.yaml import Mapping, load, plain
from tests.briefings import ROOTS, contents
from tests.conftest import PROJECT, TINY, place
from tests.test_schema import parts

Write = Callable[..., Path]
MET = "witnesses: [courier-0310#met]"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    root = tmp_path_factory.mktemp("tiny")
    for name, text in TINY.items():
        place(root / "content" / name, text)
    return completed(read(root))


def faults(made: dict[str, Any], name: str, text: str) -> list[str]:
    return seen(made, SourceFile(name, text))


def seen(made: dict[str, Any], file: SourceFile) -> list[str]:
    path = PurePosixPath(file.path)
    node, _ = load(file)
    assert isinstance(node, Mapping)
    validator = jsonschema.Draft7Validator(made[FOLDERS.get(path.parent.name, path.stem)])
    return [fault.message for fault in validator.iter_errors(plain(node))]


@cache
def made_of(name: str) -> dict[str, Any]:
    return completed(contents(name))


@pytest.mark.parametrize("name", sorted(ROOTS))
def test_all_that_is_mentioned_fits(name: str) -> None:
    held = contents(name).briefing
    read_from = [record.file for record in held.records.values()]
    read_from += [one.file for one in (held.edition_places, held.moved_places) if one]
    assert {file.path: found for file in read_from if (found := seen(made_of(name), file))} == {}


@pytest.mark.parametrize("kind", schemas())
def test_it_is_draft_07(kind: str) -> None:
    made = made_of("fixture")[kind]
    jsonschema.Draft7Validator.check_schema(made)
    assert "'x-" not in str(made)


@pytest.mark.parametrize("name", [name for name in TINY if name.endswith(".yaml")])
def test_the_tiny_briefing_fits(tiny: dict[str, Any], name: str) -> None:
    assert faults(tiny, name, dedent(TINY[name])) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rounds/x.yaml", f"title: X\nleads: {{norland: {{people: [courier], {MET}}}}}"),
        ("rounds/x.yaml", f"title: X\nleads: {{nordland: {{people: ada-reed, {MET}}}}}"),
        ("rounds/x.yaml", "title: X\ndelegations: {courier: {}}"),
        ("people/x.yaml", "name: X\nparty: courier"),
        ("people/x.yaml", "name: {en: X, fr: Y, seen: courier}"),
        ("claims/x.yaml", "says: X\nwitnesses: [courier-0310#mett]"),
        ("claims/x.yaml", f"says: X\nsilent: {{courier: {{{MET}}}}}\n{MET}"),
        ("claims/x.yaml", f"does: amend\ntarget: bridge-toll.parts.rats\n{MET}"),
        ("claims/x.yaml", f"says: X\nsuperseded: {{by: bridge-toll, on: 2031-01-01}}\n{MET}"),
        ("bodies/x.yaml", "name: X\nof: [norland, courier]"),
        ("points/x.yaml", "text: X\nrests: bridge-toll"),
        ("moved.yaml", "x: {to: nowhere}"),
        ("briefing.yaml", TINY["briefing.yaml"].replace("sudland", "courier")),
    ],
    ids=lambda text: text.replace("\n", " "),
)
def test_an_id_of_nothing_or_of_another_kind(tiny: dict[str, Any], name: str, text: str) -> None:
    assert faults(tiny, name, dedent(text))


def test_an_id_that_moved_may_have_moved_on(briefing: Write) -> None:
    text = "older: {to: old}\nold: {to: carts}"
    assert faults(completed(read(briefing({"moved.yaml": text}))), "moved.yaml", text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"title: X\nacts: {{x: {{does: amend, target: bridge-toll.parts.rate, {MET}}}}}",
        f"title: X\nacts: {{x: {{does: end, target: [bridge-toll, carts.points.2031-02], {MET}}}}}",
        f"title: X\nx: {{says: X, by: [norland, courier, ada-reed], {MET}}}",
        f"title: X\nx: {{says: X, about: mill-talks-2031-03.date, {MET}}}",
        "title: X\nx: {says: X, witnesses: [courier-0310, courier-0310#met]}",
    ],
)
def test_an_id_that_fits(tiny: dict[str, Any], text: str) -> None:
    assert faults(tiny, "events/x.yaml", text) == []


@pytest.mark.parametrize(("origin", "fits"), [("own", 1), ("unknown", 1), ("courier", 1), ("x", 0)])
def test_origin_is_a_body_or_a_word(tiny: dict[str, Any], origin: str, fits: int) -> None:
    text = dedent(TINY["sources/courier-0310.yaml"]).replace("origin: own", f"origin: {origin}")
    assert (faults(tiny, "sources/x.yaml", text) == []) == bool(fits)


def test_a_file_that_cannot_be_read_still_owns_its_id(briefing: Write) -> None:
    root = briefing({"sources/courier-0310.yaml": "publisher: [", "parties/norland.yaml": "name:"})
    made = completed(read(root))
    for witness in ("courier-0310", "courier-0310#whatever"):
        assert faults(made, "claims/x.yaml", f"says: X\nby: norland\nwitnesses: [{witness}]") == []
    assert faults(made, "claims/x.yaml", "says: X\nwitnesses: [courier-0311#met]")


def test_without_a_folder_no_id_is_refused(briefing: Write) -> None:
    root = briefing()
    folder = root / "content" / "parties"
    folder.rename(root / "elsewhere")
    folder.symlink_to(root / "elsewhere")
    assert completed(read(root)) == schemas()


def test_keys_that_are_ids_are_offered(tiny: dict[str, Any]) -> None:
    for name in ("leads", "delegations"):
        assert set(tiny["round"]["properties"][name]["properties"]) == {"norland", "sudland"}


def test_no_made_up_id_is_offered() -> None:
    offered = {word for whole in made_of("real").values() for word in words(whole)}
    assert offered.isdisjoint(IDS.values())


def words(whole: Any) -> Iterator[str]:
    """All that an editor can offer: the words of `enum`, and what it is told to offer."""
    for part in parts(whole):
        yield from part.get("enum", ()) if isinstance(part.get("enum"), list) else ()
        yield from (one["bodyText"] for one in part.get("defaultSnippets", ()))


def test_an_editor_writes_no_example_by_itself() -> None:
    """A single one would be taken over unread, and each would be shown a second time."""
    for kind, whole in made_of("real").items():
        for part in parts(whole):
            assert not isinstance(part.get("examples"), list), kind
            assert len(part.get("defaultSnippets", ".. ")) > 1 or "if" in part, kind


def test_words_to_choose_from_are_offered(tiny: dict[str, Any]) -> None:
    offered = tiny["claim"]["definitions"]["Statement"]["properties"]["unit"]["defaultSnippets"]
    assert [one["bodyText"] for one in offered] == ['"%"', "pp", "USD bn", "t", "days"]


def test_ids_are_offered_with_what_they_stand_for(tiny: dict[str, Any]) -> None:
    offered = {
        one["bodyText"]: one.get("description")
        for part in parts(tiny["claim"])
        for one in part.get("defaultSnippets", ())
    }
    assert offered["ada-reed"] == "Ada Reed"
    assert offered["courier-0310"] == "The Courier, 10 March 2031: Shires meet at the mill"
    assert offered["courier-0310#met"] == "The shires met at the mill on 9 March 2031."
    assert offered["bridge-toll.parts.rate"] == "Toll on the bridge: toll"


def test_no_list_of_ids_is_printed_for_one_of_them() -> None:
    """An editor shows every `enum` that fits, but not what a condition tries."""
    for kind, whole in made_of("real").items():
        tried = {id(one) for part in parts(whole) for one in parts(part.get("if", {}))}
        shown = [part["enum"] for part in parts(whole) if "enum" in part and id(part) not in tried]
        assert max(len(one) for one in (*shown, [])) < 10, kind


def test_no_name_of_a_definition_needs_an_escape() -> None:
    names = {name for whole in made_of("real").values() for name in whole["definitions"]}
    assert [name for name in names if not re.fullmatch(r"[\w-]+", name)] == []


def test_words_are_markdown_too() -> None:
    for part in parts(made_of("fixture")):
        if isinstance(part.get("description"), str) and "bodyText" not in part:
            assert part.get("markdownDescription") == part["description"]


def test_a_message_says_what_was_due(tiny: dict[str, Any]) -> None:
    assert raised(tiny, "people/x.yaml", "name: X\nparty: nordland") == [
        "no party has this id, or `make check` has not seen it yet"
    ]
    assert raised(tiny, "people/x.yaml", "name: X\nparty: [norland]") == ["write an id"]


def raised(made: dict[str, Any], name: str, text: str) -> list[str]:
    """What an editor says: the words beside what does not fit."""
    kind = FOLDERS[PurePosixPath(name).parent.name]
    node, _ = load(SourceFile(name, text))
    assert isinstance(node, Mapping)
    faults = jsonschema.Draft7Validator(made[kind]).iter_errors(plain(node))
    return [fault.schema["errorMessage"] for fault in faults]


def run(*arguments: object) -> str:
    done = CliRunner().invoke(main, ["schema", *map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done.stderr


# One for each kind, for the edition and for the ids that have moved.
FILES = len(KINDS) + 2


def test_the_command_writes_them(briefing: Write, tmp_path: Path) -> None:
    root = briefing({"people/broken.yaml": "nmae: X"})
    assert run("--root", root, "--ids") == f"wrote {FILES} files to {root / WITH_IDS}/\n"
    assert len(os.listdir(root / WITH_IDS)) == FILES
    assert "broken" in (root / WITH_IDS / "round.schema.json").read_text()
    run("--root", root, "--out", tmp_path / "out")
    shapes = {name: (tmp_path / "out" / name).read_bytes() for name in os.listdir(tmp_path / "out")}
    assert shapes == files(schemas()) | {NAME: markdown().encode()}


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
    assert (tmp_path / "told").read_text() == "check\nschema --ids\n"
