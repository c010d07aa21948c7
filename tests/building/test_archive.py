"""The archive of a site: the same whether it was begun early or not."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

from generator.build.kept import Kept
from generator.build.offline import Archive
from generator.render.views.downloads import ARCHIVE
from tests.conftest import place

DAY = date(2031, 6, 24)


def test_an_archive_that_is_begun_early_holds_what_is_there_in_the_end(tmp_path: Path) -> None:
    place(tmp_path / "index.html", "early\n")
    place(tmp_path / "kept.html", "kept\n" * 99)
    archive = Archive(tmp_path, DAY)
    archive.begin(archive.names())
    place(tmp_path / "index.html", "late\n")
    place(tmp_path / "pdf" / "book.pdf", "a book\n")
    archive.pack("The bridge")
    early = (tmp_path / ARCHIVE).read_bytes()
    with ZipFile(tmp_path / ARCHIVE) as found:
        assert found.testzip() is None
        assert found.read("briefing/site/index.html") == b"late\n"
        assert "briefing/site/pdf/book.pdf" in found.namelist()
    Archive(tmp_path, DAY).pack("The bridge")
    assert (tmp_path / ARCHIVE).read_bytes() == early


def test_what_was_deflated_once_is_not_deflated_again(tmp_path: Path) -> None:
    place(tmp_path / "site" / "index.html", "a page\n" * 99)
    store = Kept(tmp_path / "kept")
    files = {"data/facts.json": b"{}"}
    Archive(tmp_path / "site", DAY, files, store).pack("The bridge")
    packed_first = (tmp_path / "site" / ARCHIVE).read_bytes()
    again = Archive(tmp_path / "site", DAY, files, store)
    known = dict(again.deflated)
    again.pack("The bridge")
    assert again.deflated == known == again.used
    assert (tmp_path / "site" / ARCHIVE).read_bytes() == packed_first


def test_of_a_page_that_is_gone_nothing_is_kept(tmp_path: Path) -> None:
    store = Kept(tmp_path / "kept")
    place(tmp_path / "site" / "index.html", "a page\n")
    Archive(tmp_path / "site", DAY, {"gone.html": b"gone"}, store).pack("The bridge")
    Archive(tmp_path / "site", DAY, {}, store).pack("The bridge")
    assert len(Archive(tmp_path / "site", DAY, {}, store).deflated) == 2
