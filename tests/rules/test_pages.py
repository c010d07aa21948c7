"""Every page in `rules/pages/` is an example that gives exactly the diagnostics written in it.

Every code has its page, its place in the registry and, of a rule, a function.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import changes as guard
from generator import rules
from generator.derive import Dossier, derive
from generator.diagnostics import CODES as CODES_OF
from generator.diagnostics import PHASES, Diagnostic
from generator.edit import fixed
from generator.handbook import messages
from generator.reading.read import read
from tests.conftest import Write

Expected = tuple[str, int, str, str, str]

GENERATOR = Path(__file__).parents[2] / "generator"
PAGES = GENERATOR / "rules" / "pages"
FENCE = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
FENCES = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CLAIM = re.compile(r'(?:#|<!--) (error|warning): \[([\w-]+)\](?: "([^"]*)")?')
SECTION = re.compile(r"^## (.*)\n", re.MULTILINE)
SECTIONS = ["What it finds", "Why", "Example", "Use instead"]
# What a change starts from.
BEFORE = "before/"
CODES = sorted(path.stem for path in PAGES.glob("*.md"))
MAKERS = r"\bcode=|(?:Diagnostic|refusal|refusing|of_path)\(\s*"
USED = re.compile(rf'(?:{MAKERS})"([a-z-]+)"')
JUDGED = {"links", "evidence", "plausibility"}


def page_of(code: str) -> str:
    return (PAGES / f"{code}.md").read_text(encoding="utf-8")


def sections(page: str) -> dict[str, str]:
    """The parts of a page by their headings; what looks like one within a fence is none."""
    hidden = FENCES.sub(lambda found: re.sub("^#", "-", found[0], flags=re.MULTILINE), page)
    heads = list(SECTION.finditer(hidden))
    ends = [*(head.start() for head in heads[1:]), len(page)]
    return {one[1]: page[one.end() : end] for one, end in zip(heads, ends, strict=True)}


def files(page: str, of_before: bool = False) -> dict[str, str]:
    """The files of now, or of before."""
    found = dict(FENCE.findall(page))
    chosen = (path for path in found if path.startswith(BEFORE) is of_before)
    return {path.removeprefix(BEFORE): found[path] for path in chosen}


def expected(page: str) -> Iterator[Expected]:
    for path, text in files(page).items():
        for number, line in enumerate(text.split("\n"), 1):
            for claim in CLAIM.finditer(line):
                yield (f"content/{path}", number, claim[1], claim[2], claim[3] or "")


def dossier_of(root: Path) -> tuple[Dossier, tuple[Diagnostic, ...]]:
    contents = read(root)
    dossier = derive(contents.briefing, contents.briefing.edition.as_of.first)
    return dossier, (*contents.diagnostics, *rules.check(dossier))


def checked(code: str, page: str, example: str, briefing: Write) -> tuple[Diagnostic, ...]:
    """What is told of the small briefing with these files."""
    after, found = dossier_of(briefing(files(page)))
    if CODES_OF[code].phase != "change":
        return found
    shutil.rmtree(briefing())
    before, _ = dossier_of(briefing(files(example, of_before=True)))
    return (*found, *guard.check(before, after))


def meets(found: Diagnostic, claim: Expected) -> bool:
    *place, part = claim
    labels = (label.message for label in found.labels)
    told = " ".join((found.message, found.note, found.help, *labels))
    at = [found.span.file.path, found.span.line, found.severity.value, found.code]
    return place == at and part in told


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


@pytest.mark.parametrize("code", CODES)
def test_example_gives_what_it_says_and_what_is_right_is_silent(code: str, briefing: Write) -> None:
    page, found = page_of(code), sections(page_of(code))
    assert page.startswith(f"# `{code}`\n\n## {SECTIONS[0]}\n\n")
    assert list(found) == SECTIONS and all(text.strip() for text in found.values())
    example, right = found["Example"], found["Use instead"]
    assert "```" in example
    if files(example):
        told = checked(code, example, example, briefing)
        assert differences(told, list(expected(example))) == []
        shutil.rmtree(briefing())
    if files(right):
        told = checked(code, right, example, briefing)
        assert [(one.place, one.message) for one in told] == []


@pytest.mark.parametrize("code", ["unknown-key", "dangling-ref", "literal-in-prose"])
def test_what_is_offered_keeps_the_ends_of_lines(code: str, briefing: Write) -> None:
    root = briefing(files(sections(page_of(code))["Example"]))
    plain = fixed(dossier_of(root)[1], guess=True)
    for path in (root / "content").rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    other = {path: text.replace("\n", "\r\n") for path, text in plain.items()}
    assert plain and fixed(dossier_of(root)[1], guess=True) == other


def test_what_is_claimed_or_found_alone_is_red(briefing: Write) -> None:
    claims = list(expected('```yaml title="a.yaml"\nb: 1  # error: [tab] "x"\n```\n'))
    assert differences((), claims) == ["unmet: ('content/a.yaml', 1, 'error', 'tab', 'x')"]
    told = dossier_of(briefing({"materials/terbium.yaml": "nam: Tb\n"}))[1]
    (unclaimed,) = differences(told, [])
    assert unclaimed.startswith(
        "unclaimed: ('content/materials/terbium.yaml', 1, 1, 'unknown-key')"
    )


def test_every_code_that_is_used_has_its_row_and_its_page() -> None:
    used = {
        one for path in GENERATOR.rglob("*.py") for one in USED.findall(path.read_text("utf-8"))
    }
    assert used == CODES_OF.keys() == {page.name for page in messages()}


def test_a_row_has_a_known_phase_and_a_summary() -> None:
    assert {one.phase for one in CODES_OF.values()} == set(PHASES)
    assert all(one.summary and one.family for one in CODES_OF.values())


def test_every_rule_is_in_the_registry() -> None:
    names = {one.__name__.replace("_", "-") for one in rules.RULES}
    judged = {name for name, one in CODES_OF.items() if one.phase in JUDGED}
    others = {"allowance-unused", "bare-fact", "template-name", "template-syntax"}
    assert judged - names == others | {"character-not-in-fonts", "pdf-failed"}
