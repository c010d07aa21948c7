"""GitHub's command `gh`, as far as workflows call it, with a file in the place of GitHub.

The file holds what an address answers, page by page; a page that is null, and an address that is
not there, cannot be had. What would change something is written down beside it.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jq

ANSWERS, WRITTEN = "answers.json", "written.jsonl"
COMMAND = "#!/bin/sh\nexec '{python}' '{program}' '{folder}' \"$@\"\n"
LOST = "gh: Bad Gateway (HTTP 502)"


class GitHub:
    """What a step finds on GitHub, and what it does there, by a `gh` in a folder for its PATH."""

    def __init__(self, folder: Path, answers: dict[str, Any]) -> None:
        folder.mkdir(parents=True)
        (folder / ANSWERS).write_text(json.dumps(answers), encoding="utf-8")
        command = COMMAND.format(python=sys.executable, program=__file__, folder=folder)
        (folder / "gh").write_text(command, encoding="utf-8")
        (folder / "gh").chmod(0o755)
        self.folder = folder

    @property
    def written(self) -> list[list[str]]:
        """What was changed: how, where, and to what text."""
        place = self.folder / WRITTEN
        lines = place.read_text(encoding="utf-8").splitlines() if place.exists() else []
        return [json.loads(line) for line in lines]


def arguments(given: list[str]) -> argparse.Namespace:
    """What `gh` was told; what is none of these is an error."""
    parser = argparse.ArgumentParser(prog="gh", allow_abbrev=False)
    commands = parser.add_subparsers(required=True)
    api = commands.add_parser("api", allow_abbrev=False)
    api.set_defaults(do=call)
    api.add_argument("address")
    api.add_argument("--method", default="GET", choices=["GET", "PATCH", "POST"])
    api.add_argument("--jq", default=".")
    api.add_argument("-f", dest="wanted", action="append", default=[])
    api.add_argument("-F", dest="text")
    api.add_argument("--paginate", action="store_true")
    api.add_argument("--silent", action="store_true")
    run = commands.add_parser("run", allow_abbrev=False).add_subparsers(required=True)
    artifact = run.add_parser("download", allow_abbrev=False)
    artifact.set_defaults(do=download)
    artifact.add_argument("run")
    for name in ("--repo", "--name", "--dir"):
        artifact.add_argument(name, required=True)
    return parser.parse_args(given)


def call(asked: argparse.Namespace, folder: Path) -> None:
    """Ask an address, or change what stands there."""
    if asked.method == "GET":
        for line in lines(asked, answer(folder, asked.address)):
            sys.stdout.write(f"{line}\n")
    else:
        text = Path(asked.text.removeprefix("body=@")).read_text(encoding="utf-8")
        with (folder / WRITTEN).open("a", encoding="utf-8") as place:
            place.write(json.dumps([asked.method, asked.address, text]) + "\n")


def lines(asked: argparse.Namespace, pages: list[Any]) -> Iterator[str]:
    """What is printed of an answer: the filter takes each page by itself."""
    wanted = dict(one.split("=", 1) for one in asked.wanted)
    for page in pages if asked.paginate else pages[:1]:
        if page is None:
            sys.exit(LOST)
        told = [one for one in page if fits(one, wanted)] if wanted else page
        for found in jq.compile(asked.jq).input_value(told).all():
            yield found if isinstance(found, str) else json.dumps(found)


def fits(pull: dict[str, Any], wanted: dict[str, str]) -> bool:
    """Whether GitHub lists a pull request: by its state and its branch."""
    return (pull["state"], pull["head"]["label"]) == (wanted["state"], wanted["head"])


def download(asked: argparse.Namespace, folder: Path) -> None:
    """Put the files of an artifact into a folder."""
    files = answer(folder, f"{asked.repo} {asked.run} {asked.name}")
    Path(asked.dir).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (Path(asked.dir) / name).write_text(text, encoding="utf-8")


def answer(folder: Path, address: str) -> Any:
    """What stands at an address."""
    answers = json.loads((folder / ANSWERS).read_text(encoding="utf-8"))
    return answers[address] if address in answers else sys.exit(LOST)


def main(folder: str, *given: str) -> None:
    asked = arguments(list(given))
    asked.do(asked, Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
