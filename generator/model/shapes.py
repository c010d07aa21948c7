"""The shapes of scalars: what is expected, what is good, and what is bad for which reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ANYTHING = r"\S"
ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
STATEMENT_ID = rf"{ID}(?:\.{ID})*"
MOVED_ID = rf"(?:pages/{ID}|{STATEMENT_ID})"
WITNESS = rf"{ID}(?:#{ID}(?:/{ID}/{ID})?)?"
NUMBER = r"-?\d+(?:\.\d+)?"
MOMENT = r"T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)"
DATE = rf"(?:\.\./)?\d{{4}}(?:-\d\d(?:-\d\d(?:{MOMENT})?)?)?"
ADDRESS = r"""https?://[^\s<>"'`\\{}|^]+"""
PART = rf"(?:{STATEMENT_ID}|{NUMBER}|<=|[-+*/()<=])"

# An id of each kind, and of what else can be mentioned.
IDS = {
    "source": "courier-0310",
    "party": "norland",
    "body": "norland-bridge-office",
    "person": "ada-reed",
    "round": "mill-talks-2031-03",
    "agreement": "mill-accord",
    "measure": "bridge-toll",
    "licence": "ferry-licence",
    "material": "oak",
    "series": "carts",
    "event": "flood-2031-05",
    "claim": "arch-promise",
    "glossary": "right-of-way",
    "point": "promise",
    "chart": "carts-by-month",
    "gap": "arch-builder",
    "comparison": "tolls-compared",
    "any": "mill-talks-2031-03",
    "old": "mill-talks",
    "page": "pages/floods",
    "statement": "mill-talks-2031-03.date",
    "witness": "courier-0310#met",
}


@dataclass(frozen=True, eq=False)
class Shape:
    """What the text of a scalar looks like: `due` in messages, the pattern in editors.

    `maps` says what a map in its place holds, `words` what may stand in the place of an id,
    `numbers` which numbers of YAML's can be right: a pattern binds none of them.
    """

    name: str
    due: str
    pattern: str
    good: tuple[Any, ...]
    bad: Mapping[str, str] = field(default_factory=dict)
    maps: Mapping[str, Any] = field(default_factory=dict)
    numbers: str = "number"
    words: tuple[str, ...] = ()

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """Only its name: what it stands for is written once, among the definitions."""
        return {SHAPE: self.name}

    @property
    def types(self) -> list[str]:
        """What JSON Schema calls it: numbers are text to us, and so is `true` where any text is."""
        booleans = ["boolean"] if self.name == "Flag" or self.pattern == ANYTHING else []
        maps = ["object"] if self.maps else []
        return ["string", *filter(None, [self.numbers]), *booleans, *maps]

    @property
    def schema(self) -> dict[str, Any]:
        """As JSON Schema: a text keeps to the pattern, a map to the rest."""
        checks = {"pattern": self.pattern, "errorMessage": self.wanted}
        return {"type": self.types, **checks, **self.maps}

    @property
    def wanted(self) -> str:
        """What to do where something else stands."""
        return f"write {self.due}, such as `{self.good[0]}`"


# Marks in a schema that is being made, of which none is left in the end: the name of a shape, and
# the kinds of its ids.
SHAPE, REFERS = "x-shape", "x-refers"

TEXT_SHAPE = Shape("Text", "text", ANYTHING, ("some words",), {"": "it says nothing"})
ID_SHAPE = Shape(
    "Id",
    "an id",
    rf"^{ID}$",
    ("mill-talks-2031-03",),
    {
        "Mill_Talks": "lower-case letters, digits and single hyphens",
        "mill-talks.date": "a dot leads to a statement; write the id of a record",
    },
    numbers="integer",
)
STATEMENT_ID_SHAPE = Shape(
    "StatementId",
    "the id of a record or statement",
    rf"^{STATEMENT_ID}$",
    ("mill-talks-2031-03.date",),
    {"mill-talks-2031-03#date": "`#` is for a quotation; write a dot before a statement"},
)
MOVED_ID_SHAPE = Shape(
    "MovedId",
    "the id of a record or statement, or a page of prose as `pages/` and its name",
    rf"^{MOVED_ID}$",
    ("mill-talks-2031-03.date", "pages/floods"),
    {"pages/floods.md": "a page is called as its file, without the ending"},
)
WITNESS_SHAPE = Shape(
    "WitnessId",
    "a source with its quotation",
    rf"^{WITNESS}$",
    ("courier-0310#met", "courier-0310", "office-0312#tolls/carts/in-2031"),
    {
        "courier-0310.met": "write `#` before the quotation",
        "The Courier of 10 March": "write the id of a file in `sources/`",
    },
    numbers="integer",
)
ORIGIN_SHAPE = Shape(
    "Origin",
    "`own`, the id of a body, or `unknown`",
    rf"^{ID}$",
    ("own", "norland-bridge-office", "unknown"),
    {"The Courier": "write the id of the body"},
    words=("own", "unknown"),
    numbers="integer",
)
FLAG_SHAPE = Shape(
    "Flag",
    "yes or no",
    "^(yes|no|true|false)$",
    ("yes", "no"),
    {"maybe": "write one of the two"},
    numbers="",
)
DATE_SHAPE = Shape(
    "Date",
    "a date",
    rf"^{DATE}$",
    ("2025-06-10", "2025-06", "2025", "../2025-06-30", "2025-06-10T09:30+08:00"),
    {
        "10/06/2025": "it can be read in two ways",
        "June 2025": "a month is written 2025-06",
        "2025-6-1": "month and day have two digits",
        "2025-02-30": "there is no such day",
    },
    numbers="integer",
)
COVERED_SHAPE = Shape(
    "Covered",
    "a period",
    r"^(\d{4}-(H[12]|Q[1-4])|\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?|\.\./\d{4}(-\d\d){0,2})$",
    ("2025", "2025-05", "2025-H1", "2025-Q3", "2025-01/2025-05", "../2025-10-24"),
    {
        "unknown": "write no later than the day on which it was printed: ../2025-10-24",
        "first half of 2025": "half a year is written 2025-H1",
        "2025-Q5": "a year has four quarters",
        "2025-05/2025-01": "it ends before it begins",
    },
    numbers="integer",
)
DAY_SHAPE = Shape(
    "Day",
    "a day",
    r"^\d{4}-\d\d-\d\d$",
    ("2025-06-10",),
    {
        "10/06/2025": "it can be read in two ways",
        "2025-06": "write one day, not a month",
        "2025-13-01": "a year has twelve months",
    },
    numbers="",
)
PUBLISHED_SHAPE = Shape(
    "Published",
    "a date or `unknown`",
    rf"^(unknown|{DATE})$",
    ("2025-06-09", "2025-06", "2025", "../2025-06-30", "unknown"),
    {
        "10/06/2025": "it can be read in two ways",
        "undated": "the word is `unknown`",
        "2025-06-31": "June has 30 days",
    },
    numbers="integer",
)
DURATION_SHAPE = Shape(
    "Duration",
    "a duration",
    r"^\d+ (?:day|month|year)s?$",
    ("90 days", "2 months", "1 year"),
    {"90": "write the unit too", "three months": "write the number in digits"},
    numbers="",
)
VALUE_SHAPE = Shape(
    "Value",
    "a number, a bound, a range or a date (words go into `words:`, a unit into `unit:`)",
    rf"^(([~<>]|[<>]=)? ?{NUMBER}|{NUMBER}\.\.{NUMBER}|\d{{4}}-\d\d.*|\.\./.*)$",
    ("-34.5", ">90", "~69", "87..90", "2025-06-10"),
    {
        "1,240": "a comma can be read in two ways: write 1240",
        "28.8 billion": "write the number alone; the rest goes to `unit`",
        "2025-02-30": "there is no such day",
    },
)
FORMULA_SHAPE = Shape(
    "Formula",
    "a formula with spaces between its parts",
    rf"^{PART}( +{PART})*$",
    ("2025-05 / 2024-05 - 1", "granted < second-call.date", "opening.date + 90 days"),
    {"2025-05/2024-05": "put spaces around each sign, since ids have hyphens"},
)
ADDRESS_SHAPE = Shape(
    "Address",
    "an address that begins with http:// or https://",
    f"^{ADDRESS}$",
    ("https://example.org/page",),
    {"example.org/page": "it begins with https:// or http://"},
    numbers="",
)
WHOLE_SHAPE = Shape(
    "Whole",
    "a whole number",
    r"^-?\d{1,9}$",
    ("10",),
    {"first": "write a number", "1.5": "write a whole number"},
    numbers="integer",
)
PERIOD_SHAPE = Shape(
    "Period",
    "a period or an id",
    rf"^{ID}$",
    ("2025-05-yoy", "2025-05"),
    {
        "May 2025": "a month is written 2025-05",
        "2025/05": "lower case letters, digits and hyphens",
        "2025-13": "a year has twelve months",
    },
    numbers="integer",
)
LANGUAGE = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
LANGUAGE_SHAPE = Shape(
    "Language",
    "a language tag",
    rf"^{LANGUAGE}$",
    ("en", "zh-Hant"),
    {"english": "a language has two or three letters"},
    numbers="",
)
SEEN_IN = {SHAPE: "Id", REFERS: ("source",)}
NAME_SHAPE = Shape(
    "Name",
    "a name, or names by language",
    ANYTHING,
    ("Ada Reed", {"en": "Ada Reed", "fr": "Ada Roseau", "seen": "courier-0310"}),
    {"": "it says nothing"},
    {
        "properties": {
            "seen": {
                "description": "the source that prints the foreign form\nGood: `courier-0310`\n"
                "Bad: `The Courier` (write the id of a file in `sources/`)",
                "anyOf": [
                    SEEN_IN,
                    {"type": "array", "items": {**SEEN_IN, "description": "one that prints it"}},
                ],
            }
        },
        "propertyNames": {"pattern": rf"^(?:seen|{LANGUAGE})$", "doNotSuggest": True},
        "additionalProperties": {SHAPE: "Text", "description": "how it is called in a language"},
    },
)
REASONS_SHAPE = Shape(
    "Reasons",
    "why, by key",
    ANYTHING,
    ("the notice says next Monday", {"from": "the notice says next Monday"}),
    {"": "it says nothing"},
    {
        "additionalProperties": {
            "description": "why this key says more than its quotations",
            "anyOf": [{SHAPE: "Text"}, {"type": "object", "required": ["why"]}],
        }
    },
)
