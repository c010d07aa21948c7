"""Ids lead somewhere, to something else, once; and whatever there is is named somewhere."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from generator.counting import listed
from generator.derive import Dossier
from generator.derive.actors import parties_of
from generator.diagnostics import Diagnostic, Fix, Label
from generator.limits import MESSAGES
from generator.model import FOLDER_OF
from generator.model.briefing import end_of, witness_parts
from generator.model.record import Record
from generator.model.shapes import ORIGIN_SHAPE
from generator.near import SLIGHT, nearest
from generator.rules.mentions import WITNESS, IdIndex, Mention, all_that_fit, named, place
from generator.rules.shared import labels
from generator.rules.sound import near

NUMBER = re.compile(r"\D")
CALLED = ("name", "term", "title", "asks", "text")


@near
def dangling_ref(dossier: Dossier) -> Iterator[Diagnostic]:
    """What is mentioned and does not exist, each once with every place that mentions it."""
    id_index = IdIndex.of(dossier.briefing.whole)
    lost: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in sorted(id_index.lost(dossier.briefing), key=in_order):
        lost[gap(id_index, mention)].append(mention)
    told: Counter[str] = Counter()
    for places in lost.values():
        first, *others = sorted(places, key=place)
        told[first.span.file.path] += 1
        # To look for a likely name in thousands of places takes longer than anybody reads.
        if told[first.span.file.path] <= MESSAGES.most:
            yield with_others(_missing(id_index, first, _likely(id_index, first)), others)


def in_order(mention: Mention) -> tuple[bool, str, int]:
    """Where a mention stands, those in formulas last."""
    return (bool(mention.beside), *place(mention))


def gap(id_index: IdIndex, mention: Mention) -> tuple[str, str]:
    """What is missing where an id leads nowhere: the record, or what the record should hold."""
    if id_index.kind(mention.target):
        return mention.target, str(mention.kinds)
    is_gone = mention.record not in id_index.briefing.records and not mention.beside
    return (mention.record if is_gone else mention.meant[0]), ""


def with_others(diagnostic: Diagnostic, others: list[Mention]) -> Diagnostic:
    """A diagnostic with the other places of what it is about: then no single fix is enough."""
    if not others:
        return diagnostic
    more = labels("named here too", (one.span for one in others))
    message = f"{diagnostic.message}, and {len(others) + 1} places name it"
    return replace(diagnostic, message=message, labels=(*diagnostic.labels, *more), fix=None)


def _missing(id_index: IdIndex, mention: Mention, near: str) -> Diagnostic:
    if mention.kinds == WITNESS:
        return _unquoted(id_index, mention)
    kinds = named(mention.kinds)
    if kind := id_index.kind(mention.target):
        message = f"`{mention.target}` is {named((kind,))} where {kinds} is expected"
    else:
        message = f"no {kinds.partition(' ')[2]} `{mention.target}`"
    folder = FOLDER_OF.get(mention.kinds[0]) if len(mention.kinds) == 1 else None
    return Diagnostic(
        "dangling-ref",
        message,
        mention.span,
        note=f"not in content/{folder}/" if folder else "",
        help=_help_for(id_index, mention, near),
        # A wrong name is worse than a broken build.
        fix=Fix(near, safe=False) if near and mention.span.text == mention.target else None,
    )


def _likely(id_index: IdIndex, mention: Mention) -> str:
    ids = all_that_fit(id_index, mention.kinds)
    if mention.beside:
        start = f"{mention.beside}."
        ids = [id_.removeprefix(start) for id_ in ids if id_.startswith(start)] + ids
    elif "." not in mention.target:
        ids = [id_ for id_ in ids if "." not in id_]
    if mention.span.file.line(mention.span.line).lstrip().startswith("origin:"):
        ids = [*ids, *ORIGIN_SHAPE.words]
    near = nearest(mention.target, ids, SLIGHT)
    own, others = (NUMBER.sub("", one) for one in (mention.target, near))
    # Of another number it is another thing.
    return near if not (own and others) or nearest(own, [others], SLIGHT) else ""


def _help_for(id_index: IdIndex, mention: Mention, near: str) -> str:
    end = end_of(id_index.briefing, mention.target)
    if end and (end.gone or id_index.fits(end.to or "", mention.kinds)):
        return f"it moved: write `{end.to}`" if end.to else f"it is gone: {end.gone}"
    if near:
        return f"did you mean `{near}`?"
    if len(mention.kinds) == 1 and mention.kinds[0] in FOLDER_OF:
        kind, id_ = mention.kinds[0], mention.target
        return f"add content/{FOLDER_OF[kind]}/{id_}.yaml; `briefing new {kind} {id_}` begins it"
    return "an id is the name of a file without `.yaml`, or that with the keys of a statement"


def _unquoted(id_index: IdIndex, mention: Mention) -> Diagnostic:
    id_, key = witness_parts(mention.target)
    source = id_index.briefing.source(id_)
    near = nearest(key, source.keys, SLIGHT) if source else ""
    return Diagnostic(
        "dangling-ref",
        f"the source `{id_}` has no quotation `{key}`",
        mention.span,
        labels=(Label(id_index.briefing.records[id_].places.key(("quotes",)), "its quotations"),),
        help=f"did you mean `{id_}#{near}`?" if near else f"add it there, or write `{id_}` alone",
        fix=Fix(f"{id_}#{near}", safe=False) if near else None,
    )


def unused_source(dossier: Dossier) -> Iterator[Diagnostic]:
    """The sources that are no witness and show no name, in one message."""
    briefing = dossier.briefing
    used = IdIndex.of(briefing).used
    found = [one for one in briefing.of_kind("source") if one.id not in used]
    # What cannot be read may have named them.
    if found and not briefing.unreadable:
        ids = listed([f"`{one.id}`" for one in found])
        yield Diagnostic(
            "unused-source",
            f"nothing rests on the source{'s' if found[1:] else ''} {ids}",
            found[0].file.head,
            labels=labels("nor on this one", (one.file.head for one in found[1:])),
            help="name it in the `witnesses` of a statement, or delete the file",
        )


def unused_record(dossier: Dossier) -> Iterator[Diagnostic]:
    """Records without a statement, where nobody else speaks of them."""
    briefing = dossier.briefing
    used = IdIndex.of(briefing).used
    for one in briefing.records.values() if not briefing.unreadable else ():
        is_mute = one.data.STATES and not (one.statements or one.data.see)
        if is_mute and one.id not in used:
            yield Diagnostic(
                "unused-record",
                f"`{one.id}` states nothing, and nothing names it: no page shows it",
                one.file.head,
                help="add a statement with its `witnesses`, or name it where it takes part",
            )


def same_title(dossier: Dossier) -> Iterator[Diagnostic]:
    """Records of a kind with the title or name of another; two sides may call bodies alike."""
    seen: dict[tuple[str, str], Record] = {}
    for record in dossier.briefing.records.values():
        # Editions of a source, and persons, may share a name.
        keys = () if record.kind in {"source", "person"} else CALLED
        if key := next((key for key in keys if getattr(record.data, key, None)), ""):
            words = record.data.heading(dossier.language) or str(getattr(record.data, key))
            other = seen.setdefault((record.kind, words.casefold()), record)
            if other is record:
                continue
            own, theirs = (parties_of(dossier.briefing, one.id) for one in (record, other))
            if not (own and theirs and own.isdisjoint(theirs)):
                yield Diagnostic(
                    "same-title",
                    f"another {record.kind} has the same `{key}`",
                    record.places.value((key,)),
                    labels=(Label(other.places.value((key,)), f"`{other.id}`"),),
                    help="say what sets the two apart, such as who counts, or what; or delete one",
                )
