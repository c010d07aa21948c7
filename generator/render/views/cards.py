"""The card of a fact: all that is known of it, and the ways from there to its correction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.derive.dossier import Dossier, Fact, Stance, Status
from generator.model.dates import in_words, on_day
from generator.model.parties import Person
from generator.model.statement import Content
from generator.render.views.act_tables import party_of
from generator.render.views.borne import (
    beside,
    carried,
    full_word,
    marked,
    names_of,
    quiet,
    stands,
    without_word,
    word_of,
)
from generator.render.views.grids import own_label, side_class
from generator.render.views.links import (
    Address,
    base,
    citation_file,
    data_file,
    form,
    page,
    permalink,
)
from generator.render.views.naming import named
from generator.render.views.records import described, in_words_of
from generator.render.views.sentences import dated, own_sentence
from generator.render.views.sheet import (
    Settings,
    Sheet,
    beside_title,
    computed_words,
    holder,
    once,
    outward,
    says,
    short,
    titled,
    value_markup,
    with_its_end,
)
from generator.render.views.silences import silence
from generator.render.views.text import Rich, day, escape, fill, joined, tag
from generator.render.views.witnesses import Witness, citation, witnesses

DESCRIBING = (
    *("party", "period", "reporter", "category", "flow", "basis", "about", "target", "keeps"),
)
DATES = ("from_", "until", "through", "for_", "renews")
# Forms in `.github/ISSUE_TEMPLATE`, and the field that a card fills in.
WRONG, MISSING, FIELD = "wrong-fact.yml", "suggest-fact.yml", "fact"
# What a reader calls the keys of a time.
PLAIN = {"from": "first day", "until": "end", "through": "last day", "for": "length"}
PLAIN |= {"by": "speaker", "says": "words"}
Row = tuple[str, Rich]
# What came of a formula, the formula, and what goes into it.
Check = tuple[str, str, tuple[Rich, ...]]


@dataclass(frozen=True)
class SetAside:
    """Why a position no longer stands."""

    status: str
    why: str
    on: str
    by: Rich


@dataclass(frozen=True)
class Position:
    """One answer, with its own word and witnesses, and the side of its holder."""

    holder: Rich
    side: str
    value: Rich
    status: Rich
    mark: str
    witnesses: tuple[Witness, ...]
    aside: SetAside | None


@dataclass(frozen=True)
class Card:
    """Everything that the card of a fact shows."""

    id: str
    label: str
    own_label: str
    line: Rich
    value: Rich | None
    status: Rich
    mark: str
    state: Rich
    lowered: str
    known: str
    as_of: str
    rows: tuple[Row, ...]
    positions: tuple[Position, ...]
    asides: tuple[Position, ...]
    witnesses: tuple[Witness, ...]
    silent: tuple[tuple[Rich, tuple[Witness, ...]], ...]
    reading: str
    reading_on: str
    last_raised: str
    inferred: tuple[tuple[str, str], ...]
    # One at most.
    checks: tuple[Check, ...]
    compare: Rich
    see: Rich
    permalink: Address
    place: Rich
    report: Rich
    cite: str
    cite_file: Address
    data: Address


@once
def card(sheet: Sheet, fact: Fact) -> Card:
    """The card of a fact on a page; what is not quoted counts for nothing, and is last."""
    positions = [position(sheet, fact, s) for s in sorted(fact.stances, key=lambda s: not s.status)]
    is_one = len(positions) == 1 and not positions[0].aside
    return Card(
        id=fact.id,
        label=fact.label,
        own_label=own_label(fact, sheet.dossier.briefing.name(fact.record.id)),
        line=in_line(sheet, fact),
        value=None if fact.rivals else value_of(sheet, fact),
        status=in_full(sheet, fact),
        mark=quiet(fact.status),
        state=with_its_end(sheet, fact) if fact.held else Rich(),
        lowered=fact.lowered,
        known=in_words(fact.known_from) if fact.known_from else "",
        as_of=in_words(sheet.dossier.as_of),
        rows=rows(sheet, fact),
        positions=() if is_one else tuple(p for p in positions if not p.aside),
        asides=tuple(p for p in positions if p.aside),
        witnesses=positions[0].witnesses if is_one else (),
        silent=tuple(
            (silence(sheet, fact, i), witnesses(sheet, e)) for i, e in fact.silent.items()
        ),
        reading=fact.reading.text if fact.reading else "",
        reading_on=day(fact.reading.on) if fact.reading else "",
        last_raised=on_day(last) if (last := fact.reading and fact.reading.last_raised) else "",
        inferred=tuple(_inferred(fact)),
        checks=tuple(_checks(sheet, fact)),
        compare=sheet.links(fact.statement.compare),
        see=sheet.links(fact.statement.see),
        permalink=permalink(fact),
        place=written_in(sheet.settings, fact.record.file.path, fact.located.key_span().line),
        report=report(sheet, fact),
        cite=citation(sheet.dossier, sheet.settings.url, fact),
        cite_file=citation_file(fact),
        data=data_file(fact.record),
    )


def value_of(sheet: Sheet, fact: Fact) -> Rich:
    """What a statement says below its label, which has the title of an office already."""
    title = fact.chosen.title if isinstance(fact.record.data, Person) else None
    if title and fact.label.endswith(title.in_language(sheet.dossier.language)):
        return joined((*sheet.foreign(title), *beside_title(sheet, fact.chosen)))
    return value_markup(sheet, fact)


def in_full(sheet: Sheet, fact: Fact) -> Rich:
    """The status on the card, where what is missing is said in words."""
    if fact.status:
        return marked(word_of(sheet.dossier, fact), fact.status.value)
    evidence = (e for stance in fact.left for e in stance.evidence)
    return marked(without_word(sheet.dossier.briefing, fact.by, evidence))


def in_line(sheet: Sheet, fact: Fact) -> Rich:
    """What stands for a card before it opens: value and mark, else the status; who knows it."""
    # An act is told in a sentence: the card names all that it acts upon.
    act = own_sentence(sheet, fact).text if fact.chosen.does else ""
    value = Rich() if fact.rivals else escape(act) if act else value_of(sheet, fact)
    is_told = fact.status and (value or fact.rivals or fact.chosen.title)
    status = stands(sheet, fact) if is_told else in_full(sheet, fact)
    shown = beside(value, status) if value else status
    known = tag("span", carrier(sheet.dossier, fact), class_="fold-source")
    return joined((shown, known), ", " if shown.text else " ") if known.text else shown


def carrier(dossier: Dossier, fact: Fact) -> str:
    """Who knows it, in short; nothing where no witness counts, or the status says so itself."""
    counted = (e for s in fact.standing for e in s.counted)
    names = dict.fromkeys(name for e in counted for name in names_of(dossier.briefing, e))
    first, *rest = names or ("",)
    if fact.status is not Status.RELAYED and first in word_of(dossier, fact):
        return ""
    return f"{first} and {len(rest)} more" if rest else first


def position(sheet: Sheet, fact: Fact, stance: Stance) -> Position:
    """A position as it stands on the day, with its own word, and why it stepped aside if it did."""
    aside = None
    if gone := stance.aside:
        aside = SetAside(gone.status.value, gone.why, in_words(gone.on), sheet.links(gone.by))
    # Whose claim it is stands before it.
    status = full_word(sheet, stance.status, ())
    if stance.status is None:
        status = marked(without_word(sheet.dossier.briefing, stance.by, stance.evidence))
    return Position(
        holder=holder(sheet, stance),
        side=side_class(sheet.dossier, party_of(sheet.dossier, stance.by)),
        value=says(sheet, fact, stance.content),
        status=status,
        mark=quiet(stance.status),
        witnesses=witnesses(sheet, stance.evidence),
        aside=aside,
    )


def rows(sheet: Sheet, fact: Fact) -> tuple[Row, ...]:
    """What describes the value: the keys of the statement, and of its series."""
    found = [(in_words_of(key), describing(sheet, fact, key)) for key in (*DESCRIBING, *DATES)]
    # Where positions differ, the brief has these.
    told = () if fact.rivals else fact.contents
    ours = (content.says or "" for content in told if content.value or content.words)
    found.append(("In our words", _each(escape(text) for text in ours)))
    maker = sheet.dossier.maker_of(fact)
    if maker is not fact and maker.chosen.does:
        found.append(("Brought about by", sheet.link(maker.id)))
    found.append(("Nature", escape(fact.statement.nature or "")))
    return tuple((key, value) for key, value in found if value)


def _each(texts: Iterable[Rich]) -> Rich:
    return joined(dict.fromkeys(text for text in texts if text), "; ")


def describing(sheet: Sheet, fact: Fact, key: str) -> Rich:
    """One describing key as text; of several positions of which none wins, that of each."""
    own = [value for content in fact.contents if (value := getattr(content, key))]
    rest = getattr(fact.statement, key) or fact.of_series(key)
    return _each(described(sheet, key, value, key in Content.REFERS) for value in own or [rest])


def _inferred(fact: Fact) -> Iterable[tuple[str, str]]:
    shared = fact.statement.inferred
    own = (s.content.inferred for s in fact.stances if s.content.inferred != shared)
    for reasons in (shared, *own):
        for key, reason in reasons.items():
            yield PLAIN.get(word := key.rstrip("_"), word.replace("-", " ")), reason.why


def _checks(sheet: Sheet, fact: Fact) -> Iterator[Check]:
    if fact.computed is None:
        return
    known = filter(None, map(sheet.dossier.facts.get, fact.computed.inputs))
    inputs = tuple(_worked_with(sheet, one) for one in known)
    # A formula names its inputs, and those that are not known on the day have no name yet.
    formula = "" if fact.computed.missing else fact.computed.formula
    yield formula_outcome(fact), formula, inputs


def formula_outcome(fact: Fact) -> str:
    """What came of a formula, in words."""
    found = fact.computed
    if found is None:
        return ""
    if fact.statement.compute and found.result is not None:
        return "computed by us from the statements below"
    if fact.statement.compute:
        return "not computed: not all of what goes into it stands"
    if found.result is None or found.missing:
        return "not recomputed for want of a base"
    return f"recomputed as {computed_words(fact)}, which {'agrees' if found.agrees else 'differs'}"


def _worked_with(sheet: Sheet, given: Fact) -> Rich:
    counted = [e for stance in given.standing for e in stance.counted]
    act = dated(sheet, given).text if given.chosen.does else ""
    text = titled(sheet, given, act) if act else fill("{}: {}", given.label, short(sheet, given))
    whose = named(sheet.dossier.briefing, carried(sheet.dossier.briefing, counted))
    return fill("{}, from {}", text, whose) if counted else text


def written_in(settings: Settings, path: str, line: int) -> Rich:
    """A line of a file: a link to where it is edited, the place alone without a repository."""
    where, repository = f"{path}, line {line}", base(settings)
    if not repository:
        return fill("written in {}", where)
    return outward(f"Edit {where}", f"{repository}/edit/{settings.branch}/{path}#L{line}")


def report(sheet: Sheet, fact: Fact) -> Rich:
    """A way to say that a fact is wrong: the form with its id, else how it is done without."""
    address = form(sheet.settings, WRONG, **{FIELD: fact.id})
    if address:
        return outward("Report a wrong fact", address)
    return tag("a", "How to have it corrected", href=page("corrections"))
