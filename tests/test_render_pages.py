"""What each page tells of a fact, and that hostile text tells nothing to a browser."""

from __future__ import annotations

from functools import cache

import pytest

from generator.render.site import site
from generator.source import SourceFile
from tests.dossiers import briefing_of, dossier_of, source
from tests.sites import Seen, Settings, built, seen, words

FILES = {
    "sources/note.yaml": source("The Wire", "2031-03-10", "the arch of 34 stones stands"),
    "sources/post.yaml": source("The Post", "2031-03-11", "the arch fell on 9 March 2031"),
    "claims/fate.yaml": """
        asks: Does the arch stand?
        positions:
          stands: {by: reed, says: The arch stands, witnesses: [note#q]}
          fell: {by: stone, says: The arch fell, witnesses: [post#q]}
          slip: {words: the ark, witnesses: [post#q], rejected: {why: a slip, on: 2031-04-01}}
        reading: {text: Only one can be so., on: 2031-05-01}
        """,
    "claims/silence.yaml": """
        by: reed
        words: the arch stands
        witnesses: [note#q, post]
        silent: {south: {witnesses: [post#q]}}
        see: [fate]
        """,
    "series/stones.yaml": """
        title: Stones
        reporter: toll-office
        unit: stones
        points:
          2031-02: {value: 34, witnesses: [note#q]}
          2031-03: {value: 34, recompute: 2031-02 * 2, witnesses: [note#q]}
          2031-04: {value: 34, recompute: 2031-02 + 0, witnesses: [note#q]}
          2031-05: {value: 34, recompute: 2030-05 + 1, witnesses: [note#q]}
          2031-06: {compute: 2031-02 * 3}
        """,
}


@cache
def small(day: str = "2031-06-30") -> dict[str, Seen]:
    files = built(dossier_of(FILES, day))
    return {path.replace(".md", ".html"): seen(path, text) for path, text in files.items()}


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("claims", "Ada Reed : The arch stands (claimed by Ada Reed)"),
        ("claims", "Ben Stone : The arch fell (claimed by Ben Stone)"),
        ("claims", "(rejected on 1 April 2031) Reason: a slip"),
        ("claims", "Our reading (from 1 May 2031): Only one can be so."),
        ("claims", "South does not mention it:"),
        ("claims", "also in The Post"),
        ("claims", "no quotation held"),
        ("claims", "As of 30 June 2031; known from 10 March 2031."),
        ("claims", "written in content/claims/fate.yaml, line 1"),
        ("series", "recomputed: 68 stones, differs"),
        ("series", "recomputed: 34 stones, agrees"),
        ("series", "not recomputed: no base"),
        ("series", "computed by us from the statements below"),
        ("figures", "counted by Toll Office"),
        ("disputed", "Ada Reed : The arch stands"),
        ("facts", "Ada Reed: The arch stands; Ben Stone: The arch fell ( disputed )"),
        ("sources", "Statements that rest on it:"),
        ("about", "How “The bridge” works"),
    ],
)
def test_page_tells(page: str, told: str) -> None:
    assert told in words(small()[f"{page}/index.html"])


def test_kind_without_records_has_no_page() -> None:
    assert "rounds/index.html" not in small() and "bodies/index.html" not in small()


def test_body_with_a_statement_has_a_page() -> None:
    body = "{name: The Wire, seat: {words: the arch, witnesses: [note#q]}}"
    pages = built(dossier_of({**FILES, "bodies/wire.yaml": body}))
    assert 'id="wire.seat"' in pages["bodies/index.md"]


def test_what_is_not_known_yet_is_not_named() -> None:
    early = small("2031-03-10")
    assert "The arch fell" not in " ".join(words(page) for page in early.values())
    assert "slip" not in words(early["claims/index.html"])


def test_key_points_rest_on_what_is_known() -> None:
    point = '{text: "So {{ fact(%s) }}.", rests: [%s], order: %s}'
    points = {
        "points/late.yaml": point % ("'fate'", "fate", 20),
        "points/early.yaml": point % ("'stones.points.2031-02'", "stones.points.2031-02", 30),
        "points/never.yaml": point % ("'fate'", "nothing", 10),
    }
    brief = built(dossier_of({**FILES, **points}))["index.md"]
    assert brief.index('id="late"') < brief.index('id="early"')
    assert 'id="never"' not in brief
    assert 'id="late"' not in built(dossier_of({**FILES, **points}, "2031-02-01"))["index.md"]


def test_brief_counts_statements_by_status() -> None:
    brief = words(small()["index.html"])
    assert "reported 5" in brief and "claimed 1" in brief and "disputed 1" in brief
    assert "retracted" not in brief


def test_place_is_a_link_where_the_repository_is_known() -> None:
    settings = Settings(repository="https://code.example/x/", branch="edit")
    page = built(dossier_of(FILES), settings)["claims/index.md"]
    assert 'href="https://code.example/x/blob/edit/content/claims/fate.yaml#L1"' in page


def test_redirect_is_plain() -> None:
    page = built(dossier_of(FILES), Settings(url="https://b.example/"))["f/fate/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../claims/index.html#fate">' in page
    assert '<link rel="canonical" href="https://b.example/claims/index.html#fate">' in page
    assert "noindex" in page and "<script" not in page


def test_fault_in_prose_is_told_and_nothing_is_written() -> None:
    given = dossier_of(FILES)
    page = SourceFile("content/pages/x.md", 'one\n\n{{ fatc("fate") }}\n')
    object.__setattr__(given.briefing, "pages", (page,))
    files, (fault,) = site(given, Settings())
    assert not files and (fault.code, fault.span.line) == ("template-name", 3)


def test_fault_in_a_key_point_is_shown_in_its_file() -> None:
    files = {**FILES, "points/p.yaml": "rests: [fate]\ntext: 'So {{ fact(1) }}'\n"}
    _, (fault,) = site(dossier_of(files), Settings())
    assert (fault.span.file.path, fault.span.line) == ("content/points/p.yaml", 2)


HOSTILE = "</dd><script>x</script> **b** `c` [d](javascript:e) {{ f }} | g &lt;h # i"


def test_hostile_text_is_only_text() -> None:
    told = HOSTILE
    files = {
        "sources/bad.yaml": source(
            f'"{told}"', "2031-03-10", told, title=f'"{told}"', kind=f'"{told}"'
        ),
        "claims/bad-claim.yaml": f"""
            title: "{told}"
            words: "{told}"
            basis: "{told}"
            witnesses: [bad#q]
            reading: {{text: "{told}", on: 2031-05-01}}
            """,
        "events/bad-event.yaml": f"""
            title: "{told}"
            date: {{says: "{told}", witnesses: [bad#q]}}
            """,
        "series/bad-series.yaml": f"""
            title: "{told}"
            unit: "{told}"
            points: {{2031-02: {{value: 3, witnesses: [bad#q]}}}}
            """,
    }
    for path, text in built(dossier_of(files)).items():
        page = seen(path, text)
        assert not {"script", "b", "em"} & set(page.tags), path
        assert not [link for link in page.links if "javascript" in link], path


def test_briefing_without_facts_is_still_a_site() -> None:
    pages = built(dossier_of({}))
    assert sorted(pages) == ["about/index.md", "index.md"]
    assert briefing_of({}).edition.title in pages["index.md"]
