"""The bill of what the site is made with names every package, and every file of others."""

import json
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROJECT, place
from tests.workflows import give_tool, step

REQUIREMENTS = (PROJECT / "requirements.txt").read_text(encoding="utf-8")
# Fonts and programs of others; what we write ourselves has no version in its name.
OTHERS = ("*.ttf", "*.woff2", "*-[0-9]*.js")
SUM = step("publish.yml", "say what it is made with, and the sum of each file")


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    command = [sys.executable, PROJECT / ".ci" / "sbom.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_every_package_is_named_with_the_hashes_that_are_pinned(bill: dict[str, Any]) -> None:
    packages = [one for one in bill["components"] if one["bom-ref"].startswith("pkg:pypi/")]
    named = [f"{one['name']}=={one['version']}" for one in packages]
    assert named == re.findall(r"^[\w.-]+==[\w.+!]+", REQUIREMENTS, re.MULTILINE)
    hashes = {
        one["content"]
        for each in packages
        for reference in each["externalReferences"]
        for one in reference["hashes"]
    }
    assert hashes == set(re.findall(r"sha256:([0-9a-f]{64})", REQUIREMENTS))


def test_every_file_of_others_is_named_as_it_stands(bill: dict[str, Any]) -> None:
    listed = {
        one["bom-ref"]: one["hashes"][0]["content"] for one in bill["components"] if "hashes" in one
    }
    there = [path for name in OTHERS for path in (PROJECT / "site_config").rglob(name)]
    assert listed == {
        path.relative_to(PROJECT).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in there
    }


def test_the_version_of_a_font_is_the_one_that_its_licence_names(bill: dict[str, Any]) -> None:
    for one in bill["components"]:
        if one["bom-ref"].endswith((".ttf", ".woff2")):
            licence = (PROJECT / one["bom-ref"]).with_name("LICENSE.txt").read_text("utf-8")
            assert f"{one['name']}, version {one['version']}" in licence
            (ancestor,) = one["pedigree"]["ancestors"]
            name, _, version = ancestor["purl"].removeprefix("pkg:npm/%40").rpartition("@")
            assert f"npm @{name} {version}" in licence


def test_all_that_something_needs_is_in_the_bill(bill: dict[str, Any]) -> None:
    refs = {one["bom-ref"] for one in bill["components"]}
    needed = {ref for one in bill["dependencies"] for ref in one["dependsOn"]}
    assert needed == refs
    assert {one["ref"] for one in bill["dependencies"]} >= {
        ref for ref in refs if ref.startswith("pkg:pypi/")
    }


def test_who_has_the_site_can_hold_each_file_against_its_sum(tmp_path: Path) -> None:
    for name in ("index.html", "a b/\u4f55.html", "-x", "data/facts.json"):
        place(tmp_path / "site" / name, name)
    give_tool(tmp_path / "tools", "make", "mkdir -p build; echo '{}' > build/sbom.cdx.json")
    done = SUM.run(tmp_path, tools=tmp_path / "tools")
    assert (done.returncode, done.stderr) == (0, "")
    sums = (tmp_path / "site" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert [line.partition("  ./")[2] for line in sums] == [
        *("-x", "a b/\u4f55.html", "data/facts.json", "index.html", "sbom.cdx.json"),
    ]
    check = ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"]
    assert subprocess.run(check, cwd=tmp_path / "site").returncode == 0
