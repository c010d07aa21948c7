"""The few settings, all of which may be missing."""

from pathlib import Path

import pytest

from generator.reading.read import SETTINGS, read_settings
from tests.conftest import place


@pytest.mark.parametrize(
    ("text", "repository", "codes"),
    [
        (None, None, []),
        # An empty key waits to be filled in.
        ("url:\nrepository: https://git.example/x\n", "https://git.example/x", []),
        ("repositry: https://git.example/x", None, ["unknown-key"]),
        ("url: example", None, ["wrong-value"]),
        ("", None, ["empty-file"]),
        ("[a, b]", None, ["not-a-map"]),
    ],
)
def test_settings_may_be_missing_and_faults_have_a_place(
    tmp_path: Path, text: str | None, repository: str | None, codes: list[str]
) -> None:
    if text is not None:
        place(tmp_path / SETTINGS, text)
    settings, faults = read_settings(tmp_path)
    assert (settings.url, settings.repository, settings.branch) == (None, repository, "main")
    assert [(fault.code, fault.span.file.path) for fault in faults] == [
        (code, SETTINGS) for code in codes
    ]
