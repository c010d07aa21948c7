"""What prose may not hold is told where it stands: at the name, or at the braces that stay open."""

import pytest

from generator.derive.calls import references
from generator.diagnostics import Diagnostic
from generator.rules.prose import prose_errors, stray
from generator.source import SourceFile
from tests.dossiers import dossier_of


def prose(text: str) -> tuple[Diagnostic, ...]:
    file = SourceFile("content/pages/x.md", text)
    return tuple(stray(file.span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("{{ fact(x-y) }}", "template-name", "`x-y` stands without quotes"),
        ("{{ name( mill.date ) }}", "template-name", "`mill.date` stands without quotes"),
        ('{{ fatc("x") }}', "template-name", "prose knows no `fatc`"),
        ("{{ range(99999999) | list }}", "template-name", "prose knows no `range`"),
        ("{% for i in [1] %}", "template-name", "prose holds a statement"),
        ('{% include "x" %}', "template-name", "prose holds a statement"),
        ('{{ fact("x", "daily") }}', "template-name", "a value has no form `daily`"),
        ('{{ fact("x").label }}', "template-name", "these braces hold no reference"),
        ('{{ fact("x") | upper }}', "template-name", "these braces hold no reference"),
        ("{{ fact(1) }}", "template-name", "`1` stands without quotes"),
        ('{{ link("x", "in 2031") }}', "template-name", "the words of a link are too long"),
        ("{{ fact }}", "template-name", "these braces hold no reference"),
        ('{{ fact("x") }', "template-syntax", "`{{` is not closed by `}}`"),
        ('{ fact("x") }}', "template-syntax", "a reference stands in single braces"),
        ('fact("x") }}', "template-syntax", "`}}` closes what no `{{` opens"),
        ('{{ fact("\\x41") }}', "template-name", "these braces hold no reference"),
        ('{{ (fact)("x") }}', "template-name", "these braces hold no reference"),
        ("{# x #}", "template-name", "prose holds a statement"),
        ("{{ 10 ** 10 ** 10 }}", "template-name", "these braces hold no reference"),
    ],
)
def test_prose_knows_three_names(text: str, code: str, told: str) -> None:
    (found,) = prose(f"one\n\n{text}")
    assert (found.code, found.span.line) == (code, 3)
    assert found.message.startswith(told)


@pytest.mark.parametrize(
    ("text", "column", "shown"),
    [
        ('a {{ fact("x") }} and {{ fatc("y") }}', 26, "fatc"),
        ('fatc, as {{ fatc("y") }}', 13, "fatc"),
        ('a {{ fact("x") } and {{ fact("y") }}', 3, '{{ fact("x") }'),
        ('a {{ fact("x") }} and {{ fact("y") }', 23, '{{ fact("y") }'),
        ('a {{ fact("x") }} and fact("y") }}', 33, "}}"),
        ('a {{ fact("x") }} and {{ fact("y) }}', 23, '{{ fact("y) }}'),
        ('a {{ fact("x") }} and {{ fact("y" }}', 23, '{{ fact("y" }}'),
        ('a {{ fact("x") }} and {{ fact(“y”) }}', 23, "{{ fact(“y”) }}"),
        ('a {{ fact("x") }} and { fact("y") }', 23, '{ fact("y") }'),
        ("a {% for i in [1] %}", 3, "{% for i in [1] %}"),
    ],
)
def test_a_fault_is_told_where_it_stands(text: str, column: int, shown: str) -> None:
    (found,) = prose(f"one\n\n{text}\n")
    assert (found.span.line, found.span.column, found.span.text) == (3, column, shown)


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ('{{ fatc("x") }}', "did you mean `fact`?"),
        ('{{ fact("x") }', 'write `{{ fact("id") }}`'),
    ],
)
def test_what_would_be_right_is_offered(text: str, help_: str) -> None:
    assert prose(text)[0].help.startswith(help_)


ESCAPED = "a reference is written with escapes"


@pytest.mark.parametrize(
    ("text", "line", "shown", "told"),
    [
        (
            ">-\n  So it is,\n  {{ link('x') }} and {{ fatc('x') }}.\n",
            4,
            "fatc",
            "prose knows no `fatc`",
        ),
        ('>-\n  So {{ link("x") }},\n  {{ fact("x" }}.\n', 4, '{{ fact("x" }}', ""),
        # Escapes hide what a call names.
        ('"So {{ fact(\\"\\x78\\") }}."\n', 2, '"So {{ fact(\\"\\x78\\") }}."', ESCAPED),
    ],
)
def test_a_fault_in_a_record_is_told_where_it_stands(
    text: str, line: int, shown: str, told: str
) -> None:
    (found,) = prose_errors(dossier_of({"points/p.yaml": f"rests: [x]\ntext: {text}"}))
    assert (found.span.line, found.span.text) == (line, shown)
    assert found.message.startswith(told)


def test_spaces_in_a_call_are_seen_by_every_rule() -> None:
    text = '{{ fact ( "x" ) }}'
    assert not prose(text)
    file = SourceFile("content/pages/x.md", text)
    assert [call.id for call in references(file.span(0, len(text)))] == ["x"]


def test_thousands_of_open_braces_are_each_told() -> None:
    assert len(prose("{{ " * 3_000)) == 3_000


def test_a_text_with_brackets_without_end_is_told_and_not_read() -> None:
    (found,) = prose("[" * 20_000)
    assert found.message.startswith("20,000 opening brackets")
