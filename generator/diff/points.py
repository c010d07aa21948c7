"""Where the sentences of the brief stand: on the first page, or with what they rest on alone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.brief import key_points, state_of_play, strip
from generator.model.point import KeyPoint
from generator.render.brief import points, told_item
from generator.render.links import HOME, find
from generator.render.page import told
from generator.render.prose import phrase
from generator.render.sheet import Sheet

# What the templates call the heading of the brief, and the list on the page of a record.
HEADING, LISTED = "state--of-play", "section--key-points"


def anchors(dossier: Dossier) -> dict[str, str]:
    """The sentences that the brief shows on the day, each with its place there."""
    play = state_of_play(dossier)
    shown = [record.id for record, _ in key_points(dossier)]
    shown += [item.record.id for item in strip(dossier)]
    return {**{id_: id_ for id_ in shown}, **({play[0].id: HEADING} if play else {})}


def place(dossier: Dossier, id_: str, point: KeyPoint) -> str:
    """The address of a sentence; empty where it stands nowhere on the day.

    A key point stands with each record that it rests on, also where the brief has no room for it.
    """
    if anchor := anchors(dossier).get(id_):
        return f"{HOME}#{anchor}"
    records = point.rests if point.role == "point" else ()
    pages = (find(dossier, one.partition(".")[0]) for one in records)
    return next((f"{page.page}#{LISTED}" for page in pages if page), "")


def said(sheet: Sheet) -> Iterator[tuple[str, str, str]]:
    """What the brief says, from its heading down, each by its anchor: its words, and all of it."""
    if play := state_of_play(sheet.dossier):
        text = phrase(sheet, play[1].text)
        yield HEADING, told(text), text
    for item in strip(sheet.dossier):
        line = told_item(sheet, item).line
        yield item.record.id, told(line), line
    for point in points(sheet):
        yield point.id, told(point.text), point.text
