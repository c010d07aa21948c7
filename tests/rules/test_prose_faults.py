"""What prose may not hold is told where it stands: at the name, or at the braces that stay open."""

from pathlib import Path

import pytest

from generator.derive.calls import references
from generator.diagnostics import Diagnostic
from generator.rules.prose import prose_errors, stray
from generator.source import SourceFile
from tests.dossiers import dossier_of
from tests.tables import rows

TABLE = Path(__file__).with_name("prose_faults.txt")


def prose(text: str) -> tuple[Diagnostic, ...]:
    file = SourceFile("content/pages/x.md", text)
    return tuple(stray(file.span(0, len(text))))


@pytest.mark.parametrize(("text", "place", "shown", "told"), rows(TABLE, 4, " => "))
def test_a_fault_is_told_where_it_stands(text: str, place: str, shown: str, told: str) -> None:
    (found,) = prose(f"one\n\n{text}\n")
    assert (f"{found.code} {found.span.column}", found.span.text) == (place, shown)
    assert found.span.line == 3
    assert f"help: {found.help}".startswith(told) or found.message.startswith(told)


ESCAPED = "a reference is written with escapes"


@pytest.mark.parametrize(
    ("text", "line", "shown", "told"),
    [
        (">-\n  So,\n  {{ link('x') }} and {{ fatc('x') }}.\n", 4, "fatc", "prose knows no `fatc`"),
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
    file = SourceFile("content/pages/x.md", text)
    assert not prose(text)
    assert [call.id for call in references(file.span(0, len(text)))] == ["x"]


def test_thousands_of_open_braces_are_each_told() -> None:
    assert len(prose("{{ " * 3_000)) == 3_000


def test_a_text_with_brackets_without_end_is_told_and_not_read() -> None:
    (found,) = prose("[" * 20_000)
    assert found.message.startswith("the text has 20,000 opening brackets")
