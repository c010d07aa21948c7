"""The command `briefing pdf`: the PDFs alone, into a folder that holds whatever else it likes."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build import drawings
from generator.build.publish import alone
from generator.build.story import typesetter_of
from generator.build.typeset.typesetter import SETTING, Made, typeset
from generator.derive.dossier import Dossier
from generator.near import SLIGHT, nearest
from generator.reading.check import Outcome, Reporter, examine, quiet
from generator.reading.output import LAYOUT
from generator.render import charts
from generator.render.pdf import CHANGES, PdfInputs, Topic, pdfs, topics
from generator.write import Misuse, Refusal, make_folder


@dataclass(frozen=True)
class WantedPdfs:
    """The day of the PDFs, their names or none for all, the day since which changes are told."""

    as_of: date | None = None
    names: Sequence[str] = ()
    since: date | None = None


def print_pdfs(
    root: Path, place: Path, wanted: WantedPdfs, report: Reporter = quiet
) -> tuple[Outcome, list[Path]]:
    """Set the PDFs of a day that were named, or all, and put those that were set in their place."""
    with alone(make_folder(root / "build"), report):
        found, settings = examine(root, wanted.as_of, report)
        if found.errors or not found.dossier:
            return found, []
        refuse_unknown(wanted, found.dossier)
        draw = drawings.of(root).draw
        typesetter = typesetter_of(root, found.dossier)
        if not typesetter.has_layout:
            raise Refusal(f"no `{LAYOUT}`, which says how the PDFs look")
        report(SETTING)
        figures = charts.figures(found.dossier, settings, draw)
        inputs = PdfInputs(found.dossier, settings, figures, since=wanted.since)
        prints, diagnostics = pdfs(inputs, wanted.names)
        made, more = ((), ()) if diagnostics else typeset(prints, typesetter)
        return found.with_files({}, (*diagnostics, *more)), [put(one, place) for one in made]


def refuse_unknown(wanted: WantedPdfs, dossier: Dossier) -> None:
    """A name that no PDF has, and a day since which nothing can have changed."""
    known = [topic.name for topic in topics_of(wanted, dossier)]
    for name in wanted.names:
        if name not in known:
            near = nearest(name, known, SLIGHT)
            if name == CHANGES:
                raise Misuse(f"no edition was published before {dossier.day}: say `--since DATE`")
            hint = f"did you mean `{near}`?" if near else "`--list` names them all"
            raise Misuse(f"no PDF is called `{name}`: {hint}")


def topics_of(wanted: WantedPdfs, dossier: Dossier) -> Iterator[Topic]:
    """The PDFs that there are; none are told since a day on which nothing has changed yet."""
    since = wanted.since
    if since and since >= dossier.day:
        raise Misuse(f"nothing can have changed since {since}: the briefing is as of {dossier.day}")
    return topics(dossier, since)


def put(one: Made, place: Path) -> Path:
    """Put a PDF in the place of the last one, in one step."""
    path = make_folder(place) / f"{one.print.name}.pdf"
    beside = path.with_suffix(".pdf.new")
    beside.write_bytes(one.content)
    os.replace(beside, path)
    return path


def list_topics(root: Path, wanted: WantedPdfs) -> list[Topic]:
    """The PDFs that a briefing has on a day."""
    found, _ = examine(root, wanted.as_of, quiet)
    if found.dossier is None:
        raise Refusal("the content cannot be read: `briefing check` says why")
    return list(topics_of(wanted, found.dossier))
