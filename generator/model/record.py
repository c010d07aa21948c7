"""A record: one file of facts, its kind, and the places of its keys and values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field

from generator.model.beside import Consequence, Reading
from generator.model.dates import PartialDate
from generator.model.fields import Id, Model, Name, NameTexts, StatementIds, Text, yaml_key
from generator.model.keys import NO_DAY, optional, required
from generator.model.statement import Statement
from generator.source import SourceFile, Span

Path = tuple[str | int, ...]
# Under this name a record keeps what was made of its statements, with the hash of all that it
# follows from.
FACTS = "facts"


class RecordModel(Model):
    """Keys that a record of any kind may have."""

    REFERS = {"about": ("any",), "see": ("any",)}
    ALSO: ClassVar[tuple[str, ...]] = ("aliases", "about", "see", "reading", "allow")
    # Whether its page is made of statements, or may consist of names alone.
    STATES: ClassVar[bool] = False
    DESCRIBES: ClassVar[bool] = False
    # The keys that say something of all that it holds.
    OF_ALL: ClassVar[tuple[str, ...]] = ()
    # The chapter of the book that it stands in, with the kinds that name the same.
    CHAPTER: ClassVar[str] = ""

    allow: dict[Id, Text] = optional(
        "warnings that this record may give, each code with the reason",
        {"unused-record": "a page of prose will name it"},
        default={},
        bad={"unused-record": "write a map: each code with its reason"},
    )
    aliases: tuple[Text, ...] = optional(
        "other spellings, for search", ["Mill parley", "Oxmoor talks"], default=()
    )
    about: StatementIds = optional("ids of what it is about", default=())
    see: StatementIds = optional("ids of what belongs to it", default=())
    reading: Reading | None = optional(
        "our note on the matter: `{text, on}`",
        {"text": "The two shires count carts in different ways.", "on": "2031-06-24"},
        bad=NO_DAY,
    )

    def heading(self, language: str) -> str:
        """What a reader calls it; empty where it has neither name nor title."""
        return self.called.in_language(language) if self.called else ""

    @cached_property
    def called(self) -> NameTexts | None:
        """Its name, term or title."""
        found = (getattr(self, key, None) for key in ("name", "term", "title"))
        return next((name for name in found if isinstance(name, NameTexts)), None)

    @property
    def told_from(self) -> PartialDate | None:
        """The day from which it is told, where that is not for its statements to say."""
        return None

    @property
    def draws(self) -> tuple[str, ...]:
        """The ids of the records and statements that it shows."""
        return ()

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of which it shows whatever is known."""
        return frozenset()

    @property
    def prose(self) -> dict[str, str]:
        """Its templates by their keys."""
        return {key: text for key in self.PROSE if (text := getattr(self, key))}

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, term or title in every language."""
        return tuple(self.called.texts.values()) if self.called else ()


class OpenRecordModel(RecordModel):
    """A record that may hold statements under keys of the editor's own."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Id, Statement] = Field(init=False)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Nothing by the editor's own keys: one may be called as a key of another kind."""
            if name in (self.model_extra or {}):
                raise AttributeError(name)
            return super().__getattr__(name)


class Answering(OpenRecordModel):
    """A record with a page of its own, which opens with an answer."""

    PROSE: ClassVar[tuple[str, ...]] = ("lead",)

    lead: Text | None = optional(
        "one to three sentences that its page opens with, as a template; without them the page "
        "opens with a sentence made from its statements",
        'Both shires met at the mill. They {{ link("mill-accord", "agreed on a toll") }}.',
        bad={"They met on 9 March 2031.": "write the day as a reference, so that it stays right"},
    )


class Named(OpenRecordModel):
    """A record with a name by language."""

    name: Name = required(
        "the name, or names by language",
        "Norland",
        {"en": "Norland", "fr": "Norlande", "seen": "courier-0310"},
    )


class Titled(Answering):
    """A record of statements with a title."""

    STATES = True

    title: Name = required(
        "a heading that names no outcome, since editions of earlier days show it too",
        "Talks at the mill, March 2031",
        bad={"Talks that ended the toll": "it names the outcome"},
    )


M = TypeVar("M", bound=RecordModel)
T = TypeVar("T")


@dataclass(frozen=True)
class Places:
    """Where the keys and values of a file stand, by their path from the top."""

    file: SourceFile
    keys: Mapping[Path, Span]
    values: Mapping[Path, Span]

    def value(self, path: Path) -> Span:
        """The span of a value, else of the nearest thing that holds it."""
        return self._nearest(self.values, path)

    def key(self, path: Path) -> Span:
        """The span of a key, else of the nearest thing that holds it."""
        return self.keys[path] if path in self.keys else self._nearest(self.values, path)

    def _nearest(self, spans: Mapping[Path, Span], path: Path) -> Span:
        for length in range(len(path), 0, -1):
            if path[:length] in spans:
                return spans[path[:length]]
        return self.file.head


@dataclass(frozen=True)
class Record:
    """One file: its id, its kind and what it holds."""

    id: str
    kind: str
    data: RecordModel
    places: Places = field(repr=False, compare=False)
    made: dict[str, Any] = field(init=False, default_factory=dict, repr=False, compare=False)

    def once(self, name: str, make: Callable[[Record], T]) -> T:
        """What follows from it alone, made once; it is kept with it."""
        if name not in self.made:
            self.made[name] = make(self)
        made: T = self.made[name]
        return made

    @cached_property
    def models(self) -> tuple[tuple[Path, BaseModel], ...]:
        """Every model in it with its path in YAML keys, itself first."""
        return tuple(walk(self.data))

    @cached_property
    def statements(self) -> dict[str, tuple[Path, Statement]]:
        """Every statement by its id, in the order of the model's keys, with its path."""
        found = ((path, part) for path, part in self.models if isinstance(part, Statement))
        return {
            ".".join((self.id, *map(str, path))): (path, statement)
            for path, statement in found
            if statement.is_stated
        }

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of every statement among those of its file, known or not: it never moves."""
        keys = {id_: self.places.key(path).start for id_, (path, _) in self.statements.items()}
        return {id_: rank for rank, id_ in enumerate(sorted(keys, key=lambda id_: keys[id_]))}

    @cached_property
    def templates(self) -> tuple[tuple[str, Span], ...]:
        """Its texts that are templates, as they are read, with their places."""
        found: dict[Path, str] = {(key,): text for key, text in self.data.prose.items()}
        stated = {path: statement.PROSE for path, statement in self.statements.values()}
        for path, part in self.models:
            keys = part.PROSE if isinstance(part, Consequence) else stated.get(path, ())
            found |= {(*path, yaml_key(key)): text for key in keys if (text := getattr(part, key))}
        return tuple((text, self.places.value(path)) for path, text in found.items())

    @property
    def prose(self) -> tuple[Span, ...]:
        """Where its templates stand."""
        return tuple(span for _, span in self.templates)

    @property
    def file(self) -> SourceFile:
        """The file that it stands in."""
        return self.places.file


def of_model(records: Iterable[Record], model: type[M]) -> Iterator[tuple[Record, M]]:
    """The records of one model, each with what it holds."""
    return ((one, one.data) for one in records if isinstance(one.data, model))


def walk(model: BaseModel, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Every model inside a model with its path in YAML keys, itself first."""
    yield path, model
    for name, key in _keys(type(model)):
        yield from _inside(getattr(model, name), (*path, key))
    yield from _inside(model.model_extra, path)


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that may hold models, with their keys."""
    fields = model.model_fields.items()
    return tuple((name, yaml_key(name)) for name, one in fields if may_hold(one.annotation))


def may_hold(annotation: Any) -> bool:
    """Whether what is annotated so may be a model, or hold some."""
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return is_model or any(map(may_hold, get_args(annotation)))


def _inside(value: Any, path: Path) -> Iterator[tuple[Path, BaseModel]]:
    if isinstance(value, BaseModel):
        yield from walk(value, path)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _inside(entry, (*path, key))
