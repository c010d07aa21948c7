"""What each message means: its page, which is also its test.

Refuses to keep words of its own: everything stands in `rules/pages/`.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path

from generator.write import Misuse

PAGES = Path(__file__).parent / "rules" / "pages"
SENTENCE = re.compile(r"\n\n(?P<first>.+?(?<=\.))(?=\s)", re.DOTALL)


def page(code: str) -> str:
    """The page of a code, as it was written."""
    if code not in codes():
        near = get_close_matches(code, codes(), n=1)
        hint = f"did you mean `{near[0]}`?" if near else "`briefing explain` names them all"
        raise Misuse(f"no code `{code}`: {hint}")
    return text(code)


def codes() -> tuple[str, ...]:
    """Every code that a message can have."""
    return tuple(sorted(path.stem for path in PAGES.glob("*.md")))


def listing() -> str:
    """Every code with the first sentence of its page."""
    width = max(map(len, codes()))
    return "".join(f"{code:{width}}  {summary(code)}\n" for code in codes())


def summary(code: str) -> str:
    """The first sentence of a page, on one line."""
    found = SENTENCE.search(text(code) + "\n")
    return " ".join(found["first"].split()) if found else ""


def text(code: str) -> str:
    """The text of a page."""
    return (PAGES / f"{code}.md").read_text(encoding="utf-8")
