"""Files from the disk: every trap of names, links and bytes is one diagnostic."""

import os
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.limits import BYTES, MESSAGES
from generator.reading.check import check
from generator.yaml import Folder, decode, read_file, read_folder
from tests.conftest import Write
from tests.tables import rows

NAMES = Path(__file__).with_name("names.txt")


def write(root: Path, name: str, raw: bytes = b"name: {en: Terbium}\n") -> Path:
    path = root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


def read(root: Path) -> tuple[Folder, list[tuple[str, str]]]:
    folder, found = read_folder(root)
    return folder, [(fault.code, fault.span.file.path) for fault in found]


def only_fault(root: Path, code: str, path: str) -> Diagnostic:
    (fault,) = read_folder(root)[1]
    assert (fault.code, fault.span.file.path) == (code, f"content/{path}")
    return fault


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    names = ["briefing.yaml", "materials/a-1.yaml", "moved.yaml", "pages/overview.md"]
    for name in reversed(names):
        write(tmp_path, name)
    folder, found = read(tmp_path)
    assert [file.path for file in folder.files] == [f"content/{name}" for name in names]
    assert (found, folder.unreadable) == ([], ())


def test_what_systems_and_editors_leave_is_left_alone(tmp_path: Path) -> None:
    for name in (".DS_Store", "materials/.gitkeep", "materials/.a.yaml.swp", "claims/._a.yaml"):
        write(tmp_path, name, b"\xff")
    assert read(tmp_path) == (Folder((), ()), [])


@pytest.mark.parametrize("name", ["", "claims/", "vendor/"])
def test_another_repository_is_told_once(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"{name}.git", b"gitdir: ../.git/modules/x\n")
    write(tmp_path, f"{name}a.yaml")
    found = [("submodule", f"content/{name}".rstrip("/"))]
    assert read(tmp_path) == (Folder((), (f"content/{name}",)), found)


@pytest.mark.parametrize(("name", "code", "told"), rows(NAMES, 3))
def test_name_that_breaks_the_rule(tmp_path: Path, name: str, code: str, told: str) -> None:
    name = name.replace("LONG", "a" * 100)
    write(tmp_path, name)
    fault = only_fault(tmp_path, code, name.removesuffix("/a.yaml"))
    assert (fault.span.line, fault.span.column) == (1, 1)
    assert told in fault.message + fault.help


@pytest.mark.parametrize(
    ("name", "told", "owned"),
    [
        ("persons", "did you mean `people`?", {"a", "b"}),
        ("zzz", "the folders are `agreements`, `bodies`", {"a", "b"}),
        ("materials/old", "directly in the folder", {"old"}),
    ],
)
def test_unknown_folder_is_told_once_and_owns_its_ids(
    tmp_path: Path, name: str, told: str, owned: set[str]
) -> None:
    write(tmp_path, f"{name}/a.yaml")
    write(tmp_path, f"{name}/b.yaml")
    assert told in only_fault(tmp_path, "unknown-folder", name).help
    assert read(tmp_path)[0].unreadable_ids == owned


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("claims/terbium.yaml", "materials/terbium.yaml"),
        ("materials/terbium.yaml", "materials/Terbium.yaml"),
        ("materials/terbium.yaml", "materials/terbium.yml"),
        ("materials/TERBIUM.yml", "materials/Terbium.yml"),
        ("pages/overview.md", "pages/Overview.md"),
    ],
)
def test_of_files_with_one_id_none_is_read(tmp_path: Path, first: str, second: str) -> None:
    for name in (first, second, "pages/a.md"):
        write(tmp_path, name)
    folder, every = read_folder(tmp_path)
    (found,) = (fault for fault in every if fault.code == "duplicate-id")
    assert found.span.file.path == f"content/{second}"
    assert [label.span.file.path for label in found.labels] == [f"content/{first}"]
    assert [file.path for file in folder.files] == ["content/pages/a.md"]


@pytest.mark.parametrize(
    ("raw", "place", "told"),
    [
        (b"name: 1\nb: caf\xe9\n", (2, 7), "0xE9"),
        ("a: 何".encode("gb18030"), (1, 4), "0xBA"),
        ("a: 1".encode("utf-16"), (1, 1), "the file is UTF-16"),
    ],
)
def test_wrong_encoding(tmp_path: Path, raw: bytes, place: tuple[int, int], told: str) -> None:
    write(tmp_path, "materials/terbium.yaml", raw)
    fault = only_fault(tmp_path, "encoding", "materials/terbium.yaml")
    assert (fault.span.line, fault.span.column) == place
    assert told in fault.message
    assert read(tmp_path)[0].unreadable_ids == {"terbium"}


def test_large_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.truncate(write(tmp_path, "materials/terbium.yaml"), 10_485_760)
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("opened"))
    fault = only_fault(tmp_path, "file-too-large", "materials/terbium.yaml")
    assert "10,485,760 bytes" in fault.message
    assert [len(decode("a.yaml", b"#" * size)[1]) for size in (BYTES.most, BYTES.most + 1)] == [
        0,
        1,
    ]


@pytest.mark.parametrize(
    ("name", "target", "owned"),
    [
        ("materials/terbium.yaml", "/etc/passwd", {"terbium"}),
        ("materials/terbium.yaml", "terbium.yaml", {"terbium"}),
        ("materials/terbium.yaml", "nowhere", {"terbium"}),
        ("materials", "/etc", set()),
        ("other", "claims", set()),
    ],
)
def test_links_are_not_followed(tmp_path: Path, name: str, target: str, owned: set[str]) -> None:
    write(tmp_path, "claims/kept.yaml")
    link = tmp_path / "content" / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(target)
    assert only_fault(tmp_path, "symbolic-link", name).note == f"it leads to {target}"
    assert read(tmp_path)[0].unreadable_ids == owned


def test_folder_and_pipe_in_place_of_files(tmp_path: Path) -> None:
    write(tmp_path, "materials/terbium.yaml/x")
    os.mkfifo(tmp_path / "content/materials/erbium.yaml")
    folder, found = read(tmp_path)
    names = ("erbium", "terbium")
    assert found == [("unreadable", f"content/materials/{name}.yaml") for name in names]
    assert folder.unreadable_ids == {*names}


def test_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    write(tmp_path, "materials/terbium.yaml")
    monkeypatch.setattr("builtins.open", refuse)
    fault = only_fault(tmp_path, "unreadable", "materials/terbium.yaml")
    assert "permission denied" in fault.message
    assert read(tmp_path)[0].unreadable_ids == {"terbium"}


@pytest.mark.parametrize("content", ["missing", "file"])
def test_no_content_folder(tmp_path: Path, content: str) -> None:
    if content == "file":
        (tmp_path / "content").write_text("")
    assert read(tmp_path) == (Folder((), ("content/",)), [("unreadable", "content")])


def test_one_file_alone_is_held_to_the_same_rules(tmp_path: Path) -> None:
    path = write(tmp_path, "materials/terbium.yaml", b"a: 1")
    link = tmp_path / "content/link.yaml"
    link.symlink_to(path)
    file, found = read_file(path, tmp_path)
    assert file and (file.path, file.text) == ("content/materials/terbium.yaml", "a: 1")
    others = (link, path.parent, tmp_path / "content/a.yaml")
    codes = [fault.code for other in others for fault in read_file(other, tmp_path)[1]]
    assert (found, codes) == ((), ["symbolic-link", "unreadable", "unreadable"])


def test_hidden_characters_in_prose(tmp_path: Path) -> None:
    write(tmp_path, "pages/overview.md", "# Talks\n\n\tcode: x\u202e\n".encode())
    fault = only_fault(tmp_path, "control-character", "pages/overview.md")
    assert (fault.span.line, fault.span.column) == (3, 9)


def test_name_that_does_not_show_is_printed_as_escapes(tmp_path: Path) -> None:
    write(tmp_path, "materials/a\n\u202e.yaml")
    (tmp_path / os.fsdecode(b"content/materials/b\xff.yaml")).touch()
    paths = [path for _, path in read(tmp_path)[1]]
    assert paths == ["content/materials/a\\n\\u202e.yaml", "content/materials/b\\xff.yaml"]


HAN = "".join(chr(0x4E00 + number % 20_000) for number in range(4_000))
SOURCE = """\
publisher: The Courier
title: Notes
url: https://courier.example/notes
published: 2031-03-10
retrieved: 2031-07-01
kind: newspaper
origin: own
"""


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("people/x.yaml", "a:\n" * 333_000, "file-too-large"),
        ("people/x.yaml", "a:\n" * 160_000, "duplicate-key"),
        ("people/x.yaml", "a: " + "[" * 450_000, "too-deep"),
        ("people/x.yaml", "- " * 220_000, "too-deep"),
        ("people/x.yaml", "? " * 220_000, "too-deep"),
        ("people/x.yaml", "".join(f"k{number}: x\n" for number in range(90)), "unknown-key"),
        ("sources/x.yaml", "".join(f"k{number}:\n" for number in range(90)), "unknown-key"),
        ("sources/x.yaml", "".join(f"k{number}:\n" for number in range(9_000)), "file-too-large"),
        ("sources/x.yaml", f"{SOURCE}quotes: {{q: {{text: {HAN}}}}}\n", "long-quotation"),
        ("people/x.yaml", f"name: x\naliases: [{'a, ' * 150_000}]\n", "file-too-large"),
        ("people/x.yaml", "name: {en: x" + ", y z" * 900 + "}", "duplicate-key"),
        ("people/x.yaml", "\0" * 450_000, "control-character"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_what_is_far_too_much(briefing: Write, path: str, text: str, code: str) -> None:
    found = check(briefing({path: text})).diagnostics
    assert code in {one.code for one in found}
    assert len(found) <= MESSAGES.most
