"""`build/docs` holds exactly the files of the build, and nothing outside it is touched."""

from pathlib import Path

from generator.write import write
from tests.building.test_build import held


def test_files_that_are_no_longer_there_go(tmp_path: Path) -> None:
    write({"a/b/c.md": b"1", "e/d.md": b"2", "e/f.md": b"2"}, tmp_path)
    write({"e/d.md": b"3"}, tmp_path)
    assert held(tmp_path) == {"e/d.md": b"3"}
    assert [path.name for path in tmp_path.iterdir()] == ["e"]


def test_a_folder_becomes_a_file_and_a_file_a_folder(tmp_path: Path) -> None:
    write({"x/a.md": b"1", "y": b"2"}, tmp_path)
    write({"x": b"3", "y/a.md": b"4"}, tmp_path)
    assert held(tmp_path) == {"x": b"3", "y/a.md": b"4"}


def test_links_are_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write({"a.md": b"mine"}, outside)
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").symlink_to(outside / "a.md")
    (docs / "sub").symlink_to(outside)
    write({"a.md": b"1", "sub/a.md": b"2"}, docs)
    assert held(outside) == {"a.md": b"mine"}
    assert held(docs) == {"a.md": b"1", "sub/a.md": b"2"}
