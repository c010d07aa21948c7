"""Examples of maps that several keys share, and what is often written where one is due.

The examples are of an invented briefing, as are those in `shapes`.
"""

from __future__ import annotations

from typing import Any

DAY_ALONE: dict[str, Any] = {
    "bad": {"2031-03-09": "a statement is due: the day in `value`, and `witnesses`"}
}
WORDS_ALONE: dict[str, Any] = {
    "bad": {"a way that all may use": "a statement is due: the words in `says`, and `witnesses`"}
}
NO_KEY: dict[str, Any] = {"bad": {"toll": "a key of your own is due, and below it what it holds"}}
NO_REASON: dict[str, Any] = {"bad": {"2031-06-20": "a map is due: the day in `on`, and the reason"}}
NO_DAY: dict[str, Any] = {"bad": {"Both count alike": "a map is due: `text`, and the day in `on`"}}
NO_PARTY: dict[str, Any] = {
    "examples": [{"sudland": {"witnesses": ["office-0312#met"]}}],
    "json_schema_extra": {"bad": {"sudland": "the party is a key, and `witnesses` stand below it"}},
}
HOLDS_FROM: dict[str, Any] = {
    "examples": [{"value": "2031-05-01", "witnesses": ["office-0312#carts"]}],
    "json_schema_extra": DAY_ALONE,
}
REPLACED: dict[str, Any] = {
    "examples": [{"by": "carts.points.2031-02", "on": "2031-04-10"}],
    "json_schema_extra": NO_REASON,
}
TAKEN_BACK: dict[str, Any] = {
    "examples": [{"why": "the office took it back", "on": "2031-06-20"}],
    "json_schema_extra": NO_REASON,
}
A_SLIP: dict[str, Any] = {
    "examples": [{"why": "a misprint, the table has 1240", "on": "2031-05-01"}],
    "json_schema_extra": NO_REASON,
}
WEAKER: dict[str, Any] = {
    "examples": [
        {"to": "claimed", "why": "both papers have it from the office", "on": "2031-06-24"}
    ],
    "json_schema_extra": NO_REASON,
}
OUR_READING: dict[str, Any] = {
    "examples": [{"text": "Both counts leave out carts that turned back.", "on": "2031-06-24"}],
    "json_schema_extra": NO_DAY,
}
TWO_ANSWERS: dict[str, Any] = {
    "examples": [
        {
            "promised": {
                "by": "norland",
                "words": "will mend it",
                "witnesses": ["office-0312#hold"],
            },
            "nothing": {
                "by": "sudland",
                "words": "promised nothing",
                "witnesses": ["post-0602#none"],
            },
        }
    ],
    "json_schema_extra": {
        "bad": {"norland": "a key for each answer is due, and below it the answer"},
    },
}
