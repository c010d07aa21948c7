"""Where a misspelt name is told, how often, and where it is let stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import rules
from generator.derive import derive
from generator.diagnostics import Diagnostic
from generator.read import read

Write = Callable[..., Path]

CLAIM = """
    title: The bridge
    by: ada-reed
    {key}: {text}
    witnesses: [courier-0310#warden]
    """
SLIP = CLAIM.format(key="says", text="all of Norlend crosses it")


def told(root: Path) -> list[Diagnostic]:
    contents = read(root)
    found = rules.check(derive(contents.briefing, contents.briefing.edition.as_of.first))
    return [one for one in (*contents.diagnostics, *found) if one.code != "unused-record"]


def misspelt(root: Path) -> list[str]:
    return [one.span.text for one in told(root) if one.code == "name-misspelt"]


def test_the_word_itself_is_told_with_the_name_and_a_fix(briefing: Write) -> None:
    (one,) = told(briefing({"claims/kept.yaml": SLIP}))
    (label,) = one.labels
    assert (one.span.file.path, one.span.text) == ("content/claims/kept.yaml", "Norlend")
    assert (label.span.file.path, label.span.text) == ("content/parties/norland.yaml", "Norland")
    assert one.fix and (one.fix.replacement, one.fix.safe) == ("Norland", False)


def test_the_word_is_told_where_it_is_ours_and_not_where_it_is_quoted(briefing: Write) -> None:
    text = CLAIM.format(key="says", text="'the \"Norlend\" of old maps, and Norlend now'")
    (one,) = told(briefing({"claims/kept.yaml": text}))
    line = one.span.file.text.split("\n")[one.span.line - 1]
    assert line[one.span.column - 1 :] == "Norlend now'"


def test_a_name_is_meant_before_another_name_for_search(briefing: Write) -> None:
    party = {"parties/norland.yaml": "name: {en: Norland}\naliases: [Narlend]\n"}
    (one,) = told(briefing({**party, "claims/kept.yaml": SLIP}))
    assert one.help.startswith("did you mean `Norland`?")


def test_what_stands_in_two_files_is_told_once_without_a_fix(briefing: Write) -> None:
    parties = {"parties/norland.yaml": "name: {en: Norland}\naliases: [The Norland shire]\n"}
    text = CLAIM.format(key="says", text="Norland, or Norlend")
    more = {"claims/more.yaml": text.replace("The bridge", "The arch")}
    (one,) = told(briefing({**parties, **more, "claims/kept.yaml": SLIP}))
    assert [label.span.file.path for label in one.labels] == [
        "content/parties/norland.yaml",
        "content/claims/more.yaml",
    ]
    assert one.fix is None


@pytest.mark.parametrize(("files", "expected"), [(1, ["Coulier"]), (2, ["Coulier"]), (3, [])])
def test_what_more_files_have_than_the_name_is_a_word(
    briefing: Write, files: int, expected: list[str]
) -> None:
    claim, source = SLIP.replace("Norlend", "Coulier"), {"points/two.yaml": COURIER}
    claims = {f"claims/kept-{at}.yaml": claim for at in range(files)}
    assert misspelt(briefing({**source, **claims})) == expected


COURIER = """
    text: The Courier says that the shires differ. {{ fact("arch-promise") }}
    rests: [arch-promise]
    """


@pytest.mark.parametrize(
    "text",
    [
        "all Norlands, and the Norland's bridge",
        'the "Norlend" of old maps',
        "the Coutier, and a coutier's trade",
        "what https://norland.example/Sudlend says",
        "what the Codrier has",
        "the toll for Oxmour",
    ],
    ids=["forms", "quoted", "lower case", "an address", "printed", "no name"],
)
def test_what_is_let_stand(briefing: Write, text: str) -> None:
    claim = CLAIM.format(key="says", text=f">-\n      {text}")
    quoted = {"sources/codrier.yaml": CODRIER, "claims/courier-said.yaml": CODRIER_SAID}
    assert misspelt(briefing({**quoted, "claims/kept.yaml": claim})) == []


CODRIER = """
    publisher: The Codrier
    title: unknown
    published: 2031-03-10
    retrieved: 2031-07-01
    kind: newspaper
    origin: own
    quotes: {all: {text: All crossed the bridge}}
    """
CODRIER_SAID = """
    title: Who crossed
    words: All crossed the bridge
    witnesses: [codrier#all]
    """


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Large carts cross", []), ("It holds. Large carts cross", []), ("the Large firm", ["Large"])],
)
def test_a_short_word_that_begins_a_sentence_may_be_any(
    briefing: Write, text: str, expected: list[str]
) -> None:
    firm = {"bodies/lange.yaml": "name: {en: Lange Bridge}"}
    claim = {"claims/kept.yaml": CLAIM.format(key="says", text=text)}
    assert misspelt(briefing({**firm, **claim})) == expected


def test_a_name_is_no_ordinary_word_because_it_is_called(briefing: Write) -> None:
    page = {"pages/sides.md": '# The sides\n\nOne is {{ link("norland") }}.\n'}
    assert misspelt(briefing({**page, "claims/kept.yaml": SLIP})) == ["Norlend"]


def test_a_month_is_no_name(briefing: Write) -> None:
    firm = {"bodies/marsh.yaml": "name: {en: Marsh Bridge}"}
    claim = CLAIM.format(key="says", text="it was mended in March, and in Apirl")
    title = {"series/tolls.yaml": "title: Tolls from April\nunit: pence\n"}
    assert misspelt(briefing({**firm, **title, "claims/kept.yaml": claim})) == []


def test_an_alias_in_prose_is_told_by_its_own_rule(briefing: Write) -> None:
    person = {"people/tom-hale.yaml": "name: {en: Thomas Halet}\naliases: [Thomas Hallet]\n"}
    page = {"pages/shires.md": "# Shires\n\nIt was Thomas Hallet.\n"}
    (one,) = told(briefing({**person, **page}))
    assert one.code == "literal-in-prose"
    claim = {"claims/kept.yaml": CLAIM.format(key="says", text="it was Thomas Hallet")}
    assert misspelt(briefing({**person, **claim})) == ["Hallet"]


@pytest.mark.parametrize(
    "broken",
    [
        {"people/tom-hale.yaml": "name: [Norlend\n"},
        {"people/tom-hale.yaml": "name: Tom Hale\nparty: norlendia\n"},
        {"claims/kept.yaml": SLIP.replace("#warden", "#mayor")},
    ],
    ids=["unreadable", "a record that is gone", "a quotation that is gone"],
)
def test_nothing_is_told_where_the_word_may_be_hidden(
    briefing: Write, broken: dict[str, str]
) -> None:
    assert misspelt(briefing({"claims/kept.yaml": SLIP, **broken})) == []


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        # The word stands in what could be read, or where nobody could read it.
        (
            {"people/tom-hale.yaml": "name: Tom Hale\nparty: norland\nvote: {value: x}\n"},
            ["Norlend"],
        ),
        ({"people/tom-hale.yaml": "name: Tom Hale\nparty: norland\nzz: [Norlend\n"}, []),
        ({"claims/other.yaml": SLIP.replace("says:", "syas:")}, ["Norlend"]),
        # A record or quotation is gone, or just misspelt.
        ({"people/tom-hale.yaml": "name: Tom Hale\nparty: westland\n"}, ["Norlend"]),
        ({"claims/kept.yaml": SLIP.replace("#warden", "#wardne")}, ["Norlend"]),
    ],
)
def test_it_is_told_beside_other_faults(
    briefing: Write, broken: dict[str, str], expected: list[str]
) -> None:
    root = briefing({"claims/kept.yaml": SLIP, **broken})
    assert sorted({*misspelt(root)}) == expected
    assert any(one.code != "name-misspelt" for one in told(root))
