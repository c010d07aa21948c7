"""Tries cases until the time is up, and keeps what is found: `make SEED=7 SECONDS=600 fuzz`.

Each case is tried by two processes that order sets in different ways: what depends on that order
is found, too. `python -m tests.fuzz CASE` tries one again, and shows where it breaks; CASE is its
name, or the folder in which it is kept.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import click

from generator.build.kept import PLACE
from tests.conftest import PROJECT
from tests.fuzz.cases import BRIEFINGS, MAKERS, Case, Contents, Input, kept, save
from tests.fuzz.promises import Sound, hold, made_of_contents, preview_of
from tests.fuzz.worker import Result

FINDS = PROJECT / "build" / "fuzz"
INPUT, FAULT = "input", "fault.txt"
# How the hashes of texts begin in each process: sets have another order.
ORDERS = ("1", "2")
Running = subprocess.Popen[str]


@click.command()
@click.argument("case", required=False)
@click.option("--seed", default="1", show_default=True)
@click.option("--seconds", default=60.0, show_default=True)
@click.option("--kind", "kinds", multiple=True, type=click.Choice([*MAKERS]), help="Try no other.")
def main(case: str | None, seed: str, seconds: float, kinds: tuple[str, ...]) -> None:
    """Try cases until the time is up, or a single CASE once more."""
    if case:
        return again(case)
    finds: Counter[str] = Counter()
    tried, slowest, largest = 0, 0.0, 0
    with ExitStack() as held:
        workers = [worker(held, order) for order in ORDERS]
        end = time.monotonic() + seconds
        for one in cases(seed, kinds or tuple(MAKERS)):
            if time.monotonic() > end:
                break
            results = answers(workers, one)
            tried += 1
            slowest = max(slowest, *(result.seconds for result in results))
            largest = max(largest, *(result.bytes for result in results))
            if fault := fault_of(results):
                finds[sort_of(fault)] += 1
                keep(one, fault)
                if finds[sort_of(fault)] == 1:
                    click.echo(f"{one}: {sort_of(fault)}\n  kept in {FINDS / str(one)}")
    click.echo(
        f"seed {seed}: {tried} cases, {finds.total()} finds of {len(finds)} sorts; "
        f"at most {slowest:.1f} s and {largest // 2**20} MB for one"
    )
    sys.exit(1 if finds else 0)


def cases(seed: str, kinds: tuple[str, ...]) -> Iterator[Case]:
    """All kinds in turn, without end; every fourth changes our own content."""
    for number in count():
        for kind in kinds:
            yield Case(kind, "fixture" if number % 4 else "ours", seed, number)


def worker(held: ExitStack, order: str) -> Running:
    """A process that tries cases, with an order of sets."""
    folder = held.enter_context(tempfile.TemporaryDirectory(prefix="fuzz-"))
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.fuzz.worker", folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONHASHSEED": order},
    )
    held.enter_context(started)
    # It ends when nothing more is asked.
    assert started.stdin
    held.callback(started.stdin.close)
    return started


def answers(workers: list[Running], case: Case) -> list[Result]:
    """What each process says of a case."""
    for one in workers:
        assert one.stdin
        one.stdin.write(f"{case}\n")
        one.stdin.flush()
    return [Result(**json.loads(one.stdout.readline())) for one in workers if one.stdout]


def fault_of(results: list[Result]) -> str:
    """What is wrong with a case; empty for nothing."""
    found = next((one.fault for one in results if one.fault), "")
    differ = len({one.said for one in results}) > 1
    return found or ("two runs say or make something else of it\n" if differ else "")


def sort_of(fault: str) -> str:
    """What faults of one sort have in common: the last line, most often."""
    return fault.strip().rpartition("\n")[2][:200]


def keep(case: Case, fault: str) -> None:
    """Write what was tried, and what came of it."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        sound = Sound.of(BRIEFINGS[case.briefing], Path(place) / "briefing")
        save(case.made(sound.files), FINDS / str(case) / INPUT)
    (FINDS / str(case) / FAULT).write_text(fault, encoding="utf-8")


def again(name: str) -> None:
    """Try one case in this very process."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        os.environ[PLACE] = str(Path(place) / "cache")
        case = None if Path(name).is_dir() else Case.named(name)
        root = BRIEFINGS[case.briefing if case else "fixture"]
        sound = Sound.of(root, Path(place) / "briefing")
        tried: Input = case.made(sound.files) if case else kept(Path(name))
        said = hold(tried, sound, preview_of(Path(place) / "preview"))
        if isinstance(tried, Contents):
            said += made_of_contents(tried.changes, sound)
    click.echo(f"{name}: no fault; what is said has {len(said)} letters")


if __name__ == "__main__":
    main()
