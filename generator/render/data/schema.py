"""The JSON Schema (draft-07) of the published facts: what others may rely on."""

from typing import get_args

from generator.derive.dossier import Status
from generator.derive.history import Change
from generator.derive.state import Code
from generator.model import KINDS
from generator.model.statement import Does

Schema = dict[str, object]
DESCRIBING = ("period", "reporter", "category", "basis", "party", "about")
# What a state has columns for, and what lasts for a while.
STATE_KEYS = ("code", "since", "until", "by", "status")
LASTING = ("from", "until", "through", "for", "renews")
CODES = get_args(Code)
UNQUOTED, UNCOUNTED = "unquoted", "uncounted"
STATUSES = (*(status.value for status in Status), UNQUOTED, UNCOUNTED)

TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
NUMBER_OR_NULL: Schema = {"type": ["number", "null"]}
DAY: Schema = {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}
ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
FACT_ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9-]+)*$"}
DOES: Schema = {"enum": [*get_args(Does), None]}
STATUS: Schema = {"enum": [*STATUSES]}


def described(schema: Schema, description: str) -> Schema:
    """A schema with a sentence that says what the key holds."""
    return {**schema, "description": description}


def map_of(**keys: Schema) -> Schema:
    """A map that has all of these keys and no other."""
    return {
        "type": "object",
        "properties": keys,
        "required": list(keys),
        "additionalProperties": False,
    }


def or_null(schema: Schema) -> Schema:
    """A schema, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def list_of(schema: Schema) -> Schema:
    """A list of what the schema says."""
    return {"type": "array", "items": schema}


WITNESS = map_of(
    source=described(ID, "the source's id"),
    quote=described(TEXT_OR_NULL, "its words; null where the source is not quoted"),
    at=described(TEXT_OR_NULL, "page, paragraph or sentence"),
    origin=described(ID, "who knew first what the words say: `own`, a body's id, or `unknown`"),
    published=described(
        TEXT, "a day, month or year, `../DAY` for no later than that day, or `unknown`"
    ),
    url=described(TEXT_OR_NULL, "the source's address"),
    counts=described({"type": "boolean"}, "whether it counts for the status on the day"),
)
WITNESSES = list_of({"$ref": "#/definitions/witness"})
SILENT = map_of(
    text=described(TEXT, "what the text is called in which it could have spoken"),
    office=described(or_null(ID), "whose text it is; null where it speaks for the side"),
    on=TEXT_OR_NULL,
    witnesses=WITNESSES,
)
POSITION = map_of(
    key=described(TEXT, "`only` where the statement has no positions"),
    by=described(TEXT_OR_NULL, "ids of those who say it, joined by a comma"),
    value=described(TEXT_OR_NULL, "what the position says, as written"),
    words=described(TEXT_OR_NULL, "what it says in the source's own words"),
    status=described(STATUS, "its own status"),
    rejected=described(or_null(map_of(why=TEXT, on=DAY)), "why it was rejected"),
    differs=described(
        {"type": "object", "additionalProperties": TEXT},
        "the other keys in which the positions differ, as text",
    ),
    witnesses=WITNESSES,
)
COMPUTED = map_of(
    formula=TEXT,
    inputs=described(list_of(FACT_ID), "the facts that the formula names"),
    sources=described(list_of(TEXT), "ids of the sources of those facts"),
    result=described(TEXT_OR_NULL, "null where an input is not known"),
    agrees=described({"type": ["boolean", "null"]}, "whether the formula gives the stated value"),
    weakest=described(
        {"enum": [*STATUSES, None]},
        "the weakest status of its inputs; null for what is also stated",
    ),
)
BASE = map_of(
    number=described(NUMBER_OR_NULL, "the value as a number in the base unit"),
    low=described(NUMBER_OR_NULL, "its lower bound in the base unit"),
    high=described(NUMBER_OR_NULL, "its upper bound in the base unit"),
    unit=described(TEXT, "the unit without its scale: `USD` of `USD bn`, `t` of `million kg`"),
)
NAMES: Schema = {"type": "object", "additionalProperties": list_of(TEXT)}
DESCRIBES: Schema = {
    "type": "object",
    "properties": {key: TEXT for key in (*DESCRIBING, *LASTING)},
    "additionalProperties": False,
}
STATE = map_of(
    code=described({"enum": list(CODES)}, "the same in one word"),
    text=described(TEXT, "whether it is in force, suspended or ended, as the pages print it"),
    since=described(or_null(DAY), "the day since which it is so; null where that is not known"),
    until=described(or_null(DAY), "the day on which it ends or changes; null if none is stated"),
    by=described(FACT_ID, "the last act that makes it so"),
    status=described({"enum": list(STATUSES)}, "the weakest status of the acts that make it so"),
)
INTERVAL = map_of(
    since=described(or_null(DAY), "the first day on which it read so; null if it always did"),
    until=described(or_null(DAY), "the day on which it first read otherwise; null if it never did"),
    value=described(TEXT_OR_NULL, "what was said, as written; null where no one answer counted"),
    status=described(STATUS, "how well it was supported"),
    by=described(or_null(list_of(ID)), "whose claim it was; null unless claimed"),
    state=described(or_null(STATE), "whether it was in force, suspended, ended or so on"),
    changes=described(list_of({"enum": [*get_args(Change)]}), "how it differs from the day before"),
    causes=described(
        list_of(TEXT),
        "ids of the quotations and statements that brought it about; none for a note or rejection "
        "of ours, or where only its day came",
    ),
)
WHAT_ABOUT = "what the value is about, as text; `until` also where it follows from the rest"
FACT = map_of(
    id=described(FACT_ID, "the record's id and the keys that lead to the statement"),
    kind=described({"enum": sorted(KINDS)}, "the record's kind"),
    record=described(ID, "the record's id"),
    label=described(TEXT, "names the statement without its value"),
    sentence=described(TEXT_OR_NULL, "what happened, in a sentence without its day; null if none"),
    value=described(TEXT_OR_NULL, "what is said, as written; null where no one answer counts"),
    number=described(NUMBER_OR_NULL, "the value as a number"),
    low=described(NUMBER_OR_NULL, "its lower bound, where it has one"),
    high=described(NUMBER_OR_NULL, "its upper bound, where it has one"),
    unit=described(TEXT_OR_NULL, "what is counted; `%` and `pp` (percentage points) differ"),
    base=or_null(BASE),
    words=described(TEXT_OR_NULL, "what is said in the source's own words"),
    does=described(DOES, "what an act does to its target"),
    target=described(list_of(FACT_ID), "the records and statements that it acts upon"),
    names=described(NAMES, "names of its record, persons and offices in other languages"),
    status=described(
        STATUS,
        "follows from the sources; `unquoted` where no quotation is held, `uncounted` where "
        "none of those that are held counts",
    ),
    state=described(or_null(STATE), "whether a measure, part or term is in force on the day"),
    by=described(or_null(list_of(ID)), "whose claim it is; null unless claimed"),
    known_from=described(or_null(DAY), "the day on which the first source that counts came out"),
    as_of=described(DAY, "the day of the edition"),
    positions=list_of({"$ref": "#/definitions/position"}),
    silent={"type": "object", "additionalProperties": SILENT},
    reading=described(
        or_null(map_of(text=TEXT, on=DAY, last_raised=TEXT_OR_NULL)),
        "the editors' own note on it, and when a dispute was last raised",
    ),
    computed=or_null(COMPUTED),
    describes=described(DESCRIBES, WHAT_ABOUT),
    url=described(TEXT, "the fact's page, from the site's root"),
    file=described(TEXT, "the file that states it, from the repository's root"),
    line=described({"type": "integer", "minimum": 1}, "the line in that file"),
    history=described(
        list_of({"$ref": "#/definitions/interval"}), "what it read from day to day, up to `as_of`"
    ),
)
FACTS_SCHEMA: Schema = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "title": "The facts of a briefing, sorted by id",
    "type": "array",
    "items": {"$ref": "#/definitions/fact"},
    "definitions": {"fact": FACT, "position": POSITION, "witness": WITNESS, "interval": INTERVAL},
}
