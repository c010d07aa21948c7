"""The reference of all keys, for those who write facts: from the models, as the schemas are."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from generator.model import FOLDER_OF, KINDS
from generator.model.beside import Because, Consequence, Lowered, Reading, Reason, Silent
from generator.model.chart import Lane, Line, Span, Step
from generator.model.edition import Edition, Moved, Published
from generator.model.fields import Model, NameTexts, yaml_key
from generator.model.keys import Key, keys, written
from generator.model.points import Entry, Group
from generator.model.record import OpenRecordModel, RecordModel
from generator.model.source import Quotation, Table
from generator.model.statement import Content, Dated, Position, Statement, Stepped

TITLE = "Keys of the fact files"
SHARED = (RecordModel, OpenRecordModel, Content, Statement)
RECORD, STATEMENT = "Every record", "A statement"
NAMED = (
    "A name, title or term is a text, or a map of texts by language tag, such as `en` or `fr`. The "
    "map may also have this key."
)
POSITION = (
    "One of several answers to the same question. It may also have the keys of a statement "
    "from `value` to `retracted`."
)

OF_MANY = (("A quotation", Quotation), ("A table", Table), (STATEMENT, Statement))
WITHIN = (
    *(("A line of a chart", Line), ("A step", Step), ("A row of days", Lane), ("A span", Span)),
    *(("A group of figures", Group), ("A figure to compare", Entry)),
)


@dataclass(frozen=True)
class Section:
    """The keys of one sort of map: its heading, what they are `of`, and what may stand besides."""

    heading: str
    of: str
    what: str
    keys: tuple[Key, ...]
    besides: tuple[str, ...] = ()
    takes_own: bool = False


def sections() -> Iterator[Section]:
    """All sections: the three single files, the kinds, then what many of them share."""
    yield Section(
        "The edition",
        "`content/briefing.yaml`",
        "What the briefing is about, its day, and how far it reaches.",
        keys(Edition),
    )
    yield Section("Moved ids", "`content/moved.yaml`", summary_of(Moved), keys(Moved))
    yield Section("Editions", "`content/editions.yaml`", summary_of(Published), keys(Published))
    for kind, model in KINDS.items():
        yield of_kind(kind, model)
    yield shared(RECORD, RecordModel)
    yield Section("A name", "a name", NAMED, keys(NameTexts)[1:])
    yield from (shared(heading, model) for heading, model in OF_MANY)
    yield Section(
        "A date", "a date", f"{summary_of(Dated)} {_of_dates()}", own(Dated), (STATEMENT,)
    )
    yield Section("A position", "a position", POSITION, own(Position))
    yield Section("A part", "a part", summary_of(Stepped), own(Stepped), (STATEMENT,))
    yield from (shared(heading, model) for heading, model in WITHIN)
    aside = "`superseded`, `retracted` and `rejected`"
    yield Section("No longer counted", aside, summary_of(Because), keys(Because))
    yield Section("What follows", "`then`", summary_of(Consequence), keys(Consequence))
    yield Section("Lowered", "`lowered`", summary_of(Lowered), keys(Lowered))
    yield Section("Reading", "`reading`", summary_of(Reading), keys(Reading))
    yield Section("Inferred", "a key under `inferred`", summary_of(Reason), keys(Reason))
    yield Section("Silent", "a party under `silent`", summary_of(Silent), keys(Silent))


def shared(heading: str, model: type[BaseModel]) -> Section:
    """The keys of what stands in records of several kinds."""
    return Section(heading, heading[0].lower() + heading[1:], summary_of(model), keys(model))


def _of_dates() -> str:
    models: tuple[type[BaseModel], ...] = (*KINDS.values(), Stepped)
    every = (key for model in models for key in keys(model))
    names = sorted({f"`{key.name}`" for key in every if key.holds is Dated})
    return f"The keys {', '.join(names[:-1])} and {names[-1]} lead to such a statement."


def of_kind(kind: str, model: type[BaseModel]) -> Section:
    """The keys that a kind has for itself."""
    besides = (RECORD, *((STATEMENT,) if issubclass(model, Statement) else ()))
    folder = FOLDER_OF[kind]
    is_open = issubclass(model, OpenRecordModel)
    return Section(
        folder.capitalize(), f"`{folder}/`", summary_of(model), own(model), besides, is_open
    )


def own(model: type[BaseModel]) -> tuple[Key, ...]:
    """The keys of a model that are not those of many."""
    ours = (one for one in model.__mro__ if issubclass(one, Model) and one not in SHARED)
    mine = {yaml_key(name) for one in ours for name in one.__annotations__}
    return tuple(key for key in keys(model) if key.name in mine)


def summary_of(model: type[BaseModel]) -> str:
    """What a model is, in the words of its own."""
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())


def columns(key: Key) -> tuple[str, str, str, str]:
    """What stands beside a key: what it holds, whether it must be there, good and bad examples."""
    good = ", ".join(f"`{written(one)}`" for one in key.good)
    bad = "; ".join(f"`{written(one)}`: {why}" for one, why in key.bad.items())
    return key.what, "yes" if key.is_required else "", good, bad
