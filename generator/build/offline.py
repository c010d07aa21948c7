"""The site to take away: one archive with all of it, and a page that says how to open it.

The same site gives the same archive: its files stand in the order of their names, with one date.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.render.site.start import start
from generator.render.views.downloads import ARCHIVE
from generator.write import below

FOLDER, START, SITE = "briefing", "START-HERE.html", "site"
# In the archive it would lead to the archive itself.
TO_ARCHIVE = re.compile(rb'<p class="offline">.*?</p>\n*', re.DOTALL)
DOWNLOADS = "downloads/index.html"
# A zip can hold no earlier year, and a file needs its rights where it is unpacked.
FIRST_YEAR, RIGHTS = 1980, 0o100644 << 16


def pack(built: Path, title: str, as_of: date) -> None:
    """Put the archive of a built site beside its pages."""
    (built / ARCHIVE).unlink(missing_ok=True)
    files = {name: path.read_bytes() for name, path in below(built) if path.is_file()}
    if DOWNLOADS in files:
        files[DOWNLOADS] = TO_ARCHIVE.sub(b"", files[DOWNLOADS])
    with ZipFile(built / ARCHIVE, "w", ZIP_DEFLATED) as archive:
        add(archive, START, start(title, as_of, SITE), as_of)
        for name in sorted(files):
            add(archive, f"{SITE}/{name}", files[name], as_of)


def add(archive: ZipFile, name: str, content: bytes, as_of: date) -> None:
    """Add a file with the date of the edition."""
    noon = (max(as_of.year, FIRST_YEAR), as_of.month, as_of.day, 12, 0, 0)
    entry = ZipInfo(f"{FOLDER}/{name}", noon)
    entry.create_system, entry.external_attr = 3, RIGHTS
    archive.writestr(entry, content, ZIP_DEFLATED, 6)
