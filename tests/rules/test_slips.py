"""One edit of one line is told in one message nearly always, and never with an exception."""

import pytest

from generator.diagnostics import Diagnostic
from tests.corpus import KINDS, Copy, Edit, edits

# What is made for all of them is made once.
pytestmark = pytest.mark.xdist_group(__name__)

STEP = 43
# So many are told in one message; most of the others do no harm, such as a date left out.
LEAST = 0.83
Told = list[tuple[Edit, tuple[Diagnostic, ...]]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    copy = Copy(tmp_path_factory.mktemp("corpus"))
    found = [(edit, copy.told(edit)) for edit in edits(STEP)]
    assert {edit.kind for edit, _ in found} == set(KINDS) and len(found) > 150
    return found


def test_an_edit_is_told_in_one_message_nearly_always(told: Told) -> None:
    others = [f"{edit}: {[one.code for one in found]}" for edit, found in told if len(found) != 1]
    assert len(told) - len(others) >= LEAST * len(told), others


def test_an_edit_is_hardly_ever_told_in_several(told: Told) -> None:
    several = [f"{edit}: {[one.code for one in found]}" for edit, found in told if len(found) > 1]
    assert len(several) <= 0.02 * len(told), several


def test_a_file_that_cannot_be_read_is_told_in_that_file_alone(told: Told) -> None:
    unread = {"unclosed-quote", "yaml-syntax"}
    broken = [(edit, found) for edit, found in told if unread & {one.code for one in found}]
    assert len(broken) > 20
    for edit, found in broken:
        assert {one.span.file.path for one in found} == {edit.path}
