"""GitHub's command `gh`, as far as workflows call it, with a file in the place of GitHub.

The file holds what an address answers, page by page; a page that is null, and an address that is
not there, cannot be had. What would change something is written down beside it.
"""

import json
import sys
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


def main(folder: Path, *given: str) -> None:
    """Do what a workflow asks for; what none of ours does is an error."""
    match given:
        case ("api", "--silent", "--method", "PATCH" | "POST" as method, address, *_, "-F", body):
            text = Path(body.removeprefix("body=@")).read_text(encoding="utf-8")
            with (folder / WRITTEN).open("a", encoding="utf-8") as place:
                place.write(json.dumps([method, address, text]) + "\n")
        case ("api", "--paginate", address, "--jq", wanted):
            print_each(answer(folder, address), wanted)
        case ("api", address, "--jq", wanted):
            print_each(answer(folder, address)[:1], wanted)
        case ("api", "--method", "GET", address, "-f", state, "-f", head, "--jq", wanted):
            page = answer(folder, address)[0]
            shown = page and [one for one in page if (state, head) == of_pull(one)]
            print_each([shown], wanted)
        case ("run", "download", run, "--repo", repository, "--name", name, "--dir", place):
            Path(place).mkdir(parents=True, exist_ok=True)
            for file, text in answer(folder, f"{repository} {run} {name}").items():
                (Path(place) / file).write_text(text, encoding="utf-8")
        case _:
            sys.exit(f"gh: unknown: {given}")


def of_pull(pull: dict[str, Any]) -> tuple[str, str]:
    """What GitHub lists a pull request by: its state and its branch."""
    return f"state={pull['state']}", f"head={pull['head']['label']}"


def print_each(pages: list[Any], wanted: str) -> None:
    """Print what a filter takes of each page by itself, up to one that cannot be had."""
    for page in pages:
        if page is None:
            sys.exit(LOST)
        for found in jq.compile(wanted).input_value(page).all():
            sys.stdout.write(f"{found if isinstance(found, str) else json.dumps(found)}\n")


def answer(folder: Path, address: str) -> Any:
    """What stands at an address."""
    answers = json.loads((folder / ANSWERS).read_text(encoding="utf-8"))
    return answers[address] if address in answers else sys.exit(LOST)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
