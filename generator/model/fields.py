"""The types of keys: how the text of a scalar becomes what the model holds.

The field decides the type: YAML's own ideas of numbers, dates and yes or no are never used.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel as PydanticModel
from pydantic import BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.dates import UNKNOWN, Duration, PartialDate, parse_date, parse_duration
from generator.model.formula import Formula, parse_formula
from generator.model.values import Value, parse_value

T = TypeVar("T")

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
STATEMENT_ID = rf"{ID}(?:\.{ID})*"
WITNESS = re.compile(rf"({ID})(?:#({ID}))?")
# Keys of sources and editions are names of fields; keys of facts are words, and become ids.
UNDERSCORED = {"as_of", "coverage_end", "published_inferred", "text_of"}
ADDRESS = re.compile(r"https?://[^\s<>\"'`\\{}|^]+")


def yaml_key(name: str) -> str:
    """The key in YAML of a field: `from_` is `from`, `in_force` is `in-force`."""
    return name if name in UNDERSCORED else name.rstrip("_").replace("_", "-")


class Model(PydanticModel):
    """A map with known keys; frozen."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=yaml_key,
        arbitrary_types_allowed=True,
    )


def reader(parse: Callable[[str], T], shape: str, example: str) -> BeforeValidator:
    """A validator that reads text with `parse`, whose ValueErrors become faults with `shape`."""

    def read(given: Any) -> T:
        if not isinstance(given, str):
            raise PydanticCustomError(
                "not_text", "a map or list stands where {shape} is due", {"shape": shape}
            )
        if not given.strip():
            raise PydanticCustomError(
                "no_value", "nothing stands where {shape} is due", {"shape": shape}
            )
        try:
            return parse(given.strip())
        except ValueError as fault:
            raise PydanticCustomError(
                "wrong_value",
                str(fault).replace("{", "{{"),
                {"help": f"write {shape}, such as `{example}`"},
            ) from None

    return BeforeValidator(read)


def schema(pattern: str, description: str) -> WithJsonSchema:
    """The JSON Schema of a scalar that is read from text (numbers and booleans are text to us)."""
    return WithJsonSchema(
        {"type": ["string", "number", "boolean"], "pattern": pattern, "description": description}
    )


def matching(pattern: str, fault: str) -> Callable[[str], str]:
    """A parser that accepts only text of a pattern."""
    known = re.compile(pattern)

    def parse(text: str) -> str:
        if not known.fullmatch(text):
            raise ValueError(f"`{text}` {fault}")
        return text

    return parse


def _flag(text: str) -> bool:
    if text not in {"yes", "no", "true", "false"}:
        raise ValueError(f"`{text}` is neither yes nor no")
    return text in {"yes", "true"}


def _published(text: str) -> PartialDate:
    return UNKNOWN if text == "unknown" else parse_date(text)


def _day(text: str) -> PartialDate:
    found = parse_date(text)
    if not found.is_day:
        raise ValueError(f"`{text}` does not name one day")
    return found


def _address(text: str) -> str:
    if not ADDRESS.fullmatch(text):
        raise ValueError(f"`{text}` is not a web address")
    return text


def _one_or_many(given: Any) -> Any:
    return (given,) if isinstance(given, str) else given


ID_FAULT = "is not an id: lower case letters, digits and single hyphens"
Text = Annotated[str, reader(str, "text", "some words"), schema(".*", "text")]
Id = Annotated[
    str, reader(matching(ID, ID_FAULT), "an id", "mill-talks-2031-03"), schema(f"^{ID}$", "an id")
]
StatementId = Annotated[
    str,
    reader(
        matching(STATEMENT_ID, ID_FAULT),
        "the id of a record or statement",
        "mill-talks-2031-03.date",
    ),
    schema(f"^{STATEMENT_ID}$", "the id of a record or statement"),
]
WitnessId = Annotated[
    str,
    reader(
        matching(WITNESS.pattern, "is not a witness"),
        "a source with its quotation",
        "courier-0310#met",
    ),
    schema(f"^{WITNESS.pattern}$", "source#quotation, or a source alone (`also in`)"),
]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_one_or_many)]
StatementIds = Annotated[tuple[StatementId, ...], BeforeValidator(_one_or_many)]
Flag = Annotated[
    bool, reader(_flag, "yes or no", "yes"), schema("^(yes|no|true|false)$", "yes or no")
]
DateField = Annotated[
    PartialDate,
    reader(parse_date, "a date", "2025-06-10"),
    schema(
        r"^(\.\./)?\d{4}(-\d\d(-\d\d.*)?)?$", "a date, a month, a year or a moment with its offset"
    ),
]
DayField = Annotated[
    PartialDate, reader(_day, "a day", "2025-06-10"), schema(r"^\d{4}-\d\d-\d\d$", "a day")
]
PublishedField = Annotated[
    PartialDate,
    reader(_published, "a date or `unknown`", "2025-06"),
    schema(r"^(unknown|(\.\./)?\d{4}(-\d\d(-\d\d)?)?)$", "a day, month or year, or `unknown`"),
]
DurationField = Annotated[
    Duration,
    reader(parse_duration, "a duration", "90 days"),
    schema(r"^\d+ (day|month|year)s?$", "days, months or years"),
]
ValueField = Annotated[
    Value,
    reader(
        parse_value,
        "a number, a bound, a range or a date (words go into `words:`, a unit into `unit:`)",
        "-34.5` or `2025-06-10",
    ),
    schema(r"^.*\d.*$", "a number, `>90`, `~90`, `87..90`, or a date"),
]
FormulaField = Annotated[
    Formula,
    reader(parse_formula, "a formula with spaces between its parts", "2025-05 / 2024-05 - 1"),
    schema("^.*$", "a formula over statements, its parts separated by spaces"),
]
Address = Annotated[
    str,
    reader(_address, "an address that begins with http:// or https://", "https://example.org/page"),
    schema("^https?://", "a web address"),
]
Whole = Annotated[int, reader(int, "a whole number", "10"), schema(r"^\d+$", "a whole number")]


def _by_language(given: Any) -> Any:
    """A map such as `{en: mill, fr: moulin, seen: gazette}`, or a bare text without language."""
    if isinstance(given, str):
        return {"texts": {"": given}}
    if isinstance(given, dict) and "texts" not in given:
        return {
            "texts": {key: value for key, value in given.items() if key != "seen"},
            **({"seen": given["seen"]} if "seen" in given else {}),
        }
    return given


class NameTexts(Model):
    """A name by language; `seen` is the source that prints the foreign form."""

    texts: dict[str, Text]
    seen: Ids = ()

    def in_language(self, language: str) -> str:
        """The name in a language, else as it was written without one, else the first there is."""
        return self.texts.get(language) or self.texts.get("") or next(iter(self.texts.values()), "")

    def foreign(self, language: str) -> tuple[tuple[str, str], ...]:
        """Every (language, form) other than the briefing's own."""
        return tuple((tag, text) for tag, text in self.texts.items() if tag not in {"", language})


Name = Annotated[
    NameTexts,
    BeforeValidator(_by_language),
    WithJsonSchema(
        {
            "description": "a name, or names by language with `seen`, the source of the foreign",
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"type": ["string", "array"]}},
            ],
        }
    ),
]


def _reasons(given: Any) -> Any:
    return {"value": given} if isinstance(given, str) else given


Reasons = Annotated[
    dict[str, Text],
    BeforeValidator(_reasons),
    WithJsonSchema(
        {
            "description": "why a key says more than the quotation; a bare text stands for `value`",
            "type": ["string", "object"],
        }
    ),
]
