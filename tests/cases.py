"""What the hard cases come to on each day, as the model demands it.

This is data and decides nothing.
"""

# By case and statement: status and state on each of the four days; `past` is the third day's, told
# past the coverage end. None is what the day does not know, and what is therefore not built.
Table = dict[str, dict[str, list[str | None]]]
RELAYED = ["relayed"] * 4
REPORTED = ["reported"] * 4
CASES: Table = {
    "01 two sources, one unknown origin": {
        "exports-to-aurelia.points.2031-05-yoy": RELAYED,
        "exports-to-aurelia.points.2031-05": RELAYED,
        "exports-to-aurelia.points.2030-05": RELAYED,
    },
    "02 an absence": {
        "harbour-talks-2031-05.delegations.aurelia.tomas-hale": REPORTED,
        "harbour-talks-2031-05.delegations.aurelia.oren-sale": [None] * 4,
    },
    "03 a term extended, then cut short": {
        "harbour-2031-05.terms.aurelia-24": [
            "confirmed, in force",
            "confirmed, in force",
            "confirmed, ended with Order 257 on 20 February 2032",
            "past",
        ],
        "order-257.parts.above-10": [
            "confirmed, suspended until 12 August 2031",
            "confirmed, suspended until 10 November 2031",
            "confirmed, ended on 20 February 2032",
            "past",
        ],
        "order-257.parts.base-10": [
            "confirmed, in force",
            "confirmed, in force",
            "confirmed, ended on 20 February 2032",
            "past",
        ],
        "order-2031-08-11.acts.extends": [None, *["confirmed"] * 3],
        "hill-2031-10.terms.aurelia-24": [
            *(None, None),
            "confirmed, ended with Order 257 on 20 February 2032",
            "past",
        ],
        "court-2032-02-20.acts.ends": [None, None, "confirmed", "confirmed"],
    },
    "04 a relation of two dates": {
        "lamp-works-2031-06.granted": REPORTED,
        "lamp-works-2031-06.reported": REPORTED,
        "lamp-works-2031-06.before-the-call": ["computed"] * 4,
    },
    "05 a claim and a silent side": {
        "premier-agreed": ["claimed by mira-voss"] * 4,
        "premier-agreed-reported": REPORTED,
    },
    "06 a suspended announcement": {
        "notice-70.acts.suspends": [None, None, "confirmed", "confirmed"],
        "notice-61.in-force": [
            *(None, None),
            "confirmed, was to take effect on 1 December 2031, "
            "but was suspended before that day, until 10 November 2032",
            "past",
        ],
        "notice-62.in-force": [None, None, "confirmed, suspended until 10 November 2032", "past"],
    },
    "07 three categories of one family": {
        "salt-exports.points.2031-05": RELAYED,
        "salt-ware-exports.points.2031-05": RELAYED,
        "lamp-stone-exports.points.2031-05": RELAYED,
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
    "13 a first day of which only a bound is held": {
        "order-9.in-force": [
            "reported, in force",
            "reported, in force",
            "reported, in force",
            "past",
        ],
    },
    "14 an agreement that renews itself, and an objection": {
        "hill-2031-10.in-force": [None, None, "confirmed, in force", "past"],
        "borealis-note-2032-03.acts.objects": [None, None, "confirmed", "confirmed"],
    },
    "15 a promise that one side suspends": {
        "hill-2031-10.terms.permits": [None, None, "confirmed, suspended by Borealis", "past"],
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
        ("2032-02-20", "ended on 20 February 2032"),
    ],
)
