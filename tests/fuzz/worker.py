"""Tries the cases that it is told, each in a process of its own, and answers what came of it.

A case that hangs, takes all memory or ends its process is told like any other.
"""

import json
import os
import resource
import signal
import sys
import time
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.build.kept import PLACE
from generator.hashing import digest
from tests.fuzz.cases import BRIEFINGS, Case, Contents, Input
from tests.fuzz.promises import Sound, hold, made_of_contents, preview_of

# What a single file may take of a machine: seconds of a processor, and bytes.
SECONDS, BYTES = 2.0, 300 * 2**20
# Where a process is ended, whatever it does.
PATIENCE, ROOM = 120, 6 * 2**30


@dataclass
class Result:
    """What came of a case: what is wrong, else nothing, and the hash of all that was said."""

    fault: str = ""
    said: str = ""
    seconds: float = 0.0
    bytes: int = 0


class Worker:
    """Sound briefings, and a preview, from which each case starts."""

    def __init__(self, folder: Path) -> None:
        """Read all of them once; what is kept of them goes with the folder."""
        os.environ[PLACE] = str(folder / "cache")
        self.sound = {
            name: Sound.of(root, folder / name / "briefing") for name, root in BRIEFINGS.items()
        }
        for one in self.sound.values():
            assert one.dossier
        self.preview = preview_of(folder / "preview")

    def result(self, case: Case) -> Result:
        """What comes of a case."""
        sound = self.sound[case.briefing]
        tried = case.made(sound.files)
        ours, theirs = os.pipe()
        child = os.fork()
        if not child:
            os.close(ours)
            with os.fdopen(theirs, "w") as stream:
                json.dump(asdict(self.outcome(case, tried)), stream)
            os._exit(0)
        os.close(theirs)
        with os.fdopen(ours) as stream:
            told = stream.read()
        _, status = os.waitpid(child, 0)
        if isinstance(tried, Contents):
            sound.put({path: sound.files.get(path) for path in tried.changes})
        if told:
            return Result(**json.loads(told))
        ended = signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else status
        return Result(f"its process is ended by {ended}; after {PATIENCE} s it is SIGALRM\n")

    def outcome(self, case: Case, tried: Input) -> Result:
        """The same, in a process that nobody misses."""
        sound = self.sound[case.briefing]
        resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
        signal.alarm(PATIENCE)
        result, began, size = Result(), time.process_time(), peak()
        try:
            said = hold(tried, sound, self.preview)
            result.seconds, result.bytes = time.process_time() - began, peak() - size
            if isinstance(tried, Contents):
                result.fault = too_much(result)
            # To make all pages of ours takes longer than to check fifty other cases.
            if isinstance(tried, Contents) and case.briefing != "ours":
                said += made_of_contents(tried.changes, sound)
            result.said = digest(said.encode("utf-8", "surrogatepass"))
        except BaseException:
            result.fault = traceback.format_exc()
        return result


def peak() -> int:
    """The most memory that this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def too_much(result: Result) -> str:
    """What a case took beyond what it may."""
    if result.seconds > SECONDS:
        return f"it takes {result.seconds:.1f} s, more than {SECONDS:.0f} s\n"
    if result.bytes > BYTES:
        return f"it takes {result.bytes // 2**20} MB, more than {BYTES // 2**20} MB\n"
    return ""


if __name__ == "__main__":
    worker = Worker(Path(sys.argv[1]))
    for line in sys.stdin:
        sys.stdout.write(json.dumps(asdict(worker.result(Case.named(line.strip())))) + "\n")
        sys.stdout.flush()
