// Lets a reader choose lines of the timeline. The bar stands before the article, which reads the same without it.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const lists = [...document.querySelectorAll("ol.timeline")];
  if (!lists.length) return;
  const found = (within, what) => [...within.querySelectorAll(what)];
  const lines = lists.flatMap((list) => found(list, ".line"));
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const sideOf = (line) => line.parentElement.querySelector(".side").textContent;
  const kindOf = (line) => line.className.match(/\bof-(\w+)/)[1];
  const plural = (word) => `${word[0].toUpperCase()}${word.slice(1)}s`;
  const FILTERS = [
    { name: "Show", every: "All events", of: (line) => (line.classList.contains("main") ? "Main events" : "") },
    { name: "Side", every: "All sides", of: sideOf },
    { name: "Kind", every: "All kinds", of: (line) => plural(kindOf(line)) },
  ];
  const status = element("p", { className: "chosen" });
  status.setAttribute("role", "status");
  const bar = element("div", { className: "timeline-bar md-typeset" });
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Choose what the timeline shows");

  for (const filter of FILTERS) {
    const values = [...new Set(lines.map(filter.of))].filter(Boolean);
    const options = [filter.every, ...values].map((textContent) => element("option", { textContent }));
    filter.select = element("select", { id: `timeline-${filter.name.toLowerCase()}`, onchange: choose }, ...options);
    const label = element("label", { htmlFor: filter.select.id, textContent: filter.name });
    if (values.length > 1 || filter.name === "Show") bar.append(element("div", {}, label, filter.select));
  }

  // Of what holds no line that is shown nothing is shown: no side, no day, no heading.
  const fold = (part, inner) => (part.hidden = !found(part, inner).some((one) => !one.hidden));

  function choose() {
    const isWanted = (line) => FILTERS.every(({ select, of }) => !select.selectedIndex || of(line) === select.value);
    for (const line of lines) line.hidden = !isWanted(line);
    for (const list of lists) {
      for (const side of found(list, "li > div")) fold(side, ".line");
      for (const day of found(list, "li")) fold(day, "div");
      const isEmpty = fold(list, "li");
      const part = list.closest("details");
      const head = part || list.previousElementSibling;
      head.hidden = isEmpty;
      if (part && FILTERS.some(({ select }) => select.selectedIndex)) part.open = true;
      if (part) part.querySelector("summary").dataset.count = found(list, "li:not([hidden])").length;
    }
    const shown = lines.filter((line) => !line.hidden).length;
    status.textContent = `${shown} of ${lines.length}`;
  }

  bar.append(status);
  document.querySelector("article").before(bar);
  choose();
});
