"""A new record: each blank is told, and once all are filled, `check` finds nothing."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main, writing
from generator.diagnostics import Diagnostic, Severity
from generator.edit import formatted
from generator.model import FOLDER_OF, KINDS
from generator.model.chart import NEEDS, FormName
from generator.reading.check import check
from generator.reference import own
from generator.source import SourceFile
from generator.starter import PLACES, Found, blanks, starter
from generator.starter.place import date_in
from tests.conftest import Write
from tests.tables import rows

# What the examples mention and the tiny briefing has not.
MENTIONED = {
    "agreements/mill-accord.yaml": "title: The accord of the mill\n",
    "materials/oak.yaml": "name: Oak\n",
    "people/tom-hale.yaml": "name: Tom Hale\nparty: sudland\n",
}
ROWS = rows(Path(__file__).with_name("new.txt"), 3, " => ")
REFUSED = [row[1:] for row in ROWS if row[0] == "refused"]
TOLD = {kind: [row[1:3] for row in ROWS if row[0] == kind] for kind in ("date", "kept")}
COURIER = "https://courier.example"


class Clock(writing.date):
    """A day in the time of the tiny briefing."""

    @classmethod
    def today(cls) -> "Clock":
        return cls(2031, 7, 5)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "date", Clock)


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["new", *arguments, "--root", str(root)])


def written(root: Path, kind: str, name: str = "quay") -> Path:
    result = run(root, kind, name)
    assert result.exit_code == 0, result.output
    return root / "content" / FOLDER_OF[kind] / f"{name}.yaml"


def found(root: Path, path: Path) -> list[Diagnostic]:
    name = str(path.relative_to(root))
    return [
        one
        for one in check(root).diagnostics
        if one.severity is Severity.ERROR and one.span.file.path == name
    ]


def fill(text: str) -> str:
    """The text with its examples in its blanks."""
    lines = text.splitlines()
    for one in blanks(text):
        line = lines[one.line - 1]
        given = re.search(r", (?:such as `([^`]*)`|one of: ([^,]*))", line)
        assert given, f"{one.key} has no example"
        example = given[1] or given[2]
        named = line.replace(f"{one.key}:", f"{example}:", 1)
        filled = line.replace("  # ", f" {example}  # ", 1)
        lines[one.line - 1] = named if one.key in PLACES else filled
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("kind", KINDS)
def test_each_blank_is_told_at_its_line_until_it_is_filled(briefing: Write, kind: str) -> None:
    root = briefing(MENTIONED)
    path = written(root, kind)
    told = found(root, path)
    assert [one.span.line for one in told] == [one.line for one in blanks(path.read_text())] != []
    assert all(one.message.startswith("nothing is written where ") for one in told)
    path.write_text(fill(path.read_text()))
    assert "  # " in path.read_text()
    assert [one for one in check(root).diagnostics if one.severity is Severity.ERROR] == []


def of_form(text: str, form: FormName) -> str:
    """A starter of a chart as its lines say: with the one key that its form draws."""
    needed = NEEDS[form].key
    given = r"^series:  # for `bars` and `shares`, left out of other forms: .*\n"
    text = re.sub(given, r"# \g<0>", text, flags=re.M)
    block = re.search(rf"^# {needed}:  # .*\n(?:#   .*\n)*", text, flags=re.M)
    assert block
    taken = re.sub(r"^# ", "", block[0], flags=re.M)
    return text.replace(block[0], taken).replace("form:  #", f"form: {form}  #")


@pytest.mark.parametrize("form", NEEDS)
def test_a_chart_of_every_form_passes_once_it_is_filled(briefing: Write, form: FormName) -> None:
    root = briefing(MENTIONED)
    path = written(root, "chart")
    path.write_text(fill(of_form(path.read_text(), form)))
    # The examples are neither shares nor have they a state.
    assert {one.code for one in found(root, path)} <= {"chart-units", "state-missing"}


def uncommented(text: str) -> str:
    """A starter with all that it mentions taken up, what stands within that as well."""
    taken = re.sub(r"^( *)# (?=(?: |# )*(?:[\w-]+:|-)  # )", r"\1", text, flags=re.MULTILINE)
    return taken if taken == text else uncommented(taken)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_is_usual_is_left_out_and_all_is_in_the_house_style(kind: str) -> None:
    text = uncommented(starter(KINDS[kind], Found()))
    for one in (text, starter(KINDS[kind], Found())):
        assert formatted(SourceFile("x.yaml", one)) == one
    told = {line.partition(":")[0] for line in text.splitlines() if re.match(r"[\w-]+:", line)}
    required = {name for name, one in KINDS[kind].model_fields.items() if one.is_required()}
    may = {*KINDS[kind].ASKED, *KINDS[kind].USUAL, *KINDS[kind].ALSO}
    assert required | may | {key.name for key in own(KINDS[kind])} <= told


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("gap", "\non: 2031-06-24  # the day of the edition\n"),
        ("chart", "\norder: 10  # after the last\n"),
        # The ids that are shown are there.
        ("claim", "# by:  # the party, body or person that says so, such as `norland`, `courier`"),
        ("claim", "-  # one of them, such as `courier-0310#warden`\n"),
    ],
)
def test_what_follows_from_the_briefing_is_filled_in(briefing: Write, kind: str, told: str) -> None:
    assert told in written(briefing(), kind).read_text()


@pytest.mark.parametrize(("kind", "name", "told"), REFUSED)
def test_what_cannot_be_is_refused_and_why(
    briefing: Write, kind: str, name: str, told: str
) -> None:
    moved = "gone: {gone: it never was}\n"
    root = briefing({"claims/broken.yaml": "says: [", "moved.yaml": moved})
    before = sorted(root.rglob("*"))
    result = run(root, kind, name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert sorted(root.rglob("*")) == before


def test_nothing_is_overwritten(briefing: Write) -> None:
    root = briefing()
    path = root / "content/people/quay.yaml"
    path.symlink_to(root / "elsewhere")
    assert run(root, "person", "quay").exit_code == 2
    assert not (root / "elsewhere").exists()


def test_a_source_by_its_address(briefing: Write) -> None:
    root = briefing()
    result = run(root, "source", f"{COURIER}/2031/Mar/12/mill-talks-end?utm_source=x")
    path = root / "content/sources/courier-20310312.yaml"
    name = path.relative_to(root)
    assert result.stderr == f"wrote {name}: 1 blank to fill\n"
    assert result.stdout == f"{name}:5: `title`: as printed, or `unknown`\n"
    text = path.read_text()
    for line in (
        "publisher: The Courier  # as in courier-0310",
        f"url: {COURIER}/2031/Mar/12/mill-talks-end  # the page's address, "
        "without what tracks readers or marks words",
        "published: 2031-03-12  # from the address: see that the page prints it",
        "kind: newspaper  # as in courier-0310",
        "origin: own  # as in courier-0310",
    ):
        assert f"\n{line}\n" in text
    path.write_text(fill(text))
    assert found(root, path) == []


def test_what_sources_of_a_host_do_not_share_stays_blank(briefing: Write) -> None:
    root = briefing()
    other = (root / "content/sources/courier-0310.yaml").read_text()
    other = other.replace("/0310", "/0311").replace("origin: own", "origin: unknown")
    (root / "content/sources/courier-0311.yaml").write_text(other)
    result = run(root, "source", f"{COURIER}/2031-03-12")
    assert "`origin`: " in result.stdout
    assert "`publisher`: " not in result.stdout


def test_an_address_that_has_a_source_is_led_to_it(briefing: Write) -> None:
    root = briefing()
    result = run(root, "source", "http://www.courier.example/0310/?utm_source=x#top")
    told = ", ".join(f"`courier-0310#{one}`" for one in ("warden", "met", "carts"))
    assert result.exit_code == 1
    assert result.stderr.endswith(f"courier-0310.yaml` has this address already: it has {told}\n")
    # One that is not filled in yet is to be filled in.
    assert run(root, "source", f"{COURIER}/2031-03-12").exit_code == 0
    again = run(root, "source", f"{COURIER}/2031-03-12?utm_source=x")
    assert again.exit_code == 1
    assert again.stderr.endswith("has this address already: fill it in\n")


def test_ids_of_one_host_begin_alike_and_are_numbered(briefing: Write) -> None:
    root = briefing()
    old = root / "content/sources/post-0602.yaml"
    old.rename(old.with_name("sp-20310602.yaml"))
    for name in ("sp-20310603", "sp-20310603-2"):
        run(root, "source", f"https://post.example/2031/06/03/{name}")
        assert (root / f"content/sources/{name}.yaml").exists()


def test_without_a_date_the_path_gives_the_id(briefing: Write) -> None:
    root = briefing()
    result = run(root, "source", "https://www.gazette.co.uk/news/the-bridge-and-the-mill.html")
    assert "wrote content/sources/gazette-the-bridge-and-the-mill.yaml" in result.stderr
    assert "`published`: " in result.stdout


@pytest.mark.parametrize(("path", "told"), TOLD["date"])
def test_the_date_of_an_address(path: str, told: str) -> None:
    assert date_in(f"https://x.example{path}") == told.strip("-")


@pytest.mark.parametrize(("given", "kept"), TOLD["kept"])
def test_what_is_kept_of_an_address(briefing: Write, given: str, kept: str) -> None:
    root = briefing()
    assert run(root, "source", f"https://quay.example{given}").exit_code == 0
    (path,) = (root / "content/sources").glob("quay*.yaml")
    assert f"\nurl: https://quay.example{kept}  # the page's address" in path.read_text()
