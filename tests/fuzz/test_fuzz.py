"""Whatever is changed by chance is read without a fault of ours, or refused with a message."""

from pathlib import Path

import pytest

from generator.serve.preview_state import PreviewState
from tests.briefings import ROOTS
from tests.fuzz.cases import MAKERS, Case, Contents, kept
from tests.fuzz.promises import Sound, hold, made_of_contents, preview_of

SEED = "1"
# So many are tried in every run of the tests; the nightly run tries others for an hour.
NUMBERS = {"bytes": 50, "tokens": 50, "structure": 80, "calls": 60, "git": 20, "requests": 40}
CASES = [Case(kind, "fixture", SEED, number) for kind in MAKERS for number in range(NUMBERS[kind])]
# What was found once: a folder each, as the fuzzer keeps it.
CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    return Sound.of(ROOTS["fixture"], tmp_path_factory.mktemp("fuzz") / "briefing")


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> PreviewState:
    return preview_of(tmp_path_factory.mktemp("preview") / "briefing")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_chance_breaks_nothing(case: Case, sound: Sound, preview: PreviewState) -> None:
    tried = case.made(sound.files)
    assert hold(tried, sound, preview) == hold(tried, sound, preview)


@pytest.mark.parametrize("folder", CORPUS, ids=lambda folder: folder.name)
def test_what_was_found_once_is_mended(folder: Path, sound: Sound, preview: PreviewState) -> None:
    tried = kept(folder)
    assert hold(tried, sound, preview)
    if isinstance(tried, Contents):
        made_of_contents(tried.changes, sound)


def test_a_case_can_be_made_again_from_its_name(sound: Sound) -> None:
    for kind in MAKERS:
        case = Case(kind, "fixture", "a-seed", 7)
        assert Case.named(str(case)) == case
        assert case.made(sound.files) == case.made(sound.files)
