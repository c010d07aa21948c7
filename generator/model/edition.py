"""The edition, the settings of its site, and entries for ids that were renamed or taken out."""

from pydantic import ConfigDict, Field

from generator.model.fields import Address, DayField, Id, Ids, Language, Line, Model, MovedId, Text
from generator.model.keys import optional, required


class Settings(Model):
    """What is known of the place where the site will stand."""

    url: Address | None = Field(None, description="the site's address, for links to it from afar")
    repository: Address | None = Field(None, description="the repository's address, for edit links")
    branch: Text = Field("main", description="the branch that edit links lead to")
    licence: Text | None = Field(None, description="the licence of the words and the data")
    licence_url: Address | None = Field(None, description="where that licence is to be read")


class Edition(Model):
    """`content/briefing.yaml`."""

    REFERS = {"parties": ("party",)}

    title: Line = required("the site's name", "The bridge at Oxmoor")
    subject: Line = required(
        "what the briefing is about, in a sentence that names no outcome",
        "The talks of two shires over a bridge, 2031",
    )
    language: Language = optional(
        "the language of names without a tag, `en` unless stated", "en", "fr", default="en"
    )
    parties: Ids = Field(
        description="the sides, two or more",
        examples=[["norland", "sudland"]],
        json_schema_extra={
            "type": "array",
            "minItems": 2,
            "errorMessage": "name the id of each side: `[one, other]`",
        },
    )
    units: dict[Text, tuple[Text, ...]] = optional(
        "units of your own, each with its spellings in quotations; common units need no entry",
        {"carts": ["cart", "cartloads"]},
        default={},
        bad={"carts": "write a list of spellings"},
    )
    synonyms: dict[Text, tuple[Text, ...]] = optional(
        "words that the facts use, each with other words that readers search for",
        {"toll": ["charge", "levy"]},
        default={},
        bad={"toll": "write a list of words"},
    )
    as_of: DayField = required("the day of this edition")
    coverage_end: DayField = required("the last day that the briefing covers")


class Moved(Model):
    """An id or a page of prose once published: where it went, or why it is gone."""

    REFERS = {"to": ("any", "old", "page")}

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["to"]}, {"required": ["gone"]}],
            "errorMessage": "write either `to` or `gone`",
        }
    )

    to: Text | None = optional("the id that took its place; that one may have moved too")
    gone: Text | None = optional("why there is nothing to go to", "the call never took place")
    on: DayField | None = optional("the day of the first edition without the old id", "2031-05-02")


MovedIds = dict[MovedId, Moved]


class Published(Model):
    """An edition that was published: its day, and where git keeps it."""

    name: Line = required("what it is called", "Summer 2031")
    as_of: DayField = required("the day of that edition")
    commit: Text = required("the commit or tag that it was made from", "4f2a9c1")


Editions = dict[Id, Published]
