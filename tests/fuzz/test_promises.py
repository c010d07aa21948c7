"""A promise that is broken is noticed: else that chance breaks nothing would say nothing."""

from pathlib import Path

import pytest

from generator import serve
from generator.diagnostics import Diagnostic, Fix, Label
from generator.source import SourceFile
from tests.fuzz.__main__ import fault_of
from tests.fuzz.cases import Contents, Repository, Request, kept, save
from tests.fuzz.promises import (
    check_message,
    check_places,
    preview_of,
    told_of_repository,
    told_of_request,
)
from tests.fuzz.worker import BYTES, SECONDS, Result, too_much

FILE = SourceFile("content/a.yaml", "a: b\n")
GOOD, BEYOND = FILE.span(0, 1), FILE.span(3, 9)
GET = b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"


@pytest.mark.parametrize(
    "one",
    [
        Diagnostic("no-such-code", "x", GOOD),
        Diagnostic("tab", "", GOOD),
        Diagnostic("tab", "x", BEYOND),
        Diagnostic("tab", "x", GOOD, labels=(Label(BEYOND, "y"),)),
        Diagnostic("tab", "x", GOOD, fix=Fix("", safe=True, span=BEYOND)),
    ],
    ids=["code", "words", "place", "second place", "place of a fix"],
)
def test_a_message_that_points_nowhere(one: Diagnostic) -> None:
    check_message(Diagnostic("tab", "x", GOOD))
    with pytest.raises(AssertionError):
        check_message(one)


def test_a_message_that_points_into_another_text(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / FILE.path).write_text(FILE.text, encoding="utf-8")
    check_places(Diagnostic("tab", "x", GOOD), tmp_path)
    with pytest.raises(AssertionError):
        check_places(Diagnostic("tab", "x", SourceFile(FILE.path, "b").span(0, 1)), tmp_path)


def test_an_exception_of_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("generator.cli.comparing.differ", fail)
    with pytest.raises(KeyError):
        told_of_repository(Repository([], ["diff"]), tmp_path / "repository")


def test_an_answer_to_another_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = preview_of(tmp_path / "briefing")
    assert " 421 " in told_of_request(GET, preview)
    monkeypatch.setattr(serve.Handler, "refused", lambda self: None)
    with pytest.raises(AssertionError):
        told_of_request(GET, preview)


@pytest.mark.parametrize(
    ("results", "fault"),
    [
        ([Result(said="a"), Result(said="a")], ""),
        ([Result(said="a"), Result(said="b")], "two runs say or make something else of it\n"),
        ([Result(), Result("it broke\n")], "it broke\n"),
    ],
)
def test_two_runs_that_differ(results: list[Result], fault: str) -> None:
    assert fault_of(results) == fault


def test_too_much_of_a_machine() -> None:
    assert too_much(Result(seconds=SECONDS, bytes=BYTES)) == ""
    assert too_much(Result(seconds=2.5)) == "it takes 2.5 s, more than 2 s\n"
    assert too_much(Result(bytes=400 * 2**20)) == "it takes 400 MB, more than 300 MB\n"


@pytest.mark.parametrize(
    "tried",
    [
        Contents({"content/people/\udcff.yaml": b"\xff", "content/moved.yaml": None}),
        Repository([["write", "\udcff", "x"]], ["check"]),
        Request(b"GET \xff HTTP/1.1\r\n\r\n"),
    ],
    ids=lambda tried: type(tried).__name__,
)
def test_what_is_kept_is_what_was_tried(
    tmp_path: Path, tried: Contents | Repository | Request
) -> None:
    save(tried, tmp_path)
    assert kept(tmp_path) == tried
