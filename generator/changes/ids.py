"""`id-vanished`, `page-vanished`: what was published keeps leading somewhere, and to the same."""

from collections.abc import Collection, Iterator

from generator.changes.listing import FOLDER, Changes
from generator.counting import counted
from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.briefing import Briefing, Located, entry_of
from generator.model.edition import Moved
from generator.model.record import Path, Record
from generator.model.statement import SAYING, Statement
from generator.near import SLIGHT, most_alike, nearest
from generator.rules.mentions import IdIndex
from generator.source import SourceFile, Span

# A sentence of the brief has no address.
WITHOUT_ADDRESS = "point"
Gone = dict[str, str]


def id_vanished(changes: Changes) -> Iterator[Diagnostic]:
    """Records, statements and old ids that are gone and not listed, or lead elsewhere."""
    yield from _of_records(changes)
    yield from _of_statements(changes)
    yield from _of_addresses(changes)
    yield from _of_merged(changes)


def _of_records(changes: Changes) -> Iterator[Diagnostic]:
    head = changes.head.briefing
    for one in changes.records:
        if one.was is None or one.was.kind == WITHOUT_ADDRESS:
            continue
        if one.now and FOLDER in one.keys and one.was.id == one.now.id:
            yield taken(one.was, one.now)
        elif one.now is None and one.was.id not in head.moved:
            span = SourceFile(one.was.file.path, "").head
            yield vanished(changes.head, {one.was.id: like_record(changes, one.was)}, span)


def like_record(changes: Changes, was: Record) -> str:
    """The new record that has the name of one that is gone, or else a similar id."""
    fresh = [one.now for one in changes.records if one.now and not one.was]
    language = changes.head.language
    name = was.data.heading(language)
    same = [one.id for one in fresh if one.kind == was.kind and one.data.heading(language) == name]
    return same[0] if len(same) == 1 and name else nearest(was.id, [o.id for o in fresh], SLIGHT)


def _of_statements(changes: Changes) -> Iterator[Diagnostic]:
    head = changes.head.briefing
    blocks: dict[tuple[str, Path], Gone] = {}
    for one in changes.statements:
        record = head.records.get(changes.pairing.led(one.was.record.id)) if one.was else None
        # Of a record that is gone, that is reported.
        if one.was is None or one.now or record is None or record.kind != one.was.record.kind:
            continue
        if not _is_listed(changes, one.was) and not is_unwitnessed(record, one.was):
            near = like_statement(changes, one.was, record)
            at = one.was.path if near else outermost(record, one.was.path)
            blocks.setdefault((record.id, at), {})[one.was.id] = near
    for (name, path), gone in blocks.items():
        whole = ".".join((name, *map(str, path))) if len(gone) > 1 else ""
        yield vanished(changes.head, gone, head.records[name].places.key(path[:-1]), whole)


def _is_listed(changes: Changes, was: Located) -> bool:
    head = changes.head.briefing
    return was.id in head.moved or bool(entry_of(head, changes.pairing.led(was.id))[1])


def is_unwitnessed(now: Record, was: Located) -> bool:
    """Whether a statement is there but for its witnesses, which is reported for itself."""
    part = dict(now.models).get(was.path)
    return isinstance(part, Statement) and any(
        getattr(part, key) not in (None, ()) for key in SAYING
    )


def like_statement(changes: Changes, was: Located, now: Record) -> str:
    """The new statement beside one that is gone with a similar key; empty where there is none."""
    holder = ".".join((now.id, *map(str, was.path[:-1])))
    fresh = (one.now.id for one in changes.statements if one.now and not one.was)
    beside = {id_.rpartition(".")[2]: id_ for id_ in fresh if id_.rpartition(".")[0] == holder}
    return beside.get(nearest(was.key, beside, SLIGHT), "")


def outermost(now: Record, path: Path) -> Path:
    """The outermost thing at a path that a record does not hold any more."""
    steps = (path[:count] for count in range(1, len(path)))
    return next((step for step in steps if step not in now.places.keys), path)


def _of_addresses(changes: Changes) -> Iterator[Diagnostic]:
    led, head = changes.pairing.led, changes.head.briefing
    for id_, was in changes.base.briefing.moved.items():
        to = led(was.to) if isinstance(was, Moved) and was.to else ""
        if id_ not in head.moved and id_ not in head.ids:
            yield vanished(changes.head, {id_: to}, SourceFile("content/moved.yaml", "").head)
        elif head.moved_places and id_ in head.moved and to and to != led(id_):
            yield elsewhere(id_, to, head.moved_places.value((id_,)))


def _of_merged(changes: Changes) -> Iterator[Diagnostic]:
    """The ids that are gone, and that lead to what was there beside them."""
    base, head = changes.base.briefing, changes.head.briefing
    for id_, entry in head.moved.items():
        is_gone = id_ in base.ids and id_ not in base.moved
        is_merged = entry.to in base.ids and entry.to in head.ids
        if is_gone and is_merged and entry.to and head.moved_places:
            yield merged(id_, entry.to, head.moved_places.value((id_,)))


def page_vanished(changes: Changes) -> Iterator[Diagnostic]:
    """Pages of prose that are gone and not listed."""
    head = changes.head.briefing
    fresh = {one.now.text: one.now for one in changes.pages if one.now and not one.was}
    ids = {file.path: id_ for id_, file in {**changes.base.briefing.prose, **head.prose}.items()}
    for one in changes.pages:
        if one.was and not one.now and ids[one.was.path] not in head.moved:
            near = most_alike(one.was.text, fresh)
            # The file that is gone shows nothing.
            at = fresh[near] if near else SourceFile(one.was.path, "")
            yield _gone_page(ids[one.was.path], at.head, ids[at.path] if near else "")


def _named_at(briefing: Briefing, gone: Collection[str]) -> tuple[Span, ...]:
    found = (
        one.span
        for one in IdIndex.of(briefing).mentions
        if _is_below(one.target, gone) or _is_below(f"{one.beside}.{one.target}", gone)
    )
    return tuple(dict.fromkeys(found))


def _is_below(target: str, gone: Collection[str]) -> bool:
    return any(target == id_ or target.startswith((f"{id_}.", f"{id_}#")) for id_ in gone)


def vanished(head: Dossier, gone: Gone, span: Span, whole: str = "") -> Diagnostic:
    """Addresses that would lead to nothing, each with what may have its place."""
    places = _named_at(head.briefing, gone)
    near = next(iter(gone.values())) if len(gone) == 1 else ""
    there = head.briefing.statements.get(near)
    written = (f"`{id_}: {f'{{to: {to}}}' if to else '{gone: why}'}`" for id_, to in gone.items())
    change = f", and change what names it{f' to `{near}`' if near else ''}" if places else ""
    many = f" with {counted(len(gone), 'statement')}" if whole else ""
    return Diagnostic(
        code="id-vanished",
        message=f"`{whole or next(iter(gone))}` was published{many}, and is not there any more",
        span=there.key_span() if there else span,
        labels=tuple(Label(one, "named here") for one in places),
        help=f"bring it back, or write {', '.join(written)} into `content/moved.yaml`{change}",
    )


def taken(was: Record, now: Record) -> Diagnostic:
    """An id of something of another kind, which stands at another address."""
    then, here = (one.file.path.split("/")[-2] for one in (was, now))
    return Diagnostic(
        code="id-vanished",
        message=f"`{was.id}` was published in `{then}/`, and stands in `{here}/` now",
        span=now.file.head,
        help="give what is new an id of its own, and keep what was there or list it as moved",
    )


def elsewhere(id_: str, to: str, span: Span) -> Diagnostic:
    """An address that leads away from what it led to."""
    message = f"`{id_}` led to `{to}`, and does not any more"
    return _doubtful(message, span, f"let it lead there: `{id_}: {{to: {to}}}`")


def merged(id_: str, to: str, span: Span) -> Diagnostic:
    """A deletion, after which the address shows another fact that readers know already."""
    message = f"`{id_}` was published, and leads to `{to}` now, which was published beside it"
    help = "if both say the same, allow it; else write `gone:` with the reason, so that a reader "
    help += "of the old address is not shown another fact"
    return _doubtful(message, span, help)


def _doubtful(message: str, span: Span, help: str) -> Diagnostic:
    """An address that still leads somewhere, and perhaps to something else."""
    return Diagnostic("id-vanished", message, span, severity=Severity.WARNING, help=help)


def _gone_page(id_: str, span: Span, near: str) -> Diagnostic:
    entry = f"{{to: {near}}}" if near else "{gone: why}"
    return Diagnostic(
        code="page-vanished",
        message=f"the page `{id_}` was published, and is not there any more",
        span=span,
        help=f"bring it back, or write `{id_}: {entry}` into `content/moved.yaml`",
    )
