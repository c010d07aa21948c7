// Lets a reader choose lines of the timeline. The bar stands below the head of the page; its words are
// attributes, so that the text of the article is the same without it.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const lists = [...document.querySelectorAll("ol.timeline")];
  if (!lists.length) return;
  const found = (within, what) => [...within.querySelectorAll(what)];
  const lines = lists.flatMap((list) => found(list, ".line"));
  const { element } = globalThis.briefingDays;
  const sideOf = (line) => line.parentElement.querySelector(".side").textContent;
  const kindOf = (line) => line.className.match(/\bof-(\w+)/)[1];
  const plural = (word) => `${word[0].toUpperCase()}${word.slice(1)}s`;
  const FILTERS = [
    { name: "Show", every: "All events", of: (line) => (line.classList.contains("main") ? "Main events" : "") },
    { name: "Side", every: "All sides", of: sideOf },
    { name: "Kind", every: "All kinds", of: (line) => plural(kindOf(line)) },
  ];
  const status = element("p", { class: "chosen", role: "status" });
  const bar = element("div", { class: "timeline-bar", role: "group", "aria-label": "Choose what the timeline shows" });

  for (const filter of FILTERS) {
    const values = [...new Set(lines.map(filter.of))].filter(Boolean);
    // The first choice is of main events; all are shown until a reader chooses.
    filter.values = filter.name === "Show" ? [...values, filter.every] : [filter.every, ...values];
    const options = filter.values.map((label) => element("option", { label }));
    filter.select = element("select", { id: `timeline-${filter.name.toLowerCase()}`, "aria-label": filter.name }, ...options);
    filter.select.selectedIndex = filter.values.indexOf(filter.every);
    filter.select.addEventListener("change", choose);
    if (values.length > 1 || filter.name === "Show") bar.append(element("div", { "data-name": filter.name }, filter.select));
  }

  // Of what holds no line that is shown nothing is shown: no side, no day, no heading.
  const fold = (part, inner) => (part.hidden = !found(part, inner).some((one) => !one.hidden));

  const isChosen = ({ select, values, every }) => values[select.selectedIndex] !== every;

  function choose() {
    const isWanted = (line) =>
      FILTERS.every((filter) => !isChosen(filter) || filter.of(line) === filter.values[filter.select.selectedIndex]);
    for (const line of lines) line.hidden = !isWanted(line);
    for (const list of lists) {
      for (const side of found(list, "li > div")) fold(side, ".line");
      for (const day of found(list, "li")) fold(day, "div");
      const isEmpty = fold(list, "li");
      const part = list.closest("details");
      const head = part || list.previousElementSibling;
      head.hidden = isEmpty;
      if (part && FILTERS.some(isChosen)) part.open = true;
      if (part) part.querySelector("summary").dataset.count = found(list, "li:not([hidden])").length;
    }
    const shown = lines.filter((line) => !line.hidden).length;
    status.textContent = shown < lines.length ? `${shown} of ${lines.length}` : "";
  }

  bar.append(status);
  document.querySelector("article .stamp").after(bar);
});
