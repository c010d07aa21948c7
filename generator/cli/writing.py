"""The commands that write files which somebody keeps: records, their style, schemas."""

import sys
from datetime import date
from pathlib import Path

import click

from generator import schema, write
from generator.cli.saying import refusals, root_option
from generator.counting import counted
from generator.edit import chosen, formatted, put
from generator.reading.read import read
from generator.schema import completed
from generator.starter import blanks, place


@click.command()
@root_option
@click.option(
    "--check",
    "only",
    is_flag=True,
    help="Change nothing; exit 1 if a file would change or cannot be read.",
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True))
def fmt(root: Path, only: bool, files: tuple[Path, ...]) -> None:
    """Put FILES, or all files of facts, into the house style.

    No value changes, and no word of a comment: of comments only the spaces around the sign do.
    Lines end in LF.
    """
    with refusals():
        found = {file: formatted(file) for file in chosen(root, files)}
        texts = {one.path: text for one, text in found.items() if text not in (None, one.text)}
        if not only:
            put(root, texts)
    for path in texts:
        click.echo(path)
    broken = [one.path for one, text in found.items() if text is None]
    for path in broken:
        click.echo(f"left as it is: `{path}` cannot be read; `briefing check` says why", err=True)
    verb = "would change" if only else "changed"
    click.echo(f"{verb} {len(texts)} of {counted(len(found), 'file')}", err=True)
    sys.exit(1 if broken or (only and texts) else 0)


@click.command("schema")
@root_option
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder for the files (default: build/schema).",
)
def write_schemas(root: Path, out: Path | None) -> None:
    """Write the schemas by which editors complete and explain all keys and ids."""
    with refusals():
        made = schema.files(completed(read(root)))
        folder = write.make_folder(out or root / schema.FOLDER)
        for name, content in made.items():
            write.put(f"{folder}/{name}", content)
    click.echo(f"wrote {counted(len(made), 'file')} to {folder}/", err=True)


@click.command()
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


COMMANDS = (fmt, write_schemas, new)
