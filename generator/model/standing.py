"""What a statement must say and rest on, as editors are told it; `check` asks it by its rules."""

from __future__ import annotations

from generator.model.due import Schema, due, each, has, has_any, lacks, named, never, says, where
from generator.model.fields import yaml_key

# What says something, by the names of the fields; the other keys describe it.
SAYING = (
    "value",
    "words",
    "says",
    "people",
    "person",
    "attendance",
    "does",
    "title",
    "from_",
    "until",
    "through",
    "for_",
    "renews",
)
RESTS = ("witnesses", "positions", "compute")
UNWITNESSED = "name the words that this rests on: `witnesses: [source#quotation]`"
MUTE = "it has witnesses, and says nothing: add `value`, `words`, `says`, or what it is about"
DEEDS = ("suspend", "resume", "extend", "amend", "lift", "end", "replace")
# A statement is one as soon as it rests on something.
STATED = has_any(*RESTS)


def standing(name: str, keys: tuple[str, ...]) -> dict[str, Schema]:
    """What is asked of a statement that says something with some keys, by names of its own."""
    saying = named(f"{name}-saying", has_any(*map(yaml_key, keys)))
    mute: Schema = {"not": saying}
    return {
        f"{name}-rests": due(RESTS, UNWITNESSED, saying),
        f"{name}-says": due(OTHERS, MUTE, mute, has("witnesses")),
        f"{name}-positions-rest": where(
            each("positions", due(("witnesses",), UNWITNESSED)), lacks("witnesses", "compute")
        ),
        f"{name}-positions-say": where(
            each("positions", due(("value",), MUTE, mute, has("witnesses"))), mute
        ),
        f"{name}-author": due(
            ("by",),
            "a judgement or forecast is somebody's: add `by:`",
            says("nature", "judgement", "forecast"),
            saying,
            STATED,
            lacks("positions"),
        ),
        f"{name}-computed": never(
            "`compute` gives the value: remove what stands beside it, or write `recompute`",
            has("compute"),
            has_any("value", "words", "says", "positions"),
        ),
    }


# What else a statement can be about; an editor hears of the first.
OTHERS = ("value", "positions", "compute", "body", "target")
OWN_SAYS = {
    "own-says": due(
        OTHERS,
        "a key of your own holds a statement: add what it says, and `witnesses`",
        {"not": named("statement-saying", has_any(*map(yaml_key, SAYING)))},
    )
}
NO_ACT = {
    "no-act": never(
        "an act stands below `terms:` or `acts:`, with two spaces more", has("does"), STATED
    )
}
ACT = {
    "act-does": due(
        ("does",),
        "an act says with `does` what it does to its target",
        STATED,
        lacks("positions"),
    ),
    "act-target": due(
        ("target",),
        "name with `target` what is acted upon; a promise is `does: undertake`",
        says("does", *DEEDS),
        lacks("positions"),
    ),
}
