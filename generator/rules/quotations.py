"""What is said rests on quotations that contain it: numbers, dates, words and persons."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.counting import listed
from generator.derive import Dossier
from generator.derive.actors import is_theirs
from generator.derive.expected import (
    WORDS,
    Expected,
    expected_of,
    is_inside,
    late_in,
    own_words,
    plain,
)
from generator.derive.mentions import mentions, numerals
from generator.derive.spelling import names_in, words_in
from generator.derive.when import Today
from generator.diagnostics import Diagnostic, Label
from generator.model.briefing import Briefing
from generator.model.dates import in_words
from generator.model.events import Claim
from generator.model.record import Record
from generator.model.source import Quotation
from generator.rules.shared import Quoted, QuotedStatement, names_near, quoted_statements
from generator.rules.sound import near
from generator.source import Span

# `26.000` and `34,5` in most languages; Chinese is read as English is.
OTHER_NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)(?![\d.,]*\d)")
OTHER_WORD = re.compile(r"[A-Za-z]*[\u00c0-\u0fff]\w*")
# Fewer such words may be names; a word in another script is none of an English text.
MANY = 3
OTHER_SCRIPT = re.compile(r"[\u0370-\u0fff]")
# What a word behind a number can make of it: `27 bin` is 27,000.
SCALES = (3, 6, 9)
IN_ENGLISH = (
    "numbers and dates are read in English and Chinese: write `text` in English, as in `26,000` or "
    "`18 July`, and keep the source's own words under `original`"
)
# What positions say, each for itself.
ANSWERS = ("value", "words", "says")
# What cannot be left out in part.
SENTENCES = ("says", WORDS)
# So many quotations are shown of what none of them contains.
SHOWN = 3
MARK = re.compile(r'["“”„«»「」『』]')
# An apostrophe within a word is none of these.
SINGLE = re.compile(r"(?<!\w)['‘](.+?)['’](?!\w)")  # noqa: RUF001


@near
def value_not_in_quotation(dossier: Dossier) -> Iterator[Diagnostic]:
    """Numbers and dates that none of their quotations contains, those of one key together."""
    for part in quoted_statements(dossier.briefing):
        by_key: dict[str, list[Expected]] = {}
        for one in missing(part):
            by_key.setdefault(one.key, []).append(one)
        yield from (_unprinted(part, *several) for several in by_key.values())


def missing(part: QuotedStatement) -> tuple[Expected, ...]:
    """The expected numbers and dates that no quotation has; `77` and `77.0` are one number."""
    missing = (one for one in expected(part) if not any(map(one.stands_in, part.quoted)))
    return tuple({(one.key, one.meaning): one for one in missing if part.quoted}.values())


def _unprinted(part: QuotedStatement, first: Expected, *others: Expected) -> Diagnostic:
    shown = listed([f"`{one.shown}`" for one in (first, *others)])
    labels = [Label(one.words_span, found_there(one, first)) for one in part.quoted[:SHOWN]]
    reason = "`inferred: why`" if first.key == "value" else f"`inferred: {{{first.key}: why}}`"
    help = f"correct it, quote words that have it, or say why: {reason}"
    if any(is_foreign(one.quotation, first) for one in part.quoted):
        help = IN_ENGLISH
    if other := elsewhere(part, first):
        words = other[0].places.value(("quotes", other[1], "text"))
        labels = [Label(words, f"`{first.shown}` is here")]
        help = f"correct it, or add `{other[0].id}#{other[1]}` to `witnesses` if it rests on that"
    message, span = f"{nowhere(part.quoted)} {shown}", part.span(first.key)
    return Diagnostic("value-not-in-quotation", message, span, labels=tuple(labels), help=help)


def nowhere(quoted: Sequence[Quoted]) -> str:
    """How a message names the quotations that do not contain something."""
    one = f"its quotation `{quoted[0].witness}` does not contain"
    return "none of its quotations contains" if quoted[1:] else one


def is_foreign(quotation: Quotation, one: Expected) -> bool:
    """Whether a text is in a language whose numbers and dates are not read here."""
    numbers = OTHER_NUMBER.findall(quotation.text)
    is_other = one.meaning in {each.replace(".", "").replace(",", ".") for each in numbers}
    bare = (each.number for each in numerals(quotation.text) if each.number == each.scaled)
    scaled = {plain(number.scaleb(by)) for number in bare for by in SCALES}
    is_other |= one.meaning in scaled or bool(OTHER_SCRIPT.search(quotation.text))
    is_told = is_other or len(OTHER_WORD.findall(quotation.text)) >= MANY
    return is_told and not quotation.original


def found_there(quoted: Quoted, one: Expected) -> str:
    """What the quotation has of the expected kind: dates or numbers."""
    text, dates = quoted.quotation.text, mentions(quoted.quotation.text)
    numbers = [n for n in numerals(text) if not is_inside(n, dates)]
    found = dict.fromkeys(
        f"`{text[f.start : f.end]}`" for f in (dates if mentions(one.shown) else numbers)
    )
    return f"the quotation has {', '.join(found)}" if found else "the quotation"


def elsewhere(part: QuotedStatement, one: Expected) -> tuple[Record, str] | None:
    """Another quotation of the same sources that contains it."""
    own = {quoted.witness for quoted in part.quoted}
    for quoted in part.quoted:
        for key, quotation in quoted.publication.quotes.items():
            is_other = f"{quoted.source.id}#{key}" not in own
            if is_other and one.stands(quotation.text, quoted.published):
                return quoted.source, key
    return None


@near
def words_not_in_quotation(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words given as a source's own that none of the quotations contains."""
    for part in quoted_statements(dossier.briefing):
        one = words(part)
        if not one or not part.quoted or any(map(one.stands_in, part.quoted)):
            continue
        # A number or date in them has its own message.
        if any(each.key == WORDS for each in missing(part)):
            continue
        help = "take the source's own words, write a sentence of yours in `says`, or say why: "
        help += f"`inferred: {{{WORDS}: why}}`"
        if other := elsewhere(part, one):
            help = f"add `{other[0].id}#{other[1]}` to `witnesses`"
        message, labels = f"{nowhere(part.quoted)} `{one.shown}`", (part.quoted[0].label,)
        span = part.span(WORDS)
        yield Diagnostic("words-not-in-quotation", message, span, labels=labels, help=help)


@near
def indirect_speech(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words given as somebody's own that no quotation prints as that one's."""
    for part in quoted_statements(dossier.briefing):
        words, by = part.content.words, part.content.by
        if not words or not by or WORDS in part.content.inferred:
            continue
        bearing = [q for q in part.quoted if any(words_in(words, text) for text in q.texts)]
        if bearing and not any(_is_spoken(dossier.briefing, one, words, by) for one in bearing):
            names = listed([dossier.briefing.name(id_) for id_ in by])
            yield Diagnostic(
                "indirect-speech",
                f"`{bearing[0].witness}` does not print `{words}` as words of {names}",
                part.span(WORDS),
                labels=(bearing[0].label,),
                help="say it in a sentence of yours in `says`, or write `spoken: yes` with the "
                "quotation if the source prints it in quotation marks",
            )


def _is_spoken(briefing: Briefing, quoted: Quoted, words: str, by: tuple[str, ...]) -> bool:
    quotation = quoted.quotation
    authors = quotation.text_of or quoted.publication.text_of
    if not briefing.unreadable.isdisjoint((*authors, *by)):
        # Whose office an author is cannot be told while its file has an error.
        return True
    if quotation.spoken or is_theirs(briefing, quoted.publication, quotation, by):
        return True
    return any(words_in(words, inside(text)) for text in quoted.texts)


def inside(text: str) -> str:
    """What stands inside quotation marks; with an odd number of marks, whatever stands at one."""
    parts = MARK.split(text)
    within = parts[1::2] if len(parts) % 2 else parts
    return " | ".join((*within, *SINGLE.findall(text)))


@near
def borne_later(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sentences with a number or date that only a later witness prints than the first."""
    for part in quoted_statements(dossier.briefing):
        days = {one.published.last for one in part.quoted if one.publication.counts}
        first = Today(dossier.briefing, min(days, default=date.max))
        names = tuple(witness for witness, _ in part.witnesses)
        for one in late_in(first, part.content, names) if len(days) > 1 else ():
            if one.key in SENTENCES:
                yield Diagnostic(
                    "borne-later",
                    f"no source prints `{one.shown}` by {in_words(first.as_of)}, the day of the "
                    "first one: editions of that time leave the whole sentence out",
                    part.span(one.key),
                    labels=tuple(quoted.label for quoted in part.quoted if one.stands_in(quoted)),
                    help="say what the later source adds in a statement of its own",
                )


@near
def person_not_in_quotation(dossier: Dossier) -> Iterator[Diagnostic]:
    """Persons that no quotation names, not even by one word of a name."""
    for part in quoted_statements(dossier.briefing):
        for one in persons(part):
            if part.quoted and not any(map(one.stands_in, part.quoted)):
                yield Diagnostic(
                    "person-not-in-quotation",
                    f"{nowhere(part.quoted)} the name of {one.shown}",
                    place_of(part, one),
                    labels=(part.quoted[0].label,),
                    help="quote the words that name the person, add the spelling to `aliases`, or "
                    f"say why: `inferred: {{{one.key}: why}}`",
                )


@near
def inferred_from(dossier: Dossier) -> Iterator[Diagnostic]:
    """Quotations that something follows from, and that its statement does not name."""
    for located in dossier.briefing.statements.values():
        for path, content in located.statement.contents():
            named = {*content.witnesses, *located.statement.witnesses}
            for key, reason in content.inferred.items():
                if lost := [witness for witness in reason.from_ if witness not in named]:
                    yield Diagnostic(
                        "inferred-from",
                        f"`{lost[0]}` is none of the witnesses of `{located.id}`",
                        located.span(*path, "inferred", key.rstrip("_"), "from"),
                        help="name one of its `witnesses`, or add it to them",
                    )


def place_of(part: QuotedStatement, one: Expected) -> Span:
    """Where a person is named: in a list its own place, else that of the key."""
    spans = part.located.record.places.values
    for path in (part.path, ()):
        whole = (*part.located.path, *path, one.key)
        for at, id_ in enumerate(getattr(part.content, one.key) or ()):
            if id_ == one.meaning and (*whole, at) in spans:
                return spans[(*whole, at)]
    return part.span(one.key)


def expected(part: QuotedStatement) -> Iterator[Expected]:
    """The numbers and dates that are not inferred, without those beside the positions."""
    beside = {key for key in ANSWERS if part.path and getattr(part.located.statement, key)}
    without = {*part.content.inferred, *beside}
    # The title of a claim is a label, also of one with positions.
    without |= {"title"} if isinstance(part.located.statement, Claim) else set()
    found = expected_of(part.content, part.briefing.edition.language)
    yield from (one for one in found if one.key not in without)


def words(part: QuotedStatement) -> Expected | None:
    """A source's own words, where they are not inferred."""
    text = part.content.words
    is_beside = part.path and part.located.statement.words
    if text is None or is_beside or WORDS in part.content.inferred:
        return None
    return own_words(text)


def persons(part: QuotedStatement) -> Iterator[Expected]:
    """The persons that a part is about; those who only say so may be unnamed."""
    records = part.briefing.records
    for key, ids in (("person", (part.content.person or "",)), ("people", part.content.people)):
        known = [id_ for id_ in dict.fromkeys(ids) if id_ in records]
        for id_ in known if key not in part.content.inferred else ():
            if records[id_].kind == "person":
                yield person(part.briefing, key, id_)


def person(briefing: Briefing, key: str, id_: str) -> Expected:
    """A person, who stands where a word of a name does that is no other person's."""
    data, name = briefing.records[id_].data, briefing.name(id_)
    own = (*data.names, *data.aliases)

    def is_named(text: str, _: object) -> bool:
        others = [other for other, _ in names_near(briefing, text)]
        return names_in(own, _without_names(text, others, own))

    return Expected(key, name, is_named, id_)


def _without_names(text: str, others: Iterable[str], own: Iterable[str]) -> str:
    whole = [name for name in others if " " in name and name in text and name not in own]
    for name in sorted(whole, key=len, reverse=True):
        # A name may begin a longer one.
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "", text)
    return text


def all_expected(part: QuotedStatement) -> Iterator[Expected]:
    """All that a part must have from its quotations."""
    own = words(part)
    yield from (*expected(part), *((own,) if own else ()), *persons(part))
