"""What can be taken away under the ids that it had before, where no such file can lead on.

Each is the same file as that of now, which says what it is called. Of what is gone the data hold
the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.derive.dossier import Dossier
from generator.model.edition import Moved
from generator.render.data.files import as_json
from generator.render.site.redirects import old_ids

DATA = "data/{}.json"
# What there may be of a record, and of a statement.
OF_RECORD = ("pdf/{}.pdf", *(f"charts/{{0}}/{{0}}.{end}" for end in ("csv", "svg", "png", "json")))
OF_STATEMENT = ("data/cite/{}.json",)


def old_files(dossier: Dossier, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a site that had other names, under these."""
    found = {
        then: content
        for id_, end in old_ids(dossier).items()
        for then, content in held(id_, end, files)
    }
    return {then: content for then, content in found.items() if then not in files}


def held(id_: str, end: Moved, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """What can be taken away under an old id."""
    to, is_record = end.to or "", not {".", "/"} & {*id_}
    pairs = [(place.format(to), place.format(id_)) for place in OF_STATEMENT]
    if is_record:
        # A record may have become a statement of another.
        pairs += [(DATA.format(to.partition(".")[0]), DATA.format(id_))]
        pairs += [(place.format(to), place.format(id_)) for place in OF_RECORD]
    yield from ((then, files[now]) for now, then in pairs if now in files)
    if is_record and end.gone:
        yield DATA.format(id_), as_json({"id": id_, "gone": end.gone})
