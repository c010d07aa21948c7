"""Text to nodes that keep the text as written, and its place."""

import pytest

from generator.source import SourceFile
from generator.yaml.nodes import Mapping, Scalar, Sequence
from generator.yaml.reading import load


def tree(text: str) -> Mapping:
    node, found = load(SourceFile("content/materials/terbium.yaml", text))
    assert found == () and isinstance(node, Mapping)
    return node


def scalar(text: str) -> Scalar:
    node = tree(text).entries["a"].value
    assert isinstance(node, Scalar)
    return node


@pytest.mark.parametrize(
    "written", ["NO", "on", "12:30", "8504_90", "34.50", "08", "0x1F", "2025-02-30", "~", "null"]
)
def test_plain_text_stays_as_written(written: str) -> None:
    assert scalar(f"a: {written}\n").text == written


@pytest.mark.parametrize(
    ("text", "written", "read", "style"),
    [
        ("a: x y  # why\nb: 1\n", "x y", "x y", "plain"),
        ("a: x\n  y\nb: 1\n", "x\n  y", "x y", "plain"),
        ("何: 🙂\na: 'it''s'\n", "'it''s'", "it's", "single"),
        ('b: {何: 🙂, c: 1}\na: "\\u4f55 x"\n', '"\\u4f55 x"', "何 x", "double"),
        ('a: "x\n\n  y"\n', '"x\n\n  y"', "x\ny", "double"),
        ("a: |\n  x\n   y\n\n\nb: 1\n", "|\n  x\n   y", "x\n y\n", "literal"),
        ("a: >-\n  x\n  y\n", ">-\n  x\n  y", "x y", "folded"),
        ("a: |\n  x\n", "|\n  x", "x\n", "literal"),
        ("a:\r\n  x\r\nb: 1\r\n", "x", "x", "plain"),
        ("a: |\r\n  x\r\n  y\r\nb: 1", "|\r\n  x\r\n  y", "x\ny\n", "literal"),
        ("a:\nb: 1\n", "", "", "plain"),
        ("---\na: x\n...\n", "x", "x", "plain"),
    ],
)
def test_span_and_text(text: str, written: str, read: str, style: str) -> None:
    found = scalar(text)
    assert (found.span.text, found.text, found.style) == (written, read, style)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a: {b: 1, c}\nd: 1\n", "{b: 1, c}"),
        ("a: [b, c]  # why\n", "[b, c]"),
        ("a: []\n", "[]"),
        ("a:\n  b: 1\n  c: 2  # why\n\nd: 1\n", "b: 1\n  c: 2"),
        ("a:\n  - b\n  - c\n\n# why\nd: 1\n", "- b\n  - c"),
        ("a:\n- b\n- c: 1\nd: 1\n", "- b\n- c: 1"),
    ],
)
def test_span_of_collection(text: str, written: str) -> None:
    assert tree(text).entries["a"].value.span.text == written


def test_nodes_keep_order_and_key_spans() -> None:
    root = tree("b: [x, {y: z}]\na: 1\n")
    assert list(root.entries) == ["b", "a"]
    assert root.entries["a"].key.span.line == 2
    assert isinstance(root.entries["b"].value, Sequence)
