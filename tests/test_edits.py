"""One edit of one place is told in one message that leads to it, but for the few kinds agreed.

`decisions/15-phases-gate.md` says why it is not every edit; `make bench` counts them all.
"""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from tests.briefings import ROOTS
from tests.edits import KINDS, Edit, Spoiling, edits

STEP = 41
# One in a hundred; of so many it is told otherwise at most.
SHARE = 0.01
Told = list[tuple[Edit, tuple[Diagnostic, ...]]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What is found with each edit of the sample; what raises an exception fails here."""
    spoiling = Spoiling(ROOTS["fixture"], tmp_path_factory.mktemp("edits"))
    return [(edit, spoiling.told(edit)) for edit in edits(ROOTS["fixture"], STEP)]


def test_the_sample_has_every_kind(told: Told) -> None:
    assert {edit.kind for edit, _ in told} == set(KINDS)
    assert len(told) > 180


def test_an_edit_is_told_in_one_message_but_for_one_in_a_hundred(told: Told) -> None:
    several = [f"{edit}: {[one.code for one in found]}" for edit, found in told if len(found) > 1]
    assert len(several) <= SHARE * len(told), several


def test_what_is_told_leads_to_the_edit_but_for_one_in_a_hundred(told: Told) -> None:
    astray = [
        f"{edit}: {one.place} {one.message}"
        for edit, found in told
        for one in found
        if not edit.is_shown_by(one)
    ]
    assert len(astray) <= SHARE * len(told), astray
