"""What each page tells of a fact."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from generator.derive import derive
from generator.model.edition import Moved
from generator.render.site.pages import PageInputs
from generator.render.site.site import Site
from generator.render.views import corrections
from generator.render.views.downloads import BEGIN, END, OfferedPdf, told, weight
from generator.rules.prose import prose_errors
from generator.source import SourceFile
from tests.dossiers import briefing_of, dossier_of, source
from tests.sites import Built, Seen, Settings, built, seen, words

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
        ("claims/fate", "Ada Reed, according to The Wire : The arch stands (claimed)"),
        ("claims/fate", "Ben Stone, according to The Post : The arch fell (claimed)"),
        ("disputed", "1 dispute. Does the arch stand? 1 other statement with a note of ours,"),
        ("claims/fate", "(rejected on 1 April 2031) Reason: a slip"),
        ("claims/fate", "Our note (from 1 May 2031). Only one can be so."),
        ("claims/silence", "South does not mention it:"),
        ("claims/silence", "also The Post"),
        ("claims/silence", "not quoted"),
        ("claims/fate", "As of 30 June 2031; known since 10 March 2031."),
        ("claims/fate", "written in content/claims/fate.yaml, line 1"),
        ("series/stones", "recomputed as 68 stones, which differs"),
        ("series/stones", "recomputed as 34 stones, which agrees"),
        ("series/stones", "not recomputed for want of a base"),
        ("series/stones", "computed by us from the statements below"),
        ("series/stones", "Stones, February 2031: 34 stones , from The Wire"),
        ("figures", "Stones 102 stones June 2031 Toll Office 5"),
        ("disputed", "Ada Reed, according to The Wire : The arch stands"),
        (
            "facts",
            "The Wire; The arch fell, Ben Stone says, according to The Post (disputed)",
        ),
        ("sources/note", "Statements that rest on it"),
        ("about", "How “The bridge” works"),
        ("about", "is cited as “The bridge”, as of 30 June 2031"),
        ("disputed", "Disputes and notes"),
        ("facts", "Claims Single statements Statement Value and status Known since"),
        ("facts", "Series Stones Statement Value and status Known since February 2031"),
        ("sources", "[1] Notes The Wire 10 March 2031"),
    ],
)
def test_page_tells(page: str, told: str) -> None:
    assert told in words(small()[f"{page}/index.html"])


def test_about_names_the_licence_where_it_is_told() -> None:
    settings = Settings(licence="Free for all", **{"licence-url": "https://b.example/licence"})
    page = built(dossier_of(FILES), settings)["about/index.md"]
    assert '<a href="https://b.example/licence" rel="nofollow external">Free for all</a>' in page
    assert "Licence of the words" not in built(dossier_of(FILES))["about/index.md"]


def test_sources_stand_under_their_kinds() -> None:
    office = source("Toll Office", "2031-03-12", "the arch", kind="official text")
    claim = "{by: reed, words: the arch, witnesses: [office#q]}"
    files = {**FILES, "sources/office.yaml": office, "claims/third.yaml": claim}
    page = built(dossier_of(files))["sources/index.md"]
    headings = re.findall('<h2 id="([^"]*)">([^<]*)<a', page)
    assert headings == [
        ("section--newspaper", "Newspaper"),
        ("section--official-text", "Official text"),
    ]


def test_terms_have_their_forms_and_say_where_no_meaning_is_held() -> None:
    term = "{term: {en: arch, zh: 拱, seen: note}}"
    page = built(dossier_of({**FILES, "glossary/word-arch.yaml": term}))["glossary/index.md"]
    shown = words(seen("x.md", page))
    assert "arch no definition found 拱 (seen at The Wire)" in shown
    assert '<bdi lang="zh">拱</bdi>' in page


def test_terms_stand_by_their_names() -> None:
    terms = {
        f"glossary/{id_}.yaml": f"{{term: {term}}}"
        for id_, term in (("a", "toll"), ("b", "Ferry"), ("c", "arch"))
    }
    page = words(seen("x.md", built(dossier_of({**FILES, **terms}))["glossary/index.md"]))
    assert page.index("arch no") < page.index("Ferry no") < page.index("toll no")


def test_a_source_without_a_title_says_so() -> None:
    untitled = FILES["sources/note.yaml"].replace("title: Notes", "title: unknown")
    page = built(dossier_of({**FILES, "sources/note.yaml": untitled}))["sources/index.md"]
    assert "untitled page" in page and "unknown" not in page


def test_single_sources_are_counted_by_statements() -> None:
    page = built(dossier_of(FILES))["unknowns/index.md"]
    number = re.search(r"(\d+) on a single source", page)
    assert number and f'data-count="{number[1]}"><h2 id="section--single"' in page


@pytest.mark.parametrize(
    ("witness", "told"),
    [
        ("post#q", "The account of South does not mention it."),
        ("post", "No account from South was found."),
    ],
)
def test_only_a_quotation_tells_that_a_side_says_nothing(witness: str, told: str) -> None:
    silence = FILES["claims/silence.yaml"].replace("[post#q]", f"[{witness}]")
    page = built(dossier_of({**FILES, "claims/silence.yaml": silence}))["index.md"]
    assert told in words(seen("index.md", page))


def test_a_meaning_of_ours_is_said_once_and_called_ours() -> None:
    term = "{term: arch, reading: {text: What carries a bridge., on: 2031-03-09}}"
    pages = built(dossier_of({**FILES, "glossary/word-arch.yaml": term}))
    for name in ("glossary/index.md", "glossary/word-arch/index.md"):
        shown = words(seen("x.md", pages[name]))
        assert shown.count("What carries a bridge. (our definition)") == 1
    assert "Our note" not in pages["glossary/word-arch/index.md"]


def test_what_was_set_aside_is_listed_as_a_correction() -> None:
    claim = """
        positions:
          stands: {by: reed, says: The arch stands, witnesses: [note#q]}
          slip: {words: the ark, witnesses: [post#q], rejected: {why: a slip, on: 2031-04-01}}
        """
    page = built(dossier_of({**FILES, "claims/mended.yaml": claim}))["disputed/index.md"]
    assert "; rejected on 1 April 2031; a slip)" in words(seen("x.md", page))


def test_kind_without_records_has_no_page_and_a_body_only_with_a_statement() -> None:
    assert "rounds/index.html" not in small() and "bodies/index.html" not in small()
    body = "{name: The Wire, seat: {words: the arch, witnesses: [note#q]}}"
    pages = built(dossier_of({**FILES, "bodies/wire.yaml": body}))
    assert 'id="wire.seat"' in pages["bodies/wire/index.md"]


def test_what_is_not_known_yet_is_not_named() -> None:
    early = small("2031-03-10")
    assert "The arch fell" not in " ".join(words(page) for page in early.values())
    assert "slip" not in words(early["claims/fate/index.html"])


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
    told = ("computed 1", "reported 4", "claimed 1", "disputed 1")
    assert all(one in brief for one in told)
    assert "retracted" not in brief


def test_a_card_leads_to_its_place_and_to_the_form_with_its_id_where_the_repository_is_known() -> (
    None
):
    settings = Settings(repository="https://code.example/x/", branch="edit")
    page = seen("x.md", built(dossier_of(FILES), settings)["claims/fate/index.md"])
    assert "https://code.example/x/edit/edit/content/claims/fate.yaml#L1" in page.links
    (address,) = (link for link in page.links if "/issues/new?" in link)
    assert address == "https://code.example/x/issues/new?template=wrong-fact.yml&fact=fate"


def test_without_a_repository_a_card_leads_to_how_it_is_corrected() -> None:
    pages = built(dossier_of(FILES))
    page = seen("x.md", pages["claims/fate/index.md"])
    assert "../../corrections/index.html" in page.links
    assert not [link for link in page.links if "issues" in link or "edit" in link]
    assert "write to whoever gave you these pages" in words(seen("x.md", pages["about/index.md"]))


def test_about_leads_to_both_forms() -> None:
    about = built(dossier_of(FILES), Settings(repository="https://code.example/x"))[
        "about/index.md"
    ]
    for name in (corrections.WRONG, corrections.MISSING):
        assert f"https://code.example/x/issues/new?template={name}" in seen("x.md", about).links


def test_redirect_is_plain() -> None:
    page = built(dossier_of(FILES), Settings(url="https://b.example/"))["f/fate/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../claims/fate/index.html#fate">' in page
    assert '<link rel="canonical" href="https://b.example/claims/fate/index.html#fate">' in page
    assert "noindex" in page and "<script" not in page


def with_moved(**moved: Moved) -> dict[str, str]:
    return built(derive(replace(briefing_of(FILES), moved=moved), date(2031, 6, 30)))


def test_what_a_renamed_record_had_leads_on_with_it() -> None:
    """Its page and the short address of each statement."""
    pages = with_moved(lot=Moved(to="fate"), pebbles=Moved(to="stones"))
    assert "url=../fate/index.html" in pages["claims/lot/index.html"]
    assert "url=../stones/index.html" in pages["series/pebbles/index.html"]
    short = pages["f/pebbles.points.2031-02/index.html"]
    assert "url=../../series/stones/index.html#stones.points.2031-02" in short


def test_what_was_renamed_twice_leads_to_its_last_id() -> None:
    pages = with_moved(lot=Moved(to="end"), end=Moved(to="fate"), twist=Moved(gone="never was"))
    for path in ("f/lot/index.html", "f/end/index.html"):
        assert "url=../../claims/fate/index.html#fate" in pages[path]
    assert "url=../fate/index.html" in pages["claims/lot/index.html"]


def test_what_led_to_something_that_is_gone_says_why() -> None:
    page = with_moved(lot=Moved(to="end"), end=Moved(gone="never was"))["f/lot/index.html"]
    assert "no longer part of the briefing: never was" in page and "refresh" not in page


def test_who_has_no_page_is_named_at_the_old_address() -> None:
    page = with_moved(red=Moved(to="north"))["f/red/index.html"]
    assert "<p>red is now North.</p>" in page and "refresh" not in page


def test_a_page_of_prose_that_was_renamed_leads_on() -> None:
    moved = {
        "pages/crossing": Moved(to="pages/bridge"),
        "pages/stone": Moved(to="fate"),
        "pages/ford": Moved(gone="there was none"),
        "pages/ferry": Moved(to="pages/early"),
    }
    prose = (
        SourceFile("content/pages/bridge.md", "# The bridge\n\nIt stands.\n"),
        SourceFile("content/pages/early.md", "<!-- known: 2031-12-01 -->\nIt came.\n"),
    )
    held = replace(briefing_of(FILES), moved=moved, pages=prose)
    pages = built(derive(held, date(2031, 6, 30)))
    assert "url=../bridge/index.html" in pages["crossing/index.html"]
    assert "url=../claims/fate/index.html" in pages["stone/index.html"]
    assert "This page is no longer part" in pages["ford/index.html"]
    assert "there was none" in pages["ford/index.html"]
    assert not [path for path in pages if path.startswith("f/pages")]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("It is\nshallow, as No. 3 is. Carts cross.\n", "It is shallow, as No. 3 is."),
        ('It {{ fact("fate") }}. Carts cross.\n', "talks over a bridge"),
        ("- It is shallow.\n", "talks over a bridge"),
        ("These:\n\n- It is shallow.\n", "talks over a bridge"),
    ],
)
def test_a_page_of_prose_begins_with_its_first_plain_sentence(text: str, lead: str) -> None:
    ford = SourceFile("content/pages/ford.md", f"# The ford\n\n{text}")
    held = replace(briefing_of(FILES), pages=(ford,))
    page = words(seen("x.md", built(derive(held, date(2031, 6, 30)))["ford/index.md"]))
    assert f"The ford {lead} As of" in page
    assert page.count(lead) == 1


def test_fault_in_a_key_point_is_shown_in_its_file() -> None:
    files = {**FILES, "points/p.yaml": "rests: [fate]\ntext: 'So {{ fact(1) }}'\n"}
    (fault,) = prose_errors(dossier_of(files))
    assert (fault.span.file.path, fault.span.line) == ("content/points/p.yaml", 2)


def test_briefing_without_facts_is_still_a_site() -> None:
    pages = built(dossier_of({}))
    ours = ("guide/", "messages/")
    found = sorted(path for path in pages if path.endswith(".md") and not path.startswith(ours))
    names = ("about", "corrections", "dictionary", "downloads", "reference", "units")
    assert found == sorted(["index.md", *(f"{name}/index.md" for name in names)])
    assert briefing_of({}).edition.title in pages["index.md"]


def series_of(count: int) -> dict[str, str]:
    points = "".join(
        f"  p{number}: {{value: 34, witnesses: [note#q]}}\n" for number in range(count)
    )
    return {**FILES, "series/stones.yaml": f"title: Stones\nunit: stones\npoints:\n{points}"}


ROUND = """
    title: Talks at the mill
    place: Mill
    date: {value: 2031-03-09, inferred: 'so', witnesses: [note#q]}
    leads: {north: {people: [reed], witnesses: [note#q]}}
    delegations:
      north: {reed: {person: reed, attendance: present, witnesses: [note#q]}}
      south: {stone: {person: stone, attendance: expected, witnesses: [note]}}
    """
OTHER = """
    title: Talks at the ford
    delegations: {south: {stone: {person: stone, attendance: absent, witnesses: [post#q]}}}
    """
STONE = """
    name: Ben Stone
    party: south
    offices:
      warden: {title: Warden, from: 2031-03-09, inferred: so, witnesses: [note#q]}
      keeper: {title: Keeper, witnesses: [note#q]}
    """
TALKS = {**FILES, "people/stone.yaml": STONE, "rounds/mill.yaml": ROUND, "rounds/ford.yaml": OTHER}


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("rounds", "North Ada Reed present led South"),
        ("rounds", "South Ben Stone absent Empty: no quotation"),
        ("rounds/mill", "Mill ; 9 March 2031"),
        ("rounds", "Person Mill, March 2031 Talks at the ford North"),
        ("rounds/ford", "Person Attendance South Ben Stone absent Not listed: no quotation"),
        ("people/stone", "Attendance Talks at the ford absent Not listed"),
        ("people/stone", "Offices Office Warden , from 9 March 2031 Keeper"),
        ("people", "In one line South Ben Stone Warden"),
        ("claims", "North What Ada Reed said"),
        ("people/stone", "Statements made"),
        ("timeline", "9 March 2031 Both sides Talks at the mill, date"),
        ("unknowns", "Talks at the mill , not known of Ben Stone"),
        ("unknowns", "Disputed"),
        ("unknowns", "Single source Where no number stands, it is all that is said of a thing."),
        ("downloads", "facts.csv"),
    ],
)
def test_pages_of_talks(page: str, told: str) -> None:
    pages = built(dossier_of(TALKS))
    path = f"{page}/index.md"
    assert told in words(seen(path, pages[path]))


DUTY = """
    title: Duty
    issuer: north
    in-force: {value: 2031-03-01, inferred: so, witnesses: [note#q]}
    parts: {rate: {label: rate, value: 34, unit: "%", witnesses: [note#q]}}
    """
DEAL = """
    title: Deal
    parties: [north, south]
    in-force: {value: 2031-03-09, inferred: so, witnesses: [note#q]}
    toll-before: {label: toll then, value: 34, unit: "%", witnesses: [note#q]}
    toll: {label: toll now, value: 9, unit: "%", party: south, witnesses: [post#q]}
    terms:
      cut:
        party: north
        does: suspend
        target: duty.parts.rate
        value: 10
        unit: pp
        until: 2031-09-09
        inferred: {value: so, until: so}
        witnesses: [note#q]
    """
KEPT = "{by: stone, about: deal, words: the arch fell, witnesses: [post#q]}"
DEALS = {**FILES, "measures/duty.yaml": DUTY, "agreements/deal.yaml": DEAL}


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("agreements/deal", "Toll now 34% 9% −25 percentage points"),
        ("agreements/deal", "suspended −10 percentage points"),
        ("agreements/deal", "South What Ben Stone said of Deal Ben Stone “ the arch fell ”"),
        ("measures/duty", "Rate 34% suspended until 9 September 2031"),
        ("measures", "1 measure with 2 statements. As of 30 June 2031: 1 in force."),
        ("measures/duty", "Deal North suspends 10 percentage points of Duty (rate)"),
    ],
)
def test_pages_of_dealings(page: str, told: str) -> None:
    pages = built(dossier_of({**DEALS, "claims/kept.yaml": KEPT}))
    path = f"{page}/index.md"
    assert told in words(seen(path, pages[path]))


def test_a_sentence_that_leads_to_its_card_holds_no_other_link() -> None:
    told = """sentence: '{{ fact("stones.points.2031-02") }} fall', value: 2031-03-09"""
    file = f"title: Fall\ndate: {{{told}, witnesses: [post#q]}}\n"
    for path, text in built(dossier_of({**FILES, "events/fall.yaml": file})).items():
        assert not re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", text), path


def test_a_table_of_figures_has_no_column_that_says_nothing() -> None:
    plain = "title: Stones\nunit: stones\npoints: {2031-02: {value: 34, witnesses: [note#q]}}\n"
    pages = built(dossier_of({**FILES, "series/stones.yaml": plain}))
    told = words(seen("x.md", pages["series/stones/index.md"]))
    assert "Period Value and status February 2031" in told
    assert "Value and status Check" in words(small()["series/stones/index.html"])


def test_what_lost_its_ground_is_among_what_could_not_be_computed() -> None:
    aside = "34, retracted: {why: a slip, on: 2031-05-01}, witnesses: [note#q]}\n"
    stones = FILES["series/stones.yaml"].replace("34, witnesses: [note#q]}\n", aside, 1)
    pages = built(dossier_of({**FILES, "series/stones.yaml": stones}))
    told = words(seen("unknowns/index.md", pages["unknowns/index.md"]))
    undone = told.partition("Figures that could not be recomputed")[2]
    assert "Stones, March 2031" in undone and "Stones, June 2031" in undone


def opening(pages: dict[str, str], path: str) -> str:
    """The words of the box that a page opens with; empty where it has none."""
    _, _, rest = pages[f"{path}/index.md"].partition('<dl class="fact-rows box">')
    return words(seen("x.md", "---\n---\n" + rest.partition("</dl>")[0])) if rest else ""


def test_a_round_opens_with_its_days_leaders_agreement_and_neighbours() -> None:
    longer = ROUND + "last-day: {value: 2031-03-10, inferred: so, witnesses: [note#q]}\n"
    later = OTHER + "date: {value: 2031-03-11, inferred: so, witnesses: [post#q]}\n"
    talks = {"rounds/mill.yaml": longer, "rounds/ford.yaml": later}
    deal = {"agreements/deal.yaml": DEAL + "about: [mill]\n", "measures/duty.yaml": DUTY}
    pages = built(dossier_of({**TALKS, **talks, **deal}))
    assert opening(pages, "rounds/mill") == (
        "Days 9 March 2031 to 10 March 2031 Place Mill Led by Ada Reed for North "
        "Agreement Deal , in force What held 9 March 2031 , 10 March 2031 "
        "Round after Talks at the ford"
    )
    assert "Round before Talks at the mill" in opening(pages, "rounds/ford")


def test_a_person_opens_with_the_talks_and_a_thing_with_nothing() -> None:
    came = OTHER.replace("absent", "present")
    pages = built(dossier_of({**TALKS, "rounds/ford.yaml": came}))
    assert opening(pages, "people/stone") == "Took part in Talks at the ford"
    assert opening(built(dossier_of(TALKS)), "people/stone") == ""
    assert opening(pages, "claims/fate") == ""


def test_a_rule_opens_with_what_holds_since_until_and_by_what() -> None:
    stop = DEAL.replace("target: duty.parts.rate", "target: duty")
    stop = stop.replace("        value: 10\n        unit: pp\n", "")
    pages = built(dossier_of({**DEALS, "agreements/deal.yaml": stop}))
    assert opening(pages, "measures/duty") == (
        "On this day suspended until 9 September 2031 Since 9 March 2031 "
        "Until 9 September 2031 By Deal, cut Issuer North"
    )


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ("b: {party: south, does: undertake, says: so", "1 of 2 terms in force, 1 undertaken"),
        (
            "b: {party: south, does: suspend, target: duty, until: 2031-09-09",
            "2 terms all in force",
        ),
        (
            "b: {party: south, does: lift, target: duty, from: 2031-03-10",
            "1 of 2 terms ended, 1 carried out",
        ),
        ("", "1 term in force"),
    ],
)
def test_an_agreement_without_a_day_says_how_many_terms_hold(terms: str, told: str) -> None:
    more = f"  {terms}, inferred: {{until: so}}, witnesses: [note#q]}}\n" if terms else ""
    deal = "title: Deal\nterms:\n  a: {party: north, does: suspend, target: duty.parts.rate, "
    deal += "until: 2031-09-09, inferred: {until: so}, witnesses: [note#q]}\n" + more
    page = built(dossier_of({**DEALS, "agreements/deal.yaml": deal}))["agreements/index.md"]
    assert f"Deal {told}" in words(seen("x.md", page))


def test_what_simply_holds_says_so_once() -> None:
    duty = DUTY.partition("    parts")[0]
    page = built(dossier_of({**FILES, "measures/duty.yaml": duty}))["measures/index.md"]
    shown = words(seen("x.md", page))
    assert "In force from 1 March 2031" in shown and "; in force" not in shown


def test_the_page_of_a_rule_begins_with_what_it_does_and_what_holds() -> None:
    duty = DUTY.replace("{value: 2031-03-01", "{sentence: North taxes carts, value: 2031-03-01")
    page = built(dossier_of({**FILES, "measures/duty.yaml": duty}))["measures/duty/index.md"]
    assert "North taxes carts. In force from 1 March 2031 ." in words(seen("x.md", page))


def test_the_page_of_a_round_begins_with_what_was_done_on_its_days() -> None:
    talks = "{title: Talks, date: {sentence: North and South meet, value: 2031-03-09, "
    talks += "inferred: so, witnesses: [note#q]}}"
    page = built(dossier_of({**FILES, "rounds/talks.yaml": talks}))["rounds/talks/index.md"]
    assert "Talks 9 March 2031: North and South meet ." in words(seen("x.md", page))


def test_a_deal_of_one_day_is_summed_up_by_what_was_done_on_it() -> None:
    deal = DEAL.replace("in-force: {", "issued: {sentence: North and South sign, ")
    page = built(dossier_of({**DEALS, "agreements/deal.yaml": deal}))["agreements/index.md"]
    shown = words(seen("x.md", page))
    assert "9 March 2031: North and South sign ; 1 term in force" in shown


def test_rules_are_listed_under_the_side_that_issues_them() -> None:
    south = DUTY.replace("issuer: north", "issuer: south").replace("Duty", "Levy")
    page = built(dossier_of({**DEALS, "measures/levy.yaml": south}))["measures/index.md"]
    shown = words(seen("x.md", page))
    places = [shown.index(name) for name in ("North Duty", "South Levy")]
    assert places == sorted(places)


def test_an_office_that_names_its_body_names_it_once() -> None:
    reed = "{name: Ada Reed, party: north, offices: {head: {title: Head of the Toll Office, "
    reed += "body: toll-office, witnesses: [note#q]}}}"
    page = built(dossier_of({**FILES, "people/reed.yaml": reed}))["people/index.md"]
    assert words(seen("x.md", page)).count("Toll Office") == 1


def test_long_lists_and_tables_open() -> None:
    pages = built(dossier_of(series_of(70)))
    assert pages["series/stones/index.md"].count("58 more lines") == 2  # the summary and the name
    assert (
        '<summary data-count="70"><h2 id="section--statements">' in pages["series/stones/index.md"]
    )
    assert '<summary data-count="70"><h3 id="record--stones">' in pages["facts/index.md"]
    assert "<details" not in built(dossier_of(FILES))["facts/index.md"]


def test_a_year_of_many_days_opens_by_month_and_each_says_what_is_in_it() -> None:
    days = "".join(
        f"    d{n}: {{value: 2030-03-{n:02}, inferred: so, witnesses: [post#q]}}\n"
        for n in range(1, 27)
    )
    early = {"rounds/ford.yaml": OTHER + "date: {value: 2030-03, witnesses: [post#q]}\n" + days}
    page = built(dossier_of({**TALKS, **early}))["timeline/index.md"]
    _, _, month = page.partition('<summary data-count="27"><h2 id="year--2030-03">March 2030')
    told, _, _ = month.partition("</summary>")
    assert told.endswith('<span class="fold-line">Talks at the ford, date</span>')


def test_years_before_the_last_open() -> None:
    early = OTHER + "date: {value: 2030-03-11, inferred: so, witnesses: [post#q]}\n"
    page = built(dossier_of({**TALKS, "rounds/ford.yaml": early}))["timeline/index.md"]
    assert '<summary data-count="1"><h2 id="year--2030">' in page
    assert "</summary>" not in page.partition('id="year--2031"')[2]


FAMILY = """
    title: {title}
    unit: stones
    family: walls
    points:
      2031-02: {{value: 34, witnesses: [note#q]}}
      2031-02-yoy: {{value: 34, unit: "%", basis: year on year, witnesses: [note#q]}}
    """


def test_a_family_has_its_warning_and_a_series_its_change() -> None:
    walls = {f"series/{name}.yaml": FAMILY.format(title=name) for name in ("east", "west")}
    shown = words(seen("x.md", built(dossier_of({**FILES, **walls}))["figures/index.md"]))
    assert "east 34 stones February 2031 34% year on year" in shown
    assert "Not comparable: these series differ" in shown
    assert "Other series Series Latest figure" in shown


def test_a_page_tells_of_its_pdfs_how_much_each_holds() -> None:
    pdf = OfferedPdf("notes", "All notes", "index.html")
    page = Built(Site(dossier_of(FILES), Settings(), PageInputs(pdfs=(pdf,))))["index.md"]
    text = words(seen("index.md", told(page, {"notes": weight(2, 3400)})))
    assert "PDF “All notes” (2 pages, 3.4 kB, as of" in text


def test_a_sign_that_stands_for_no_pdf_stays() -> None:
    assert told(f"{BEGIN}none{END}", {}) == f"{BEGIN}none{END}"


def test_a_month_stands_before_its_days() -> None:
    told = {"first": "2031-03-09", "second": "2031-03", "third": "2031-02-28"}
    acts = {key: f"{{by: north, value: {when}, witnesses: [note#q]}}" for key, when in told.items()}
    deal = {f"claims/{key}.yaml": text for key, text in acts.items()}
    page = built(dossier_of({**FILES, **deal}))["timeline/index.md"]
    days = re.findall("<time[^>]*>(.*?)</time>", page)
    assert days == ["28 February 2031", "March 2031", "9 March 2031"]


def test_what_a_page_lists_as_about_it_is_not_listed_as_a_mention() -> None:
    said = "{by: reed, about: stones, see: [stones], words: the arch, witnesses: [note#q]}"
    page = built(dossier_of({**FILES, "claims/saying.yaml": said}))["series/stones/index.md"]
    assert "Statements about this" in page and "Mentioned in" not in page


def test_a_record_page_lists_the_key_points_that_rest_on_it() -> None:
    point = {
        "points/first.yaml": '{order: 10, text: "Of {{ fact(\\"stones.points.2031-02\\") }}."}'
    }
    page = built(dossier_of({**FILES, **point}))["series/stones/index.md"]
    assert "Key points Of 34 stones" in words(seen("x.md", page))


def test_a_round_says_what_came_of_it() -> None:
    deal = "{title: Deal, about: [mill], toll: {sentence: The tolls fall, words: the arch, "
    deal += "witnesses: [note#q]}}"
    page = built(dossier_of({**TALKS, "agreements/deal.yaml": deal}))["rounds/mill/index.md"]
    assert "Agreement Deal : The tolls fall" in words(seen("x.md", page))


def test_the_shortest_list_of_unknowns_is_open() -> None:
    page = built(dossier_of(TALKS))["unknowns/index.md"]
    lists = page.split("<details")[1:]
    opened = [" open>" in one.partition("\n")[0] for one in lists]
    sizes = [one.count("<li>") for one in lists]
    assert opened.count(True) == 1 and sizes[opened.index(True)] == min(sizes)


def test_marks_within_quotation_marks_are_single() -> None:
    text = "the arch of 34 stones stands"
    spoken = FILES["sources/note.yaml"].replace(text, f"\u201c{text},\u201d he said")
    page = built(dossier_of({**FILES, "sources/note.yaml": spoken}))["claims/silence/index.md"]
    assert f"\u201c\u2018{text},\u2019 he said\u201d" in words(seen("x.md", page))


def test_a_table_of_levels_shows_what_an_act_leaves() -> None:
    table = "{title: T, subtitle: s, form: figures, groups: {g: {title: G, entries: {cut: "
    table += "{of: deal.terms.cut, definition: the toll}}}}}"
    page = built(dossier_of({**DEALS, "comparisons/t.yaml": table}))["comparisons/t/index.md"]
    shown = words(seen("x.md", page))
    assert " suspended the toll Deal, cut" in shown and "North suspends" not in shown


def test_series_stand_by_name_and_one_without_a_figure_says_nothing() -> None:
    named = {"a": "Walls", "b": "arches"}
    points = "{2031-02: {value: 34, witnesses: [note]}}"
    files = {f"series/{id_}.yaml": f"{{title: {t}, points: {points}}}" for id_, t in named.items()}
    shown = words(seen("x.md", built(dossier_of({**FILES, **files}))["figures/index.md"]))
    assert shown.index("arches") < shown.index("Walls") and "no quoted figure" not in shown
