"""The command that explains a code: what it means, why it matters and what is right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import click

from generator.cli.saying import refusals
from generator.diagnostics import CODES, Severity
from generator.handbook import RULES, read
from generator.near import SLIGHT, nearest
from generator.write import Misuse


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what CODE means, why it matters and what is right; without a code, list all codes."""
    with refusals():
        click.echo(page(code) if code else listing(), nl=False)


def page(code: str) -> str:
    """The page of a code, as it was written."""
    if code not in CODES:
        near = nearest(code, list(CODES), SLIGHT)
        hint = f"did you mean `{near}`?" if near else "`briefing explain` names them all"
        raise Misuse(f"no code `{code}`: {hint}")
    return read(RULES / f"{code}.md").text


def listing() -> str:
    """Every code with what it is about, by phase and family."""
    width = max(map(len, CODES))
    return "\n".join(_listing(width)) + "\n"


def _listing(width: int) -> Iterator[str]:
    for (phase, family), several in groupby(CODES.values(), lambda one: (one.phase, one.family)):
        yield f"{phase}, {family}:"
        for one in several:
            mark = " (warning)" if one.severity is Severity.WARNING else ""
            yield f"  {one.name:{width}}  {one.summary}{mark}"


COMMANDS = (explain,)
