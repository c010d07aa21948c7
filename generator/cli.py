"""The command `briefing`: the only module that prints or exits.

Results go to stdout, everything else to stderr. Exit codes: 0 nothing stands in the way, 1 errors,
2 misuse.
"""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import click

from generator import build as story
from generator import history, printing, reference, schema
from generator.build import CHECKING, PRINTING, STAGES, Outcome
from generator.completion import completed
from generator.diff import report
from generator.explain import listing, page
from generator.progress import Progress
from generator.read import read
from generator.report import github, json, sarif, terminal
from generator.review import differ, of_changed, review
from generator.serve import serve as preview
from generator.serve.desk import Desk
from generator.starter import place
from generator.starter.text import blanks
from generator.tidy import mend, put, styled
from generator.write import Misuse, Refusal, make_folder, write_file

CONTENT = "content"
READ = "Show what an earlier run wrote as JSON; nothing is compared."
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
FORMATS: dict[str, Callable[[Outcome], str]] = {
    "text": lambda found: terminal.render(found.diagnostics, terminal.wants_color(sys.stdout)),
    "github": lambda found: github.render(found.diagnostics),
    "json": lambda found: json.render(found.diagnostics),
    "sarif": lambda found: sarif.render(found.diagnostics),
}


def day_option(command: Callable[..., None]) -> Callable[..., None]:
    """`--as-of`, as every command takes it."""
    return click.option(
        "--as-of",
        metavar="DATE",
        callback=lambda ctx, param, given: given if given is None else day(given),
        help="The day, such as 2025-06-10 (default: the edition's).",
    )(command)


def day(text: str) -> date:
    """The day that was named, or a refusal."""
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    stop(Misuse(f"`{text}` is not a day: write it as 2025-06-10"))


def root_option(command: Callable[..., None]) -> Callable[..., None]:
    """`--root`, as every command takes it."""
    return click.option(
        "--root",
        metavar="DIR",
        type=click.Path(path_type=Path),
        callback=lambda ctx, param, given: find_root(given),
        help="The briefing's folder (default: the nearest upwards that holds content/).",
    )(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Turn a folder of sourced facts into a searchable website and data files."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows its number instead of a traceback.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


@main.command()
@root_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.option("--strict", is_flag=True, help="Let warnings fail the check too.")
@click.option("--base", metavar="REV", help="Tell also what the change since a revision does.")
@click.option(
    "--changed",
    is_flag=True,
    help="Tell only of files that differ from the base (default: where the work left the trunk).",
)
@click.option("--fix", is_flag=True, help="Put in what is offered and cannot change the meaning.")
@click.option("--guess", is_flag=True, help="With --fix: also what may have been meant.")
def check(
    root: Path, form: str, strict: bool, base: str | None, changed: bool, fix: bool, guess: bool
) -> None:
    """Tell everything that is wrong with the content."""
    with refusals(), Progress(sys.stderr, CHECKING) as progress:
        if fix or guess:
            found, number = mend(root, guess)
            progress.tell(f"mended {counted(number, 'file')}")
        else:
            found = story.check(root, tell=progress.tell)
        start = base or (history.base(root) if changed else None)
        found = review(root, start, found) if start else found
        found = of_changed(root, start, found) if changed and start else found
    click.echo(FORMATS[form](found), nl=False)
    click.echo(summary(found), err=True)
    sys.exit(1 if found.errors or (strict and found.warnings) else 0)


@main.command()
@root_option
@day_option
@click.option(
    "--site-dir",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder that the site is put into, all of which is replaced (default: ROOT/site).",
)
def build(root: Path, as_of: date | None, site_dir: Path | None) -> None:
    """Build website and data files; with errors the last good site stays."""
    site = site_dir or root / "site"
    with refusals(), Progress(sys.stderr, STAGES) as progress:
        found = story.build(root, site.absolute(), as_of, progress.tell)
    told = terminal.render(found.diagnostics, terminal.wants_color(sys.stderr))
    click.echo(told, nl=False, err=True)
    click.echo(summary(found), err=True)
    if found.errors or not found.dossier:
        kept = ": the last good site stands" if site.is_dir() else ""
        stop(Refusal(f"nothing was built{kept}"))
    click.echo(f"built {site}/ as of {found.dossier.as_of}", err=True)


@main.command()
@root_option
@day_option
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--list", "only_list", is_flag=True, help="Tell which PDFs there are, and set none.")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that the PDFs are put into (default: ROOT/pdf).",
)
def pdf(
    root: Path, as_of: date | None, names: tuple[str, ...], only_list: bool, out: Path | None
) -> None:
    """Set the PDFs that are named, or all; one that fails leaves its last good version."""
    with refusals(), Progress(sys.stderr, PRINTING) as progress:
        if only_list:
            return tell_topics(root, as_of)
        place = (out or root / "pdf").absolute()
        found, paths = printing.print_pdfs(root, place, (as_of, names), progress.tell)
    told = terminal.render(found.diagnostics, terminal.wants_color(sys.stderr))
    click.echo(told, nl=False, err=True)
    for path in paths:
        click.echo(path)
    if found.errors or not found.dossier:
        stop(Refusal("not every PDF was set: the last good ones stand"))


def tell_topics(root: Path, as_of: date | None) -> None:
    """A line for each PDF: its name and its title."""
    for topic in printing.list_topics(root, as_of):
        click.echo(f"{topic.name:32}  {topic.title}")


@main.command()
@root_option
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text")
@click.option("--read", "kept", metavar="FILE", type=click.Path(path_type=Path), help=READ)
def diff(root: Path, base: str | None, head: str | None, form: str, kept: Path | None) -> None:
    """Tell what changes for readers from BASE to HEAD.

    Without HEAD it is what stands in the folder, without BASE where the work left the trunk.
    """
    with refusals(), Progress(sys.stderr, ("comparing",)) as progress:
        progress.tell("comparing")
        found = read_report(kept) if kept else differ(root, base or history.base(root), head)
    click.echo(report.FORMATS[form](found), nl=False)


def read_report(path: Path) -> report.Report:
    """What an earlier comparison found."""
    try:
        return report.parse(path.read_text(encoding="utf-8"))
    except ValueError:
        raise Refusal(f"`{path}` does not hold what `briefing diff --format json` writes") from None


@main.command()
@root_option
@click.option("--port", metavar="PORT", type=click.IntRange(0, 65535), default=8000)
def serve(root: Path, port: int) -> None:
    """Show a preview that follows what is edited."""
    with refusals(), TemporaryDirectory(prefix="briefing-") as folder:
        desk = Desk(root, Path(folder) / "site")
        found = desk.start()
        told = terminal.render(found.diagnostics, terminal.wants_color(sys.stderr))
        click.echo(told, nl=False, err=True)
        preview(desk, port, lambda told: click.echo(told, err=True))


@main.command()
@root_option
@click.option(
    "--check", "only", is_flag=True, help="Change nothing; exit 1 if a file would change."
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True))
def fmt(root: Path, only: bool, files: tuple[Path, ...]) -> None:
    """Put FILES, or all files of facts, into the house style; no value and no comment changes."""
    with refusals():
        found = styled(root, files)
        if not only:
            put(root, found.texts)
    for path in found.texts:
        click.echo(path)
    for path in found.broken:
        click.echo(f"left as it is: `{path}` cannot be read; `briefing check` says why", err=True)
    verb = "would change" if only else "changed"
    click.echo(f"{verb} {len(found.texts)} of {counted(found.count, 'file')}", err=True)
    sys.exit(1 if only and found.texts else 0)


@main.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Tell what CODE means, why it is told and what would be right; without one, name all codes."""
    with refusals():
        click.echo(page(code) if code else listing(), nl=False)


@main.command("schema")
@root_option
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder for the files (default: site_config/schema, with --ids build/schema).",
)
@click.option("--ids", is_flag=True, help="Let every id that is mentioned be one that exists.")
def write_schemas(root: Path, out: Path | None, ids: bool) -> None:
    """Write the schemas by which editors complete and explain all keys, and their reference."""
    with refusals():
        made = schema.files(completed(read(root)) if ids else schema.schemas())
        made |= {} if ids else {reference.NAME: reference.markdown().encode()}
        folder = make_folder(out or root / (schema.WITH_IDS if ids else schema.SHAPES_ONLY))
        for name, content in made.items():
            write_file(folder / name, content)
    click.echo(f"wrote {counted(len(made), 'file')} to {folder}/", err=True)


@main.command()
@root_option
@click.argument("kind")
@click.argument("name", metavar="ID|URL")
def new(root: Path, kind: str, name: str) -> None:
    """Write a new record of KIND, with blanks to fill; a source also by the address of its page."""
    # The day on which somebody reads a page is no part of any build: it goes into the file.
    today = date.today().isoformat()  # noqa: TID251
    with refusals():
        path, text = place.new(root, kind, name, today)
    left = blanks(text)
    for one in left:
        click.echo(f"{path}:{one.line}: `{one.key}`: {one.what}")
    click.echo(f"wrote {path}: {counted(len(left), 'blank')} to fill", err=True)


def find_root(given: Path | None) -> Path:
    """The folder that was named, or the nearest one upwards with a `content/`."""
    if given is not None and not (given / CONTENT).is_dir():
        stop(Misuse(f"no `{CONTENT}/` in `{given}`"))
    here = Path.cwd()
    found = (folder for folder in (here, *here.parents) if (folder / CONTENT).is_dir())
    root = given or next(found, None)
    if root is None:
        stop(Misuse(f"no `{CONTENT}/` here or in a folder above"))
    return root.absolute()


def summary(found: Outcome) -> str:
    """How much was found, and in how much."""
    files = counted(found.count, "file")
    if found.diagnostics:
        errors, warnings = counted(found.errors, "error"), counted(found.warnings, "warning")
        return f"{errors}, {warnings} in {files}"
    assert found.dossier
    briefing = found.dossier.briefing
    records = counted(len(briefing.records), "record")
    statements = counted(len(briefing.statements), "statement")
    pages = counted(len(briefing.pages), "page")
    return f"nothing found in {files}: {records}, {statements}, {pages} of prose"


def counted(number: int, noun: str) -> str:
    """A number with its noun in the right form."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@contextmanager
def refusals() -> Iterator[None]:
    """Whatever stands in the way and is not content is told in one message, without a trace."""
    try:
        yield
    except Refusal as refusal:
        stop(refusal)
    except OSError as error:
        stop(Refusal(f"`{error.filename}`: {(error.strerror or str(error)).lower()}"))
    except KeyboardInterrupt:
        click.echo("stopped: the last good site stands", err=True)
        sys.exit(128 + signal.SIGINT)


def stop(refusal: Refusal) -> NoReturn:
    """Say why, and exit."""
    click.echo(f"error: {refusal}", err=True)
    sys.exit(refusal.exit_code)


if __name__ == "__main__":
    main()
