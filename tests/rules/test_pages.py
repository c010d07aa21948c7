"""Every page in `rules/pages/` is an example that gives exactly the diagnostics written in it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import changes as guard
from generator import rules
from generator.derive import Dossier, derive
from generator.diagnostics import CODES as CODES_OF
from generator.diagnostics import Diagnostic
from generator.edit import fixed
from generator.reading.read import read
from tests.conftest import Write

Expected = tuple[str, int, str, str, str]

PAGES = Path(__file__).parents[2] / "generator" / "rules" / "pages"
FENCE = re.compile(r'^```\w+ title="(?P<path>[^"]+)"\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)
FENCES = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CLAIM = re.compile(
    r'(?:#|<!--) (?P<severity>error|warning): \[(?P<code>[\w-]+)\](?: "(?P<part>[^"]*)")?'
)
SECTION = re.compile(r"^## (.*)\n", re.MULTILINE)
SECTIONS = ["What it finds", "Why", "Example", "Use instead"]
BEFORE = "before/"


def sections(page: str) -> dict[str, str]:
    """The parts of a page by their headings; what looks like one within a fence is none."""
    hidden = FENCES.sub(lambda found: re.sub("^#", "-", found[0], flags=re.MULTILINE), page)
    heads = list(SECTION.finditer(hidden))
    ends = [*(head.start() for head in heads[1:]), len(page)]
    return {one[1]: page[one.end() : end] for one, end in zip(heads, ends, strict=True)}


def files(page: str) -> dict[str, str]:
    return {found["path"]: found["text"] for found in FENCE.finditer(page)}


def of_now(fences: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in fences.items() if not path.startswith(BEFORE)}


def of_before(fences: dict[str, str]) -> dict[str, str]:
    earlier = (path for path in fences if path.startswith(BEFORE))
    return {path.removeprefix(BEFORE): fences[path] for path in earlier}


def expected(page: str) -> Iterator[Expected]:
    for path, text in of_now(files(page)).items():
        for number, line in enumerate(text.split("\n"), 1):
            for claim in CLAIM.finditer(line):
                told = claim["severity"], claim["code"], claim["part"] or ""
                yield (f"content/{path}", number, *told)


def check(root: Path) -> tuple[Diagnostic, ...]:
    dossier, found = dossier_of(root)
    return (*found, *rules.check(dossier))


def dossier_of(root: Path) -> tuple[Dossier, tuple[Diagnostic, ...]]:
    contents = read(root)
    dossier = derive(contents.briefing, contents.briefing.edition.as_of.first)
    return dossier, contents.diagnostics


def meets(found: Diagnostic, claim: Expected) -> bool:
    path, line, severity, code, part = claim
    place = (found.span.file.path, found.span.line, found.severity.value, found.code)
    labels = (label.message for label in found.labels)
    told = " ".join((found.message, found.note, found.help, *labels))
    return place == (path, line, severity, code) and part in told


def differences(found: tuple[Diagnostic, ...], claims: list[Expected]) -> list[str]:
    """What was claimed and not found, and what was found and not claimed."""
    unmet, unclaimed = list(claims), []
    for one in found:
        claim = next((claim for claim in unmet if meets(one, claim)), None)
        if claim:
            unmet.remove(claim)
        else:
            unclaimed.append(f"unclaimed: {one.place} {one.message} ({one.help})")
    return [*unclaimed, *(f"unmet: {claim}" for claim in unmet)]


CODES = sorted(path.stem for path in PAGES.glob("*.md"))


def page_of(code: str) -> str:
    return (PAGES / f"{code}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CODES)
def test_page_says_what_why_an_example_and_what_is_right(code: str) -> None:
    page = page_of(code)
    found = sections(page)
    assert page.startswith(f"# `{code}`\n\n## {SECTIONS[0]}\n\n")
    assert list(found) == SECTIONS
    assert all(text.strip() for text in found.values())
    assert "```" in found["Example"]


@pytest.mark.parametrize("code", CODES)
def test_example_gives_what_it_says(code: str, briefing: Write) -> None:
    example = sections(page_of(code))["Example"]
    if files(example):
        found = checked(code, files(example), of_before(files(example)), briefing)
        assert differences(found, list(expected(example))) == []


@pytest.mark.parametrize("code", CODES)
def test_what_is_right_is_silent(code: str, briefing: Write) -> None:
    found = sections(page_of(code))
    right = files(found["Use instead"])
    told = checked(code, right, of_before(files(found["Example"])), briefing) if right else ()
    assert [(one.place, one.message) for one in told] == []


@pytest.mark.parametrize("code", ["unknown-key", "dangling-ref", "literal-in-prose"])
def test_what_is_offered_keeps_the_ends_of_lines(code: str, briefing: Write) -> None:
    root = briefing(of_now(files(sections(page_of(code))["Example"])))
    plain = fixed(check(root), guess=True)
    for path in (root / "content").rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    other = {path: text.replace("\n", "\r\n") for path, text in plain.items()}
    assert plain and fixed(check(root), guess=True) == other


def checked(
    code: str, fences: dict[str, str], before: dict[str, str], briefing: Write
) -> tuple[Diagnostic, ...]:
    """What is told of the small briefing with these files."""
    after, found = dossier_of(briefing(of_now(fences)))
    found = (*found, *rules.check(after))
    if CODES_OF[code].phase != "change":
        return found
    # Told of a change: the small briefing with the files of `before/` is what it started from.
    shutil.rmtree(briefing())
    return (*found, *guard.check(dossier_of(briefing(before))[0], after))


def test_what_is_claimed_or_found_alone_is_red(briefing: Write) -> None:
    claims = list(expected('```yaml title="a.yaml"\nb: 1  # error: [tab] "x"\n```\n'))
    assert differences((), claims) == ["unmet: ('content/a.yaml', 1, 'error', 'tab', 'x')"]
    (told,) = differences(check(briefing({"materials/terbium.yaml": "nam: Tb\n"})), [])
    assert told.startswith("unclaimed: ('content/materials/terbium.yaml', 1, 1, 'unknown-key')")
