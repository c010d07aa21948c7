"""Every code has its page, its place in the registry and, of a rule, a function."""

import re
from pathlib import Path

from generator import rules
from generator.diagnostics import CODES, PHASES
from generator.handbook import messages

GENERATOR = Path(__file__).parents[2] / "generator"
MAKERS = r"\bcode=|(?:Diagnostic|refusal|refusing|of_path)\(\s*"
USED = re.compile(rf'(?:{MAKERS})"([a-z-]+)"')
JUDGED = {"links", "evidence", "plausibility"}


def test_every_code_that_is_used_has_its_row_and_its_page() -> None:
    used = {
        one for path in GENERATOR.rglob("*.py") for one in USED.findall(path.read_text("utf-8"))
    }
    assert used == CODES.keys() == {page.name for page in messages()}


def test_a_row_has_a_known_phase_and_a_summary() -> None:
    assert {one.phase for one in CODES.values()} == set(PHASES)
    assert all(one.summary and one.family for one in CODES.values())


def test_every_rule_is_in_the_registry() -> None:
    names = {one.__name__.replace("_", "-") for one in rules.RULES}
    judged = {name for name, one in CODES.items() if one.phase in JUDGED}
    others = {"allowance-unused", "bare-fact", "template-name", "template-syntax"}
    assert judged - names == others | {"character-not-in-fonts", "pdf-failed"}
