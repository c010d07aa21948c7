"""Every trap of YAML is one diagnostic with its place: `traps.txt` has them."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from generator.diagnostics import Diagnostic
from generator.limits import BYTES
from generator.source import SourceFile
from generator.yaml.errors import explain
from generator.yaml.reading import load
from tests.tables import rows

TRAPS = [
    pytest.param(json.loads(text), place, told, id=name)
    for name, text, place, told in rows(Path(__file__).with_name("traps.txt"), 4, " => ")
]
# Each letter is a list of two of the one before.
BOMB = [f"{new}: &{new} [*{old}, *{old}]\n" for old, new in pairwise("abcdefghijklmnop")]


def faults(text: str) -> tuple[Diagnostic, ...]:
    tree, found = load(SourceFile("content/materials/terbium.yaml", text))
    assert (tree is None) == bool(found)
    return found


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        *TRAPS,
        pytest.param("k" * 2000 + ": 1\n", "yaml-syntax 1:2001", "quotes", id="long key"),
        pytest.param("a: " + "[" * 5000, "too-deep 1:1003", "more than 50 levels", id="deep"),
        pytest.param("a" * (BYTES.most + 1), "file-too-large 1:1", "500,001 bytes", id="too large"),
        pytest.param("a: [" + "b, " * 31 + "]", "file-too-large 1:4", "30 entries", id="long list"),
        pytest.param("a: &a [x, x]\n" + "".join(BOMB), "alias 1:4", "`&a`", id="bomb"),
    ],
)
def test_trap_is_one_diagnostic(text: str, place: str, told: str) -> None:
    found = [f"{one.code} {one.span.line}:{one.span.column}" for one in faults(text)]
    assert found == ([place] if place else [])
    assert told in "".join(one.message + one.help for one in faults(text))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("a: 1\nb: 2\na: 3\n", (1, 1, "first here")),
        ("a: 1\nb: ['c' 'd']", (2, 4, "opened here")),
        ("a: 1\n  b: 2\n", (1, 1, "this has its value already")),
    ],
)
def test_second_place(text: str, label: tuple[int, int, str]) -> None:
    (fault,) = faults(text)
    assert [(at.span.line, at.span.column, at.message) for at in fault.labels] == [label]


def test_what_libyaml_may_say_one_day_still_has_a_place() -> None:
    fault = explain(SourceFile("a.yaml", "a: 1"), yaml.MarkedYAMLError(problem="new"), None)
    assert (fault.code, fault.span.text) == ("yaml-syntax", "a:")
