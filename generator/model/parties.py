"""Who takes part and what it is about: sides, bodies, people with offices, materials, terms."""

from pydantic import ValidationInfo, field_validator

from generator.model.fields import Id, Ids, Name, Text, unfit
from generator.model.keys import optional, required
from generator.model.record import Answering, Named, OpenRecordModel
from generator.model.statement import Statement


class Spoken(Named):
    """A side or an organisation: what acts and speaks."""

    short: Text | None = optional("what it is called within a sentence", "the Norlanders")


class Party(Spoken):
    """One of the sides, two or more."""

    adjective: Text | None = optional("the adjective of its name", "Norlandic")


class Body(Spoken):
    """An organisation that acts, counts or reports."""

    GOOD = {
        "name": ("Norland Bridge Office", {"en": "Norland Bridge Office", "fr": "Bureau du pont"})
    }
    REFERS = {**Spoken.REFERS, "of": ("party",), "house": ("body",)}

    of: Ids = optional("the parties that it belongs to; a news agency belongs to none", default=())
    house: Id | None = optional("the body with which it counts as one source")


class Office(Statement):
    """An office that a person held, from and until when."""

    USUAL = ("title", "body")
    ALSO = ("from", "until", "through", "inferred")


class Person(Named, Answering):
    """Someone who negotiates, decides or speaks."""

    GOOD = {"name": ("Ada Reed", {"en": "Ada Reed", "fr": "Ada Roseau", "seen": "courier-0310"})}
    REFERS = {**Named.REFERS, "party": ("party",)}
    STATES, OF_ALL, CHAPTER = True, ("party",), "People"

    party: Id | None = optional("the side for which the person acts")
    family: Text | None = optional(
        "the family name, where it is not the last word of the name: the index is sorted by it",
        "von Salt",
    )
    offices: dict[Id, Office] = optional(
        "statements by key, each with `title`, `body`, `from`, `until`",
        {
            "warden": {
                "title": "Bridge warden",
                "body": "norland-bridge-office",
                "witnesses": ["courier-0310#warden"],
            }
        },
        default={},
        bad={"Bridge warden": "write a key of your own, and the statement below it"},
    )

    @field_validator("family")
    @classmethod
    def _is_part_of_the_name(cls, family: str | None, info: ValidationInfo) -> str | None:
        name = info.data.get("name")
        if family and name and not any(family in text for text in name.texts.values()):
            help = "write it as `name` has it"
            raise unfit("`{family}` is no part of the name", help, family=family)
        return family


class Material(Named, Answering):
    """What is mined, made, controlled or traded."""

    DESCRIBES = True
    GOOD = {"name": ("Oak", {"en": "Oak", "fr": "Chêne", "seen": "courier-0310"})}

    symbol: Text | None = optional("the symbol of an element", "Fe")


class Definition(Statement):
    """What a term means."""

    USUAL = ("words",)
    ALSO = ("says", "by")


class GlossaryTerm(OpenRecordModel):
    """A term, with a source's definition as a statement or else ours as a `reading`."""

    DESCRIBES = True

    term: Name = required(
        "the term by language",
        "right of way",
        {"en": "right of way", "fr": "priorité", "seen": "courier-0310"},
    )
    definition: Definition | None = optional(
        "a statement with what it means; where no source says it, write a `reading`",
        {"says": "a way that all may use", "witnesses": ["office-0312#way"]},
        bad={"a way that all may use": "write a statement: the words in `says`, and `witnesses`"},
    )
