"""What each message means: its page, which is also its test.

Refuses to keep words of its own: everything stands in `rules/pages/`.
"""

from __future__ import annotations

from difflib import get_close_matches

from generator.handbook import RULES, messages, read
from generator.write import Misuse


def page(code: str) -> str:
    """The page of a code, as it was written."""
    if code not in codes():
        near = get_close_matches(code, codes(), n=1)
        hint = f"did you mean `{near[0]}`?" if near else "`briefing explain` names them all"
        raise Misuse(f"no code `{code}`: {hint}")
    return read(RULES / f"{code}.md").text


def codes() -> tuple[str, ...]:
    """Every code that a message can have."""
    return tuple(one.name for one in messages())


def listing() -> str:
    """Every code with the first sentence of its page."""
    width = max(map(len, codes()))
    return "".join(f"{one.name:{width}}  {one.summary}\n" for one in messages())
