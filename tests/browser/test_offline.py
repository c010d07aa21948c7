"""The archive: the same bytes each time, and a site that a browser reads without a network."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import CHINESE

pytestmark = pytest.mark.xdist_group(__name__)


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our archive, unpacked as a reader would."""
    folder = tmp_path_factory.mktemp("disk")
    with ZipFile(site / "offline.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder / "briefing"


@pytest.fixture
def offline(browser: Browser) -> Page:
    """A page without a network, which notes what it asks for."""
    context = browser.new_context(offline=True)
    return context.new_page()


def test_archive_holds_the_whole_site(site: Path, unpacked: Path) -> None:
    on_site = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    held = {path.relative_to(unpacked / "site") for path in (unpacked / "site").rglob("*.*")}
    left_out = {path for path in on_site if path.name in ("offline.zip", ".briefing")}
    assert {path for path in on_site - left_out if path.suffix} <= held
    assert (unpacked / "site" / "pdf" / "briefing.pdf").read_bytes() == (
        site / "pdf" / "briefing.pdf"
    ).read_bytes()


def test_archive_does_not_offer_itself(site: Path, unpacked: Path) -> None:
    told = (site / "downloads" / "index.html").read_text(encoding="utf-8")
    kept = (unpacked / "site" / "downloads" / "index.html").read_text(encoding="utf-8")
    assert 'href="../offline.zip"' in told
    assert "offline.zip" not in kept
    assert len(kept) > len(told) - 400


def test_it_reads_and_is_searched_without_a_network(offline: Page, unpacked: Path) -> None:
    asked: list[str] = []
    offline.on("request", lambda request: asked.append(request.url))
    offline.goto((unpacked / "START-HERE.html").as_uri())
    offline.get_by_role("link", name="Open the briefing").click()
    offline.wait_for_url("**/site/index.html")
    offline.locator("input[name=query]").fill(CHINESE)
    offline.locator("[role=search] ol a").first.wait_for()
    offline.goto((unpacked / "site" / "figures" / "index.html").as_uri())
    offline.goto((unpacked / "site" / "downloads" / "index.html").as_uri())
    assert offline.locator('a[href="../pdf/briefing.pdf"]').count() == 1
    assert len(asked) > 8
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    offline.context.close()
