"""What `check` says, as it is found anew: loads all that reads and judges."""

import gc
from pathlib import Path

import click

from generator.build.checked import Answer, Held
from generator.cli.saying import CONTENT, SELDOM, summary
from generator.counting import counted
from generator.reading import history
from generator.reading.check import Outcome, Reporter, check, examine
from generator.reading.read import Memory


def judge(
    root: Path,
    report: Reporter,
    held: Held,
    *,
    staged: bool = False,
    fix: bool = False,
    guess: bool = False,
    base: str | None = None,
    changed: bool = False,
) -> Answer:
    """What is wrong, by the options; what is held of the files is not read again."""
    # All that is read stays to the end: to look for rubbish meanwhile is a tenth of a check.
    gc.set_threshold(SELDOM)
    if fix:
        found = mended(root, guess, report)
    elif staged:
        found = to_be_committed(root, report)
    else:
        found = examine(root, None, report, Memory(held=held))[0]
    start = history.base(root) if changed and base is None else base
    if start is not None:
        found = since(root, start, found, changed)
    return Answer(found.diagnostics, summary(found))


def since(root: Path, start: str, found: Outcome, changed: bool) -> Outcome:
    """What is wrong together with what the change since a revision does."""
    # What compares knows all that readers see: a plain check need not wait for it.
    from generator.revisions import of_changed, review

    found = review(root, start, found)
    return of_changed(root, start, found) if changed else found


def mended(root: Path, guess: bool, report: Reporter) -> Outcome:
    """What is wrong once all is put in that is offered."""
    # What writes files is read where some are to be written.
    from generator.edit import repair

    found, number = repair(root, guess)
    report(f"mended {counted(number, 'file')}{offered(found)}")
    return found


def to_be_committed(root: Path, report: Reporter) -> Outcome:
    """What is wrong with what the next commit will hold, and a word on what it will not."""
    plain = history.untracked(root, CONTENT)
    for name in sorted(history.left_out(root)):
        add = f"git add {name}" if name in plain else f"git add --force {name}"
        click.echo(f"not in the commit: `{name}`; `{add}` takes it along", err=True)
    with history.staged(root) as folder:
        found = check(folder, report=report)
    return found.with_files({}, history.in_made_folders(root))


def offered(found: Outcome) -> str:
    """What is left that may be put in, as a guess."""
    number = sum(1 for one in found.diagnostics if one.fix)
    guesses = f"{counted(number, 'message')} offer{'s' if number == 1 else ''} what may be meant"
    return f"; {guesses}: `--fix --guess` puts it in" if number else ""
