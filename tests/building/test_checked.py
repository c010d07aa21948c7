"""What a check said of a folder in which it found nothing is said again where it is right to."""

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from generator.build import checked, kept
from generator.build.checked import Answer, Held, answered
from generator.cli import judging
from generator.derive.dossier import Dossier
from generator.derive.history import history
from generator.reading.check import check, examine, quiet
from generator.reading.read import Memory
from generator.report import as_json
from tests.briefings import ROOTS
from tests.conftest import PROJECT, Write, place
from tests.corpus import edits


def said(root: Path) -> str:
    """What a check says, with all that is kept."""
    answer = answered(root, lambda held: judging.judge(root, quiet, held))
    return as_json(answer.diagnostics) + answer.summary


def fresh(root: Path) -> str:
    found = check(root)
    return as_json(found.diagnostics) + judging.summary(found)


def anew(_: Held) -> Answer:
    raise InterruptedError("it is asked anew")


def is_asked_anew(root: Path) -> bool:
    with suppress(InterruptedError):
        answered(root, anew)
        return False
    return True


def test_an_answer_stands_while_nothing_changes(briefing: Write) -> None:
    root = briefing()
    assert said(root) == fresh(root) == said(root)
    assert not is_asked_anew(root)


def test_where_something_is_wrong_is_asked_anew(briefing: Write) -> None:
    root = briefing({"bodies/courier.yaml": "name: {en: X}\nnmae: x\n"})
    assert said(root) == fresh(root) == said(root)
    assert is_asked_anew(root)


def link(path: Path) -> None:
    path.unlink()
    path.symlink_to("../bodies/courier.yaml")


def to_submodule(path: Path) -> None:
    git = ["git", "-C", str(path.parents[2])]
    subprocess.run([*git, "init", "--quiet"], check=True)
    named = f"160000,{'1' * 40},content/bodies"
    subprocess.run([*git, "update-index", "--add", "--cacheinfo", named], check=True)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text": lambda path: path.write_text("name: {en: Sudland}\n#"),
    "a file less": lambda path: path.unlink(),
    "a file more": lambda path: place(path.with_name("westland.yaml"), "name: {en: Westland}\n"),
    "another name": lambda path: path.rename(path.with_name("southland.yaml")),
    "a folder": lambda path: path.with_name("more").mkdir(),
    "a link": link,
    "a hidden file": lambda path: place(path.with_name(".x.yaml"), ""),
    "settings": lambda path: place(path.parents[2] / checked.SOURCES[1], "repository: x\n"),
    "a layout": lambda path: place(path.parents[2] / checked.SOURCES[2], ""),
    "fonts": lambda path: place(path.parents[2] / checked.SOURCES[3], "41\n"),
    "a submodule": to_submodule,
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_changes_is_asked_anew(briefing: Write, name: str) -> None:
    root = briefing()
    said(root)
    CHANGES[name](root / "content" / "parties" / "sudland.yaml")
    assert is_asked_anew(root)
    assert said(root) == fresh(root)


def test_another_version_asks_anew(briefing: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = briefing()
    said(root)
    monkeypatch.setattr(kept, "versions", lambda: "another")
    assert is_asked_anew(root)


def test_a_machine_without_git_has_no_other_repositories(
    briefing: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = briefing()
    monkeypatch.setenv("PATH", str(root))
    assert said(root) == fresh(root) == said(root)


@pytest.mark.parametrize("name", ["another name", "settings"])
def test_what_changes_during_a_check_leaves_no_answer(
    briefing: Write, tmp_path: Path, name: str
) -> None:
    root = briefing()
    shutil.copytree(root, tmp_path / "before")

    def slow(_: Held) -> Answer:
        CHANGES[name](root / "content" / "parties" / "sudland.yaml")
        return Answer((), "nothing found")

    answered(root, slow)
    for folder in ("content", "site_config"):
        shutil.rmtree(root / folder, ignore_errors=True)
    shutil.copytree(tmp_path / "before", root, dirs_exist_ok=True)
    assert is_asked_anew(root)


def test_a_text_that_changes_during_a_check_is_judged_as_it_was(briefing: Write) -> None:
    root = briefing()
    party, whole = root / "content" / "parties" / "sudland.yaml", fresh(root)

    def slow(held: Held) -> Answer:
        party.write_text("nmae: x\n")
        return judging.judge(root, quiet, held)

    answer = answered(root, slow)
    assert as_json(answer.diagnostics) + answer.summary == whole
    assert is_asked_anew(root)


def test_a_folder_that_cannot_be_written_to_keeps_nothing(briefing: Write) -> None:
    root = briefing()
    place(kept.of(root, "checks").folder, "a file\n")
    assert said(root) == fresh(root) == said(root)


def test_what_is_too_large_for_a_record_is_asked_anew_each_time(briefing: Write) -> None:
    root = briefing({"pages/large.md": "a" * (checked.MOST + 1)})
    assert said(root) == fresh(root)
    assert is_asked_anew(root)


def test_two_checks_at_once_say_the_same(tmp_path: Path) -> None:
    shutil.copytree(ROOTS["fixture"] / "content", tmp_path / "content")
    command = [sys.executable, "-m", "generator.cli", "check", "--root", str(tmp_path)]
    runs = [subprocess.Popen(command, stderr=subprocess.PIPE, cwd=PROJECT) for _ in range(2)]
    assert len({run.communicate()[1] for run in runs}) == 1
    assert not is_asked_anew(tmp_path)


def test_kept_and_fresh_checks_say_the_same_along_random_edits(tmp_path: Path) -> None:
    shutil.copytree(ROOTS["fixture"] / "content", tmp_path / "content")
    chance = random.Random(33)
    for edit in chance.sample([*edits(7)], 12):
        path = tmp_path / edit.path
        before = path.read_text(encoding="utf-8")
        path.write_text(edit.text, encoding="utf-8")
        assert said(tmp_path) == fresh(tmp_path), edit
        if chance.random() < 0.5:
            path.write_text(before, encoding="utf-8")


# What a status follows from, beside the statement itself.
FOLLOWED = {
    r"(?m)^name: Skywire$": "name: Skywire\nhouse: lantern",
    r"(?m)^of: borealis": "of: aurelia",
    r"(?m)^party: \w+": "party: borealis",
    r"(?m)^name: The Lantern$": "name: Northern Herald",
    r"(?m)^publisher: .*": "publisher: Skywire",
    r"(?m)^origin: .*": "origin: unknown",
    r"(?m)^form: (original|copy)": "form: report",
    r"(?m)^published: 20\d\d": "published: 2033",
    r"(?m)^as_of: .*": "as_of: 2031-06-30",
}


def past(dossier: Dossier) -> list[object]:
    """All that is known of earlier days; worlds are equal to none but themselves."""
    found = history(dossier)
    known = [[(one.since, one.facts, one.grounds) for one in own] for own in found.known]
    return [found.intervals, found.days, known]


def test_facts_that_are_kept_are_those_that_are_found_anew(tmp_path: Path) -> None:
    shutil.copytree(ROOTS["fixture"] / "content", tmp_path / "content")
    of_preview = Memory()
    examine(tmp_path, None, quiet, of_preview)
    texts = {path: path.read_text() for path in sorted((tmp_path / "content").rglob("*.yaml"))}
    for old, new in FOLLOWED.items():
        changed = {path: re.sub(old, new, text) for path, text in texts.items()}
        chosen = [path for path, text in texts.items() if changed[path] != text][:2]
        assert chosen, old
        for path in chosen:
            path.write_text(changed[path])
            kept_now = examine(tmp_path, None, quiet, of_preview)[0].dossier
            anew = check(tmp_path).dossier
            assert kept_now and anew and kept_now.facts == anew.facts, path
            assert past(kept_now) == past(anew), path
            path.write_text(texts[path])


def test_facts_of_one_day_are_not_those_of_another(tmp_path: Path) -> None:
    shutil.copytree(ROOTS["fixture"] / "content", tmp_path / "content")
    known = Memory()
    for day in (None, date(2031, 6, 1), None):
        kept_now = examine(tmp_path, day, quiet, known)[0].dossier
        anew = check(tmp_path, day).dossier
        assert kept_now and anew and kept_now.facts == anew.facts
