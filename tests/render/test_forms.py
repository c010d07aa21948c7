"""A reference prints a value in the form that its sentence asks for."""

import pytest

from generator.model.edition import Settings
from generator.render.views.prose import phrase
from generator.render.views.sheet import Sheet
from tests.dossiers import dossier_of, source

DOSSIER = dossier_of(
    {
        "sources/w.yaml": source(
            "The Wire", "2031-03-02", "On 1 April 2031 62585 carts, since June 2030 or 2029."
        ),
        "events/fair.yaml": """
            title: Fair
            date: {value: 2031-04-01, witnesses: [w#q]}
            month: {value: 2030-06, witnesses: [w#q]}
            carts: {value: "62585", unit: carts, witnesses: [w#q]}
            part: {value: "0.123", unit: carts, witnesses: [w#q]}
            before: {compute: date - 10 days}
            acts:
              lifts: {party: north, does: lift, target: [fair.month, fair.carts], witnesses: [w#q]}
            """,
        "measures/toll.yaml": """
            title: Toll
            issuer: toll-office
            in-force: {value: 2031-04-01, until: 2031-07-10, witnesses: [w#q]}
            """,
    }
)


def shown(call: str) -> str:
    """What a call prints, without its status."""
    text = phrase(Sheet(DOSSIER, Settings(), "x"), f"{{{{ {call} }}}}").text
    return text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ('fact("fair.date")', "1 April 2031"),
        ('fact("fair.date", "value")', "1 April 2031"),
        ('fact("fair.date", "day")', "1 April"),
        ('fact("fair.date", "month")', "April 2031"),
        ('fact("fair.date", "year")', "2031"),
        ('fact("fair.month", "day")', "June 2030"),
        ('fact("fair.before", "month")', "March 2031"),
        ('fact("fair.carts")', "62,585 carts"),
        ('fact("fair.carts", "value")', "62,585 carts"),
        ('fact("fair.carts", "rounded")', "62,600 carts"),
        ('fact("fair.part", "rounded")', "0.1 carts"),
        ('fact("fair.carts", "short")', "62,585"),
        ('until("toll.in-force")', "10 July 2031"),
        ('days_left("toll.in-force")', "10"),
        ('until("fair.date")', "no end named"),
        ('count("fair.acts.lifts")', "two"),
    ],
)
def test_form(call: str, text: str) -> None:
    assert shown(call) == text
