"""How long a question takes in a browser, and what the index weighs: printed, never asserted."""

import gzip
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from generator.derive import derive
from generator.model.edition import Settings
from generator.reading.read import read
from generator.render.site.search import PATH, search
from tests.bench.synthetic import write
from tests.bench.test_stages import SIZES, say
from tests.conftest import PROJECT

ASSETS = PROJECT / "site_config/theme/assets"
SCRIPTS = ("minisearch-7.2.0.js", "words.js", "find.js")
MEASURE = """async ([questions, times]) => {
  const all = Array(times).fill(briefingIndex.documents).flat().map(one => ({ ...one }));
  const from = performance.now();
  const { find } = await briefingFind.make({ ...briefingIndex, documents: all });
  const made = performance.now() - from;
  const spent = questions.map(question => {
    const start = performance.now();
    find(question);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = share => spent[Math.floor(share * (spent.length - 1))];
  return [made, at(0.5), at(0.95), at(1)].map(ms => ms.toFixed(1));
}"""


@pytest.mark.parametrize("slowed", [1, 4])
@pytest.mark.parametrize("times", [1, 3])
def test_questions(browser: Browser, times: int, slowed: int) -> None:
    briefing = read(PROJECT).briefing
    dossier = derive(briefing, briefing.edition.as_of.first)
    index = search(dossier, Settings(), {})[PATH]
    golden = (PROJECT / "tests/content/golden_queries.yaml").read_text(encoding="utf-8")
    page = browser.new_page()
    for name in SCRIPTS:
        page.add_script_tag(path=ASSETS / "search" / name)
    page.add_script_tag(content=index.decode())
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    asked = [one["ask"] for one in yaml.safe_load(golden)]
    made, median, late, longest = page.evaluate(MEASURE, [asked, times])
    page.close()
    weight = len(index), len(gzip.compress(index, 9))
    say(f"\n{len(dossier.facts)} statements: index {weight[0]} bytes, {weight[1]} gzip")
    say(f"{times} times over, {slowed}x slowed: made in {made} ms; a question {median} ms in the")
    say(f"median, 95 % within {late}, all within {longest}")


FIRST = """async ([scripts, question]) => {
  const load = (src) => new Promise((onload) => {
    const script = document.createElement("script");
    document.head.append(Object.assign(script, { src, async: false, onload }));
  });
  const from = performance.now();
  await Promise.all(scripts.map(load));
  const told = [performance.now() - from];
  const note = (part) => part.find(question).hits.length && told.push(performance.now() - from);
  note(await briefingFind.make(briefingIndex, () => question, note));
  return [told[0], told[1], told.at(-1)].map((ms) => ms.toFixed(0));
}"""


@pytest.mark.parametrize("size", SIZES)
def test_the_first_answer(browser: Browser, tmp_path: Path, size: int) -> None:
    briefing = read(write(size, tmp_path)).briefing
    index = search(derive(briefing, briefing.edition.as_of.first), Settings(), {})[PATH]
    (tmp_path / "index.js").write_bytes(index)
    (tmp_path / "index.html").write_text("<!doctype html><meta charset=utf-8>", encoding="utf-8")
    scripts = [*((ASSETS / "search" / name).as_uri() for name in SCRIPTS), "index.js"]
    for question in ("permits for salt", "2020-01-06", "Hugo Albach"):
        page = browser.new_page()
        page.goto((tmp_path / "index.html").as_uri())
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        loaded, first, whole = page.evaluate(FIRST, [scripts, question])
        page.close()
        say(f"{size} statements, 4x slowed, `{question}`: loaded in {loaded} ms,")
        say(f"first hits after {first}, all documents read after {whole}; {len(index)} bytes")
