// RUN_AXE: what axe finds in a part of the page by these rules.
async ([within, rules]) => {
  const found = await axe.run(within, {runOnly: rules, resultTypes: ["violations"]});
  return found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).slice(0, 3).join(" ")}`);
};

// ASK: without the keyboard; the places of all results that are shown.
question => {
  const box = document.querySelector("input[name=query]");
  box.value = question;
  box.dispatchEvent(new InputEvent("input"));
  return [...document.querySelectorAll("[role=search] ol a")].map(link => link.href);
};

// WATCH: what a keyboard must come to, and what it has come to, told by each key before it moves on.
() => {
  const left = "[inert]";
  const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const shown = {opacityProperty: true, visibilityProperty: true};
  const wanted = [...document.querySelectorAll(all)].filter(
    e => e.tabIndex >= 0 && !e.disabled && !e.closest(left) && e.checkVisibility(shown));
  const reached = new Set(), unseen = new Set();
  addEventListener("keydown", () => {
    const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
    if (e === document.body || e.closest(left)) return;
    reached.add(e);
    const marked = style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 2;
    const across = box.right > 0 && box.left < innerWidth;
    const within = across && box.bottom > 0 && box.top < innerHeight;
    if (!marked || !within || !e.checkVisibility(shown)) unseen.add(e);
  }, true);
  const told = e => e.outerHTML.slice(0, 120);
  globalThis.keyboard = () => ({
    missed: wanted.filter(e => !reached.has(e)).map(told), unseen: [...unseen].map(told)});
  return wanted.length;
};

// DRAWINGS: of each that is shown, how wide it is, how high its letters are, which words meet.
() => [...document.querySelectorAll(".chart svg")].filter(e => e.checkVisibility())
  .map(svg => {
    const frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width;
    const texts = [...svg.querySelectorAll("text")].map(e => ({
      said: e.textContent, box: e.getBoundingClientRect(),
      height: parseFloat(getComputedStyle(e).fontSize) * scale}));
    const near = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
    return {
      width: frame.width,
      letters: Math.min(...texts.map(one => one.height)),
      outside: texts.filter(({box}) => box.left < frame.left - 1 || box.right > frame.right + 1
        || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(one => one.said),
      meeting: texts.flatMap((one, at) => texts.slice(at + 1)
        .filter(other => near(one.box, other.box)).map(other => `${one.said} / ${other.said}`)),
      fills: [...new Set([...svg.querySelectorAll("[fill]")].map(e => getComputedStyle(e).fill))]};
  });

// VALIDATE: the faults of a text of HTML.
async (text) => (await validator.validateString(text)).results
  .flatMap(result => result.messages).map(m => `${m.ruleId}: ${m.message}`);
