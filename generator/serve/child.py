"""A build of the preview in a process of its own: what is edited meanwhile does not wait for it.

Started as a program with the folder and the place of its site; the answer stands on standard
output as JSON, and gives a hash of every file, not what is in it.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from generator.build import story
from generator.changes.snapshot import page
from generator.hashing import digest
from generator.report import terminal
from generator.write import Refusal

OFFERED = ("charts/", "data/")
# Who edits comes first.
NICENESS = 10


@dataclass(frozen=True)
class Built:
    """What came of a build: what was found, and what the site is made from where it is good.

    `marks` are hashes of the files, `sizes` are those of what can be taken away, `titles` those of
    the sections by their paths.
    """

    reported: str
    is_good: bool = False
    marks: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)


def main() -> None:
    """Build, and say what came of it."""
    os.nice(NICENESS)
    root, site = map(Path, sys.argv[1:])
    json.dump(asdict(build(root, site)), sys.stdout)


def build(root: Path, site: Path) -> Built:
    """Put the pages of a briefing in the place of the last good ones, unless there is an error."""
    try:
        found = story.preview(root, site)
    except Refusal as refusal:
        return Built(str(refusal))
    reported = terminal.render(found.diagnostics)
    if found.errors or not found.dossier:
        return Built(reported)
    files = found.files
    marks = {path: digest(content) for path, content in files.items()}
    sizes = {path: len(content) for path, content in files.items() if path.startswith(OFFERED)}
    return Built(reported, True, marks, sizes, titles(files))


def titles(files: Mapping[str, bytes]) -> dict[str, str]:
    """The titles of the sections."""
    sections = (path for path in files if path.endswith(".md") and path.count("/") < 2)
    return {page.path: page.title for page in (page(path, files[path]) for path in sections)}


if __name__ == "__main__":
    main()
