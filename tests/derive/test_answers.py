"""What a list says of a record in one line."""

from __future__ import annotations

from generator.render.views.summary_lines import headline
from generator.render.views.times import in_time
from tests.dossiers import dossier_of, source

CLAIM = "title: {0}\nwords: a good day\nwitnesses: [paper#q]\n"
SAID = "said: {{value: 2031-03-0{0}, witnesses: [paper#q]}}\n"
FILES = {
    "sources/paper.yaml": source(
        "The Post", "2031-03-10", "a good day, 8 March 2031, 9 March 2031"
    ),
    "claims/early.yaml": CLAIM.format("Z") + SAID.format(8),
    "claims/late.yaml": CLAIM.format("A") + SAID.format(9),
}


def test_a_claim_says_itself_and_not_when_it_was_said() -> None:
    dossier = dossier_of(FILES)
    found = headline(dossier, dossier.records["early"])
    assert found and found.id == "early"


def test_claims_stand_in_the_order_in_which_they_were_said() -> None:
    dossier = dossier_of(FILES)
    claims = [dossier.records[id_] for id_ in ("late", "early")]
    assert [record.id for record in in_time(dossier, claims)] == ["early", "late"]


def test_the_day_of_a_claim_has_a_label_of_its_own() -> None:
    assert dossier_of(FILES).facts["late.said"].label == "A: day on which it was said"
