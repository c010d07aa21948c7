"""Every trap of YAML is one diagnostic with its place."""

from itertools import pairwise

import pytest
import yaml

from generator.diagnostics import Diagnostic
from generator.source import SourceFile
from generator.yaml.characters import LIMIT
from generator.yaml.errors import explain
from generator.yaml.reading import load


def faults(text: str) -> tuple[Diagnostic, ...]:
    tree, found = load(SourceFile("content/materials/terbium.yaml", text))
    assert (tree is None) == bool(found)
    return found


ONE_FAULT = [
    pytest.param("a: x: y\n", "yaml-syntax", 1, 5, "`: ` in quotes", id="colon-in-text"),
    pytest.param("a: 1\n# why\n\n  b: 2\n", "yaml-syntax", 4, 3, "indentation", id="too-deep-line"),
    pytest.param("a:\n    b: 1\n  c: 2\n", "yaml-syntax", 3, 3, "fits none", id="no-fitting-line"),
    pytest.param("a: |\n   x\n  y\nb: 1\n", "yaml-syntax", 3, 3, "fits none", id="block-text"),
    pytest.param("a: 1\nb\nc: 2\n", "yaml-syntax", 2, 1, "`key: value`", id="no-colon"),
    pytest.param(" a: 1\n# why\nb: 2\n", "yaml-syntax", 3, 1, "fits none", id="deeper-start"),
    pytest.param("a:1\nb: 2\n", "yaml-syntax", 1, 1, "space after the colon", id="no-space"),
    pytest.param("a: {b:[c]}\n", "yaml-syntax", 1, 6, "space after the colon", id="tight-colon"),
    pytest.param("何：1\nb: 2\n", "yaml-syntax", 1, 1, "wide colon", id="wide-colon"),
    pytest.param("k" * 2000 + ": 1\n", "yaml-syntax", 1, 2001, "quotes", id="long-key"),
    pytest.param("a: 'it's so'\n", "yaml-syntax", 1, 8, "`''`", id="apostrophe"),
    pytest.param("a: ['it's so']\n", "yaml-syntax", 1, 9, "`''`", id="apostrophe-in-a-list"),
    pytest.param("a: 'x'\n  b: 1\n", "yaml-syntax", 2, 3, "indentation", id="below-a-quote"),
    pytest.param("a: {b: x,\xa0c: y}\n", "control-character", 1, 10, "plain space", id="odd-key"),
    pytest.param('a: "x" y\n', "yaml-syntax", 1, 8, '`\\"`', id="text-after-quote"),
    pytest.param("a: [x] y\n", "yaml-syntax", 1, 8, "quotes", id="text-after-bracket"),
    pytest.param("a: @x\n", "yaml-syntax", 1, 4, "`@`", id="at-sign"),
    pytest.param("a: {{ f('x') }} y\n", "yaml-syntax", 1, 4, "`{{`", id="template"),
    pytest.param("a: `x`\n", "yaml-syntax", 1, 4, "a backtick", id="backtick"),
    pytest.param("a: - x\n", "yaml-syntax", 1, 4, "next line", id="hyphen"),
    pytest.param("a:\n  - x\n  b: 1\n", "yaml-syntax", 3, 3, "`- `", id="key-in-list"),
    pytest.param("a:\n  b: 1\n  - x\n", "yaml-syntax", 3, 3, "keys of a map", id="item-in-map"),
    pytest.param("a: {b: 1\nc: 2\n", "yaml-syntax", 1, 4, "`}`", id="open-brace"),
    pytest.param("a: [b, c\n", "yaml-syntax", 1, 4, "`]`", id="open-bracket"),
    pytest.param(
        "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n",
        "yaml-syntax",
        2,
        1,
        "keep one version",
        id="merge-conflict",
    ),
    pytest.param("a: [b, c #d]\ne: 1\n", "yaml-syntax", 1, 4, "begins a comment", id="comment"),
    pytest.param("a: [b, c}\n", "yaml-syntax", 1, 9, "`]` is due", id="wrong-bracket"),
    pytest.param("a: ]\n", "yaml-syntax", 1, 4, "take it out", id="stray-bracket"),
    pytest.param("a: [b,", "yaml-syntax", 1, 7, "the file ends", id="ends-in-a-list"),
    pytest.param('a: "\\d"\n', "yaml-syntax", 1, 5, "`\\d` is not", id="escape"),
    pytest.param("a: | x\n", "yaml-syntax", 1, 6, "next line", id="text-beside-pipe"),
    pytest.param("%YAML 1.2\n---\na: 1\n", "yaml-syntax", 1, 1, "`%`", id="directive"),
    pytest.param('a: "x\nb: 1\n', "unclosed-quote", 1, 4, "close it", id="quote-to-the-end"),
    pytest.param("a: 'x\nb: 'y'\n", "unclosed-quote", 1, 4, "close it", id="quote-to-the-next"),
    pytest.param('a: "x\nb: "\n', "unclosed-quote", 1, 4, "close it", id="quote-swallows-a-key"),
    pytest.param("a: 1\n何: 2\n何: 3\n", "duplicate-key", 3, 1, "the key `何`", id="duplicate-key"),
    pytest.param("a: &x 1\n", "alias", 1, 4, "`&x`", id="anchor"),
    pytest.param("a: 1\nb: *x\n", "alias", 2, 4, "`*x`", id="alias"),
    pytest.param("<<: {a: 1}\n", "merge-key", 1, 1, "write the keys out", id="merge-key"),
    pytest.param("a: !!int 1\n", "tag", 1, 4, "`!!int`", id="tag"),
    pytest.param("a: !<x\n", "tag", 1, 4, "`!<x`", id="broken-tag"),
    pytest.param("{: 1}\n", "key-not-text", 1, 2, "an empty key", id="empty-key"),
    pytest.param(": 1\n", "key-not-text", 1, 1, "an empty key", id="empty-block-key"),
    pytest.param("[b]: 1\n", "key-not-text", 1, 1, "a list or map", id="list-as-key"),
    pytest.param("a: 1\n---\nb: 2\n", "second-document", 2, 1, "second file", id="hyphens"),
    pytest.param("a: 1\n...\nb: 2\n", "second-document", 3, 1, "second file", id="dots"),
    pytest.param("", "empty-file", 1, 1, "is empty", id="empty"),
    pytest.param("- a\n- b\n", "not-a-map", 1, 1, "a list", id="list"),
    pytest.param("\n  何立峰\n  x\n", "not-a-map", 2, 3, "a text", id="text"),
    pytest.param("a: " + "[" * 5000, "too-deep", 1, 1003, "nested too deep", id="deep-open"),
    pytest.param("a: " + "[" * 60 + "]" * 60, "too-deep", 1, 53, "nested too deep", id="deep"),
    pytest.param("a" * (LIMIT + 1), "file-too-large", 1, 1, "500,001 bytes", id="too-large"),
    pytest.param("a: [" + "b, " * 2001 + "]", "file-too-large", 1, 4, "2,000", id="long-list"),
    pytest.param("a:\n\tb: 1\n\tc: 2\n", "tab", 2, 1, "one of 2 tabs", id="tab-indentation"),
    pytest.param("a: |\n  x\n \ty\n", "tab", 3, 2, "two spaces", id="tab-in-block"),
    pytest.param("a: x\ty\n", "tab", 1, 5, "write a space", id="tab-in-text"),
    pytest.param("\ufeffa: 1\n", "byte-order-mark", 1, 1, "without", id="byte-order-mark"),
    pytest.param("a: x\ufeff\n", "control-character", 1, 5, "U+FEFF", id="mark-inside"),
    pytest.param("a: 1\nb: x\0y\n", "control-character", 2, 5, "U+0000 null", id="nul"),
    pytest.param(
        "a: 何🙂\u200b\n", "control-character", 1, 6, "U+200B zero width", id="zero-width"
    ),
    pytest.param("a: x\u200dy\n", "control-character", 1, 5, "`\\u200d`", id="joiner"),
    pytest.param("a: 1 # \u202ex\n", "control-character", 1, 8, "U+202E", id="bidi-in-comment"),
    pytest.param("a: x\xady\n", "control-character", 1, 5, "U+00AD soft hyphen", id="soft-hyphen"),
    pytest.param("a: 1\rb: 2\r", "control-character", 1, 5, "carriage return", id="old-mac-lines"),
    pytest.param("a: x\x1b[31m\n", "control-character", 1, 5, "U+001B escape", id="escape-code"),
    pytest.param("a: x\ufffdy\n", "control-character", 1, 5, "lost text", id="replacement"),
    pytest.param("a: x\ud800\n", "control-character", 1, 5, "U+D800", id="lone-surrogate"),
    pytest.param("a:\n\xa0\xa0b: 1\n", "control-character", 2, 1, "no-break", id="odd-indentation"),
    pytest.param("a\xa0: x\n", "control-character", 1, 2, "plain space", id="odd-key-end"),
    pytest.param("a: x\u2009\nb: 1\n", "control-character", 1, 5, "thin", id="odd-end"),
    pytest.param("a:\u3000x\nb: 1\n", "control-character", 1, 3, "ideographic", id="odd-colon"),
    pytest.param('a: "x\\0"\n', "control-character", 1, 6, "U+0000", id="nul-escaped"),
    pytest.param("a: [x\xa0, y]\n", "control-character", 1, 6, "plain space", id="odd-item-end"),
    pytest.param("a: 1\n%x\n", "yaml-syntax", 2, 1, "`%`", id="percent-line"),
    pytest.param('a: "x\n  b: "y"\n', "unclosed-quote", 1, 4, "close it", id="quote-deeper"),
    pytest.param('a: 1\n"": 2\n', "key-not-text", 2, 1, "an empty key", id="empty-quoted-key"),
    pytest.param("---\n", "empty-file", 1, 1, "`key: value`", id="hyphens-only"),
    pytest.param(
        "a:\n  b: 'x\n  c:\n    d: 'y'\n    e: 1\nf: 1\n",
        "unclosed-quote",
        2,
        6,
        "close",
        id="nest",
    ),
    pytest.param(
        "a:\n  - x\n    y\n  z\nb: >-\n  it is so\n", "yaml-syntax", 4, 3, "`key: ", id="no-hyphen"
    ),
    pytest.param("{a: 何: y}\n", "yaml-syntax", 1, 6, "`: ` in quotes", id="colon-in-brackets"),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "told"), ONE_FAULT)
def test_trap_is_one_diagnostic(text: str, code: str, line: int, column: int, told: str) -> None:
    (fault,) = faults(text)
    assert (fault.code, fault.span.line, fault.span.column) == (code, line, column)
    assert told in fault.message + fault.help


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", (1, 1, "first here"), id="duplicate-key"),
        pytest.param("a: 1\nb: ['c' 'd']", (2, 4, "opened here"), id="bracket"),
        pytest.param("a: 1\n  b: 2\n", (1, 1, "this has its value already"), id="deeper-line"),
    ],
)
def test_second_place(text: str, label: tuple[int, int, str]) -> None:
    (fault,) = faults(text)
    assert [(at.span.line, at.span.column, at.message) for at in fault.labels] == [label]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("a: 1\na: 2\nb: x: y\n", ["duplicate-key"], id="the-first-of-two"),
        pytest.param("a: \u200b\nb: \xad\nc: x: y\n", ["control-character"], id="characters"),
        pytest.param("\ufeffa: 1\na: \ufeff", ["byte-order-mark"], id="mark"),
    ],
)
def test_the_first_fault_ends_the_reading(text: str, codes: list[str]) -> None:
    assert [fault.code for fault in faults(text)] == codes


def test_bomb_ends_at_once() -> None:
    lines = ["a: &a [x, x]"]
    lines += [f"{new}: &{new} [*{old}, *{old}]" for old, new in pairwise("abcdefghijklmnop")]
    (fault,) = faults("\n".join(lines))
    assert (fault.code, fault.span.line) == ("alias", 1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: caf\xe9 何立峰 🙂 34\xa0%\n", id="letters-and-spaces"),
        pytest.param("a: 'x\xa0'\nb: |\n  mot\xa0: x\xa0\n", id="odd-spaces-of-a-text"),
        pytest.param('a: "\\u200d \\t \\n \\\\0"\n', id="escapes-that-are-meant"),
        pytest.param("a: '\\0'\n", id="backslash-in-single-quotes"),
        pytest.param('"<<": 1\n', id="quoted-merge-key"),
        pytest.param("b: '&x *y !z'\nc: x & y * z\n", id="signs-inside-text"),
        pytest.param("b:\n- 'x\n  y'\n", id="quote-that-goes-on"),
        pytest.param("a: 1\r\nb: 2\r\n", id="windows-lines"),
    ],
)
def test_what_is_allowed(text: str) -> None:
    assert faults(text) == ()


def test_what_libyaml_may_say_one_day_still_has_a_place() -> None:
    fault = explain(SourceFile("a.yaml", "a: 1"), yaml.MarkedYAMLError(problem="new"), None)
    assert (fault.code, fault.span.text) == ("yaml-syntax", "a:")
