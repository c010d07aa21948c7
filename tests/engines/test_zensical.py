"""The pages under the other engine: `make test-engines` builds the invented briefing with Zensical.

Holds each article's words, ids and links against those of the site that MkDocs makes. Frame and
look are the engine's own.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import story
from tests.briefings import ROOTS
from tests.conftest import give_engine
from tests.sites import seen

ZENSICAL = os.environ.get("ZENSICAL", "zensical")
# The engine's own anchor for its link past the navigation.
SKIP = "__skip"


def article(path: Path) -> tuple[list[str], list[str], list[str]]:
    """The words, ids and links of an article."""
    text = path.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
    found = seen(path.name, f"<article{text}")
    return " ".join(found.words).split(), [id_ for id_ in found.ids if id_ != SKIP], found.links


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented briefing, built by both."""
    root = tmp_path_factory.mktemp("engines")
    shutil.copytree(ROOTS["fixture"] / "content", root / "content")
    give_engine(root)
    assert not story.build(root, root / "site", None).errors
    (root / "zensical.yml").write_text(yaml.safe_dump(settings(root)), encoding="utf-8")
    command = [ZENSICAL, "build", "--clean", "--config-file", "zensical.yml"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def settings(root: Path) -> dict[str, Any]:
    """The settings of the project with what hooks.py does, since Zensical knows no hooks."""
    docs = root / "build" / "docs"
    given: dict[str, Any] = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = {key: value for key, value in given.items() if key not in ("hooks", "validation")}
    nav = [held for entry in given["nav"] if (held := but_empty(entry, docs))]
    return kept | {"docs_dir": "build/docs", "site_dir": "build/zensical", "nav": nav}


def but_empty(entry: dict[str, Any], docs: Path) -> dict[str, Any]:
    """A section, or a group with the sections that have a page; empty where none has."""
    ((name, held),) = entry.items()
    if isinstance(held, str):
        return entry if (docs / held).is_file() else {}
    inner = [one for each in held if (one := but_empty(each, docs))]
    return {name: inner} if inner else {}


def pages(root: Path) -> list[str]:
    docs = root / "build" / "docs"
    found = sorted(path.relative_to(docs).with_suffix(".html") for path in docs.rglob("*.md"))
    return [path.as_posix() for path in found]


def test_every_article_is_the_same(root: Path) -> None:
    names = pages(root)
    ours = {name: article(root / "site" / name) for name in names}
    theirs = {name: article(root / "build" / "zensical" / name) for name in names}
    assert len(names) > 15
    assert all(words for words, _, _ in ours.values())
    for name in names:
        assert theirs[name] == ours[name], name


def test_nothing_is_loaded_from_another_host(root: Path) -> None:
    for name in pages(root):
        text = (root / "build" / "zensical" / name).read_text(encoding="utf-8")
        assert 'src="http' not in text, name
        assert 'rel="stylesheet" href="http' not in text, name
