"""What was made once is used again, and only where it is whole and made from the same."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import kept, story
from generator.build.kept import Hashes, Kept
from generator.build.unchanged import Standing
from generator.hashing import digest
from generator.write import Misuse
from tests.conftest import Write, place


def test_what_is_too_large_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    store = kept.of(tmp_path, "pages")
    assert [store.one(key, key.encode) for key in ("abc", "abcd")] == [b"abc", b"abcd"]
    assert [store.get("abc"), store.get("abcd")] == [b"abc", None]


FORGED: dict[str, Callable[[Kept, Path], object]] = {
    "with the hash of its bytes": lambda _, at: at.write_bytes(digest("lie").encode() + b"lie"),
    "with the key of another machine": lambda store, at: Kept(store.folder, b"x" * 32).put(
        at.name, b"lie"
    ),
    "without a key": lambda store, at: at.write_bytes(
        Kept(store.folder, b"").signed(at.name, b"lie") + b"lie"
    ),
    "under another name": lambda store, at: (
        store.put("another", b"lie"),
        (store.folder / "another").replace(at),
    ),
    "in another sort": lambda store, at: (
        Kept(store.folder.with_name("other"), store.key).put(at.name, b"lie"),
        (store.folder.with_name("other") / at.name).replace(at),
    ),
    "in another checkout": lambda store, at: (
        (other := kept.of(Path("/another"), store.folder.name)).put(at.name, b"lie"),
        (other.folder / at.name).replace(at),
    ),
    "with a byte less": lambda _, at: at.write_bytes(at.read_bytes()[:-1]),
    "with a byte more": lambda _, at: at.write_bytes(at.read_bytes() + b"x"),
    "without a byte": lambda _, at: at.write_bytes(b""),
    "as a link to it": lambda store, at: (
        store.put("another", b"lie"),
        at.unlink(),
        at.symlink_to(store.folder / "another"),
    ),
}


@pytest.mark.parametrize("way", FORGED)
def test_what_this_machine_has_not_signed_is_made_again(tmp_path: Path, way: str) -> None:
    store = kept.of(tmp_path, "pages")
    store.put("page", b"true")
    FORGED[way](store, store.folder / "page")
    kept.unverified.clear()
    assert store.one("page", lambda: b"made") == b"made" == store.get("page")
    assert kept.unverified == {kept.checkout(tmp_path)}
    kept.unverified.clear()


def with_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another cache folder, which is not there yet."""
    monkeypatch.setenv(kept.PLACE, str(tmp_path / "cache"))
    kept.key_of.cache_clear()
    return tmp_path / "cache"


def key_in(cache: Path) -> Path:
    """The file of a key, which was made just now."""
    kept.key_of.cache_clear()
    kept.of(cache.parent / "briefing", "pages").put("page", b"true")
    return cache / kept.KEY


def test_the_key_is_made_with_the_cache_for_its_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = key_in(with_cache(tmp_path, monkeypatch))
    assert (stat.S_IMODE(key.stat().st_mode), key.stat().st_size) == (0o600, kept.KEY_SIZE)
    assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700
    assert key_in(key.parent).read_bytes() == key.read_bytes()


KEYS: dict[str, Callable[[Path], object]] = {
    "others can read it": lambda key: key.chmod(0o644),
    "it is cut short": lambda key: key.write_bytes(b"short"),
    "it is a link": lambda key: (key.rename(key.with_name("k")), key.symlink_to("k")),
    "it is gone": lambda key: key.unlink(),
}


@pytest.mark.parametrize("fault", KEYS)
def test_a_key_that_may_not_be_ours_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    key = key_in(with_cache(tmp_path, monkeypatch))
    before = key.read_bytes()
    KEYS[fault](key)
    kept.key_of.cache_clear()
    store = kept.of(tmp_path / "briefing", "pages")
    assert store.get("page") is None
    assert len(store.key) == kept.KEY_SIZE and store.key != before
    assert not key.is_symlink() and key.read_bytes() == store.key


def test_where_no_key_can_be_made_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_cache(tmp_path, monkeypatch).write_text("a file")
    store = kept.of(tmp_path / "briefing", "pages")
    assert (store.key, store.one("page", lambda: b"made"), store.get("page")) == (
        b"",
        b"made",
        None,
    )


@pytest.mark.parametrize("place", ["briefing/build/cache", "briefing", "link", "cache/../briefing"])
def test_a_cache_in_the_briefing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "briefing").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "briefing")
    monkeypatch.setenv(kept.PLACE, str(tmp_path / place))
    with pytest.raises(Misuse, match="a commit could put files there: set `BRIEFING_CACHE`"):
        kept.of(tmp_path / "briefing", "pages")


def test_a_cache_is_named_from_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.PLACE, "cache")
    with pytest.raises(Misuse, match="write the whole path"):
        kept.of(Path("/briefing"), "pages")


def too_much(root: Path) -> Path:
    """Something kept that nobody has used for long, and that leaves no room for anything else."""
    path = kept.of(root, "charts").folder / "useless"
    place(path, "")
    os.truncate(path, kept.BOUND)
    os.utime(path, (1000, 1000))
    return path


def test_a_preview_deletes_what_is_too_much(briefing: Write) -> None:
    root = briefing({"bodies/courier.yaml": "nmae: x\n"}, engine=True)
    useless = too_much(root)
    used = kept.of(root, "charts").folder / "used"
    place(used, "x")
    assert story.preview(root, root / "site").errors
    assert used.exists() and not useless.exists()


def test_a_file_that_stands_as_it_was_noted_is_not_read_again(tmp_path: Path) -> None:
    file, store = tmp_path / "site" / "a.html", kept.of(tmp_path, "hashes")
    place(file, "one")
    first, moment = Hashes(store), file.stat().st_mtime_ns
    assert first.below(file.parent) == {"a.html": digest("one")}
    first.note()
    place(file, "two")
    assert Hashes(store).below(file.parent) == {"a.html": digest("two")}
    os.utime(file, ns=(moment, moment))
    assert Hashes(store).below(file.parent) == {"a.html": digest("one")}


@pytest.fixture
def standing(briefing: Write) -> Standing:
    """A site that was noted as it was built."""
    root = briefing()
    found = Standing(root, root / "site", None)
    with found.noted() as lines:
        place(root / "site" / "index.html", "<p>made</p>\n")
        lines.append("site/ stands")
    return found


def test_a_site_stands_while_nothing_changes(standing: Standing) -> None:
    place(standing.root / "site_config" / "__pycache__" / "hooks.pyc", "made of hooks.py")
    assert standing.said() == "site/ stands"


@pytest.mark.parametrize(
    "changed",
    [
        "content/new.pyc",
        "content/bodies/new.yaml",
        "site_config/new.css",
        "site/a.pyc",
        "site/index.html",
        "site.new/x",
    ],
)
def test_a_site_does_not_stand_once_something_changed(standing: Standing, changed: str) -> None:
    place(standing.root / changed, "changed\n")
    assert standing.said() is None


def test_a_source_that_changes_during_a_build_leaves_nothing_noted(standing: Standing) -> None:
    place(standing.root / "content" / "pages" / "a.md", "# One\n")
    with standing.noted() as lines:
        place(standing.root / "content" / "pages" / "a.md", "# Two\n")
        lines.append("site/ stands")
    place(standing.root / "content" / "pages" / "a.md", "# One\n")
    assert standing.said() is None
