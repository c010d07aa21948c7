"""The days, months and lengths of time that there are, as patterns: what `dates` reads."""

from __future__ import annotations

# The days that there are, 29 February in leap years only.
YEAR = r"(?!0000)[0-2]\d{3}"
MONTH = rf"{YEAR}-(?:0[1-9]|1[0-2])"
LEAP_YEAR = r"(?:[0-2]\d(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|1[26]|2[048])00)"
LATE = r"(?:0[13578]|1[02])-(?:29|3[01])|(?:0[469]|11)-(?:29|30)"
DAY = rf"(?:{MONTH}-(?:0[1-9]|1\d|2[0-8])|{YEAR}-(?:{LATE})|{LEAP_YEAR}-02-29)"
CLOCK = r"T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)"
# Where a key begins with a year, what follows is a month and a day, if they have their digits.
NO_DIGIT = r"(?!\d)"
PERIOD = (
    rf"(?:(?!\d{{4}}{NO_DIGIT})|{DAY}{NO_DIGIT}|{MONTH}{NO_DIGIT}(?!-\d\d{NO_DIGIT})"
    rf"|{YEAR}{NO_DIGIT}(?!-\d(?:-|$))(?!-\d\d{NO_DIGIT}))"
)
# No longer than a century.
LENGTH = (
    r"0*(?:(?:\d{1,4}|[12]\d{4}|3[0-5]\d{3}|36[0-4]\d\d|365[01]\d|3652[0-5]) days?"
    r"|(?:\d{1,3}|1[01]\d\d|1200) months?|(?:\d{1,2}|100) years?)"
)
# What begins like a date is one that there is. Where a value is due, four digits are a number.
DATED, DATED_VALUE = r"^(?:\.\./)?\d{4}(?:-|$)", r"^(?:\.\./|\d{4}-\d\d)"
THERE_IS = {
    "pattern": rf"^(?:\.\./)?(?:{DAY}(?:{CLOCK})?|{MONTH}|{YEAR})$",
    "errorMessage": "there is no such day, month or year",
}
POSSIBLE_DATE = {"if": {"type": "string", "pattern": DATED}, "then": THERE_IS}
POSSIBLE_VALUE = {"if": {"type": "string", "pattern": DATED_VALUE}, "then": THERE_IS}
