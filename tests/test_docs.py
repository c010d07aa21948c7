"""The documents cannot lie: commands, keys, codes, links and examples are held against the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from pydantic import BaseModel

from generator import reference, rules
from generator.cli import checking, comparing, making, writing
from generator.derive import derive
from generator.derive.dossier import Status
from generator.model import (
    FOLDERS,
    KINDS,
    chart,
    comparison,
    fields,
    record,
    source,
    statement,
    table,
)
from generator.model.edition import Edition, Moved
from generator.model.fields import yaml_key
from generator.read import read
from generator.report import terminal
from generator.settings import Settings
from generator.source import SourceFile
from generator.validate import validate
from generator.yaml import Mapping, load
from tests.briefings import now

ROOT = Path(__file__).parents[1]
GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
DECISIONS = sorted((ROOT / "decisions").glob("*.md"))
REFERENCE = ROOT / "site_config" / "schema" / reference.NAME
PAGES = ROOT / "generator" / "rules" / "pages"
GUIDE = sorted((ROOT / "generator" / "guide").glob("*.md"))
DOCUMENTS = [*GUIDES, REFERENCE, ROOT / "CHANGELOG.md", *DECISIONS]
MANUALS = [*GUIDE, *sorted(PAGES.glob("*.md"))]
# Steps of others that nobody calls by name.
INNER_TARGETS = {"chromium", "moved"}
COMMANDS = {
    str(one.name): one
    for module in (checking, comparing, making, writing)
    for one in module.COMMANDS
}

FENCE = re.compile(
    r'^(?P<indent> *)```(?P<language>\w*)(?: title="(?P<title>[^"]*)")?\n'
    r"(?P<text>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
LINK = re.compile(r"\[[^\]\n]+\]\((?P<to>[^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
LISTED = re.compile(
    r"^- \[`(?P<code>[a-z-]+)`\]\(generator/rules/pages/(?P<page>[a-z-]+)\.md\): (?P<what>.+)$"
)

# The tables of the reference and of CONTRIBUTING by what their heads say they are of.
OF_ALL = (record.RecordModel, record.OpenRecordModel, statement.Content, statement.Statement)
SHARED: dict[str, set[type[BaseModel]]] = {
    "every record": {record.RecordModel},
    "a statement": {statement.Content, statement.Statement},
    "a date": {statement.Dated},
    "a name": {fields.NameTexts},
    "a position": {statement.Position},
    "a part": {statement.Part},
    "a quotation": {source.Quotation},
    "a table": {table.Table},
    "`superseded`, `retracted` and `rejected`": {statement.Because},
    "`lowered`": {statement.Lowered},
    "`reading`": {statement.Reading},
    "a party under `silent`": {statement.Silent},
    "a line of a chart": {chart.Line},
    "a lane": {chart.Lane},
    "a group of figures": {comparison.Group},
    "a figure to compare": {comparison.Entry},
    "a span": {chart.Span},
    "a step": {chart.Step},
    "`content/briefing.yaml`": {Edition},
    "`content/moved.yaml`": {Moved},
}
SETTINGS = "`site_config/site.yaml`"
KEYS = {*SHARED, *(f"`{folder}/`" for folder in FOLDERS)}


@dataclass(frozen=True)
class Example:
    """A fence of a document."""

    document: str
    language: str
    title: str
    text: str


def text_of(*paths: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def examples(path: Path) -> Iterator[Example]:
    for found in FENCE.finditer(text_of(path)):
        yield Example(path.name, found["language"], found["title"] or "", dedent(found["text"]))


YAML = [one for path in DOCUMENTS for one in examples(path) if one.language in {"yaml", "yml"}]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_command_is_documented_with_its_options(name: str) -> None:
    told = text_of(*GUIDES)
    options = {option for one in COMMANDS[name].params for option in one.opts}
    assert f"briefing {name}" in told
    assert {option for option in options if option not in told} == set()


def test_documented_commands_exist() -> None:
    named = set(re.findall(r"(?:`|bin/)briefing ([a-z]+)", text_of(*DOCUMENTS)))
    assert named <= COMMANDS.keys()


def test_documented_options_exist() -> None:
    known = {option for one in COMMANDS.values() for p in one.params for option in p.opts}
    named = set(re.findall(r"(?:briefing [a-z]+ |`)(--[a-z-]+)", text_of(*DOCUMENTS)))
    assert named <= known


def test_make_targets() -> None:
    targets = re.search(r"^\.PHONY: (.*)$", text_of(ROOT / "Makefile"), re.MULTILINE)
    assert targets
    named = set(re.findall(r"make (?:[A-Z]+=\S+ )?([a-z-]+)`", text_of(*GUIDES)))
    assert named == set(targets[1].split()) - INNER_TARGETS


# What makes a diagnostic with a code.
MAKERS = (
    "Diagnostic",
    "Doubt",
    "Pair",
    "Lacking",
    "Pasted",
    "Astray",
    "Fallen",
    "Formless",
    "Misquoting",
    "SpeltOtherwise",
    "Unprinted",
    "refusal",
    "refusing",
    "of_path",
)


def used_codes() -> Iterator[tuple[str, bool]]:
    """Every code that a diagnostic is made with, and whether it is a warning."""
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(text_of(path))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MAKERS:
                keys = {key.arg: key.value for key in node.keywords}
                code = node.args[0] if node.args else keys["code"]
                if getattr(code, "id", "") == "code":
                    # One of the makers hands on what it was given.
                    continue
                assert isinstance(code, ast.Constant), (
                    f"{path.name}: a code that is not written out"
                )
                yield str(code.value), "WARNING" in ast.dump(keys.get("severity", code))


def listed_codes() -> dict[str, str]:
    found = (LISTED.match(line) for line in text_of(ROOT / "CONTRIBUTING.md").splitlines())
    return {one["code"]: one["what"] for one in found if one and one["code"] == one["page"]}


def test_every_code_is_listed_and_has_its_page() -> None:
    codes = {code for code, _ in used_codes()}
    assert set(listed_codes()) == codes
    assert {path.stem for path in PAGES.glob("*.md")} == codes


def test_warnings_are_marked() -> None:
    """Those that are warnings as they are made, and those that are in one of several places."""
    marked = {
        code
        for code, what in listed_codes().items()
        if what.endswith(("(warning)", "(in part a warning)"))
    }
    assert marked == {code for code, is_warning in used_codes() if is_warning}


def tables(path: Path) -> dict[str, list[str]]:
    """The keys of each table of a document, by what its head says."""
    found: dict[str, list[str]] = {}
    keys: list[str] = []
    for line in text_of(path).splitlines():
        if head := re.match(r"\| key of (.*?) \|", line):
            keys = found.setdefault(head[1], [])
        elif key := re.match(r"\| `([\w-]+)` \| [^|]", line):
            keys.append(key[1])
        elif not line.startswith("|"):
            keys = []
    return found


# What is refused, and what stands for the tags of languages.
NO_KEYS = {"status", "texts"}


def keys_of(models: set[type[BaseModel]]) -> set[str]:
    """The keys that these models name themselves."""
    names = {(one, name) for one in models for name in one.__annotations__}
    return {yaml_key(name) for one, name in names if name in one.model_fields} - NO_KEYS


def own(kind: type[Any]) -> set[type[BaseModel]]:
    """A kind's models but for those that all kinds or statements share."""
    ours = (one for one in kind.__mro__ if one.__module__.startswith("generator.model"))
    return {one for one in ours if one not in OF_ALL and one.__name__ != "Model"}


@pytest.mark.parametrize("head", sorted({*KEYS, SETTINGS}))
def test_table_names_every_key(head: str) -> None:
    folder = head.strip("`/")
    models = {Settings} if head == SETTINGS else SHARED.get(head) or own(KINDS[FOLDERS[folder]])
    told = tables(GUIDES[1] if head == SETTINGS else REFERENCE)[head]
    assert set(told) == keys_of(models)
    assert len(told) == len(set(told))


def test_there_is_no_other_table() -> None:
    assert set(tables(REFERENCE)) == KEYS
    assert set(tables(ROOT / "CONTRIBUTING.md")) == {SETTINGS}


def test_keys_of_positions_stand_above_the_witnesses() -> None:
    told = tables(REFERENCE)["a statement"]
    above = set(told[: told.index("witnesses")])
    assert above == {yaml_key(name) for name in statement.Content.model_fields}


def test_the_reference_is_current() -> None:
    assert text_of(REFERENCE) == reference.markdown(), "`briefing schema` writes it anew"


def test_contributing_leads_to_every_part_of_the_reference() -> None:
    linked = re.findall(r"\(site_config/schema/REFERENCE\.md#([\w-]+)\)", text_of(*GUIDES))
    assert set(linked) == anchors(REFERENCE) - {"keys-of-the-fact-files"}


@pytest.mark.parametrize("word", [status.value for status in Status])
def test_status_word_is_explained(word: str) -> None:
    assert re.search(rf"^\|[^|]*\b{word}\b", text_of(ROOT / "README.md"), re.MULTILINE)


@pytest.mark.parametrize("path", GUIDE, ids=lambda path: path.stem)
def test_readme_and_contributing_lead_to_the_guide(path: Path) -> None:
    assert all(f"(generator/guide/{path.name})" in text_of(document) for document in GUIDES)


def anchors(path: Path) -> set[str]:
    """The addresses of headings, as GitHub makes them."""
    heads = HEADING.findall(FENCE.sub("", text_of(path)))
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", [*DOCUMENTS, *MANUALS], ids=lambda path: path.name)
def test_relative_links_resolve(path: Path) -> None:
    for link in LINK.finditer(FENCE.sub("", text_of(path))):
        to, _, anchor = link["to"].partition("#")
        target = path.parent / to if to else path
        assert to.startswith("https://") or target.exists(), link[0]
        assert not anchor or anchor in anchors(target), link[0]


@pytest.mark.parametrize("one", YAML, ids=lambda one: f"{one.document}-{one.title}")
def test_example_is_a_record(one: Example) -> None:
    content, folder, name = one.title.split("/")
    file = SourceFile(one.title, one.text)
    tree, faults = load(file)
    assert content == "content"
    assert faults == ()
    assert isinstance(tree, Mapping)
    identity = (FOLDERS[folder], name.removesuffix(".yaml"))
    assert validate(tree, file, identity)[1] == ()


def test_examples_name_real_files() -> None:
    assert [one.title for one in YAML if not is_held(one.title)] == []


def is_held(path: str) -> bool:
    """True for a file of our facts, also where its record has got another id since."""
    content, folder, name = path.split("/")
    id_ = now(name.removesuffix(".yaml"))
    return not id_ or (ROOT / content / folder / f"{id_}.yaml").is_file()


def without_places(told: str) -> list[str]:
    """Lines of output without line numbers, which are those of the whole file."""
    bare = (re.sub(r"^ *\d* *\||^ *(?=-->|:::)|:\d+:\d+$", "", line) for line in told.splitlines())
    return [line.strip() for line in bare]


def test_error_in_the_readme_is_what_is_said(briefing: Callable[..., Path]) -> None:
    shown = list(examples(ROOT / "README.md"))
    files = {one.title.removeprefix("content/"): one.text for one in shown if one.title}
    files["series/exports-to-us.yaml"] = files["series/exports-to-us.yaml"].replace("28.8", "29.8")
    root = briefing({**files, "bodies/gacc.yaml": "name: GACC\n", "bodies/ap.yaml": "name: AP\n"})
    contents = read(root)
    dossier = derive(contents.briefing, contents.briefing.edition.as_of.first)
    told = terminal.render((*contents.diagnostics, *rules.check(dossier)))
    (printed,) = (one.text for one in shown if one.language == "text")
    assert without_places(told) == without_places(printed)


def test_decisions_are_numbered_and_say_what_was_given_up() -> None:
    numbers = [int(path.name.partition("-")[0]) for path in DECISIONS]
    assert numbers == list(range(1, len(DECISIONS) + 1))
    for number, path in zip(numbers, DECISIONS, strict=True):
        told = text_of(path)
        parts = re.findall(r"^\*\*(.*?)\.\*\*", told, re.MULTILINE)
        assert told.startswith(f"# {number}. ")
        assert parts == ["Context", "Choice", "Given up"]
