"""What a page may load and run: its own files, said on every page and to hosts that set headers."""

import re
from pathlib import Path

from generator.render.site.redirects import HEADERS, POLICY, start
from tests.briefings import dossier
from tests.conftest import PROJECT
from tests.sites import built

THEME = PROJECT / "site_config/theme"


def test_the_theme_and_the_headers_say_the_same() -> None:
    assert f'content="{POLICY}"' in (THEME / "partials/policy.html").read_text(encoding="utf-8")
    assert f"Content-Security-Policy: {POLICY}; frame-ancestors" in HEADERS


def test_nothing_is_allowed_but_our_own_files() -> None:
    for directive in re.findall(r"[a-z]+-src", POLICY):
        assert re.search(rf"{directive} '(?:self|none)'(?:;|$)", POLICY), directive


def test_every_page_has_the_policy_before_what_it_loads(site: Path) -> None:
    for path in site.rglob("*.html"):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        policy = head.find(f'http-equiv="Content-Security-Policy" content="{POLICY}"')
        assert 0 < policy < min(head.find(one) % len(head) for one in ("<link", "<script")), path


def test_no_page_has_a_script_or_a_style_of_its_own(site: Path) -> None:
    inline = re.compile(r'<script(?![^>]* (?:src=|type="application/ld))|<style| style="| on\w+="')
    for path in site.rglob("*.html"):
        assert not inline.search(path.read_text(encoding="utf-8")), path


def test_short_addresses_and_the_start_of_the_archive_have_it_too() -> None:
    files = built(dossier("fixture", "2032-06-24"))
    first = next(text for path, text in files.items() if path.startswith("f/"))
    page = start("A title", dossier("fixture", "2032-06-24").as_of, "site").decode()
    assert f'content="{POLICY}"' in first and f'content="{POLICY}"' in page
    assert "<style" not in page
