"""What is near."""

from generator.near import nearest


def test_the_nearest_choice_is_offered_if_any_is_near() -> None:
    assert nearest("bridge-tol", ["mill", "bridge-toll"]) == "bridge-toll"
    assert nearest("ferry", ["mill", "bridge-toll"]) == ""
