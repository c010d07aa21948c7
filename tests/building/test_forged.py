"""What somebody puts where only builds write is never published, such as a page with a script."""

import re
import shutil
from pathlib import Path

import pytest

from generator.build import kept, story
from generator.build.fit import NOT_FOUND, Fit
from generator.build.publish import MARKER, NOTE
from generator.render.site.redirects import POLICY
from generator.write import Refusal
from tests.building.test_build import command, held
from tests.changes.test_review import check, codes, committed, git
from tests.conftest import BuiltSite, Write, place

META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
UNBUILT = shutil.ignore_patterns("build", "site", "sub")
SCRIPT = b"<script>alert(1)</script>"


SORTS = {"archive", "charts", "fonts", "hashes", "outlines", "pages", "pdf", "rendered", "sharing"}


def attacked(page: bytes) -> bytes:
    """A page without its policy, with a script in its head."""
    return page.replace(META.encode(), b"").replace(b"<head>", b"<head>" + SCRIPT)


@pytest.fixture
def clone(built: BuiltSite, tmp_path: Path) -> Path:
    """The tiny briefing as somebody clones it who has built nothing yet."""
    return shutil.copytree(built.root, tmp_path / "clone", ignore=UNBUILT)


def is_clean(root: Path, built: BuiltSite) -> bool:
    """Whether a build gives the site that an undisturbed one gives."""
    assert not story.build(root, root / "site").errors
    return held(root / "site") == held(built.root / "site")


def test_a_store_that_came_with_a_commit_is_not_looked_at(
    built: BuiltSite, clone: Path, tmp_path: Path
) -> None:
    """As everything was kept in `build/kept`, and as it is kept now."""
    for place_of in ("build/kept", f"build/{kept.checkout(clone).name}", ".cache/briefing/x"):
        shutil.copytree(kept.checkout(built.root), clone / place_of)
    for path in (path for path in clone.glob("**/pages/*") if path.is_file()):
        path.write_bytes(attacked(path.read_bytes()))
    assert is_clean(clone, built)


def test_what_another_machine_or_checkout_signed_is_made_again(
    edition: BuiltSite, tmp_path: Path
) -> None:
    """In every store, with its PDFs and charts: half is as another checkout has it, half forged."""
    root = shutil.copytree(edition.root, tmp_path / "clone", ignore=UNBUILT)
    mine, others = kept.checkout(root), kept.checkout(edition.root)
    shutil.copytree(others, mine)
    sorts = {path.parent.name for path in mine.glob("*/*")}
    assert sorts >= SORTS
    for path in sorted(mine.glob("*/*"))[::2]:
        content = kept.of(edition.root, path.parent.name).get(path.name) or b""
        kept.Kept(path.parent, b"x" * kept.KEY_SIZE).put(path.name, attacked(content) + SCRIPT)
    kept.unverified.clear()
    assert not story.build(root, root / "sub" / "path").errors
    assert held(root / "sub" / "path") == held(edition.root / "sub" / "path")
    assert kept.unverified == {mine}
    kept.unverified.clear()


def test_what_is_made_again_is_said_once(clone: Path) -> None:
    assert command(clone).returncode == 0
    for path in kept.checkout(clone).glob("*/*"):
        path.write_bytes(b"x" * 99)
    told = command(clone).stderr.count(f"{kept.NOT_VERIFIED}{kept.checkout(clone)}\n")
    assert (told, command(clone).stderr.count(kept.NOT_VERIFIED)) == (1, 0)


@pytest.mark.parametrize(
    "folder",
    ["build/engine/.well-known", "build/docs/more", "build/spare", "site/more", "site.new"],
)
def test_a_page_where_builds_write_is_not_published(
    built: BuiltSite, clone: Path, folder: str
) -> None:
    (clone / folder).mkdir(parents=True)
    (clone / folder / "index.html").write_bytes(SCRIPT)
    for name in ("build/spare", "site", "site.new"):
        if (clone / name).is_dir():
            (clone / name / MARKER).write_bytes(NOTE)
    assert is_clean(clone, built)


FORCED = ["build/kept/pages/0f", "site/index.html", ".venv/lib/site.py"]


@pytest.mark.parametrize("path", FORCED)
def test_what_git_has_where_only_builds_write_is_an_error(briefing: Write, path: str) -> None:
    root = briefing()
    committed(root)
    place(root / path, "x\n")
    assert check(root).exit_code == 0
    git(root, "add", "--force", path)
    for asked in ((), ("--staged",), ("--base", "HEAD")):
        found = check(root, "--format", "json", *asked)
        assert (codes(found), found.exit_code) == ([("made-tracked", path)], 1), asked
    committed(root)
    git(root, "rm", "-r", "--quiet", "--cached", path)
    refused = check(root, "--base", "HEAD")
    assert refused.exit_code == 1
    assert f"error: in `HEAD` git has `{path}`, where only builds write" in refused.stderr


def test_a_build_stops_at_what_git_has_where_it_writes(clone: Path) -> None:
    place(clone / "build" / "kept" / "x", "x\n")
    git(clone, "init", "--quiet")
    git(clone, "add", "--force", "build")
    found = story.build(clone, clone / "site").diagnostics
    assert [one.code for one in found][:1] == ["made-tracked"]
    assert not (clone / "site").exists()


HEAD = f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{META}\n</head>'
FAULTS = {
    "no policy": HEAD.replace(META, ""),
    "another policy": HEAD.replace("script-src 'self'", "script-src *"),
    "a script before it": HEAD.replace("<head>", "<head><script src=x></script>"),
    "a comment around it": HEAD.replace(META, f"<!-- {META} -->"),
    "text that ends the head before it": HEAD.replace("<head>", "<head>x"),
    "an attribute that holds it": HEAD.replace(META, f"<meta name='{META}'>"),
    "it stands in the body": HEAD.replace("</head>", "").replace("<head>", "<head></head><body>"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_page_that_does_not_begin_with_its_policy_is_refused(fault: str) -> None:
    fit = Fit({"a/index.html"})
    fit.refuse("a/index.html", HEAD.encode())
    with pytest.raises(Refusal, match=re.escape("`a/index.html` does not begin with the policy")):
        fit.refuse("a/index.html", FAULTS[fault].encode())


@pytest.mark.parametrize("path", ["b/index.html", "a/INDEX.HTML", "x.xhtml", ".x/a.htm"])
def test_a_page_that_nobody_meant_is_refused(path: str) -> None:
    with pytest.raises(Refusal, match=f"`{path}` would be published, and this build has not made"):
        Fit({"a/index.html"}).refuse(path, HEAD.encode())


def test_the_page_for_what_is_not_found_is_the_engines() -> None:
    Fit(()).refuse(NOT_FOUND, HEAD.encode())


def test_a_theme_that_drops_the_policy_stops_the_build(built: BuiltSite, clone: Path) -> None:
    assert not story.build(clone, clone / "site").errors
    place(clone / "site_config" / "theme" / "partials" / "policy.html", "\n")
    with pytest.raises(Refusal, match="does not begin with the policy"):
        story.build(clone, clone / "site")
    assert held(clone / "site") == held(built.root / "site")
    assert not (clone / "site.new").exists()
