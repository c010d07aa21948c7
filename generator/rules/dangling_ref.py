"""`dangling-ref`: every id that is mentioned exists, and is of a kind that fits.

What is missing is told once, however many places mention it. A file that cannot be read still owns
its id, and a statement without witnesses is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Fix, Label
from generator.link import Briefing, Located, witness_parts
from generator.model import FOLDER_OF
from generator.model.source import Source
from generator.moved import end_of
from generator.rules.doubts import Either
from generator.rules.gone_together import Unquoted, by_owner, originless, owner, several
from generator.rules.known import WITNESS, Known, place
from generator.rules.misfit import by_file, misfit, misfits
from generator.rules.near import (
    beside_all,
    close,
    missing,
    near_cell,
    nearest,
)
from generator.rules.references import Mention, also, named
from generator.rules.same_word import is_all_but, is_misspelt, is_same_word
from generator.rules.unspaced import unspaced
from generator.source import Span


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """What is mentioned and does not exist, each told once with every place that mentions it."""
    known = Known.of(dossier.briefing)
    pairs = tuple(_torn(known))
    yield from (parted(known, *pair) for pair in pairs)
    crowded = dict(unspaced(known))
    yield from (run_together(one, apart) for one, apart in crowded.items())
    torn = {half.span for pair in pairs for half in pair} | {one.span for one in crowded}
    odd: dict[object, list[Mention]] = {}
    for mention in known.lost:
        if known.kind(mention.target):
            odd.setdefault((mention.target, mention.kinds), []).append(mention)
    groups = by_file(known, [sorted(places, key=place) for places in odd.values()])
    yield from (misfits(known, one) if one[1:] else misfit(known, one[0]) for one in groups)
    gaps = (gap for gap in known.gaps.values() if not all(one.span in torn for one in gap))
    for group in by_owner(gaps, partial(bereft, known)):
        (places, *others) = group
        tell = unquoted if places[0].kinds == WITNESS else dangling
        yield several(known, group) if others else tell(known, places)


def bereft(known: Known, places: list[Mention]) -> str:
    """The record that may have lost what is missing; empty where that is just misspelt."""
    if places[0].kinds == WITNESS:
        return "" if is_near(known, places) else owner(known, places)
    target, near = missing(known, places)[0], nearest(known, places)
    near = beside_all(places) + near if near and "." not in near else near
    record = owner(known, places)
    # What is near in another record may be meant, and in the same one only what is misspelt.
    is_other = near.partition(".")[0] != record or is_misspelt(target, near)
    return "" if near and is_other else record


def _torn(known: Known) -> Iterator[tuple[Mention, Mention]]:
    """The mentions that would be one, but for a comma."""
    last: Mention | None = None
    for one in sorted(known.lost, key=place):
        if last and is_beside(last, one) and untorn(known, last, one):
            yield last, one
            last = None
        else:
            last = one


def is_beside(one: Mention, other: Mention) -> bool:
    """Whether two ids, and nothing but ids, stand on either side of a comma."""
    text = one.span.file.text[one.span.start : other.span.end]
    is_same_file = one.span.file.path == other.span.file.path
    return is_same_file and text == f"{one.target},{other.target}"


def untorn(known: Known, one: Mention, other: Mention) -> str:
    """The id that a comma has made two of; empty where it has not."""
    joined = (f"{one.target}{sign}{other.target}" for sign in ("", "-", "."))
    return next((id_ for id_ in joined if known.fits(id_, one.kinds)), "")


def parted(known: Known, one: Mention, other: Mention) -> Diagnostic:
    """Two ids of nothing that are one of something."""
    id_ = untorn(known, one, other)
    span = one.span.file.span(one.span.start, other.span.end)
    return Diagnostic(
        code="dangling-ref",
        message=f"`{span.text}` are two ids of nothing",
        span=span,
        help=f"did you mean `{id_}`?",
        fix=Fix(id_, safe=False),
    )


def run_together(one: Mention, apart: str) -> Diagnostic:
    """Parts of a formula without the spaces between them."""
    return Diagnostic(
        code="dangling-ref",
        message=f"no statement `{one.target}`",
        span=one.span,
        help=f"put spaces between the parts of a formula: write `{apart}`",
        fix=Fix(apart, safe=False),
    )


def unquoted_files(briefing: Briefing) -> frozenset[str]:
    """The files that name a quotation which may be gone, and is not just misspelt."""
    known = Known.of(briefing)
    gaps = [places for places in known.gaps.values() if places[0].kinds == WITNESS]
    lost = [places for places in gaps if not is_near(known, places)]
    return frozenset(mention.span.file.path for places in lost for mention in places)


def is_near(known: Known, places: list[Mention]) -> bool:
    """Whether a quotation of a source is all but called as one that is missing."""
    source = known.briefing.source(places[0].target)
    return bool(source and _near_quotation(known, places, source))


def dangling(known: Known, places: list[Mention]) -> Diagnostic:
    """An id of nothing, with all places that mention it."""
    first, *others = places
    target, kinds = missing(known, places)
    folder = FOLDER_OF.get(kinds[0]) if len(kinds) == 1 else None
    near = nearest(known, places)
    misspelt = tuple(unnamed(known, first, near))
    if others and misspelt and is_same_word(target.rpartition(".")[2], near.rpartition(".")[2]):
        return misnamed(places, f"`{target}`", near, misspelt[-1].span)
    maker = Either if misspelt else Diagnostic
    return maker(
        code="dangling-ref",
        message=f"no {named(kinds).partition(' ')[2]} `{target}`{_counted(places)}",
        span=first.span,
        note=f"not in content/{folder}/" if folder else "",
        labels=(*also(others), *misspelt),
        help=_help(known, places),
        # A wrong name is worse than a broken build.
        fix=Fix(near, safe=False) if near and not others and first.span.text == target else None,
    )


def misnamed(places: list[Mention], what: str, near: str, key: Span) -> Diagnostic:
    """A key that nothing names, all but the one that several places do."""
    return Either(
        code="dangling-ref",
        message=f"{len(places)} places name {what}, and none `{near}`",
        span=key,
        labels=tuple(Label(one.span, "named here") for one in places),
        help="call it as they do; or add what they name, or change every place that names it",
    )


def unnamed(known: Known, mention: Mention, near: str) -> Iterator[Label]:
    """The statement that may be meant, where nothing names it: it may be what is misspelt."""
    for id_ in (near, f"{mention.beside}.{near}"):
        located = known.briefing.statements.get(id_)
        if located and id_ not in known.mentioned:
            yield Label(located.key_span(), "or is this one misspelt?")
            yield from on_the_way(located, mention.target)


def on_the_way(located: Located, target: str) -> Iterator[Label]:
    """The keys above that of a statement which are others than in an id."""
    for length, key in enumerate(target.split(".")[1:], 1):
        if length < len(located.path) and str(located.path[length - 1]) != key:
            yield Label(located.record.places.key(located.path[:length]), "or this one?")


def _counted(places: list[Mention]) -> str:
    return f", which {len(places)} places name" if len(places) > 1 else ""


def _help(known: Known, places: list[Mention]) -> str:
    near = nearest(known, places)
    end = end_of(known.briefing, missing(known, places)[0])
    if end and (end.gone or known.fits(end.to or "", places[0].kinds)):
        return f"it moved: write `{end.to}`" if end.to else f"it is gone: {end.gone}"
    if len(places) == 1:
        is_called = near != "" and near == known.called(places[0])
        target, kinds = missing(known, places)
        parties = known.briefing.edition.parties
        if not near and kinds == ("party",) and len(parties) > 1:
            there = " and ".join(f"`{one}`" for one in parties)
            return f"the parties are {there}; to have another, {begun(target, kinds)}"
        return f"did you mean `{near}`?" if is_called else offered(near, target, kinds)
    otherwise = "bring it back, or change every place that names it"
    return f"did you mean `{near}`? otherwise {otherwise}" if near else otherwise


def offered(near: str, target: str, kinds: tuple[str, ...]) -> str:
    """What may be meant, and how a record is begun that is none of those that there are."""
    new = begun(target, kinds)
    if near and (is_misspelt(target, near) or not new.startswith("add ")):
        return f"did you mean `{near}`?"
    return f"did you mean `{near}`? otherwise {new}" if near else new


def begun(target: str, kinds: tuple[str, ...]) -> str:
    """How a record that is missing is begun, or how one is named that may be of several kinds."""
    # The parties are few, and known.
    kinds = tuple(kind for kind in kinds if kind != "party") or kinds
    if len(kinds) != 1 or kinds[0] not in FOLDER_OF:
        return "an id is the name of a file without `.yaml`, or that with the keys of a statement"
    file = f"content/{FOLDER_OF[kinds[0]]}/{target}.yaml"
    return f"add {file}; `briefing new {kinds[0]} {target}` begins it"


def unquoted(known: Known, places: list[Mention]) -> Diagnostic:
    """A source without the quotation that is named."""
    first, *others = places
    id_, key = witness_parts(first.target)
    record = known.briefing.records[id_]
    assert isinstance(record.data, Source)
    near = _near_quotation(known, places, record.data)
    what, path = _lacking(known, places) if others else (f"quotation `{key}`", ("quotes",))
    step, gone = (step_of(one, path) for one in (witness_parts(near)[1], key))
    if others and near and is_same_word(gone, step):
        there = f"the {what.replace('its table', 'the table')} of `{id_}`"
        return misnamed(places, there, step, record.places.key((*path, step)))
    held = "quotations" if path == ("quotes",) else path[-1]
    # Beside one that is near in its source, nothing else was lost.
    targets = frozenset(one.target for one in places)
    maker = Diagnostic if near else partial(Unquoted, witnesses=targets)
    return maker(
        code="dangling-ref",
        message=f"the source `{id_}` has no {what}{_counted(places)}{originless(known, places)}",
        span=first.span,
        labels=(Label(record.places.key(path), f"its {held}"), *also(others)),
        help=f"did you mean `{near}`? otherwise add `{key}` there"
        if near
        else f"add it there, or write `{id_}` alone",
        fix=Fix(near, safe=False) if near and not others else None,
    )


def step_of(key: str, path: tuple[str, ...]) -> str:
    """Of the key of a quotation what would stand at a path: of a cell its table, row or column."""
    at = {"rows": 1, "columns": 2}.get(path[-1], 0)
    return key.split("/")[at] if "/" in key else key


def _lacking(known: Known, places: list[Mention]) -> tuple[str, tuple[str, ...]]:
    """What several witnesses miss of a source, and where it would stand."""
    _, key = witness_parts(places[0].target)
    if "/" not in key:
        return f"quotation `{key}`", ("quotes",)
    name, row, column = key.split("/")
    line = known.gap(places[0].target).rpartition("#")[2]
    if "/" not in line:
        return f"table `{name}`", ("tables",)
    if line.endswith("*"):
        return f"row `{row}` in its table `{name}`", ("tables", name, "rows")
    return f"column `{column}` in its table `{name}`", ("tables", name, "columns")


def _near_quotation(known: Known, places: list[Mention], source: Source) -> str:
    id_, key = witness_parts(places[0].target)
    named = {witness_parts(one)[1] for one in known.mentioned if one.startswith(f"{id_}#")}
    free = [one for one in source.keys if one not in named]
    # One that nothing names may itself be misspelt, and is meant before all others.
    slips = [one for one in free if is_all_but(key, one)]
    keys = slips or (free if len(places) > 1 else [*source.keys])
    taken = named if len(places) > 1 else ()
    near = near_cell(key, keys, taken) if "/" in key else close(key, keys)
    return f"{id_}#{near}" if near else ""
