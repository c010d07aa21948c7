"""Diagnostics as text: for a terminal, for a pull request, for programs."""

import io
import json
from dataclasses import replace

import pytest

from generator.diagnostics import Diagnostic, Fix, Label, Severity
from generator.report import LEAD, as_commands, as_json, as_markdown, as_sarif, terminal
from generator.report.terminal import wants_color
from generator.source import SourceFile, Span

ROUND = SourceFile(
    "content/rounds/london-talks-2025-06.yaml",
    "title: London\ndelegations:\n  us:\n    bessent: {person: besent, attendance: present}\n",
)


def at(file: SourceFile, text: str) -> Span:
    start = file.text.rindex(text)
    return file.span(start, start + len(text))


DANGLING = Diagnostic(
    code="dangling-ref",
    message="no person `besent`",
    span=at(ROUND, "besent"),
    note="not in content/people/",
    help="did you mean `bessent`?",
)


def test_what_a_change_does_is_listed_to_tick() -> None:
    odd = replace(DANGLING, code="source-changed", message="`url` was `https://x.example`, @all")
    shown = as_markdown([DANGLING, odd])
    ticks = [line for line in shown.splitlines() if line.startswith("- [ ] ")]
    assert len(ticks) == 1 and ticks[0].endswith("(`source-changed`)")
    assert "@all" not in ticks[0] and shown.index(ticks[0]) < shown.index(LEAD)


def test_terminal_frame() -> None:
    assert terminal.render([DANGLING]) == (
        "error[dangling-ref]: no person `besent`\n"
        " --> content/rounds/london-talks-2025-06.yaml:4:23\n"
        "  |\n"
        "4 |     bessent: {person: besent, attendance: present}\n"
        "  |                       ^^^^^^ not in content/people/\n"
        "help: did you mean `bessent`?\n"
    )


def test_terminal_gives_of_many_places_the_last_by_their_address_only() -> None:
    file = SourceFile("a.yaml", "b: 1\n" * 6)
    labels = tuple(Label(file.span(at, at + 1), "named here too") for at in range(5, 30, 5))
    shown = terminal.render([Diagnostic("dangling-ref", "none", file.span(0, 1), labels=labels)])
    assert shown.count("| - named here too\n") == 3
    assert shown.endswith(" ::: a.yaml:5:1: named here too\n ::: a.yaml:6:1: named here too\n")


@pytest.mark.parametrize(
    ("text", "marked", "line", "under"),
    [
        ("zh: 何立峰, x", "立峰", "1 | zh: 何立峰, x", "  |       ^^^^"),
        ("a: 🙂 x", "x", "1 | a: 🙂 x", "  |       ^"),
        ("a: e\u0301 x", "x", "1 | a: e\u0301 x", "  |      ^"),
        ("\ta: x", "a", "1 |  a: x", "  |  ^"),
        ("a: \x1b[2J\u202e", "[", "1 | a: ·[2J·", "  |     ^"),
        ("a: x\r\n  y", "x\r\n  y", "1 | a: x", "  |    ^"),
        ("a: ", "", "1 | a:", "  |    ^"),
        # Long lines are cut around the place.
        (
            f"{'a' * 200}here{'b' * 200}",
            "here",
            f"1 | …{'a' * 40}here{'b' * 56}…",
            f"  | {' ' * 41}^^^^",
        ),
    ],
    ids=["chinese", "emoji", "combining", "tab", "hidden", "two lines", "nothing", "long"],
)
def test_terminal_aligns(text: str, marked: str, line: str, under: str) -> None:
    shown = terminal.render([Diagnostic("tab", "a tab", at(SourceFile("a.yaml", text), marked))])
    assert [part.rstrip() for part in shown.splitlines()[3:5]] == [line, under]


def test_terminal_colour_adds_nothing_but_colour() -> None:
    coloured = terminal.render([DANGLING], color=True)
    assert coloured.startswith("\x1b[1;31merror[dangling-ref]\x1b[0m: ")
    for code in ("1;31", "1;33", "1;34", "1;36", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == terminal.render([DANGLING])


def test_markdown_has_every_message_as_code() -> None:
    shown = as_markdown([DANGLING] * 12)
    assert shown.startswith(LEAD)
    assert shown.count("    error[dangling-ref]: no person `besent`\n") == 12
    assert as_markdown([]) == ""


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_markdown_lets_no_text_out_of_its_block(end: str) -> None:
    file = SourceFile("a.yaml", f"a: x{end}```{end}{end}<img src=x>{end}@somebody\n")
    told = replace(DANGLING, message=file.text, span=file.span(0, 4), help=file.text)
    block = as_markdown([told]).removeprefix(LEAD)
    assert [line for line in block.splitlines() if line and not line.startswith("    ")] == []


def test_markdown_ends_before_a_forge_shows_nothing() -> None:
    long = replace(DANGLING, message="\N{SNOWMAN}" * 100_000)
    shown = as_markdown([long] * 5)
    assert len(shown.encode()) < 1024 * 1024
    assert shown.count("error[") == 3
    assert shown.endswith("\n2 more messages would be too long: `make check` shows all.\n")


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "variables", "wanted"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colour_is_for_terminals(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, variables: dict[str, str], wanted: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert wants_color(stream) is wanted


def test_github_line() -> None:
    assert as_commands([DANGLING]) == (
        "::error title=dangling-ref,file=content/rounds/london-talks-2025-06.yaml,line=4,col=23,"
        "endColumn=29::no person `besent`%0Adid you mean `bessent`?\n"
    )


def test_github_tells_the_other_places_in_the_text() -> None:
    found = replace(DANGLING, labels=tuple(Label(ROUND.head, f"place {n}") for n in range(20)))
    text = as_commands([found]).partition("::no person")[2]
    assert text.startswith(" `besent`%0Acontent/rounds/london-talks-2025-06.yaml:1: place 0%0A")
    assert text.count("place") == 8 and text.endswith("%0Adid you mean `bessent`?\n")


@pytest.mark.parametrize(("start", "end", "column"), [(0, 9, 1), (2, 2, 3)])
def test_github_escapes_and_leaves_out_what_is_no_column(start: int, end: int, column: int) -> None:
    span = SourceFile("a:,.yaml", "a: 1\nb: 2\n").span(start, end)
    told = as_commands([Diagnostic("tab", "5% off", span, Severity.WARNING)])
    assert told == f"::warning title=tab,file=a%3A%2C.yaml,line=1,col={column}::5%25 off\n"


def test_json_entry() -> None:
    file = SourceFile("a.yaml", "何: 1\n何: 2\n")
    labels = (Label(file.span(0, 1), "first here"),)
    fix = Fix("人", safe=False)
    found = Diagnostic("duplicate-key", "twice", file.span(5, 6), labels=labels, help="x", fix=fix)
    place = {"line": 2, "column": 1, "end_line": 2, "end_column": 2}
    related = {"message": "first here", "file": "a.yaml", "line": 1, "column": 1}
    assert json.loads(as_json([found])) == [
        {
            **{"code": "duplicate-key", "severity": "error", "message": "twice", "help": "x"},
            **{"file": "a.yaml", **place, "related": [related]},
            "fix": {"replacement": "人", "safe": False, **place},
        }
    ]


def test_sarif_names_place_rule_and_fix() -> None:
    labels, fix = (Label(ROUND.head, "here"),), Fix("bessent", safe=False)
    found = replace(DANGLING, message="write `[a](b)` or {0}", labels=labels, fix=fix)
    run = json.loads(as_sarif([found]))["runs"][0]
    (result,), (rule,) = run["results"], run["tool"]["driver"]["rules"]
    where = result["locations"][0]["physicalLocation"]
    assert rule["id"] == "dangling-ref" and "## Use instead" in rule["help"]["markdown"]
    assert rule["shortDescription"]["text"].startswith("An id that does not exist")
    assert where["artifactLocation"] == {"uri": "content/rounds/london-talks-2025-06.yaml"}
    assert where["region"] == {"startLine": 4, "startColumn": 23, "endLine": 4, "endColumn": 29}
    # A text holds no link and no placeholder.
    assert result["message"]["text"].startswith("write `\\[a\\](b)` or {{0}}\n")
    assert (result["level"], result["relatedLocations"][0]["message"]["text"]) == ("error", "here")
    change = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change == {"deletedRegion": where["region"], "insertedContent": {"text": "bessent"}}
