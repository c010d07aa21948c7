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
from generator.render.views import cards
from generator.render.views.downloads import BEGIN, END, OfferedPdf, told, weight
from generator.source import SourceFile
from tests.dossiers import briefing_of, dossier_of, source
from tests.sites import Built, Seen, Settings, built, seen, words

# The pages of small briefings are made once.
pytestmark = pytest.mark.xdist_group(__name__)

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
TALKS = {"people/stone.yaml": STONE, "rounds/mill.yaml": ROUND, "rounds/ford.yaml": OTHER}
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
DEALS = {"measures/duty.yaml": DUTY, "agreements/deal.yaml": DEAL}
SAID = "{by: stone, about: deal, words: the arch fell, witnesses: [post#q]}"
STOP = DEAL.replace("duty.parts.rate", "duty").replace("        value: 10\n        unit: pp\n", "")
FAMILY = (
    "{title: %s, unit: stones, family: walls, points: {2031-02: {value: 34, witnesses: [note#q]}, "
    '2031-02-yoy: {value: 34, unit: "%%", basis: year on year, witnesses: [note#q]}}}'
)
ONE_POINT = "{title: %s, unit: stones, points: {2031-02: {value: 34, witnesses: [note%s]}}}"


@cache
def pages(names: str) -> Built:
    """The pages of these files with those of some of the sets above."""
    expected = {**TALKS, "rounds/mill.yaml": ROUND.replace("[note]}", "[note#q]}")}
    more = {
        "talks": TALKS,
        "expected": expected,
        "deals": {**DEALS, "claims/kept.yaml": SAID},
    }
    return built(dossier_of({**FILES, **more[names]}))


@pytest.mark.parametrize(
    ("of", "page", "told"),
    [
        ("talks", "rounds", "North Ada Reed present led South"),
        ("talks", "rounds", "South Ben Stone absent Empty: no quotation"),
        ("talks", "rounds/mill", "Mill ; 9 March 2031"),
        ("talks", "rounds", "Person Mill, March 2031 Talks at the ford North"),
        ("talks", "rounds/ford", "Attendance South Ben Stone absent Not listed: no quotation"),
        ("talks", "people/stone", "Attendance Talks at the ford absent Not listed"),
        ("talks", "people/stone", "Offices Office Warden , from 9 March 2031 Keeper"),
        ("talks", "people", "In one line South Ben Stone Warden"),
        ("talks", "claims", "North What Ada Reed said"),
        ("talks", "people/stone", "Statements made"),
        ("talks", "timeline", "9 March 2031 Both sides Talks at the mill, date"),
        ("expected", "unknowns", "Talks at the mill , only expected of Ben Stone"),
        ("talks", "downloads", "facts.csv"),
        ("deals", "agreements/deal", "Toll now 34% 9% −25 percentage points"),
        ("deals", "agreements/deal", "suspended −10 percentage points"),
        ("deals", "agreements/deal", "South What Ben Stone said of Deal Ben Stone “ the arch fell"),
        ("deals", "measures/duty", "Rate 34% suspended until 9 September 2031"),
        ("deals", "measures", "1 measure. As of 30 June 2031: 1 in force."),
        ("talks", "people", "1 person. 1 of South. As of"),
        ("talks", "rounds", "2 rounds. The latest: Mill; 9 March 2031. As of"),
        ("talks", "series", "1 series. The latest: Stones were 102 stones in June 2031. As of"),
        ("talks", "series/stones", "Stones were 102 stones in June 2031. As of"),
        ("deals", "measures/duty", "Deal North suspends 10 percentage points of Duty (rate)"),
    ],
)
def test_pages_of_talks_and_dealings(of: str, page: str, told: str) -> None:
    path = f"{page}/index.md"
    assert told in words(seen(path, pages(of)[path]))


def shown(page: str, **files: str) -> str:
    """The words of a page with more files, of which `__` stands for the slash."""
    more = {f"{name.replace('__', '/')}.yaml": text for name, text in files.items()}
    path = f"{page}/index.md".removeprefix("/")
    return words(seen("x.md", built(dossier_of({**FILES, **more}))[path]))


def test_a_dispute_takes_two_lines_of_the_brief_with_the_day_of_each_answer() -> None:
    told = "Does the arch stand? Ada Reed (10 March 2031): The arch stands ; Ben Stone"
    assert f"{told} (11 March 2031): The arch fell Open" in shown("")


def test_where_positions_are_long_a_line_tells_only_whose_they_are() -> None:
    long = FILES["claims/fate.yaml"].replace("The arch fell", "The arch fell " + "and fell " * 12)
    assert "Ada Reed and Ben Stone answer differently (disputed)" in shown(
        "facts", claims__fate=long
    )


def test_a_thing_begins_with_the_measures_that_cover_it() -> None:
    duty = DUTY.replace("issuer: north", "covers: [sand]")
    files = {"measures__duty": duty, "materials__sand": "name: Sand"}
    assert "Covered by Duty, in force since 1 March 2031. no" in shown("materials/sand", **files)
    assert "1 material. Measures cover one of them." in shown("materials", **files)


@pytest.mark.parametrize("page", ["people/stone", "series/stones", "rounds/mill"])
def test_every_statement_of_a_page_is_a_line_that_opens(page: str) -> None:
    found = pages("talks")[f"{page}/index.md"]
    assert found.count('<article class="fact"') == found.count('<h3 class="fact-label"')
    assert found.count('<article class="fact"') == found.count('<span class="fold-line">')


ON_CARTS = DUTY.replace("{value: 2031-03-01", "{sentence: North taxes carts, value: 2031-03-01")
SIGNED = DEAL.replace("in-force: {", "issued: {sentence: North and South sign, ")
TALKED = """
    title: Talks
    date: {sentence: North and South meet, value: 2031-03, witnesses: [note#q]}
    last-day: {sentence: The talks end, value: 2031-03-10, inferred: so, witnesses: [note#q]}
    """
FELL = "{title: Deal, about: [mill], toll: {sentence: The tolls fall, words: the arch, "
LEVELS = "{title: T, subtitle: s, form: figures, groups: {g: {title: G, entries: {cut: "
SPOKEN = "\u201cthe arch of 34 stones stands,\u201d he said"


@pytest.mark.parametrize(
    ("page", "files", "told"),
    [
        (
            "glossary",
            {"glossary__word-arch": "{term: {en: arch, zh: 拱, seen: note}}"},
            "arch no definition found 拱 (seen at The Wire)",
        ),
        (
            "measures/duty",
            {"measures__duty": ON_CARTS},
            "On 1 March 2031 North taxes carts . The measure is in force .",
        ),
        (
            "rounds/talks",
            {"rounds__talks": TALKED, "agreements__deal": "title: Deal\nabout: [talks]"},
            "Talks In March 2031 North and South meet . On 10 March 2031 the talks end .",
        ),
        (
            "rounds/talks",
            {
                "rounds__talks": TALKED,
                "agreements__deal": f"{SIGNED}about: [talks]",
                "measures__duty": DUTY,
            },
            "In March 2031 North and South meet . On 9 March 2031 North and South sign .",
        ),
        (
            "agreements",
            {"agreements__deal": SIGNED, "measures__duty": DUTY},
            "9 March 2031: North and South sign ; the one term is in force",
        ),
        (
            "agreements/deal",
            {"agreements__deal": SIGNED, "measures__duty": DUTY},
            "On 9 March 2031 North and South sign . The one term is in force.",
        ),
        (
            "rounds/mill",
            {"agreements__deal": f"{FELL}witnesses: [note#q]}}}}", "rounds__mill": ROUND},
            "Agreement Deal : The tolls fall",
        ),
        (
            "series/stones",
            {"points__first": '{order: 10, text: "Of {{ fact(\\"stones.points.2031-02\\") }}."}'},
            "Key points Of 34 stones",
        ),
        (
            "claims/silence",
            {"sources__note": source("The Wire", "2031-03-10", SPOKEN)},
            "\u201c\u2018the arch of 34 stones stands,\u2019 he said\u201d",
        ),
        (
            "series/stones",
            {"series__stones": ONE_POINT % ("Stones", "#q")},
            "Period Value and status February 2031",
        ),
        (
            "figures",
            {"series__east": FAMILY % "east", "series__west": FAMILY % "west"},
            "east 34 stones February 2031 34% year on year",
        ),
        (
            "figures",
            {"series__east": FAMILY % "east", "series__west": FAMILY % "west"},
            "Not comparable: these series differ",
        ),
        (
            "comparisons/t",
            {
                "comparisons__t": f"{LEVELS}{{of: deal.terms.cut, definition: the toll}}}}}}}}}}",
                "agreements__deal": DEAL,
                "measures__duty": DUTY,
            },
            " suspended the toll Deal, cut",
        ),
    ],
)
def test_a_page_with_more_tells(page: str, files: dict[str, str], told: str) -> None:
    assert told in shown(page, **files)


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        (
            "b: {party: south, does: undertake, says: so",
            "Of two terms one is in force and one is undertaken",
        ),
        (
            "b: {party: south, does: suspend, target: duty, until: 2031-09-09",
            "Both terms are in force",
        ),
        (
            "b: {party: south, does: lift, target: duty, from: 2031-03-10",
            "Of two terms one ended and one was carried out",
        ),
        ("", "The one term is in force"),
    ],
)
def test_an_agreement_without_a_day_says_how_many_terms_hold(terms: str, told: str) -> None:
    more = f"  {terms}, inferred: {{until: so}}, witnesses: [note#q]}}\n" if terms else ""
    deal = "title: Deal\nterms:\n  a: {party: north, does: suspend, target: duty.parts.rate, "
    deal += "until: 2031-09-09, inferred: {until: so}, witnesses: [note#q]}\n" + more
    page = shown("agreements", measures__duty=DUTY, agreements__deal=deal)
    assert f"Deal {told}" in page


def test_what_simply_holds_says_so_once() -> None:
    page = shown("measures", measures__duty=DUTY.partition("    parts")[0])
    assert "In force from 1 March 2031" in page and "; in force" not in page


def test_rules_are_listed_under_the_side_that_issues_them() -> None:
    south = DUTY.replace("issuer: north", "issuer: south").replace("Duty", "Levy")
    page = shown("measures", measures__duty=DUTY, measures__levy=south)
    assert page.index("North Duty") < page.index("South Levy")


def test_terms_and_series_stand_by_their_names() -> None:
    terms = {"a": "toll", "b": "Ferry", "c": "arch"}
    page = shown("glossary", **{f"glossary__{id_}": f"{{term: {t}}}" for id_, t in terms.items()})
    assert page.index("arch no") < page.index("Ferry no") < page.index("toll no")
    series = {"series__a": ONE_POINT % ("Walls", ""), "series__b": ONE_POINT % ("arches", "")}
    page = shown("figures", **series)
    assert page.index("arches") < page.index("Walls") and "no quoted figure" not in page


def test_a_source_without_a_title_says_so() -> None:
    untitled = FILES["sources/note.yaml"].replace("title: Notes", "title: unknown")
    page = shown("sources", sources__note=untitled)
    assert "untitled page" in page and "unknown" not in page


def test_an_office_that_names_its_body_names_it_once() -> None:
    reed = "{name: Ada Reed, party: north, offices: {head: {title: Head of the Toll Office, "
    page = shown("people", people__reed=f"{reed}body: toll-office, witnesses: [note#q]}}}}}}")
    assert page.count("Toll Office") == 1


def test_what_a_page_lists_as_about_it_is_not_listed_as_a_mention() -> None:
    said = "{by: reed, about: stones, see: [stones], words: the arch, witnesses: [note#q]}"
    page = shown("series/stones", claims__saying=said)
    assert "Statements about this" in page and "Mentioned in" not in page


def test_what_lost_its_ground_is_among_what_could_not_be_computed() -> None:
    aside = "34, retracted: {why: a slip, on: 2031-05-01}, witnesses: [note#q]}\n"
    stones = FILES["series/stones.yaml"].replace("34, witnesses: [note#q]}\n", aside, 1)
    undone = shown("unknowns", series__stones=stones).partition("that could not be recomputed")[2]
    assert "Stones, March 2031" in undone and "Stones, June 2031" in undone


@pytest.mark.parametrize(
    ("witness", "told"),
    [
        ("post#q", "The account of South does not mention it."),
        ("post", "No account from South was found."),
    ],
)
def test_only_a_quotation_tells_that_a_side_says_nothing(witness: str, told: str) -> None:
    silence = FILES["claims/silence.yaml"].replace("[post#q]", f"[{witness}]")
    assert told in shown("", claims__silence=silence)


def test_a_meaning_of_ours_is_said_once_and_called_ours() -> None:
    term = "{term: arch, reading: {text: What carries a bridge., on: 2031-03-09}}"
    for page in ("glossary", "glossary/word-arch"):
        found = shown(page, **{"glossary__word-arch": term})
        assert found.count("What carries a bridge. (our definition)") == 1
        assert "Our note" not in found


def opening(found: Built, path: str) -> str:
    """The words of the box that a page opens with; empty where it has none."""
    _, _, rest = found[f"{path}/index.md"].partition('<dl class="fact-rows box">')
    return words(seen("x.md", "---\n---\n" + rest.partition("</dl>")[0])) if rest else ""


def test_a_round_opens_with_its_days_leaders_agreement_and_neighbours() -> None:
    longer = ROUND + "last-day: {value: 2031-03-10, inferred: so, witnesses: [note#q]}\n"
    later = OTHER + "date: {value: 2031-03-11, inferred: so, witnesses: [post#q]}\n"
    talks = {"rounds/mill.yaml": longer, "rounds/ford.yaml": later}
    deal = {"agreements/deal.yaml": DEAL + "about: [mill]\n", "measures/duty.yaml": DUTY}
    found = built(dossier_of({**FILES, **TALKS, **talks, **deal}))
    assert opening(found, "rounds/mill") == (
        "Days 9 March 2031 to 10 March 2031 Place Mill Form meeting Led by Ada Reed for North "
        "Agreement Deal , in force What held on these days 9 March 2031 , 10 March 2031 "
        "Round after Talks at the ford"
    )
    assert "Round before Talks at the mill" in opening(found, "rounds/ford")


def test_a_person_opens_with_the_talks_and_a_thing_with_nothing() -> None:
    came = {"rounds/ford.yaml": OTHER.replace("absent", "present")}
    found = built(dossier_of({**FILES, **TALKS, **came}))
    assert opening(found, "people/stone") == "Took part in Talks at the ford"
    assert opening(pages("talks"), "people/stone") == opening(found, "claims/fate") == ""


def test_a_rule_opens_with_what_holds_since_until_and_by_what() -> None:
    found = built(dossier_of({**FILES, **DEALS, "agreements/deal.yaml": STOP}))
    assert opening(found, "measures/duty") == (
        "On 30 June 2031 suspended until 9 September 2031 Since 9 March 2031 "
        "Until 9 September 2031 By Deal, cut Issuer North"
    )


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
    headings = re.findall('<h2 id="section--[^"]*">([^<]*)<a', page)
    assert headings == ["Newspaper", "Official text"]


def test_kind_without_records_has_no_page_and_a_body_only_with_a_statement() -> None:
    assert "rounds/index.html" not in small() and "bodies/index.html" not in small()
    body = "{name: The Wire, seat: {words: the arch, witnesses: [note#q]}}"
    found = built(dossier_of({**FILES, "bodies/wire.yaml": body}))
    assert 'id="wire.seat"' in found["bodies/wire/index.md"]


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


def test_a_page_tells_no_key_point_that_is_a_part_of_another() -> None:
    point = "{{text: 'The point {}.', rests: [{}], order: 1}}"
    points = {
        "points/less.yaml": point.format("that tells less", "stones.points.2031-02"),
        "points/more.yaml": point.format("that tells more", "stones.points.2031-02, fate"),
    }
    page = built(dossier_of({**FILES, **points}))["series/stones/index.md"]
    assert "that tells more" in page and "that tells less" not in page


def test_a_card_leads_to_its_place_and_to_the_form_where_the_repository_is_known() -> None:
    settings = Settings(repository="https://code.example/x/", branch="edit")
    found = built(dossier_of(FILES), settings)
    card, about = (seen("x.md", found[f"{path}/index.md"]) for path in ("claims/fate", "about"))
    assert "https://code.example/x/edit/edit/content/claims/fate.yaml#L1" in card.links
    form = "https://code.example/x/issues/new?template="
    assert f"{form}wrong-fact.yml&fact=fate" in card.links
    assert {f"{form}{name}" for name in (cards.WRONG, cards.MISSING)} <= {*about.links}


def test_without_a_repository_a_card_leads_to_how_it_is_corrected() -> None:
    page = small()["claims/fate/index.html"]
    assert "../../corrections/index.html" in page.links
    assert not [link for link in page.links if "issues" in link or "edit" in link]
    assert "write to whoever gave you these pages" in words(small()["about/index.html"])


def with_moved(prose: tuple[SourceFile, ...] = (), **moved: Moved) -> Built:
    entries = {id_.replace("__", "/"): entry for id_, entry in moved.items()}
    return built(derive(replace(briefing_of(FILES), moved=entries, pages=prose), date(2031, 6, 30)))


def test_what_a_renamed_record_had_leads_on_with_it() -> None:
    """Its page and the short address of each statement, also where it was renamed twice."""
    found = with_moved(lot=Moved(to="end"), end=Moved(to="fate"), pebbles=Moved(to="stones"))
    assert "url=../fate/index.html" in found["claims/lot/index.html"]
    assert "url=../stones/index.html" in found["series/pebbles/index.html"]
    short = found["f/pebbles.points.2031-02/index.html"]
    assert "url=../../series/stones/index.html#stones.points.2031-02" in short
    assert "url=../../claims/fate/index.html#fate" in found["f/lot/index.html"]


def test_who_has_no_page_is_named_at_the_old_address() -> None:
    page = with_moved(red=Moved(to="north"))["f/red/index.html"]
    assert "<p>red is now North.</p>" in page and "refresh" not in page


def test_a_page_of_prose_that_was_renamed_leads_on() -> None:
    prose = (
        SourceFile("content/pages/bridge.md", "# The bridge\n\nIt stands.\n"),
        SourceFile("content/pages/early.md", "<!-- known: 2031-12-01 -->\nIt came.\n"),
    )
    found = with_moved(
        prose,
        pages__crossing=Moved(to="pages/bridge"),
        pages__stone=Moved(to="fate"),
        pages__ford=Moved(gone="there was none"),
        pages__ferry=Moved(to="pages/early"),
    )
    assert "url=../bridge/index.html" in found["crossing/index.html"]
    assert "url=../claims/fate/index.html" in found["stone/index.html"]
    assert "This page is no longer part" in found["ford/index.html"]
    assert "there was none" in found["ford/index.html"]
    assert not [path for path in found if path.startswith("f/pages")]


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
    page = words(seen("x.md", with_moved((ford,))["ford/index.md"]))
    assert f"The ford {lead} As of" in page
    assert page.count(lead) == 1


def test_briefing_without_facts_is_still_a_site() -> None:
    found = built(dossier_of({}))
    made = [path for path in found if not path.startswith(("guide/", "messages/"))]
    names = ("about", "corrections", "dictionary", "downloads", "reference", "units")
    pages = sorted(path for path in made if path.endswith(".md"))
    assert pages == sorted(["index.md", *(f"{name}/index.md" for name in names)])
    assert briefing_of({}).edition.title in found["index.md"]


def test_a_sentence_that_leads_to_its_card_holds_no_other_link() -> None:
    told = """sentence: '{{ fact("stones.points.2031-02") }} fall', value: 2031-03-09"""
    file = f"title: Fall\ndate: {{{told}, witnesses: [post#q]}}\n"
    for path, text in built(dossier_of({**FILES, "events/fall.yaml": file})).items():
        assert not re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", text), path


def test_long_lists_and_tables_open() -> None:
    points = "".join(f"  p{n}: {{value: 34, witnesses: [note#q]}}\n" for n in range(70))
    series = f"title: Stones\nunit: stones\npoints:\n{points}"
    found = built(dossier_of({**FILES, "series/stones.yaml": series}))
    page = found["series/stones/index.md"]
    assert page.count("58 more lines") == 2  # the summary and the name
    assert '<summary data-count="70"><h2 id="section--statements">' in page
    assert '<summary data-count="70"><h3 id="record--stones">' in found["facts/index.md"]
    assert "<details" not in built(dossier_of(FILES))["facts/index.md"]


A_DAY = "    d{0}: {{value: 2030-03-{0:02}, inferred: so, witnesses: [post#q]}}\n"
MANY = "".join(map(A_DAY.format, range(1, 27)))


def test_a_year_of_many_days_opens_by_month_and_each_says_what_is_in_it() -> None:
    early = {"rounds/ford.yaml": OTHER + "date: {value: 2030-03, witnesses: [post#q]}\n" + MANY}
    page = built(dossier_of({**FILES, **TALKS, **early}))["timeline/index.md"]
    _, _, month = page.partition('<summary data-count="27 days"><h2 id="year--2030-03">March 2030')
    told, _, _ = month.partition("</summary>")
    assert told.endswith('<span class="fold-line"><span>Talks at the ford, date.</span></span>')
    assert "</summary>" not in page.partition('id="year--2031"')[2]


def lead_of_month(**more: str) -> str:
    """What a month is said to have had, among its talks and what else there was."""
    ford = OTHER + "date: {value: 2030-03-02, witnesses: [post#q]}\n" + MANY
    files = {f"{key}s/{key}-2030.yaml": text for key, text in more.items()}
    found = built(dossier_of({**FILES, **TALKS, "rounds/ford.yaml": ford, **files}))
    _, _, month = found["timeline/index.md"].partition('<h2 id="year--2030-03">')
    return month.partition("</summary>")[0].partition('<span class="fold-line">')[2]


PACT = "title: Pact\ndate: {sentence: All agree, value: 2030-03-20, witnesses: [post#q]}\n"
FAIR = "title: Fair\ndate: {sentence: All dance, value: 2030-03-20, witnesses: [post#q]}\n"
A_TERM = """
      {0}: {{party: {0}, does: undertake, says: {0} mows, from: 2030-03-20, witnesses: [post#q]}}"""
TERMS = f"title: Pact\nterms:{A_TERM.format('north')}{A_TERM.format('south')}\n"


POINT = "{{text: 'The point.', rests: [{}], order: 1}}"
BOTH = POINT.format("agreement-2030.terms.north, agreement-2030.terms.south")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"agreement": PACT}, "Talks at the ford, date. All agree."),
        ({"agreement": f"{PACT}about: [ford]\n"}, "All agree."),
        ({"event": FAIR}, "Talks at the ford, date."),
        (
            {"event": FAIR, "point": POINT.format("event-2030.date")},
            "Talks at the ford, date. All dance.",
        ),
        ({"agreement": TERMS, "point": BOTH}, "North undertakes to mow. South undertakes to mow."),
    ],
)
def test_a_month_is_remembered_by_what_was_agreed_and_by_what_key_points_rest_on(
    files: dict[str, str], told: str
) -> None:
    assert re.sub("<[^>]+>", "", lead_of_month(**files)) == told


def test_a_narrow_screen_has_room_for_one_line_of_a_month() -> None:
    more = '<span class="fold-more">South undertakes to mow.</span>'
    assert lead_of_month(agreement=TERMS, point=BOTH) == (
        f"<span>North undertakes to mow.</span> {more}</span>"
    )


def test_a_disputed_day_says_on_the_timeline_whose_answer_it_is() -> None:
    answer = "{{value: 2031-03-{}, witnesses: [{}#q]}}"
    two = f"{{one: {answer.format('04', 'post')}, two: {answer.format('05', 'note')}}}"
    fair = f"title: Fair\ndate: {{positions: {two}}}\n"
    page = built(dossier_of({**FILES, "events/fair.yaml": fair}))["timeline/index.md"]
    assert "(this day by The Post)" in page and "(this day by The Wire)" in page


def test_a_page_tells_of_its_pdfs_how_much_each_holds() -> None:
    pdf = OfferedPdf("notes", "All notes", "index.html")
    page = Built(Site(dossier_of(FILES), Settings(), PageInputs(pdfs=(pdf,))))["index.md"]
    text = words(seen("index.md", told(page, {"notes": weight(2, 3400)})))
    assert "PDF “All notes” (2 pages, 3.4 kB, as of" in text
    assert told(f"{BEGIN}none{END}", {}) == f"{BEGIN}none{END}"


def test_a_month_stands_before_its_days() -> None:
    told = {"first": "2031-03-09", "second": "2031-03", "third": "2031-02-28"}
    acts = {key: f"{{by: north, value: {when}, witnesses: [note#q]}}" for key, when in told.items()}
    deal = {f"claims/{key}.yaml": text for key, text in acts.items()}
    page = built(dossier_of({**FILES, **deal}))["timeline/index.md"]
    days = re.findall("<time[^>]*>(.*?)</time>", page)
    assert days == ["28 February 2031", "March 2031", "9 March 2031"]


def test_the_first_list_of_unknowns_that_has_room_is_open() -> None:
    gaps = {
        f"not-found/g{n}.yaml": f"{{title: G{n}, looked: here, on: 2031-03-09}}" for n in range(25)
    }
    for more, at in (({}, 0), (gaps, 1)):
        lists = built(dossier_of({**FILES, **TALKS, **more}))["unknowns/index.md"]
        opened = [" open>" in one.partition("\n")[0] for one in lists.split("<details")[1:]]
        assert [number for number, is_open in enumerate(opened) if is_open] == [at]
