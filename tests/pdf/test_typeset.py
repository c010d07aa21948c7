"""PDFs as they are set: only what changed, in a process of its own, and never a broken one."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.build import kept
from generator.build.printing import WantedPdfs, list_topics, print_pdfs
from generator.build.typeset.faults import FONTS, LAYOUT
from generator.build.typeset.typesetter import Made, Typesetter, typeset
from generator.derive import derive
from generator.diagnostics import Diagnostic
from generator.model.edition import Settings
from generator.reading.read import read
from generator.render.pdf import PdfInputs, Print, pdfs
from generator.write import Misuse, Refusal
from tests.conftest import PROJECT, Files, give_layout, place

FIXTURE = PROJECT / "tests" / "fixture"
NOON = 1937476800
HERE = "generator.build.typeset.typesetter"
Written = Callable[..., Path]


@pytest.fixture
def written(briefing: Callable[..., Path]) -> Written:
    """A tiny briefing that says how its PDFs look."""

    def write(changes: Files | None = None) -> Path:
        root = briefing(changes)
        give_layout(root)
        return root

    return write


def printed(root: Path, *names: str) -> tuple[tuple[Print, ...], Typesetter]:
    dossier = derive(read(root).briefing, date(2031, 6, 24))
    prints, faults = pdfs(PdfInputs(dossier, Settings()), names)
    assert not faults
    return prints, Typesetter(root, NOON)


def fault_of(root: Path, name: str = "disputes", source: str = "") -> Diagnostic:
    """The one fault for which a PDF cannot be set, perhaps from another source."""
    (one,), typesetter = printed(root, name)
    made, (fault,) = typeset([replace(one, sources=(source or one.sources[0],))], typesetter)
    assert not made
    return fault


def place_of(fault: Diagnostic) -> tuple[str, int]:
    return fault.span.file.path, fault.span.line


def test_a_pdf_is_kept_by_all_it_is_made_of(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time something else has changed, and it is set anew."""
    root = written()
    prints, typesetter = printed(root, "disputes")
    monkeypatch.setattr(f"{HERE}.fresh", lambda one, _: Made(one, b"", 1))

    def number(one: Print, shop: Typesetter = typesetter) -> int:
        typeset([one], shop)
        return len(list(kept.of(root, "pdf").folder.iterdir()))

    one = prints[0]
    assert number(one) == number(replace(one)) == 1
    assert number(replace(one, sources=(*one.sources, "more"))) == 2
    assert number(replace(one, pictures={"a.svg": b"<svg/>"})) == 3
    assert number(replace(one, pages=1)) == 4
    assert number(one, replace(typesetter, timestamp=NOON + 1)) == 5
    place(root / LAYOUT, "another layout\n")
    assert number(one) == 6
    place(root / FONTS / "another.ttf", "a font\n")
    assert number(one) == 7
    monkeypatch.setattr(f"{HERE}.version", lambda name: "next")
    assert number(one) == 8


def test_one_page_is_one_page_however_much_there_is_to_tell(written: Written) -> None:
    point = (
        'text: The shires differ. {{{{ fact("arch-promise") }}}}\nrests: [arch-promise]\norder: {}'
    )
    many = {f"points/point-{n}.yaml": point.format(n) for n in range(60)}
    (made,), _ = typeset(*printed(written(many), "one-page"))
    assert made.pages == 1


def test_a_character_that_no_font_has_is_told_with_its_place(written: Written) -> None:
    odd = (
        "name: {en: Ada \U0001f98e Reed}\nparty: norland\noffices: "
        "{warden: {title: Warden, witnesses: [courier-0310#warden]}}\n"
    )
    fault = fault_of(written({"people/ada-reed.yaml": odd}), "people")
    assert (fault.code, fault.span.column) == ("character-not-in-fonts", 16)
    assert place_of(fault) == ("content/people/ada-reed.yaml", 1)
    assert "U+1F98E lizard" in fault.message


def test_what_the_compiler_finds_is_told_at_the_line_of_the_content(written: Written) -> None:
    root = written()
    source = printed(root, "disputes")[0][0].sources[0]
    fault = fault_of(root, source=source.replace("#columns-of(", "#no-such-thing(", 1))
    assert fault.span.file.path == "content/claims/arch-promise.yaml"
    assert fault.message == "`disputes.pdf` cannot be set: unknown variable: no-such-thing"
    assert "┌─" not in fault.message + fault.help


@pytest.mark.parametrize(("name", "times"), [("nowhere", 1), ("here", 2)])
def test_a_link_to_no_place_or_to_two_is_a_fault(written: Written, name: str, times: int) -> None:
    root = written()
    links = f'\n#block[#place-of("f:here")Here]\n#to("f:{name}")[there]\n' * times
    fault = fault_of(root, source=printed(root, "disputes")[0][0].sources[0] + links)
    assert fault.message.endswith(f"a link leads to `f:{name}`, which is not one place")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # It would fetch a package, or read what lies outside the build folder.
        ('#import "@preview/cetz:0.3.1"', ""),
        ('#let secret = read("../../../content/briefing.yaml")', ""),
        ("#let x = (", ""),
        ('#set text(font: "No Such Font")', "unknown font family"),
    ],
)
def test_a_fault_of_the_layout_is_told_at_its_own_line(
    written: Written, text: str, told: str
) -> None:
    root = written()
    layout = root / LAYOUT
    layout.write_text(f"{layout.read_text()}\n{text}\n")
    fault = fault_of(root)
    assert place_of(fault) == (LAYOUT, len(layout.read_text().splitlines()))
    assert told in fault.message


def test_a_damaged_font_is_told_and_nothing_is_set(written: Written) -> None:
    root = written()
    font = root / FONTS / "briefing-serif-regular.ttf"
    font.write_bytes(font.read_bytes()[:-1])
    fault = fault_of(root)
    assert place_of(fault) == ("site_config/fonts/sha256.txt", 4)
    assert "`site_config/fonts/briefing-serif-regular.ttf`" in fault.message


def test_a_process_that_ends_says_why(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    fault = fault_of(written())
    assert fault.message.endswith("the process that sets it broke off: exit code 1")


def test_a_failed_pdf_leaves_the_last_good_one(written: Written) -> None:
    root = written()
    out = root / "out"
    print_pdfs(root, out, WantedPdfs(names=("disputes",)))
    good = (out / "disputes.pdf").read_bytes()
    claim = root / "content" / "claims" / "arch-promise.yaml"
    claim.write_text(claim.read_text().replace("southern arch?", "southern \U0001f98e arch?"))
    found, paths = print_pdfs(root, out, WantedPdfs(names=("disputes",)))
    assert (found.errors, paths) == (1, [])
    assert (out / "disputes.pdf").read_bytes() == good
    assert sorted(path.name for path in out.iterdir()) == ["disputes.pdf"]


def test_memory_is_bounded(written: Written) -> None:
    prints, typesetter = printed(written(), "disputes")
    made, (fault,) = typeset(prints, replace(typesetter, memory=60 * 2**20))
    assert not made
    assert "with 60 MB of memory" in fault.message


def test_a_name_that_no_pdf_has_is_misuse_and_without_a_layout_there_is_none(
    briefing: Written,
) -> None:
    root = briefing()
    with pytest.raises(Refusal, match="which says how the PDFs look"):
        print_pdfs(root, root / "out", WantedPdfs())
    give_layout(root)
    with pytest.raises(Misuse, match="did you mean `disputes`"):
        print_pdfs(root, root / "out", WantedPdfs(names=("dispute",)))


def test_a_copy_elsewhere_gives_the_same_bytes(written: Written, tmp_path: Path) -> None:
    root = written()
    other = shutil.copytree(root, tmp_path / "elsewhere")
    _, (path,) = print_pdfs(root, root / "out", WantedPdfs(names=("people",)))
    command = [sys.executable, "-m", "generator.cli", "pdf", "people", "--root", other]
    env = os.environ | {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "77"}
    subprocess.run([*command, "--out", tmp_path], env=env, check=True, capture_output=True)
    assert path.read_bytes() == (tmp_path / "people.pdf").read_bytes()
    assert os.fspath(tmp_path).encode() not in path.read_bytes()


@pytest.mark.parametrize(
    ("day", "since", "error"),
    [
        (date(2031, 9, 1), None, "no edition was published before 2031-09-01: say `--since DATE`"),
        (None, date(2032, 6, 24), "nothing can have changed since 2032-06-24: the briefing is as"),
    ],
)
def test_changes_since_a_day_that_is_none(day: date | None, since: date | None, error: str) -> None:
    with pytest.raises(Misuse, match=re.escape(error)):
        print_pdfs(FIXTURE, FIXTURE / "out", WantedPdfs(day, ("changes",), since))


def test_the_list_is_of_the_pdfs_since_a_day(written: Written) -> None:
    root = written()
    since = WantedPdfs(since=date(2031, 5, 1))
    found = {one.name for one in list_topics(root, since)}
    assert found - {one.name for one in list_topics(root, WantedPdfs())} == {"changes"}
    with pytest.raises(Misuse, match="nothing can have changed since 2999-01-01"):
        list_topics(root, WantedPdfs(since=date(2999, 1, 1)))
