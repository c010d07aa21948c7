"""Writes what the site is made with, and what of others it holds, as a CycloneDX bill: `make sbom`.

All is read from `requirements.txt` and from the files themselves. Nothing is asked of the network,
and the bill of the same files is the same.
"""

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Files of others that go into the site or its PDFs: name, version, licence, the package they come
# from, and whether they stand as they are there.
VENDORED = {
    "site_config/theme/assets/search/minisearch-7.2.0.js": (
        *("MiniSearch", "7.2.0", "MIT", "pkg:npm/minisearch@7.2.0", True),
    ),
    "site_config/theme/assets/fonts/briefing-sans.woff2": (
        *("Source Sans 3", "3.052", "OFL-1.1"),
        *("pkg:npm/%40fontsource-variable/source-sans-3@5.3.1", False),
    ),
    "site_config/theme/assets/fonts/briefing-serif.woff2": (
        *("Source Serif 4", "4.004", "OFL-1.1"),
        *("pkg:npm/%40fontsource/source-serif-4@5.3.1", False),
    ),
    "site_config/fonts/briefing-serif-*.ttf": (
        *("Source Serif 4", "4.004", "OFL-1.1"),
        *("pkg:npm/%40expo-google-fonts/source-serif-4@0.4.1", False),
    ),
    "site_config/fonts/briefing-sans-*.ttf": (
        *("Source Sans 3", "3.052", "OFL-1.1"),
        *("pkg:npm/%40expo-google-fonts/source-sans-3@0.4.1", False),
    ),
    "site_config/fonts/briefing-han-*.ttf": (
        *("Noto Serif SC", "2.003", "OFL-1.1"),
        *("pkg:npm/%40expo-google-fonts/noto-serif-sc@0.4.3", False),
    ),
}
PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?: ; [^\\\n]+?)? \\\n"
    r"(?P<hashes>(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)"
    r"(?P<via>(?: +#.*\n?)*)",
    re.MULTILINE,
)
HASH = re.compile(r"sha256:([0-9a-f]{64})")
VIA = re.compile(r"# +(?:via )?([\w.-]+)(?: \(.*\))?$", re.MULTILINE)
Component = dict[str, object]


def bill() -> dict[str, object]:
    """The whole bill."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    root = f"{project['name']}@{project['version']}"
    pins = [*PIN.finditer((ROOT / "requirements.txt").read_text("utf-8"))]
    refs = {pin["name"]: purl(pin) for pin in pins} | {project["name"]: root}
    needs: dict[str, list[str]] = {ref: [] for ref in refs.values()}
    for pin in pins:
        for name in VIA.findall(pin["via"]):
            if name in refs:
                needs[refs[name]].append(purl(pin))
    files = [*vendored()]
    needs[root] += [str(one["bom-ref"]) for one in files]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": project["name"],
                "version": project["version"],
                "description": project["description"],
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": [*map(package, pins), *files],
        "dependencies": [{"ref": ref, "dependsOn": sorted(on)} for ref, on in needs.items()],
    }


def purl(pin: re.Match[str]) -> str:
    """The name of a package that every program knows."""
    return f"pkg:pypi/{pin['name']}@{pin['version']}"


def package(pin: re.Match[str]) -> Component:
    """A package of Python: any of the files with these hashes is installed, and no other."""
    hashes = [{"alg": "SHA-256", "content": one} for one in HASH.findall(pin["hashes"])]
    return {
        "type": "library",
        "bom-ref": purl(pin),
        "name": pin["name"],
        "version": pin["version"],
        "purl": purl(pin),
        "externalReferences": [
            {
                "type": "distribution",
                "url": f"https://pypi.org/project/{pin['name']}/{pin['version']}/",
                "hashes": hashes,
            }
        ],
    }


def vendored() -> Iterator[Component]:
    """The files of others that stand in the repository, each with its hash."""
    for pattern, (name, version, licence, origin, is_whole) in VENDORED.items():
        for path in sorted(ROOT.glob(pattern)):
            place = path.relative_to(ROOT).as_posix()
            ancestor = {"type": "library", "name": name, "version": version, "purl": origin}
            yield {
                "type": "library",
                "bom-ref": place,
                "name": name,
                "version": version,
                "hashes": [
                    {"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}
                ],
                "licenses": [{"license": {"id": licence}}],
                # What was cut or changed is no package any more, and came from one.
                **({"purl": origin} if is_whole else {"pedigree": {"ancestors": [ancestor]}}),
                "properties": [{"name": "file", "value": place}],
            }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(bill(), indent=1) + "\n")
