"""From the folder to a briefing: one fault hides no other, and no id is lost."""

from datetime import date
from pathlib import Path

import pytest

from generator.reading.read import SETTINGS, Contents, Memory, read, read_edition, read_settings
from tests.conftest import TINY, Write, place
from tests.tables import rows


def told(contents: Contents) -> list[tuple[str, str]]:
    return [(one.span.file.path, one.code) for one in contents.diagnostics]


def test_a_missing_edition_is_told_once_and_the_rest_is_read(briefing: Write) -> None:
    broken = {"briefing.yaml": None, "parties/norland.yaml": "name: {en: Norland}\nnmae: x"}
    contents = read(briefing(broken))
    assert sorted(told(contents)) == [
        ("content/briefing.yaml", "no-edition"),
        ("content/parties/norland.yaml", "unknown-key"),
    ]
    assert not contents.has_edition
    assert contents.briefing.edition.as_of.first > date(2100, 1, 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("[a]", "not-a-map"),
        ("title: [", "yaml-syntax"),
        ("title: x\nsubject: y\nlanguage: '?'\nparties: [norland, sudland]", "wrong-value"),
        ("title: x\nsubject: y\nlanguage: fr\nparties: [sudland]\nas_of: soon", "wrong-value"),
    ],
)
def test_a_broken_edition_tells_only_its_own_faults(briefing: Write, text: str, code: str) -> None:
    contents = read(briefing({"briefing.yaml": text}))
    assert {path for path, _ in told(contents)} == {"content/briefing.yaml"}
    assert code in {code for _, code in told(contents)}
    assert not contents.has_edition


@pytest.mark.parametrize(
    ("parties", "found"), [("[norland]", "only `norland`"), ("norland", "only"), ("[]", "nobody")]
)
def test_an_edition_has_two_sides(briefing: Write, parties: str, found: str) -> None:
    text = f"title: x\nsubject: y\nparties: {parties}\nas_of: 2031-06-24\ncoverage_end: 2031-06-24"
    contents = read(briefing({"briefing.yaml": text}))
    (fault,) = contents.diagnostics
    assert (fault.code, fault.span.line, fault.span.column) == ("wrong-value", 3, 10)
    assert f"`parties` names {found}" in fault.message
    assert contents.has_edition


@pytest.mark.parametrize("text", ["name: [", "name: {en: X}\nnmae: x"])
def test_a_broken_record_still_owns_its_id(briefing: Write, text: str) -> None:
    contents = read(briefing({"bodies/courier.yaml": text}))
    assert len(contents.diagnostics) == 1
    assert contents.briefing.unreadable == {"courier"}


def test_a_folder_that_is_a_link_makes_the_whole_incomplete(briefing: Write) -> None:
    root = briefing()
    (root / "content" / "people").rename(root / "elsewhere")
    (root / "content" / "people").symlink_to(root / "elsewhere")
    contents = read(root)
    assert told(contents) == [("content/people", "symbolic-link")]
    assert not contents.is_complete


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        *rows(Path(__file__).with_name("moved.txt"), 2, " => "),
        (f"carts.points.{'a' * 200}: {{to: carts}}", "id-too-long"),
    ],
)
def test_moved_ids(briefing: Write, text: str, codes: str) -> None:
    contents = read(briefing({"moved.yaml": text.replace(r"\n", "\n")}))
    assert told(contents) == [("content/moved.yaml", code) for code in codes.split() if code != "-"]


def test_the_edition_alone_with_its_title_in_one_line(briefing: Write, tmp_path: Path) -> None:
    folded = "title: |\n          The bridge\n\n          at"
    edition = TINY["briefing.yaml"].replace("title: The bridge at", folded)
    found = read_edition(briefing({"briefing.yaml": edition}))
    assert found and found.title == "The bridge at Oxmoor"
    assert read_edition(tmp_path) is None
    assert told(read(tmp_path)) == [("content", "unreadable")]
    assert not read(tmp_path).is_complete


def test_a_memory_gives_what_reading_anew_does(briefing: Write) -> None:
    memory = Memory()
    spoilt = {"people/ada-reed.yaml": "nmae: x\nparty: norland\n"}
    for changes in ({}, spoilt, {}, {"people/ada-reed.yaml": None}, {}):
        root = briefing(changes)
        if changes.get("people/ada-reed.yaml", "") is None:
            (root / "content/people/ada-reed.yaml").unlink()
        kept, anew = read(root, memory), read(root)
        assert kept.diagnostics == anew.diagnostics
        assert kept.briefing.records == anew.briefing.records
        assert kept.briefing.unreadable == anew.briefing.unreadable
        assert {file.path for file in memory.files} == {
            path.relative_to(root).as_posix()
            for path in (root / "content").rglob("*")
            if path.is_file()
        }


@pytest.mark.parametrize(
    ("text", "repository", "codes"),
    [
        (None, None, []),
        # An empty key waits to be filled in.
        ("url:\nrepository: https://git.example/x\n", "https://git.example/x", []),
        ("repositry: https://git.example/x", None, ["unknown-key"]),
        ("url: example", None, ["wrong-value"]),
        ("", None, ["empty-file"]),
        ("[a, b]", None, ["not-a-map"]),
    ],
)
def test_settings_may_be_missing_and_faults_have_a_place(
    tmp_path: Path, text: str | None, repository: str | None, codes: list[str]
) -> None:
    if text is not None:
        place(tmp_path / SETTINGS, text)
    settings, faults = read_settings(tmp_path)
    assert (settings.url, settings.repository, settings.branch) == (None, repository, "main")
    assert [(fault.code, fault.span.file.path) for fault in faults] == [
        (code, SETTINGS) for code in codes
    ]
