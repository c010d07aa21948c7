"""What a slip leaves of an id, and what makes another one of it."""

import pytest

from generator.rules.same_word import is_all_but


@pytest.mark.parametrize(
    ("key", "other", "expected"),
    [
        ("tom-hale", "tom-hlae", True),
        ("office-0312", "ofice-0312", True),
        ("2030-jan-may", "2030-jan-my", True),
        # Another number, or another sort of what is numbered, is meant.
        ("office-0312", "office-0313", False),
        ("2030-h1", "2030-q1", False),
    ],
)
def test_all_but_another(key: str, other: str, expected: bool) -> None:
    assert is_all_but(key, other) is expected
