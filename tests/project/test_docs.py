"""The documents cannot lie: commands, codes, folders, links and examples are the code's."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import click
import pytest

from generator import rules
from generator.cli import main
from generator.derive import derive
from generator.derive.dossier import Status
from generator.model import FOLDERS
from generator.reading.read import read
from generator.report import terminal
from generator.source import SourceFile
from generator.validate import validate
from generator.yaml.nodes import Mapping
from generator.yaml.reading import load

ROOT = Path(__file__).parents[2]
README, CONTRIBUTING, FACTS = ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs/facts.md"
CHANGELOG, SECURITY = ROOT / "CHANGELOG.md", ROOT / "SECURITY.md"
PAGES = ROOT / "generator" / "rules" / "pages"
GUIDE = sorted((ROOT / "generator" / "guide").glob("*.md"))
DECISIONS = sorted((ROOT / "decisions").glob("*.md"))
DOCUMENTS = [README, CONTRIBUTING, FACTS, CHANGELOG, SECURITY, *DECISIONS]
# Steps of others that nobody calls by name.
INNER_TARGETS = {"chromium", "moved"}
CONTEXT = click.Context(main)
COMMANDS = {name: main.get_command(CONTEXT, name) for name in main.list_commands(CONTEXT)}
FENCE = re.compile(
    r'^(?P<indent> *)```(?P<language>\w*)(?: title="(?P<title>[^"]*)")?\n'
    r"(?P<text>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
LINK = re.compile(r"\[[^\]\n]+\]\((?P<to>[^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A fence of a document."""

    language: str
    title: str
    text: str


def text_of(*paths: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def examples(path: Path) -> Iterator[Example]:
    for found in FENCE.finditer(text_of(path)):
        yield Example(found["language"], found["title"] or "", dedent(found["text"]))


YAML = [one for path in DOCUMENTS for one in examples(path) if one.language == "yaml"]


def test_every_command_is_named_and_no_other() -> None:
    named = set(re.findall(r"(?:`|bin/)briefing ([a-z]+)", text_of(README, CONTRIBUTING)))
    assert named == COMMANDS.keys()


def test_options_that_are_named_exist() -> None:
    known = {
        option
        for one in COMMANDS.values()
        for p in (one.params if one else ())
        for option in p.opts
    }
    named = set(re.findall(r"(?:briefing [a-z]+ |`)(--[a-z-]+)", text_of(*DOCUMENTS)))
    assert named <= known


def test_every_make_target_is_named() -> None:
    targets = re.search(r"^\.PHONY: (.*)$", text_of(ROOT / "Makefile"), re.MULTILINE)
    named = set(re.findall(r"make (?:[A-Z]+=\S+ )*([a-z-]+)`", text_of(README, CONTRIBUTING)))
    assert targets and named == set(targets[1].split()) - INNER_TARGETS


def test_the_house_has_every_folder_of_the_generator() -> None:
    there = (path for path in (ROOT / "generator").glob("*/*") if path.suffix != ".pyc")
    folders = {path.parent.name for path in there if path.is_file()}
    shown = re.findall(r"`([a-z]+)/`", text_of(CONTRIBUTING).partition("## The house")[2])
    assert folders <= set(shown)


@pytest.mark.parametrize(
    ("paper", "names"),
    [(FACTS, [f"`{folder}/`" for folder in FOLDERS]), (README, [one.value for one in Status])],
    ids=["kinds", "statuses"],
)
def test_every_kind_and_status_is_the_head_of_a_row(paper: Path, names: list[str]) -> None:
    heads = " ".join(re.findall(r"^\|[^|]*\|", text_of(paper), re.MULTILINE))
    assert [name for name in names if name not in heads] == []


def test_readme_and_contributing_lead_to_the_guide() -> None:
    links = [f"(generator/guide/{path.name})" for path in GUIDE]
    assert [one for one in links if one not in text_of(README)] == []
    assert [one for one in links if one not in text_of(CONTRIBUTING)] == []


def anchors(path: Path) -> set[str]:
    """The addresses of headings, as GitHub makes them."""
    heads = HEADING.findall(FENCE.sub("", text_of(path)))
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_relative_links_resolve() -> None:
    lost = []
    for path in (*DOCUMENTS, *GUIDE, *PAGES.glob("*.md")):
        for link in LINK.finditer(FENCE.sub("", text_of(path))):
            to, _, anchor = link["to"].partition("#")
            target = path.parent / to if to else path
            leads = to.startswith("https://") or target.exists()
            if not leads or (anchor and anchor not in anchors(target)):
                lost.append((path.name, link[0]))
    assert lost == []


@pytest.mark.parametrize("one", YAML, ids=lambda one: one.title)
def test_example_is_a_valid_record(one: Example) -> None:
    file = SourceFile(one.title, one.text)
    tree, faults = load(file)
    assert faults == () and isinstance(tree, Mapping)
    _, folder, name = one.title.split("/")
    id_ = name.removesuffix(".yaml")
    assert validate(tree, file, (FOLDERS[folder], id_))[1] == ()


def without_places(told: str) -> list[str]:
    """Lines of output without line numbers, which are those of the whole file."""
    bare = (re.sub(r"^ *\d* *\||^ *(?=-->|:::)|:\d+:\d+$", "", line) for line in told.splitlines())
    return [line.strip() for line in bare]


def test_error_in_the_readme_is_what_is_said(briefing: Callable[..., Path]) -> None:
    shown = list(examples(README))
    files = {one.title.removeprefix("content/"): one.text for one in shown if one.title}
    files["series/exports-to-us.yaml"] = files["series/exports-to-us.yaml"].replace("28.8", "29.8")
    root = briefing({**files, "bodies/gacc.yaml": "name: GACC\n", "bodies/ap.yaml": "name: AP\n"})
    contents = read(root)
    dossier = derive(contents.briefing, contents.briefing.edition.as_of.first)
    told = terminal.render((*contents.diagnostics, *rules.check(dossier)))
    (printed,) = (one.text for one in shown if one.language == "text")
    assert without_places(told) == without_places(printed)


def test_a_decision_has_its_number_and_says_what_was_given_up() -> None:
    for path in DECISIONS:
        told = text_of(path)
        assert told.startswith(f"# {int(path.name.partition('-')[0])}. ")
        parts = re.findall(r"^\*\*(.*?)\.\*\*", told, re.MULTILINE)
        assert parts == ["Context", "Choice", "Given up"], path
