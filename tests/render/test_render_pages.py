"""What each page tells of a fact."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from generator.derive import derive
from generator.model.edition import Moved
from generator.render.views import cards
from generator.source import SourceFile
from tests.dossiers import briefing_of, dossier_of, source
from tests.sites import Built, Settings, built, page_words, seen, words
from tests.tables import cases

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
ROUND = """
    title: Talks at the mill
    place: Mill
    date: {value: 2031-03-09, inferred: so, witnesses: [note#q]}
    last-day: {value: 2031-03-10, witnesses: [note#q]}
    leads: {north: {people: [reed], witnesses: [note#q]}}
    delegations: {north: {reed: {person: reed, attendance: present, witnesses: [note#q]}}}
    """
OTHER = """
    title: Talks at the ford
    delegations: {south: {stone: {person: stone, attendance: present, witnesses: [post#q]}}}
    """
DUTY = """
    title: Duty
    issuer: north
    in-force: {value: 2031-03-01, inferred: so, witnesses: [note#q]}
    parts: {rate: {label: rate, value: 34, unit: "%", witnesses: [note#q]}}
    """
CUT = "value: 10, unit: pp, target: duty.parts.rate"
DEAL = f"""
    title: Deal
    parties: [north, south]
    in-force: {{value: 2031-03-09, inferred: so, witnesses: [note#q]}}
    toll-before: {{label: toll then, value: 34, unit: "%", witnesses: [note#q]}}
    toll: {{label: toll now, value: 9, unit: "%", party: south, witnesses: [post#q]}}
    terms:
      cut: {{party: north, does: suspend, {CUT}, until: 2031-09-09,
        inferred: {{value: so, until: so}}, witnesses: [note#q]}}
    """
DEALS = {"measures/duty.yaml": DUTY, "agreements/deal.yaml": DEAL}
SIGNED = DEAL.replace("in-force: {", "issued: {sentence: North and South sign, ")
TALKED = """
    title: Talks
    date: {sentence: North and South meet, value: 2031-03, witnesses: [note#q]}
    last-day: {sentence: The talks end, value: 2031-03-10, inferred: so, witnesses: [note#q]}
    """
LEVELS = "{title: T, subtitle: s, form: figures, groups: {g: {title: G, entries: {cut: "
SPOKEN = "\u201cthe arch of 34 stones stands,\u201d he said"
KEY_POINT = '{order: 10, rests: [%s], text: "%s"}'
# What a briefing has besides.
MORE: dict[str, dict[str, str]] = {
    "plain": {},
    "deals": {
        **DEALS,
        "claims/kept.yaml": "{by: stone, about: deal, words: the arch fell, witnesses: [post#q]}",
    },
    "meaning": {
        "glossary/word-arch.yaml": "{term: arch, reading: {text: It bears., on: 2031-03-09}}"
    },
    "carts": {"measures/duty.yaml": DUTY.replace("{", "{sentence: North taxes carts, ", 1)},
    "bare": {"measures/duty.yaml": DUTY.partition("    parts")[0]},
    "talked": {"rounds/talks.yaml": TALKED, "agreements/deal.yaml": "{title: D, about: [talks]}"},
    "signed": {"agreements/deal.yaml": SIGNED, "measures/duty.yaml": DUTY},
    "points": {
        "points/less.yaml": KEY_POINT % ("stones.points.2031-02", "Less."),
        "points/more.yaml": KEY_POINT % ("stones.points.2031-02, fate", "More."),
    },
    "spoken": {"sources/note.yaml": source("The Wire", "2031-03-10", SPOKEN)},
    "compared": {
        **DEALS,
        "comparisons/t.yaml": f"{LEVELS}{{of: deal.terms.cut, definition: the toll}}}}}}}}}}",
    },
    "untitled": {"sources/note.yaml": FILES["sources/note.yaml"].replace("Notes", "unknown")},
    "about": {
        "claims/saying.yaml": "{by: reed, about: stones, see: [stones], words: the arch, "
        "witnesses: [note#q]}"
    },
    "aside": {
        "series/stones.yaml": FILES["series/stones.yaml"].replace(
            "34,", "34, retracted: {why: a slip, on: 2031-05-01},", 1
        )
    },
    "opening": {
        "measures/duty.yaml": DUTY,
        "agreements/deal.yaml": DEAL.replace(CUT, "target: duty") + "about: [mill]\n",
        "rounds/mill.yaml": ROUND,
        "rounds/ford.yaml": f"{OTHER}date: {{value: 2031-03-11, witnesses: [post#q]}}\n",
    },
    "kinds": {
        "sources/office.yaml": source(
            "Toll Office", "2031-03-12", "the arch", kind="official text"
        ),
        "claims/third.yaml": "{by: reed, words: the arch, witnesses: [office#q]}",
    },
    "staff": {
        "people/stone.yaml": "{name: Ben Stone, party: south, offices: "
        "{warden: {title: Warden, witnesses: [note#q]}}}"
    },
    "covered": {
        "measures/duty.yaml": DUTY.replace("issuer: north", "covers: [sand]"),
        "materials/sand.yaml": "name: Sand",
    },
    "long": {"claims/fate.yaml": FILES["claims/fate.yaml"].replace("arch fell", "arch fell " * 12)},
    "unheard": {"claims/silence.yaml": FILES["claims/silence.yaml"].replace("[post#q]", "[post]")},
}
# A briefing and one of its pages, and lines that the page has.
TOLD = cases("""
    plain claims/fate
      (rejected on 1 April 2031) Reason: a slip
      Our note (from 1 May 2031). Only one can be so.
    plain claims/silence
      South does not mention it:
      also The Post
      not quoted
    plain series/stones
      recomputed as 68 stones, which differs
      recomputed as 34 stones, which agrees
      not recomputed for want of a base
      computed by us from the statements below
      Stones, February 2031: 34 stones , from The Wire
    plain facts
      The Wire; The arch fell, Ben Stone says, according to The Post (disputed)
      Series Stones Statement Value and status Known since February 2031
    plain about
      is cited as “The bridge”, as of 30 June 2031
      write to whoever gave you these pages
    plain sources
      [1] Notes The Wire 10 March 2031
    unheard index
      No account from South was found.
    deals agreements/deal
      Toll now 34% 9% −25 percentage points
      suspended −10 percentage points
      South What Ben Stone said of Deal Ben Stone “ the arch fell
    deals measures/duty
      Rate 34% suspended until 9 September 2031
      Deal North suspends 10 percentage points of Duty (rate)
    deals measures
      1 measure. As of 30 June 2031: 1 in force.
    meaning glossary
      It bears. (our definition)
    meaning glossary/word-arch
      It bears. (our definition)
    carts measures/duty
      1 March 2031: North taxes carts . The measure is in force .
    talked rounds/talks
      Talks March 2031: North and South meet . As of 30 June 2031
      How it ended 10 March 2031: The talks end .
    signed agreements
      9 March 2031: North and South sign ; the one term is in force
    signed agreements/deal
      9 March 2031: North and South sign . The one term is in force.
    points series/stones
      Key points More.
    spoken claims/silence
      “‘the arch of 34 stones stands,’ he said”
    compared comparisons/t
       suspended the toll Deal, cut
    untitled sources
      untitled page
    about series/stones
      Statements about this
    opening rounds/mill
      Days 9 March 2031 to 10 March 2031 Place Mill Form meeting Led by Ada Reed for North
        Outcome 9 March 2031: Deal takes effect . Agreement Deal , in force
        In force then 9 March 2031 , 10 March 2031
        Other rounds Talks at the ford (after)
    opening rounds/ford
      Other rounds Talks at the mill (before)
    opening measures/duty
      On 30 June 2031 suspended until 9 September 2031 Since 9 March 2031
        Until 9 September 2031 By Deal, cut Issuer North
    opening rounds
      2 rounds. The latest: Talks at the ford. 11 March 2031.
    opening measures
      As of 30 June 2031: 1 suspended.
    staff people
      1 person. 1 of South.
    covered materials
      1 material. Measures cover one of them.
    covered materials/sand
      Covered by Duty , in force since 1 March 2031. no
    plain series
      1 series. The latest: Stones were 102 stones in June 2031.
    plain index
      Does the arch stand? Ada Reed (10 March 2031): The arch stands ;
        Ben Stone (11 March): The arch fell
    long facts
      Ada Reed and Ben Stone answer differently (disputed)
    kinds sources
      Official text Source From Published First source Statements [2] Notes
    aside unknowns
      Stones, June 2031: no result
""")


@cache
def site_of(more: str, day: str = "2031-06-30") -> Built:
    return built(dossier_of({**FILES, **MORE[more]}, day))


def shown(more: str, page: str) -> str:
    path = f"{page}/index.md".removeprefix("index/")
    return words(seen(path, site_of(more)[path]))


@pytest.mark.parametrize("lines", TOLD, ids=lambda lines: lines[0])
def test_page_tells(lines: tuple[str, ...]) -> None:
    page = shown(*lines[0].split())
    assert [one for one in lines[1:] if one not in page] == []


@pytest.mark.parametrize(
    ("more", "page", "word"),
    [
        ("bare", "measures", "; in force"),
        ("untitled", "sources", "unknown"),
        ("about", "series/stones", "Mentioned in"),
        ("points", "series/stones", "Less."),
        ("meaning", "glossary/word-arch", "Our note"),
    ],
)
def test_page_does_not_tell(more: str, page: str, word: str) -> None:
    assert word not in shown(more, page)


@pytest.mark.parametrize("page", ["series/stones", "rounds/mill", "agreements/deal"])
def test_every_statement_is_a_line_that_opens(page: str) -> None:
    found = site_of("opening")[f"{page}/index.md"]
    assert found.count('<article class="fact"') == found.count('<span class="fold-line">') > 0


def page_of(page: str, **files: str) -> str:
    """The words of a page with more files, of which `__` stands for the slash."""
    more = {f"{name.replace('__', '/')}.yaml": text for name, text in files.items()}
    return page_words(dossier_of({**FILES, **more}), page)


@pytest.mark.parametrize(
    ("terms", "told"),
    cases("""
        b: {party: south, does: undertake, says: so
          Of two terms one is in force and one is undertaken
        b: {party: south, does: suspend, target: duty, until: 2031-09-09
          Both terms are in force
        b: {party: south, does: lift, target: duty, from: 2031-03-10
          Of two terms one ended and one was carried out
    """),
)
def test_an_agreement_without_a_day_says_how_many_terms_hold(terms: str, told: str) -> None:
    deal = "title: Deal\nterms:\n  a: {party: north, does: suspend, target: duty.parts.rate, "
    end = "until: 2031-09-09, inferred: {until: so}, witnesses: [note#q]}\n"
    deal += f"{end}  {terms}, inferred: {{until: so}}, witnesses: [note#q]}}\n"
    assert f"Deal {told}" in page_of("agreements", measures__duty=DUTY, agreements__deal=deal)


def test_rules_are_listed_under_the_side_that_issues_them() -> None:
    south = DUTY.replace("issuer: north", "issuer: south").replace("Duty", "Levy")
    page = page_of("measures", measures__duty=DUTY, measures__levy=south)
    assert page.index("North Duty") < page.index("South Levy")


def test_an_office_that_names_its_body_names_it_once() -> None:
    reed = "{name: Ada Reed, party: north, offices: {head: {title: Head of the Toll Office, "
    page = page_of("people", people__reed=f"{reed}body: toll-office, witnesses: [note#q]}}}}}}")
    assert page.count("Toll Office") == 1


def test_about_names_the_licence_where_it_is_told() -> None:
    settings = Settings(licence="Free for all", **{"licence-url": "https://b.example/licence"})
    page = built(dossier_of(FILES), settings)["about/index.md"]
    assert '<a href="https://b.example/licence" rel="nofollow external">Free for all</a>' in page
    assert "Licence of the words" not in site_of("plain")["about/index.md"]


def test_a_body_with_a_statement_has_a_page() -> None:
    body = "{name: The Wire, seat: {words: the arch, witnesses: [note#q]}}"
    assert "bodies/index.md" not in site_of("plain")
    assert "The Wire" in page_of("bodies/wire", bodies__wire=body)


def test_what_is_not_known_yet_is_not_named() -> None:
    early = built(dossier_of(FILES, "2031-03-10"))
    assert not [path for path, text in early.items() if "The arch fell" in text]
    assert "slip" not in words(seen("x.md", early["claims/fate/index.md"]))


def test_a_card_leads_to_its_place_and_to_the_form_where_the_repository_is_known() -> None:
    settings = Settings(repository="https://code.example/x/", branch="edit")
    found = built(dossier_of(FILES), settings)
    card, about = (seen("x.md", found[f"{path}/index.md"]) for path in ("claims/fate", "about"))
    assert "https://code.example/x/edit/edit/content/claims/fate.yaml#L1" in card.links
    form = "https://code.example/x/issues/new?template="
    assert f"{form}wrong-fact.yml&fact=fate" in card.links
    assert {f"{form}{name}" for name in (cards.WRONG, cards.MISSING)} <= {*about.links}


def test_without_a_repository_a_card_leads_to_how_it_is_corrected() -> None:
    page = seen("x.md", site_of("plain")["claims/fate/index.md"])
    assert "../../corrections/index.html" in page.links
    assert not [link for link in page.links if "issues" in link or "edit" in link]


def with_moved(prose: tuple[SourceFile, ...] = (), **moved: Moved) -> Built:
    entries = {id_.replace("__", "/"): entry for id_, entry in moved.items()}
    return built(derive(replace(briefing_of(FILES), moved=entries, pages=prose), date(2031, 6, 30)))


def test_what_a_renamed_record_had_leads_on_with_it() -> None:
    """Its page and the short address of each statement, also where it was renamed twice."""
    found = with_moved(lot=Moved(to="end"), end=Moved(to="fate"), pebbles=Moved(to="stones"))
    assert "url=../fate/index.html" in found["claims/lot/index.html"]
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
    assert "there was none" in found["ford/index.html"]
    assert not [path for path in found if path.startswith("f/pages")]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("It is\nshallow, as No. 3 is. Carts cross.\n", "It is shallow, as No. 3 is."),
        ('It {{ fact("fate") }}. Carts cross.\n', "talks over a bridge"),
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
    assert "<details" not in site_of("plain")["facts/index.md"]


A_DAY = "    d{0}: {{value: 2030-03-{0:02}, inferred: so, witnesses: [post#q]}}\n"
MANY = "".join(map(A_DAY.format, range(1, 27)))


def lead_of_month(**more: str) -> str:
    """What a month is said to have had, among its talks and what else there was."""
    ford = OTHER + "date: {value: 2030-03-02, witnesses: [post#q]}\n" + MANY
    files = {f"{key}s/{key}-2030.yaml": text for key, text in more.items()}
    found = built(
        dossier_of({**FILES, "rounds/mill.yaml": ROUND, "rounds/ford.yaml": ford, **files})
    )
    _, _, month = found["timeline/index.md"].partition(
        '<summary data-count="26 days"><h2 id="year--2030-03">'
    )
    return month.partition("</summary>")[0].partition('<span class="fold-line">')[2]


PACT = "title: Pact\ndate: {sentence: All agree, value: 2030-03-20, witnesses: [post#q]}\n"
FAIR = "title: Fair\ndate: {sentence: All dance, value: 2030-03-20, witnesses: [post#q]}\n"
A_TERM = """
      {0}: {{party: {0}, does: undertake, says: {0} mows, from: 2030-03-20, witnesses: [post#q]}}"""
TERMS = f"title: Pact\nterms:{A_TERM.format('north')}{A_TERM.format('south')}\n"
OF_FAIR = KEY_POINT % ("event-2030.date", "The point.")
BOTH = KEY_POINT % ("agreement-2030.terms.north, agreement-2030.terms.south", "The point.")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"agreement": PACT}, "Talks at the ford, date. All agree."),
        ({"agreement": f"{PACT}about: [ford]\n"}, "All agree."),
        ({"event": FAIR}, "Talks at the ford, date."),
        ({"event": FAIR, "point": OF_FAIR}, "Talks at the ford, date. All dance."),
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
    page = page_of("timeline", events__fair=f"title: Fair\ndate: {{positions: {two}}}\n")
    assert "(this day by The Post)" in page and "(this day by The Wire)" in page


def test_a_month_stands_before_its_days() -> None:
    when = {"first": "2031-03-09", "second": "2031-03", "third": "2031-02-28"}
    acts = {
        f"claims/{key}.yaml": f"{{by: north, value: {day}, witnesses: [note#q]}}"
        for key, day in when.items()
    }
    page = built(dossier_of({**FILES, **acts}))["timeline/index.md"]
    days = re.findall("<time[^>]*>(.*?)</time>", page)
    assert days == ["28 February 2031", "March 2031", "9 March 2031"]
