"""The environment refuses bare facts, names what is wrong in a template, and shows the line."""

from pathlib import Path

import pytest
from markupsafe import Markup

from generator.derive import Fact
from generator.diagnostics import Diagnostic
from generator.render.templates import Errors, environment, from_template
from generator.render.views.page import Sealed, unsealed
from generator.source import SourceFile
from tests.dossiers import dossier_of, source


@pytest.fixture(scope="module")
def fact() -> Fact:
    files = {
        "sources/note.yaml": source("The Wire", "2031-03-10", "the arch stands"),
        "claims/arch.yaml": "{words: the arch stands, witnesses: [note#q]}",
    }
    return dossier_of(files).facts["arch"]


def filled(folder: Path, text: str, **context: object) -> tuple[str, Errors]:
    (folder / "page.md.j2").write_text(text, encoding="utf-8")
    filters = {"short": lambda sealed: Markup("<b>{}</b>").format(unsealed(sealed).label)}
    return from_template(environment(filters, str(folder)), "page.md.j2", context)


def fault(folder: Path, text: str, **context: object) -> Diagnostic:
    shown, faults = filled(folder, text, **context)
    assert not shown
    (only,) = faults
    return only


@pytest.mark.parametrize(
    "printed",
    [
        "{{ fact }}",
        "{{ fact.reading.text }}",
        "{{ fact | upper }}",
        '{{ "so: " ~ fact }}',
        '{{ [fact] | join(", ") }}',
        "{% for one in fact.stances %}{{ one }}{% endfor %}",
    ],
)
def test_bare_fact_does_not_render(tmp_path: Path, fact: Fact, printed: str) -> None:
    found = fault(tmp_path, f"first\n{printed}", fact=Sealed(fact))
    assert (found.code, found.span.line) == ("bare-fact", 2)


def test_unsealed_parts_do_not_print_either(tmp_path: Path, fact: Fact) -> None:
    evidence = fact.evidence[0]
    parts = (fact, fact.located, fact.statement, fact.stances, fact.known_from, fact.status)
    for part in (*parts, evidence.quote, evidence.published):
        assert fault(tmp_path, "{{ part }}", part=part).code == "bare-fact", part


def test_fact_prints_through_a_filter(tmp_path: Path, fact: Fact) -> None:
    text = "{{ fact | short }} {{ fact.id }}"
    shown, faults = filled(tmp_path, text, fact=Sealed(fact))
    assert shown == f"<b>{fact.label}</b> arch" and not faults


def test_private_name_is_no_way_to_a_fact(tmp_path: Path, fact: Fact) -> None:
    found = fault(tmp_path, "{{ fact._fact.statement.words }}", fact=Sealed(fact))
    assert found.code == "template-name"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ titel }}", "`titel` is undefined"),
        ("{{ file.txet }}", "`generator.source.SourceFile object` has no attribute `txet`"),
        ("{{ title | shrot }}", "no filter named `shrot`"),
        ('{% include "other.md.j2" %}', "`other.md.j2` not found in search path"),
    ],
)
def test_unknown_name(tmp_path: Path, text: str, message: str) -> None:
    found = fault(tmp_path, f"\n\n  {text}", title="T", file=SourceFile("", ""))
    assert (found.code, found.message.partition(":")[0]) == ("template-name", message)
    assert (found.span.line, found.span.column, found.span.text) == (3, 3, text)


def test_fault_lies_in_the_template_that_has_it(tmp_path: Path) -> None:
    (tmp_path / "part.md.j2").write_text("one\n{{ missing }}\n", encoding="utf-8")
    found = fault(tmp_path, '{% include "part.md.j2" %}')
    assert found.span.file.path.endswith("part.md.j2") and found.span.line == 2


def test_syntax(tmp_path: Path) -> None:
    found = fault(tmp_path, "one\n{% if x %}")
    assert found.code == "template-syntax" and found.span.line == 2
    assert found.message.startswith("unexpected end of template")
