"""The archive of a site: the same whether it was begun early or not."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

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
