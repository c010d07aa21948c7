"""The types of keys: how the text of a scalar becomes what the model holds."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel as PydanticModel
from pydantic import BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError, core_schema

from generator.model import shapes
from generator.model.dates import (
    UNKNOWN,
    Duration,
    PartialDate,
    parse_date,
    parse_duration,
    parse_period,
)
from generator.model.shapes import Shape
from generator.model.values import Formula, Value, parse_formula, parse_value

T = TypeVar("T")

WITNESS = re.compile(rf"({shapes.ID})(?:#({shapes.ID}(?:/{shapes.ID}/{shapes.ID})?))?")
# Keys of sources and editions are names of fields; keys of facts are words, and become ids.
UNDERSCORED = {"as_of", "coverage_end", "published_inferred", "text_of"}
ADDRESS = re.compile(shapes.ADDRESS)

# The fields of keys that Python has words for.
FIELDS = {"from": "from_", "for": "for_"}


def yaml_key(name: str) -> str:
    """The key in YAML of a field: `from_` is `from`, `in_force` is `in-force`."""
    return name if name in UNDERSCORED else name.rstrip("_").replace("_", "-")


class Model(PydanticModel):
    """A map with known keys; frozen.

    `REFERS` says of which kinds the ids are that a key holds, `KEYS_REFER` of which those are that
    stand as keys below it. `ASKED` are the keys that `check` asks for although a model can do
    without them, `USUAL` those that a starter asks for besides, `ALSO` those that it mentions, and
    `PROSE` those that hold templates, in which statements are references.
    `GOOD` are examples of keys that it shares with other models, `SHOWS` the kinds of which ids are
    examples where those of more kinds may stand.
    """

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {}
    KEYS_REFER: ClassVar[dict[str, tuple[str, ...]]] = {}
    ASKED: ClassVar[tuple[str, ...]] = ()
    USUAL: ClassVar[tuple[str, ...]] = ()
    ALSO: ClassVar[tuple[str, ...]] = ()
    PROSE: ClassVar[tuple[str, ...]] = ()
    GOOD: ClassVar[dict[str, tuple[Any, ...]]] = {}
    SHOWS: ClassVar[dict[str, tuple[str, ...]]] = {}

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=yaml_key,
        arbitrary_types_allowed=True,
        # Of a kind that has no record to be read nothing is made that reads one.
        defer_build=True,
    )


BROKEN = "put text that contains `: ` in quotes, or `>-` behind its key and the text below it"


def unfit(message: str, help: str, **told: str) -> PydanticCustomError:
    """A value that its key cannot hold, and what would be right; `told` goes into the message."""
    return PydanticCustomError("wrong_value", message, {**told, "help": help})


@dataclass(frozen=True)
class Reader:
    """Reads a key with a function alone: what it makes is not looked into again."""

    read: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        """Built at once: of hundreds of keys none is asked for its type."""
        return core_schema.no_info_plain_validator_function(self.read)


def reader(parse: Callable[[str], T], shape: Shape) -> Reader:
    """A validator that reads text with `parse`, whose ValueErrors become faults with the shape.

    A ValueError may know better what would be right, as its second argument.
    """
    due = shape.due

    def read(given: Any) -> T:
        if not isinstance(given, str):
            raise PydanticCustomError(
                "not_text",
                "a map or list is written where {shape} is expected",
                {"shape": due, "help": BROKEN if due == "text" else ""},
            )
        if not given.strip():
            raise PydanticCustomError(
                "no_value",
                "nothing is written where {shape} is expected",
                {"shape": due, "help": f"write it, such as `{shape.good[0]}`"},
            )
        try:
            return parse(given.strip())
        except ValueError as error:
            message, *better = error.args
            raise unfit(message.replace("{", "{{"), *(better or [shape.wanted])) from None

    return Reader(read)


def matching(pattern: str, error: str) -> Callable[[str], str]:
    """A parser that accepts only text of a pattern."""
    known = re.compile(pattern)

    def parse(text: str) -> str:
        if not known.fullmatch(text):
            raise ValueError(f"`{text}` {error}")
        return text

    return parse


def _flag(text: str) -> bool:
    if text not in {"yes", "no", "true", "false"}:
        raise ValueError(f"`{text}` is neither yes nor no")
    return text in {"yes", "true"}


def _whole(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        raise ValueError(f"`{text}` is not a whole number")
    return int(text)


def _one_line(text: str) -> str:
    return " ".join(filter(None, map(str.strip, text.splitlines())))


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


def one_or_many(given: Any) -> Any:
    """Several where one is written alone, or several in one text."""
    said = given.strip().strip("[]") if isinstance(given, str) else ""
    if len(several := re.split(r"\s*[,;]\s+", said)) > 1:
        help = f"write `[{', '.join(several)}]`"
        raise unfit("`{given}` is several ids, and no list", help, given=given)
    return (given,) if isinstance(given, str) else given


def scalar(parse: Callable[[str], T], shape: Shape) -> tuple[Reader, Shape]:
    """What makes a type of a parser: how it reads, and what editors are told of it."""
    return reader(parse, shape), shape


ID_FAULT = "is not an id: lower case letters, digits and single hyphens"
Text = Annotated[str, *scalar(str, shapes.TEXT_SHAPE)]
Line = Annotated[str, *scalar(_one_line, shapes.TEXT_SHAPE)]
Id = Annotated[str, *scalar(matching(shapes.ID, ID_FAULT), shapes.ID_SHAPE)]
StatementId = Annotated[
    str, *scalar(matching(shapes.STATEMENT_ID, ID_FAULT), shapes.STATEMENT_ID_SHAPE)
]
MovedId = Annotated[str, *scalar(matching(shapes.MOVED_ID, ID_FAULT), shapes.MOVED_ID_SHAPE)]
WitnessId = Annotated[
    str, *scalar(matching(shapes.WITNESS, "is not `source#quotation`"), shapes.WITNESS_SHAPE)
]
Origin = Annotated[str, *scalar(matching(shapes.ID, ID_FAULT), shapes.ORIGIN_SHAPE)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(one_or_many)]
StatementIds = Annotated[tuple[StatementId, ...], BeforeValidator(one_or_many)]
Flag = Annotated[bool, *scalar(_flag, shapes.FLAG_SHAPE)]
DateField = Annotated[PartialDate, *scalar(parse_date, shapes.DATE_SHAPE)]
PeriodField = Annotated[PartialDate, *scalar(parse_period, shapes.COVERED_SHAPE)]
DayField = Annotated[PartialDate, *scalar(_day, shapes.DAY_SHAPE)]
PublishedField = Annotated[PartialDate, *scalar(_published, shapes.PUBLISHED_SHAPE)]
DurationField = Annotated[Duration, *scalar(parse_duration, shapes.DURATION_SHAPE)]
ValueField = Annotated[Value, *scalar(parse_value, shapes.VALUE_SHAPE)]
FormulaField = Annotated[Formula, *scalar(parse_formula, shapes.FORMULA_SHAPE)]
Address = Annotated[str, *scalar(_address, shapes.ADDRESS_SHAPE)]
Whole = Annotated[int, *scalar(_whole, shapes.WHOLE_SHAPE)]


LANGUAGE_FAULT = "is not a language tag, such as `en` or `zh-Hant`"
Language = Annotated[str, *scalar(matching(shapes.LANGUAGE, LANGUAGE_FAULT), shapes.LANGUAGE_SHAPE)]


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


def _language_tag(text: str) -> str:
    if text and not re.fullmatch(shapes.LANGUAGE, text):
        help = "languages are written `en`, `zh-Hant`; a key that is too deep begins further left"
        raise unfit("`{key}` is no language, and no key of a name", help, key=text)
    return text


# Empty for a name without a language.
LanguageTag = Annotated[str, BeforeValidator(_language_tag)]


class NameTexts(Model):
    """A name by language; `seen` is the source that prints the foreign form."""

    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {"seen": ("source",)}

    texts: dict[LanguageTag, Text] = Field(description="the name by language tag")
    seen: Ids = Field(
        (), description="the source that prints the foreign form; it supports no fact"
    )

    def in_language(self, language: str) -> str:
        """The name in a language, else as it was written without one, else the first there is."""
        return self.texts.get(language) or self.texts.get("") or next(iter(self.texts.values()), "")

    def foreign(self, language: str) -> tuple[tuple[str, str], ...]:
        """Every (language, form) other than the briefing's own."""
        return tuple((tag, text) for tag, text in self.texts.items() if tag not in {"", language})


Name = Annotated[NameTexts, BeforeValidator(_by_language), shapes.NAME_SHAPE]
