// The results as a reader sees them: filters with counts, links with kind, status and date.
// Refuses to write markup: every text of a fact goes in as text.
"use strict";
globalThis.briefingShow = async (region, home) => {
  const { read } = globalThis.briefingWords;
  const { head, documents } = globalThis.briefingIndex;
  const STEP = 20;
  const SHOWN = 180; // letters of a passage
  const LISTS = ["facts", "people", "glossary", "sources"];
  const part = (name) => region.querySelector(`.search-${name}`);
  const PARTS = ["box", "status", "near", "found", "filters", "results", "more"];
  const [box, status, offered, found, filters, list, more] = PARTS.map(part);
  const opener = document.querySelector(".search-open");
  const pages = Object.fromEntries(documents.filter((one) => one.kind === "page").map((one) => [one.to, one.title]));
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  const KINDS = Object.fromEntries(Object.entries(head.kinds).map(([kind, word]) => [kind, capital(word || kind)]));
  const STATUSES = Object.fromEntries(head.statuses.map((word) => [word, word]));
  const FILTERS = [
    { name: "Kind", every: "All kinds", words: KINDS, of: (one) => [one.kind] },
    { name: "Side", every: "All sides", words: head.parties, of: (one) => one.parties || [] },
    { name: "Status", every: "Any status", words: STATUSES, of: (one) => (one.status ? [one.status] : []) },
    { name: "Year", every: "Any year", of: (one) => (one.years || []).map(String) },
  ];
  let engine = null;
  let result = globalThis.briefingFind.NOTHING;
  let kept = [];

  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  // Filters

  for (const filter of FILTERS) {
    filter.select = element("select", { id: `search-${filter.name.toLowerCase()}`, onchange: narrow });
    const label = element("label", { htmlFor: filter.select.id, textContent: filter.name });
    filters.append(element("div", {}, label, filter.select));
  }

  // The page that a section stands on.
  const within = (one) => (one.kind === "section" ? pages[one.to.split("#")[0]] : "");
  const fits = (filter, one) => !filter.select.value || filter.of(one).includes(filter.select.value);

  // What a filter offers is counted over the hits that the other filters keep.
  function count(filter) {
    const others = FILTERS.filter((other) => other !== filter);
    const hits = result.hits.filter((hit) => others.every((other) => fits(other, hit.one)));
    const counts = new Map();
    for (const value of hits.flatMap((hit) => filter.of(hit.one))) counts.set(value, (counts.get(value) || 0) + 1);
    const chosen = filter.select.value;
    const known = filter.words ? Object.keys(filter.words) : [...counts.keys()].sort().reverse();
    const offered = known.filter((value) => counts.has(value) || value === chosen);
    if (chosen && !offered.includes(chosen)) offered.push(chosen);
    const option = (value, word, count) => element("option", { value, textContent: `${word} (${count})` });
    const options = offered.map((value) => option(value, filter.words?.[value] ?? value, counts.get(value) || 0));
    filter.select.replaceChildren(option("", filter.every, hits.length), ...options);
    filter.select.value = chosen;
  }

  function narrow() {
    kept = result.hits.filter((hit) => FILTERS.every((filter) => fits(filter, hit.one)));
    FILTERS.forEach(count);
    list.replaceChildren();
    grow();
    status.textContent = told();
  }

  // Results

  function grow() {
    const from = list.children.length;
    list.append(...kept.slice(from, from + STEP).map(line));
    const left = kept.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(STEP, left)} more of ${kept.length}`;
  }

  function line({ one, terms }) {
    const wanted = new Set(terms);
    const [title, value] = one.is_sentence ? [one.value, ""] : [one.title, one.value];
    const link = element("a", { href: new URL(one.to, home).href, dir: "auto" }, ...marked(one, title, wanted));
    const about = [KINDS[one.kind], one.told || one.status || within(one), `as of ${head.as_of}`].filter(Boolean).join(" · ");
    const item = element("li", {}, link, element("p", { className: "search-about", textContent: about }));
    for (const text of [value, one.lead, passage(one, wanted)].filter(Boolean)) {
      item.append(element("p", { dir: "auto", lang: tongue(text) }, ...marked(one, text, wanted)));
    }
    return item;
  }

  const tongue = (text) => (/^\W*\p{Script=Han}/u.test(text) ? "zh" : document.documentElement.lang);

  // Of the texts that say more than the title and the value the one with the most marks, if it has any;
  // of a record also its names, which come first where they were asked for in pinyin.
  function passage(one, wanted) {
    const names = one.status || !one.names ? "" : head.names[one.names[0]].replace(`${one.title}; `, "");
    if (names && isSpoken(one, wanted)) return names;
    const label = one.is_sentence ? [one.title] : [];
    const said = [one.is_sentence ? "" : one.title, one.value, one.lead].join(" ");
    const more = [names, ...(one.text || []), ...label].filter((text) => text && !said.includes(text));
    const counted = more.map((text) => [places(one, text, wanted).length, text]);
    const best = counted.reduce((a, b) => (b[0] > a[0] ? b : a), [0, ""]);
    return best[0] || !(one.value || one.lead) ? best[1] || (counted[0] || [0, ""])[1] : "";
  }

  function isSpoken({ names: [id] }, wanted) {
    const spelt = (head.pinyin[id] || "").replaceAll(" ", "");
    const { SPOKEN } = globalThis.briefingPinyin;
    return [...wanted].some((term) => term[0] === SPOKEN && spelt.includes(term.slice(1)));
  }

  function places(one, text, wanted) {
    const year = one.years && one.years[0];
    return read(text, year).filter((term) => term.index.some((name) => wanted.has(name)));
  }

  // A text cut to where its marks stand closest, the marks in elements of their own.
  function marked(one, text, wanted) {
    const found = places(one, text, wanted);
    const [from, to] = stretch(text, found);
    const parts = [from ? "… " : ""];
    let at = from;
    for (const { start, end } of found.filter((place) => place.start >= from && place.end <= to)) {
      parts.push(text.slice(at, start), element("mark", { textContent: text.slice(start, end) }));
      at = end;
    }
    return [...parts, text.slice(at, to), to < text.length ? " …" : ""];
  }

  function stretch(text, found) {
    if (text.length <= SHOWN) return [0, text.length];
    const inside = (start) => found.filter((place) => place.start >= start && place.end <= start + SHOWN).length;
    const best = found.reduce((a, { start }) => (inside(start) > inside(a) ? start : a), found[0]?.start ?? 0);
    const from = best < SHOWN / 2 ? 0 : text.indexOf(" ", best - 40) + 1 || best;
    const to = text.lastIndexOf(" ", from + SHOWN);
    return [Math.min(from, best), from + SHOWN >= text.length ? text.length : to > best ? to : from + SHOWN];
  }

  // What was done, for the eye and for the screen reader

  function told() {
    const number = kept.length === 1 ? "1 result" : `${kept.length || "No"} results`;
    const filtered = kept.length < result.hits.length ? ` of ${result.hits.length}` : "";
    const partly = result.all < result.hits.length ? `, ${result.all || "none"} with all words` : "";
    const quoted = (words) => words.map((word) => `“${word}”`).join(" or ");
    const guesses = result.guesses.map(([word, near]) => ` ${quoted([word])} read as ${quoted(near)}.`);
    const unknown = quoted([...new Set(result.unknown)]);
    const nowhere = result.hits.length && unknown ? ` Nothing holds ${unknown}.` : "";
    const isLost = !result.hits.length && !result.near.length;
    const lists = `${unknown && ` Nothing comes near ${unknown}.`} These pages list all there is:`;
    const near = result.near.length ? " The nearest:" : isLost ? lists : "";
    const rest = engine.isPart ? " Still reading the rest." : "";
    return `${number}${filtered}${partly}.${guesses.join("")}${nowhere}${near}${rest}`;
  }

  // A link that asks here; opened in another window it asks there.
  const offer = ([word, question, title]) => {
    const textContent = title ? `${word} (${title})` : word;
    const link = element("a", { href: `?q=${encodeURIComponent(question)}`, textContent });
    link.addEventListener("click", (event) => {
      if (isHeld(event)) return;
      event.preventDefault();
      box.value = question;
      box.focus();
      answer();
    });
    return link;
  };

  // The pages of the menu that list the most, for a question to which nothing comes near.
  const lists = () => LISTS.flatMap((folder) => [...document.querySelectorAll(`.menu nav a[href$="${folder}/index.html"]`)])
    .map((link) => link.cloneNode(true));

  function answer() {
    const question = box.value.trim();
    open();
    result = engine ? engine.find(question) : globalThis.briefingFind.NOTHING;
    found.hidden = !result.hits.length;
    if (!engine || (engine.isPart && found.hidden)) {
      offered.replaceChildren();
      return void (status.textContent = "Loading the search …");
    }
    const isLost = result.isAsked && !result.hits.length && !result.near.length;
    offered.replaceChildren(...(isLost ? lists() : result.near.map(offer)));
    if (result.isAsked) return narrow();
    status.textContent = `${question ? `“${question}” names nothing. ` : ""}Ask for words, numbers, dates or 中文.`;
  }

  function open() {
    region.classList.add("search--open");
    document.documentElement.classList.add("search-is-open");
  }

  function close() {
    const isWithin = region.contains(document.activeElement);
    if (isWithin && document.activeElement !== box) box.focus();
    region.classList.remove("search--open");
    document.documentElement.classList.remove("search-is-open");
    found.hidden = true;
    offered.replaceChildren();
    status.textContent = "";
    // On a phone the box has gone, and what opened it takes the focus; elsewhere that is hidden.
    if (isWithin) opener.focus();
  }

  // Keys

  const links = () => [...list.querySelectorAll("a")];

  function step(event, by) {
    const all = [box, ...links()];
    const at = all.indexOf(document.activeElement);
    if (at < 0 || found.hidden) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, at + by))].focus();
  }

  const isHeld = (event) => event.ctrlKey || event.metaKey || event.altKey;

  const leave = () => {
    close();
    box.blur();
  };

  region.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") step(event, 1);
    else if (event.key === "ArrowUp") step(event, -1);
    else if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.target.closest("ol") && event.key.length === 1 && !isHeld(event)) box.focus();
  });
  box.addEventListener("input", (event) => event.isComposing || answer());
  box.addEventListener("compositionend", answer);
  box.addEventListener("focus", answer);
  box.addEventListener("click", () => region.classList.contains("search--open") || answer());
  box.form.addEventListener("submit", () => links()[0]?.click());
  part("close").addEventListener("click", leave);
  list.addEventListener("click", (event) => event.target.closest("a") && !isHeld(event) && leave());
  more.addEventListener("click", () => {
    const at = list.children.length;
    grow();
    links()[at].focus();
  });
  for (const kind of ["focusin", "pointerdown"]) {
    document.addEventListener(kind, (event) => {
      if (!region.contains(event.target) && region.classList.contains("search--open")) close();
    });
  }

  // Who has gone on to the results keeps them.
  const ready = (made) => {
    engine = made;
    const isOpen = document.activeElement === box || region.classList.contains("search--open");
    if (isOpen && !list.contains(document.activeElement)) answer();
  };

  if (document.activeElement === box) answer();
  ready(await globalThis.briefingFind.make(globalThis.briefingIndex, () => box.value.trim(), ready));
};
