"""The few settings, all of which may be missing."""

from pathlib import Path

import pytest

from generator.reading.read import SETTINGS, read_settings
from tests.conftest import place


def test_without_a_file_nothing_is_known(tmp_path: Path) -> None:
    settings, faults = read_settings(tmp_path)
    assert (settings.url, settings.repository, settings.branch) == (None, None, "main")
    assert not faults


def test_an_empty_key_waits_to_be_filled_in(tmp_path: Path) -> None:
    place(tmp_path / SETTINGS, "url:\nrepository: https://git.example/x\n")
    settings, faults = read_settings(tmp_path)
    assert (settings.url, settings.repository) == (None, "https://git.example/x")
    assert not faults


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("repositry: https://git.example/x", "unknown-key"),
        ("url: example", "wrong-value"),
        ("", "empty-file"),
        ("[a, b]", "not-a-map"),
    ],
)
def test_faults_have_a_place(tmp_path: Path, text: str, code: str) -> None:
    place(tmp_path / SETTINGS, text)
    settings, faults = read_settings(tmp_path)
    assert [fault.code for fault in faults] == [code]
    assert faults[0].span.file.path == SETTINGS
    assert settings.branch == "main"
