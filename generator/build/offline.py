"""The site to take away: one archive with all of it, and a page that says how to open it.

The same site gives the same archive: its files stand in the order of their names, with one date.
"""

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from struct import Struct
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.build.kept import Kept, packed, unpacked
from generator.hashing import digest
from generator.render.site.redirects import start
from generator.render.views.downloads import ARCHIVE
from generator.write import below

FOLDER, START, SITE = "briefing", "START-HERE.html", "site"
# In the archive it would lead to the archive itself.
TO_ARCHIVE = re.compile(rb'<p class="offline">.*?</p>\n*', re.DOTALL)
DOWNLOADS = "downloads/index.html"
LEVEL = 6
HEAD = Struct("<LQ")
# What was deflated is kept under what has deflated it.
DEFLATE = digest(zlib.ZLIB_RUNTIME_VERSION, str(LEVEL), HEAD.format)
# A zip can hold no earlier year, and a file needs its rights where it is unpacked.
FIRST_YEAR, RIGHTS = 1980, 0o100644 << 16


@dataclass
class Archive:
    """An archive that is begun before all of a site is there: most of its work is to deflate.

    It holds what the engine built and some other files. What it has deflated is kept by its hash.
    """

    built: Path
    as_of: date
    files: dict[str, bytes] = field(default_factory=dict)
    store: Kept | None = None
    used: dict[str, bytes] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    @cached_property
    def deflated(self) -> dict[str, bytes]:
        """The pieces of the last archive, and of this one."""
        return unpacked((self.store and self.store.get(DEFLATE)) or packed({}))

    def begin(self, names: Iterable[str]) -> None:
        """Deflate what is there already, or is another now."""
        for name in names:
            self.keys[name] = self.key(self.content(name))

    def rest(self) -> list[str]:
        """The names of all files, each of which is deflated."""
        names = self.names()
        self.begin(name for name in names if name not in self.keys)
        return names

    def names(self) -> list[str]:
        """The names of the site's files."""
        (self.built / ARCHIVE).unlink(missing_ok=True)
        built = {name for name, entry in below(self.built) if entry.is_file()}
        return sorted(built.union(self.files))

    def content(self, name: str) -> bytes:
        """A file as the archive holds it."""
        held = self.files.get(name)
        content = (self.built / name).read_bytes() if held is None else held
        return TO_ARCHIVE.sub(b"", content) if name == DOWNLOADS else content

    def key(self, content: bytes) -> str:
        """Under what a content is as it stands in the archive, behind its sum and its size."""
        key = digest(content)
        if key not in self.deflated:
            deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
            head = HEAD.pack(zlib.crc32(content), len(content))
            self.deflated[key] = head + deflate.compress(content) + deflate.flush()
        self.used[key] = self.deflated[key]
        return key

    def pack(self, title: str) -> None:
        """Put the archive beside the pages."""
        names = self.rest()
        with ZipFile(self.built / ARCHIVE, "w", ZIP_DEFLATED) as archive:
            self.add(archive, START, self.key(start(title, self.as_of, SITE)))
            for name in names:
                self.add(archive, f"{SITE}/{name}", self.keys[name])
        if self.store:
            self.store.put(DEFLATE, packed(self.used))

    def add(self, archive: ZipFile, name: str, key: str) -> None:
        """Add a file with the date of the edition, as it was deflated."""
        noon = (max(self.as_of.year, FIRST_YEAR), self.as_of.month, self.as_of.day, 12, 0, 0)
        entry, piece = ZipInfo(f"{FOLDER}/{name}", noon), self.used[key]
        entry.create_system, entry.external_attr = 3, RIGHTS
        entry.compress_type, entry.compress_size = ZIP_DEFLATED, len(piece) - HEAD.size
        entry.CRC, entry.file_size = HEAD.unpack_from(piece)
        assert archive.fp
        # The library takes no content that is deflated already.
        entry.header_offset = archive.fp.tell()
        archive.fp.write(entry.FileHeader() + piece[HEAD.size :])
        archive.filelist.append(entry)
        archive.start_dir = archive.fp.tell()
