"""Every page in `rules/pages/` is an example that gives exactly the diagnostics written in it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from generator import rules
from generator.derive import Dossier, derive
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic
from generator.edit.fix import fixed
from generator.read import read
from generator.render.cards import outcome
from generator.rules import since
from generator.rules.references import token
from generator.source import SourceFile
from tests.conftest import TINY

Write = Callable[..., Path]
Expected = tuple[str, int, str, str, str]

GENERATOR = Path(__file__).parents[1] / "generator"
PAGES = GENERATOR / "rules" / "pages"
FENCE = re.compile(r'^```\w+ title="(?P<path>[^"]+)"\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)
FENCES = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
SYMBOL = "{name: terbium, symbol: Tb}"
CLAIM = re.compile(
    r'(?:#|<!--) (?P<severity>error|warning): \[(?P<code>[\w-]+)\](?: "(?P<part>[^"]*)")?'
)
SECTION = re.compile(r"^## (.*)\n", re.MULTILINE)
SECTIONS = ["What it finds", "Why", "Example", "Use instead"]
BEFORE = "before/"
SINCE = {
    path.stem.replace("_", "-")
    for path in (GENERATOR / "rules" / "since").glob("*.py")
    if path.stem != "__init__"
}
CODE = re.compile(r'(?:\bcode=|(?:Diagnostic|refusal|refusing|of_path)\(\s*)"([a-z-]+)"')


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


GAZETTE = TINY["sources/post-0602.yaml"].replace("Sudland Post", "Gazette")


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
    if right:
        told = checked(code, right, of_before(files(found["Example"])), briefing)
        assert [(one.place, one.message) for one in told] == []


@pytest.mark.parametrize("code", CODES)
def test_what_is_offered_keeps_the_ends_of_lines(code: str, briefing: Write) -> None:
    """What is put into the example, also as a guess, is the same where lines end in CRLF."""
    example = of_now(files(sections(page_of(code))["Example"]))
    root = briefing(example)
    plain = fixed(check(root), guess=True)
    for path in (root / "content").rglob("*.*") if plain else ():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    other = {path: text.replace("\n", "\r\n") for path, text in plain.items()}
    assert not plain or fixed(check(root), guess=True) == other


def checked(
    code: str, fences: dict[str, str], before: dict[str, str], briefing: Write
) -> tuple[Diagnostic, ...]:
    """What is told of the small briefing with these files."""
    after, found = dossier_of(briefing(of_now(fences)))
    found = (*found, *rules.check(after))
    if code not in SINCE:
        return found
    # Told of a change: the small briefing with the files of `before/` is what it started from.
    shutil.rmtree(briefing())
    return (*found, *since.check(dossier_of(briefing(before))[0], after))


def test_page_without_its_diagnostic_is_red() -> None:
    claims = list(expected('```yaml title="a.yaml"\nb: 1  # error: [tab] "x"\n```\n'))
    assert differences((), claims) == ["unmet: ('content/a.yaml', 1, 'error', 'tab', 'x')"]


def test_diagnostic_without_its_claim_is_red(briefing: Write) -> None:
    (told,) = differences(check(briefing({"materials/terbium.yaml": "nam: Tb\n"})), [])
    assert told.startswith("unclaimed: ('content/materials/terbium.yaml', 1, 1, 'unknown-key')")


def test_valid_briefing_is_silent(briefing: Write) -> None:
    assert check(briefing()) == ()


CARTS = """
title: Carts over the bridge
reporter: courier
unit: carts
points:
  2031-02: {{value: {value}, witnesses: [courier-0310#carts]}}
  2031-02-yoy: {{value: 3.5, unit: "%", recompute: 2031-02 / 500 - 1, witnesses: [{witness}]}}
"""


COUNTED = """
title: Carts over the bridge
reporter: courier
points:
  2031-01: {value: 1240, witnesses: [courier-0310#cart]}
  2031-02: {value: 1240, witnesses: [courier-0310#carts]}
  2031-02-rise: {compute: 2031-02 - 2031-01}
"""
POINT = """
text: 'The shires differ. {{{{ {call} }}}}'
rests: [arch-promise]
"""
BRING = "bring it back, or change every place that names it"
LOWERED = """
title: Toll on the bridge
issuer: norland-bridge-office
in-force:
  value: 2031-04-01
  inferred: the notice was posted on the day
  lowered: {{to: reported, why: the notice was never posted, on: 2031-06-02}}
  witnesses: [office-0312#{quotation}, courier-0310#met]
parts:
  rate: {{label: toll, value: "2", unit: pence, witnesses: [office-0312#toll]}}
"""


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        pytest.param(
            {"series/carts.yaml": CARTS.format(value=1241, witness="courier-0310#carts")},
            ["value-not-in-quotation"],
            id="misprint-is-not-recomputed",
        ),
        pytest.param(
            {"series/carts.yaml": CARTS.format(value=1240, witness="courier-0310#carts")},
            ["recompute-differs"],
            id="no-misprint-is",
        ),
        pytest.param(
            {"sources/courier-0310.yaml": "publisher: {"},
            ["yaml-syntax"],
            id="broken-source",
        ),
        pytest.param(
            {"measures/bridge-toll.yaml": "titel: Toll", "sources/office-0312.yaml": "- a"},
            ["unknown-key", "not-a-map"],
            id="broken-files-own-their-ids",
        ),
        pytest.param(
            {"points/promise.yaml": POINT.format(call='fact("arch-promis")')},
            ["dangling-ref"],
            id="misspelt-reference-is-the-dispute-that-it-means",
        ),
        pytest.param(
            {"points/promise.yaml": POINT.format(call='fakt("arch-promise")')},
            [],
            id="misspelt-function-is-no-matter-of-rules",
        ),
        pytest.param(
            {"points/promise.yaml": POINT.format(call='link("arch-promise")')},
            ["point-rests"],
            id="link-prints-no-dispute",
        ),
        pytest.param(
            {"series/carts.yaml": CARTS.format(value=1240, witness="courier-0310#cart")},
            ["dangling-ref"],
            id="nothing-is-recomputed-without-its-quotation",
        ),
        pytest.param(
            {"series/carts.yaml": COUNTED},
            ["dangling-ref"],
            id="no-formula-without-result-where-a-quotation-is-missing",
        ),
        pytest.param(
            {
                "series/carts.yaml": CARTS.format(value=1240, witness="courier-0310#carts").replace(
                    '"%"', "pp"
                )
            },
            ["percent-or-points"],
            id="wrong-unit-is-not-recomputed",
        ),
        pytest.param(
            {"measures/bridge-toll.yaml": LOWERED.format(quotation="toll")},
            [],
            id="lowered",
        ),
        pytest.param(
            {"measures/bridge-toll.yaml": LOWERED.format(quotation="tol")},
            ["dangling-ref"],
            id="lowered-with-a-quotation-missing",
        ),
        pytest.param(
            {
                "sources/office-0312.yaml": TINY["sources/office-0312.yaml"].replace(
                    "2 pence is charged from 1 April", "3 pence is charged from 1 April"
                ),
                "claims/toll.yaml": "{value: 2, witnesses: [courier-0310#met, office-0312#toll]}",
            },
            ["value-not-in-quotation"],
            id="quotation-changed-that-two-statements-use",
        ),
        pytest.param(
            {
                "rounds/mill-talks-2031-03.yaml": """
                    title: Talks
                    date: {value: 2031-03-09, witnesses: [courier-0310#met]}
                    delegations:
                      norland:
                        ada-reed: {person: ada-reed, attendance: presnt, witnesses: [courier-0310]}
                        clerk: {person: ada-red, attendance: absent, witnesses: [courier-0310]}
                    """,
                "claims/there.yaml": """
                    says: Ada Reed was there
                    about: mill-talks-2031-03.delegations.norland.ada-reed
                    witnesses: [courier-0310#warden]
                    """,
            },
            ["wrong-value"],
            id="a-wrong-value-hides-what-else-is-wrong-with-its-record",
        ),
        pytest.param(
            {
                "sources/office-0312.yaml": TINY["sources/office-0312.yaml"].replace(
                    "text:", "txt:", 1
                )
            },
            ["unknown-key"],
            id="a-spoilt-quotation-is-not-missing",
        ),
        pytest.param(
            {"people/ada-reed.yaml": None},
            ["dangling-ref"],
            id="person-gone",
        ),
        pytest.param(
            {"sources/courier-0310.yaml": None},
            ["dangling-ref"],
            id="source-gone-that-many-use",
        ),
        pytest.param(
            {
                "claims/arch-promise.yaml": None,
                "claims/arch.yaml": TINY["claims/arch-promise.yaml"],
            },
            ["dangling-ref"],
            id="claim-renamed",
        ),
        pytest.param(
            {
                "series/carts.yaml": TINY["series/carts.yaml"].replace("2031-02-yoy", "yoy"),
                "pages/carts.md": '{{ fact("carts.points.2031-02-yoy") }}',
                "pages/oxen.md": '{{ fact("carts.points.2031-02-yoy") }}',
            },
            ["dangling-ref"],
            id="point-of-a-series-renamed",
        ),
        pytest.param(
            {"claims/arch-promise.yaml": None},
            ["dangling-ref"],
            id="claim-gone-and-not-the-source-that-it-alone-used",
        ),
        pytest.param(
            {"claims/toll.yaml": "{words: a toll}", "sources/gazette.yaml": GAZETTE},
            ["value-without-witness"],
            id="witnesses-gone-and-not-their-source",
        ),
        pytest.param(
            {
                "claims/toll.yaml": "{words: a, witnesses: [office-0312#tol]}",
                "sources/gazette.yaml": GAZETTE,
            },
            ["dangling-ref", "unused-source"],
            id="a-slip-hides-no-unused-source",
        ),
        pytest.param(
            {"sources/gazette.yaml": GAZETTE, "sources/gazette-copy.yaml": GAZETTE},
            ["unused-source"],
            id="two-sources-that-one-lost-statement-may-have-named",
        ),
        pytest.param(
            {"people/tom-hale.yaml": "name: {en: Tom Hale}", "sources/gazette.yaml": GAZETTE},
            ["unused-record"],
            id="a-person-without-offices-and-their-source",
        ),
        pytest.param(
            {"sources/office-0312.yaml": TINY["sources/office-0312.yaml"].replace("toll:", "tax:")},
            ["dangling-ref"],
            id="quotation-renamed",
        ),
        pytest.param(
            {
                "measures/bridge-toll.yaml": TINY["measures/bridge-toll.yaml"].replace(
                    "in-force", "begins"
                ),
                "claims/over.yaml": "compute: bridge-toll.in-force + 90 days",
                "claims/toll.yaml": """
                    says: the toll is charged
                    about: bridge-toll.in-force
                    witnesses: [office-0312#toll]
                    """,
            },
            ["dangling-ref"],
            id="statement-renamed-that-a-formula-needs",
        ),
        pytest.param(
            {
                "rounds/mill-talks-2031-03.yaml": """
                    title: Talks
                    date: {value: 2031-05-09, witnesses: [courier-0310#met]}
                    last-day: {value: 2031-03-09, witnesses: [courier-0310#met]}
                    """
            },
            ["value-not-in-quotation"],
            id="misprint-is-neither-early-nor-late",
        ),
        pytest.param(
            {
                "measures/bridge-toll.yaml": """
                    title: Toll
                    issuer: norland
                    in-force: {value: 2031-04-01, witnesses: [office-0321#toll]}
                    """
            },
            ["dangling-ref"],
            id="nothing-is-missed-in-a-source-that-is-not-there",
        ),
        pytest.param(
            {
                "claims/half.yaml": """
                    title: Half of the carts
                    value: 620
                    recompute: carts.points.2031-02 / 2
                    witnesses: [courier-0310#halved]
                    """,
                "pages/carts.md": None,
            },
            ["dangling-ref"],
            id="what-rests-on-a-lost-quotation-is-not-recomputed",
        ),
    ],
)
def test_one_cause_is_one_diagnostic(
    changes: dict[str, str | None], codes: list[str], briefing: Write
) -> None:
    assert sorted(found.code for found in check(briefing(changes))) == sorted(codes)


def test_the_fact_that_a_literal_means_is_offered_first(briefing: Write) -> None:
    share = "{value: 2, unit: '%', inferred: guessed, witnesses: [office-0312#toll], title: "
    files = {
        **{f"claims/{name}.yaml": f"{share}{name}}}" for name in ("a-share", "b-share", "c-share")},
        "points/toll.yaml": "text: 2 pence, or 2 %\nrests: [bridge-toll.parts.rate, c-share]",
    }
    pence, share = check(briefing(files))
    assert pence.help.startswith('write `{{ fact("bridge-toll.parts.rate") }}` or')
    assert share.help.startswith('write `{{ fact("c-share") }}` or')


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"claims/arch.yaml": TINY["claims/arch-promise.yaml"]}, ["another claim"]),
        ({"measures/toll-2.yaml": TINY["measures/bridge-toll.yaml"]}, ["another measure"]),
        ({"points/again.yaml": TINY["points/promise.yaml"]}, ["another point"]),
        (dict.fromkeys(("bodies/a.yaml", "bodies/b.yaml"), "name: {en: Reeves}"), ["another body"]),
        (
            {
                f"materials/{id}.yaml": f"{{name: {id}, symbol: Tb}}"
                for id in ("yttria", "zirconia")
            },
            ["another material"],
        ),
        (dict.fromkeys(("materials/a.yaml", "materials/b.yaml"), SYMBOL), ["another material"]),
        # Each side can have its ministry.
        (
            {
                f"bodies/{of}-reeves.yaml": f"{{name: {{en: Reeves}}, of: {of}}}"
                for of in ("norland", "sudland")
            },
            [],
        ),
        # What has neither title nor question is called by what it says.
        (dict.fromkeys(("claims/a.yaml", "claims/b.yaml"), "{witnesses: [office-0312#toll]}"), []),
    ],
)
def test_a_copied_record_is_called_as_the_first(
    briefing: Write, files: dict[str, str], expected: list[str]
) -> None:
    found = [one for one in check(briefing(files)) if one.code == "same-title"]
    assert [" ".join(one.message.split()[:2]) for one in found] == expected


def test_what_one_origin_lifts_is_told_once(briefing: Write) -> None:
    post = TINY["sources/post-0602.yaml"].replace("nothing about the arch", "this, on 9 March")
    met = "{value: 2031-03-09, witnesses: [courier-0310#met, post-0602#none]}"
    files = {
        "sources/post-0602.yaml": post.replace("origin: own", "origin: unknown"),
        "claims/arch-promise.yaml": None,
        "points/promise.yaml": None,
        "claims/day.yaml": met,
        "claims/meeting.yaml": met,
    }
    before, _ = dossier_of(briefing(files))
    after, _ = dossier_of(briefing({**files, "sources/post-0602.yaml": post}))
    (found,) = since.check(before, after)
    assert found.message.startswith("`day` rises from reported to confirmed, with 1 more, through")
    assert [label.span.file.path for label in found.labels] == [
        "content/claims/day.yaml",
        "content/claims/meeting.yaml",
    ]


def test_what_a_point_has_lost_is_told_once(briefing: Write) -> None:
    aside = "superseded: {by: arch-promise, on: 2031-06-02}"
    gone = f"{{words: mend, witnesses: [office-0312#hold], {aside}}}"
    files = {f"claims/{name}.yaml": gone for name in ("one", "two")}
    point = "text: 'So {{ fact(\"arch-promise\") }}'\nrests: [one, arch-promise, two]\n"
    (found,) = check(briefing({**files, "points/promise.yaml": point}))
    assert found.message.endswith("which is superseded, and on 1 more that have stepped aside")
    assert (found.span.text, len(found.labels)) == ("one", 2)


def test_what_many_places_name_is_told_with_all_of_them(briefing: Write) -> None:
    (found,) = check(briefing({"sources/courier-0310.yaml": None}))
    assert found.message == "no source `courier-0310`, which 5 places name"
    assert found.span.file.path == "content/people/ada-reed.yaml"
    assert [label.span.file.path for label in found.labels] == [
        "content/rounds/mill-talks-2031-03.yaml",
        "content/rounds/mill-talks-2031-03.yaml",
        "content/series/carts.yaml",
        "content/series/carts.yaml",
    ]
    assert found.help == "bring it back, or change every place that names it"


TOLLS = """
publisher: Norland Bridge Office
title: Tolls by year
published: 2031-03-12
retrieved: 2031-07-01
kind: official text
origin: own
tables:
  tolls:
    title: Tolls
    licence: public domain
    columns: {load: Load, in-2030: "2030", in-2031: "2031"}
    rows: {carts: [Carts, "1", "2"], barrows: [Barrows, "3", "4"]}
"""
YEARS = """
title: Tolls
unit: pence
points:
  a: {label: a, value: 1, witnesses: [tolls#tolls/carts/in-2030]}
  b: {label: b, value: 3, witnesses: [tolls#tolls/barrows/in-2030]}
  c: {label: c, value: 4, witnesses: [tolls#tolls/barrows/in-2031]}
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "in-2030:",
            "in-2029:",
            "the source `tolls` has no column `in-2030` in its table `tolls`, which 2 places name",
        ),
        (
            "barrows:",
            "wheels:",
            "the source `tolls` has no row `barrows` in its table `tolls`, which 2 places name",
        ),
        ("  tolls:", "  fees:", "the source `tolls` has no table `tolls`, which 3 places name"),
        (
            "barrows:",
            "barows:",
            "2 places name the row `barrows` in the table `tolls` of `tolls`, and none `barows`",
        ),
    ],
)
def test_a_line_of_a_table_that_is_missing_is_told_once(
    old: str, new: str, message: str, briefing: Write
) -> None:
    tolls = {"sources/tolls.yaml": TOLLS, "series/tolls-by-year.yaml": YEARS}
    assert not [one for one in check(briefing(tolls)) if one.code == "dangling-ref"]
    broken = {"sources/tolls.yaml": TOLLS.replace(old, new, 1)}
    (found,) = check(briefing({**tolls, **broken}))
    assert (found.code, found.message) == ("dangling-ref", message)


@pytest.mark.parametrize(
    ("gone", "new", "meant"),
    [
        ("claims/arch-promise", "claims/arch-promises", "call it as they do"),
        ("claims/arch-promise", "claims/southern-arch", BRING),
        ("sources/courier-0310", "sources/courier-2031", "did you mean `courier-2031`?"),
        ("series/carts", "series/ox-carts", "did you mean `ox-carts`?"),
        ("series/carts", "series/wagons", BRING),
        ("series/carts", "materials/cart", BRING),
    ],
)
def test_a_new_name_is_one_that_nothing_mentions(
    gone: str, new: str, meant: str, briefing: Write
) -> None:
    twice = 'Carts: {{ fact("carts.points.2031-02") }} and {{ fact("carts.points.2031-02-yoy") }}.'
    text = TINY[f"{gone}.yaml"] if gone[:3] == new[:3] else "name: {en: Cart}"
    moved = {f"{gone}.yaml": None, f"{new}.yaml": text, "pages/carts.md": twice}
    (found,) = check(briefing(moved))
    assert found.help.startswith(meant)


def test_what_is_offered_and_named_nowhere_may_be_what_is_misspelt(briefing: Write) -> None:
    series = TINY["series/carts.yaml"].replace("2031-02-yoy:", "2031-02-yo:")
    prose = '{{ fact("carts.points.2031-02-yoy") }} more.'
    (found,) = check(briefing({"series/carts.yaml": series, "pages/carts.md": prose}))
    assert found.help == "did you mean `carts.points.2031-02-yo`?"
    assert [(one.span.text, one.message) for one in found.labels] == [
        ("2031-02-yo", "or is this one misspelt?")
    ]


def test_a_quotation_that_was_changed_is_told_where_it_stands(briefing: Write) -> None:
    source = TINY["sources/courier-0310.yaml"].replace("9 March", "8 March")
    talks = "{value: 2031-03-09, witnesses: [courier-0310#met]}"
    (found,) = check(
        briefing(
            {
                "sources/courier-0310.yaml": source,
                "rounds/mill-talks-2031-03.yaml": f"{{title: Talks, date: {talks}, met: {talks}}}",
            }
        )
    )
    assert (found.span.file.path, found.span.line) == ("content/sources/courier-0310.yaml", 10)
    assert found.message.startswith("2 statements take `2031-03-09` from the quotation")
    assert found.note == "the quotation has `8 March 2031`"
    assert len(found.labels) == 2


MARKET = """
publisher: The Courier
title: The market
published: 2031-03-10
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
  carts: {text: CARTS}
  geese: {text: GEESE}
"""
SOLD = {
    "series/sold.yaml": "{title: Sold, reporter: courier, unit: heads, points: {"
    "2031-02: {value: 1240, witnesses: [market#carts]}, "
    "2031-01: {value: 1199, witnesses: [market#carts]}, "
    "geese: {value: 31, period: 2031-02, witnesses: [market#geese]}}}",
    "claims/fair.yaml": "{words: a quiet fair, witnesses: [market#geese]}",
    "claims/read.yaml": "{words: some 1240 carts, witnesses: [market#carts]}",
}


@pytest.mark.parametrize(
    ("carts", "geese", "line", "expected"),
    [
        (
            "some 1240 carts, not 1199",
            "31 geese on a quiet fair",
            0,
            "",
        ),
        (
            "31 geese on a quiet fair",
            "some 1240 carts, not 1199",
            8,
            "`market#carts` has what is taken from `market#geese`, and the other way about",
        ),
        (
            "All was quiet",
            "31 geese on a quiet fair",
            8,
            "3 statements take `1240`, `1199` from the quotation `market#carts`, which has nothing",
        ),
        (
            "some 1420 carts, not 1199",
            "31 geese on a quiet fair",
            8,
            "2 statements take `1240` from the quotation `market#carts`, which does not have it",
        ),
    ],
)
def test_what_is_wrong_with_a_quotation_is_told_once(
    briefing: Write, carts: str, geese: str, line: int, expected: str
) -> None:
    text = MARKET.replace("CARTS", f'"{carts}"').replace("GEESE", f'"{geese}"')
    found = check(briefing({**SOLD, "sources/market.yaml": text}))
    assert [one.span.line for one in found] == ([line] if line else [])
    assert all(one.message.startswith(expected) for one in found)


def spoilt(briefing: Write, carts: str, geese: str, series: str = "") -> list[Diagnostic]:
    text = MARKET.replace("CARTS", f'"{carts}"').replace("GEESE", f'"{geese}"')
    files = SOLD | ({"series/sold.yaml": series} if series else {})
    return list(check(briefing({**files, "sources/market.yaml": text})))


def test_a_quotation_that_is_told_names_all_that_rests_on_it(briefing: Write) -> None:
    (found,) = spoilt(briefing, "31 geese on a quiet fair", "some 1240 carts, not 1199")
    at = [(Path(one.span.file.path).stem, one.span.line) for one in found.labels]
    assert at == [("market", 9), ("fair", 1), ("read", 1), *[("sold", 1)] * 3]


POINTS = "{{title: Sold, reporter: courier, unit: heads, points: {{{points}}}}}"


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        pytest.param(
            {"2030-01": (13, "carts"), "2030-02": (32, "carts")},
            [("sold", "correct it, quote")],
            id="a-typing-slip",
        ),
        pytest.param(
            {"2030-01": (13, "carts"), "2030-02": (23, "carts")},
            [("market", "correct the quotation, or each statement")],
            id="all-that-rests-on-it",
        ),
        pytest.param(
            {"2030-01": (51, "carts"), "2030-02": (52, "carts"), "2030-03": (31, "carts")},
            [("sold", "correct it, or add the witness `market#geese`")] * 2,
            id="a-copied-witness",
        ),
        pytest.param(
            {
                **{"2030-01": (31, "carts"), "2030-02": (52, "geese")},
                **{"2030-03": (32, "carts"), "2030-04": (51, "geese")},
                **{"2030-05": (52, "carts"), "2030-06": (32, "geese")},
            },
            [("sold", "let the two change places, or their witnesses")],
            id="two-witnesses-exchanged-beside-sound-ones",
        ),
    ],
)
def test_what_a_quotation_has_not_is_told_at_the_statement(
    briefing: Write, points: dict[str, tuple[int, str]], expected: list[tuple[str, str]]
) -> None:
    written = (
        f"{key}: {{value: {value}, witnesses: [market#{witness}]}}"
        for key, (value, witness) in points.items()
    )
    files = {
        "sources/market.yaml": MARKET.replace("CARTS", "31 carts then 32").replace(
            "GEESE", "51 geese then 52"
        ),
        "series/sold.yaml": POINTS.format(points=", ".join(written)),
    }
    found = check(briefing(files))
    assert [Path(one.span.file.path).stem for one in found] == [one for one, _ in expected]
    assert all(one.help.startswith(hint) for one, (_, hint) in zip(found, expected, strict=True))


def test_a_person_named_twice_is_told_once(briefing: Write) -> None:
    claim = "{says: They met, people: [ada-reed, ada-reed], witnesses: [office-0312#met]}"
    found = check(briefing({"claims/met.yaml": claim}))
    assert [one.code for one in found] == ["person-not-in-quotation", "named-twice"]


def test_columns_that_changed_places_are_told_once(briefing: Write) -> None:
    table = (
        "\ntables:\n  sold:\n    title: Sold\n    licence: public domain\n"
        "    columns: {what: What, in-2031: x, in-2030: x}\n    rows:\n"
        "      carts: [Carts, 10, 11]\n      geese: [Geese, 20, 21]\n"
    )
    points = (
        f"{year}{row}: {{value: {value}, period: {year}, witnesses: [market#sold/{row}/in-{year}]}}"
        for row, values in {"carts": (10, 11), "geese": (20, 21)}.items()
        for year, value in zip((2030, 2031), values, strict=True)
    )
    series = f"{{title: Sold, reporter: courier, unit: heads, points: {{{', '.join(points)}}}}}"
    source = MARKET.partition("quotes:")[0] + table.lstrip()
    (found,) = check(briefing({"sources/market.yaml": source, "series/sold.yaml": series}))
    assert found.message.endswith("the other way about, and so for 1 more")
    assert (found.span.file.path, found.span.line) == ("content/sources/market.yaml", 13)


def test_token_that_is_escaped_is_told_at_the_whole_value() -> None:
    file = SourceFile("content/series/x.yaml", r'"a + \x62"')
    whole = file.span(0, len(file.text))
    assert token(whole, "a").column == 2
    assert token(whole, "b") == whole


def test_every_code_has_its_page() -> None:
    sources = (path.read_text(encoding="utf-8") for path in GENERATOR.rglob("*.py"))
    used = {code for source in sources for code in CODE.findall(source)}
    assert used == {path.stem for path in PAGES.glob("*.md")}


def test_every_rule_is_listed() -> None:
    modules = {path.stem for path in (GENERATOR / "rules").glob("*.py")}
    listed = {rule.__module__.rpartition(".")[2] for rule in rules.RULES}
    assert modules - listed == {
        "__init__",
        "doubts",
        "formulas",
        "gone_together",
        "hidden",
        "in_reasons",
        "known",
        "label_numbers",
        "likeliest",
        "merged",
        "misfit",
        "exchanged",
        "misquoted",
        "months",
        "nameless",
        "near",
        "needed",
        "numberless",
        "parted",
        "unnamed",
        "unspaced",
        "unprinted",
        "publication",
        "passages",
        "references",
        "said",
        "same_word",
        "texts",
        "times",
        "titles",
        "wanted",
    }


COUNTED_WITH = """
    title: Carts over the bridge
    unit: carts
    points:
      2031-02:
        value: "1240"
        witnesses: [{witness}]
        {aside}
      twice: {{compute: 2031-02 + 2031-02}}
      four-times: {{compute: twice + twice}}
      held: {{value: "2480", witnesses: [courier-0310#carts], recompute: 2031-02 * 2}}
    """


def test_what_is_computed_falls_with_its_inputs_and_is_no_fault(briefing: Write) -> None:
    aside = "retracted: {why: the bridge was closed, on: 2031-05-01}"
    carts = COUNTED_WITH.format(witness="courier-0310#carts", aside=aside)
    root = briefing({"series/carts.yaml": carts, "pages/carts.md": None})
    assert "formula-without-result" not in {one.code for one in check(root)}
    facts = derive(read(root).briefing, date(2032, 6, 1)).facts
    fallen = [facts[f"carts.points.{key}"] for key in ("twice", "four-times")]
    assert {fact.status for fact in fallen} == {Status.RETRACTED}
    assert not any(fact.computed and fact.computed.result for fact in fallen)
    assert {outcome(fact) for fact in fallen} == {
        "not computed: not all of what goes into it stands"
    }


def test_an_input_without_a_quotation_is_told_once(briefing: Write) -> None:
    carts = COUNTED_WITH.format(witness="courier-0310", aside="label: February")
    found = check(briefing({"series/carts.yaml": carts, "pages/carts.md": None}))
    (bare,) = (one for one in found if one.code == "formula-without-result")
    assert bare.message.startswith("no quotation bears out `carts.points.2031-02`")
    assert [label.message for label in bare.labels] == [
        "no quotation bears it out",
        "counts with it",
    ]
