"""How long a question takes in a browser, and what the index weighs: printed, never asserted."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.derive import derive
from generator.model.edition import Settings
from generator.reading.read import read
from generator.render.site.search import PATH, search
from tests.bench.synthetic import write
from tests.bench.test_stages import SIZES, say
from tests.conftest import PROJECT

ASSETS = PROJECT / "site_config/theme/assets"
SCRIPTS = ("minisearch-7.2.0.js", "words.js", "pinyin.js", "find.js")


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
