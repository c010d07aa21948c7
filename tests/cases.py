"""What the twelve hard cases come to on each day, as the model demands it.

Those of the invented briefing, and ours as long as they rest on what was agreed; this is data and
decides nothing.
"""

from __future__ import annotations

# By case and statement: status and state on each of the four days; `past` is the third day's, told
# past the coverage end. None is what the day does not know, and what is therefore not built.
Table = dict[str, dict[str, list[str | None]]]
REPORTED = ["reported"] * 4
CASES: Table = {
    "01 two sources, one unknown origin": {
        "exports-to-aurelia.points.2031-05-yoy": REPORTED,
        "exports-to-aurelia.points.2031-05": REPORTED,
        "exports-to-aurelia.points.2030-05": REPORTED,
    },
    "02 an absence": {
        "harbour-talks-2031-05.delegations.aurelia.tomas-hale": REPORTED,
        "harbour-talks-2031-05.delegations.aurelia.oren-sale": [None] * 4,
    },
    "03 a term extended, then cut short": {
        "harbour-2031-05.terms.aurelia-24": [
            "confirmed, in force",
            "confirmed, in force",
            "confirmed, ended 20 February 2032",
            "past",
        ],
        "order-257.parts.above-10": [
            "confirmed, suspended until 12 August 2031",
            "confirmed, suspended until 10 November 2031",
            "confirmed, ended 20 February 2032",
            "past",
        ],
        "order-257.parts.base-10": [
            "confirmed, in force",
            "confirmed, in force",
            "confirmed, ended 20 February 2032",
            "past",
        ],
        "order-2031-08-11.acts.extends": [None, *["confirmed"] * 3],
        "hill-2031-10.terms.aurelia-24": [None, None, "confirmed, ended 20 February 2032", "past"],
        "court-2032-02-20.acts.ends": [None, None, "confirmed", "confirmed"],
    },
    "04 a relation of two dates": {
        "lamp-works-2031-06.granted": REPORTED,
        "lamp-works-2031-06.reported": REPORTED,
        "lamp-works-2031-06.before-the-call": ["claimed by borealis"] * 4,
    },
    "05 a claim and a silent side": {
        "premier-agreed": ["claimed by mira-voss"] * 4,
        "premier-agreed-reported": REPORTED,
    },
    "06 a suspended announcement": {
        "notice-70.acts.suspends": [None, None, "confirmed", "confirmed"],
        **dict.fromkeys(
            ("notice-61.in-force", "notice-62.in-force"),
            [None, None, "confirmed, suspended until 10 November 2032", "past"],
        ),
    },
    "07 three categories of one family": {
        "salt-exports.points.2031-05": REPORTED,
        "salt-ware-exports.points.2031-05": REPORTED,
        "lamp-stone-exports.points.2031-05": REPORTED,
    },
    "08 a changed office": {"oren-sale.offices.negotiator": REPORTED},
    "09 a quantity in words": {"lamp-stones-nearly-all": REPORTED},
    "10 a dispute": {"statement-kept": ["disputed"] * 4},
    "11 a slip rejected": {
        "hill-talks-2031-09.delegations.aurelia.treasury": [
            None,
            "disputed",
            "reported",
            "reported",
        ],
    },
    "12 a source known only by month": {
        "lamp-stone-share.points.almanac": [None, *["reported"] * 3]
    },
}

# The third case day by day: the rate that was suspended, prolonged twice and struck down.
CUT_SHORT = (
    "order-257.parts.above-10",
    [
        ("2031-04-04", "announced"),
        ("2031-04-05", "in force"),
        ("2031-05-13", "in force"),
        ("2031-05-14", "suspended until 12 August 2031"),
        ("2031-08-10", "suspended until 12 August 2031"),
        ("2031-08-11", "suspended until 10 November 2031"),
        ("2031-10-31", "suspended until 10 November 2031"),
        ("2031-11-01", "suspended until 10 November 2032"),
        ("2032-02-19", "suspended until 10 November 2032"),
        ("2032-02-20", "ended 20 February 2032"),
    ],
)

# Ours, with what each of them rests on in `agreed.yaml`: a row is asked for while that is so.
AGREED_DAYS = ("2025-06-10", "2025-09-20", "2026-06-24", "2026-12-01")
STRUCK, NOV = "ended 20 February 2026", "suspended until 10 November 2026"
PAST = "not known after 24 June 2026 (then: {})"
OURS: Table = {
    "01 two sources, one unknown origin": {
        "exports-to-us.points.2025-05-yoy": REPORTED,
        "exports-to-us.points.2025-05": REPORTED,
        "exports-to-us.points.2024-05": REPORTED,
    },
    "02 an absence": {
        "geneva-talks-2025-05.delegations.us.lutnick": REPORTED,
        "geneva-talks-2025-05.delegations.us.hassett": [None] * 4,
    },
    "03 a term extended, then cut short": {
        "geneva-2025-05.terms.us-24": [
            "confirmed, in force",
            "confirmed, in force",
            f"confirmed, {STRUCK}",
            f"confirmed, {PAST.format(STRUCK)}",
        ],
        "eo-14257.parts.above-10": [
            "confirmed, suspended until 12 August 2025",
            "confirmed, suspended until 10 November 2025",
            f"confirmed, {STRUCK}",
            f"confirmed, {PAST.format(STRUCK)}",
        ],
        "eo-14257.parts.base-10": [
            "confirmed, in force",
            "confirmed, in force",
            f"confirmed, {STRUCK}",
            f"confirmed, {PAST.format(STRUCK)}",
        ],
        "eo-2025-08-11.acts.extends": [None, *["confirmed"] * 3],
        "busan-2025-10.terms.us-24": [
            None,
            None,
            f"reported, {STRUCK}",
            f"reported, {PAST.format(STRUCK)}",
        ],
        "scotus-2026-02-20.acts.ends": [None, None, "reported", "reported"],
    },
    "04 a relation of two dates": {
        "us-carmakers-2025-06.granted": REPORTED,
        "us-carmakers-2025-06.reported": REPORTED,
        "us-carmakers-2025-06.before-the-call": REPORTED,
    },
    "05 a claim and a silent side": {
        "xi-agreed": ["claimed by trump"] * 4,
        "xi-agreed-reported": REPORTED,
    },
    "06 a suspended announcement": {
        "announcement-70.acts.suspends": [None, None, "reported", "reported"],
        **dict.fromkeys(
            (f"announcement-{number}.in-force" for number in (55, 56, 57, 58, 61, 62)),
            [None, None, f"reported, {NOV}", f"reported, {PAST.format(NOV)}"],
        ),
    },
    "07 three categories of one family": {
        "rare-earth-exports.points.2025-05": REPORTED,
        "rare-earth-product-exports.points.2025-05": [None, *["reported"] * 3],
        "magnet-exports.points.2025-05": [None, *["reported"] * 3],
    },
    "08 a changed office": {"li-chenggang.offices.trade-representative": REPORTED},
    "09 a quantity in words": {"magnets-nearly-all": REPORTED},
    "10 a dispute": {"geneva-kept": ["disputed"] * 4},
    "11 a slip rejected": {
        "madrid-talks-2025-09.delegations.us.treasury": [None, None, "reported", "reported"],
    },
    "12 a source known only by month": {
        "exports-to-us.points.2025-07": [None, *["reported"] * 3],
    },
}

# What turns within the days between.
OURS_BY_DAY = {
    "eo-14257.parts.above-10": [
        ("2025-05-11", None),
        ("2025-05-12", "confirmed, in force"),
        ("2025-05-13", "confirmed, in force"),
        ("2025-05-14", "confirmed, suspended until 12 August 2025"),
        ("2025-08-10", "confirmed, suspended until 12 August 2025"),
        ("2025-08-11", "confirmed, suspended until 10 November 2025"),
        ("2025-11-09", "confirmed, suspended until 10 November 2025"),
        # The report of Busan is of the day on which the suspension would have ended.
        ("2025-11-10", "confirmed, suspended until 10 November 2026"),
        # The report of the ruling is known by its month only.
        ("2026-02-27", "confirmed, suspended until 10 November 2026"),
        ("2026-02-28", "confirmed, ended 20 February 2026"),
    ],
    "announcement-62.in-force": [
        ("2025-10-08", None),
        ("2025-10-09", "reported, in force"),
        ("2025-11-06", "reported, in force"),
        ("2025-11-07", "reported, suspended until 10 November 2026"),
    ],
    "li-chenggang.offices.trade-representative": [("2025-04-15", None), ("2025-04-16", "reported")],
    "geneva-kept": [
        ("2025-06-04", None),
        ("2025-06-05", "claimed by trump"),
        ("2025-06-06", "claimed by trump"),
        ("2025-06-07", "disputed"),
    ],
    "exports-to-us.points.2025-07": [("2025-08-30", None), ("2025-08-31", "reported")],
}
