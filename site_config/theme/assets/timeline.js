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
    // What the page shows comes first: the main events, of all sides and kinds.
    filter.values = filter.name === "Show" ? [...values, filter.every] : [filter.every, ...values];
    const options = filter.values.map((label) => element("option", { label }));
    filter.select = element("select", { id: `timeline-${filter.name.toLowerCase()}`, "aria-label": filter.name }, ...options);
    filter.select.addEventListener("change", choose);
    if (filter.values.length > 2 || filter.name === "Show") bar.append(element("div", { "data-name": filter.name }, filter.select));
  }

  // Each stretch: its list, and the days that open below it; opened, all stand in time order.
  // Of a day what begins with a meeting comes first.
  const dayOf = (one) => `${one.querySelector("time").dateTime}${one.querySelector(".line").matches(".of-round") ? "" : " "}`;
  const inTime = (one, other) => (dayOf(one) < dayOf(other) ? -1 : Number(dayOf(one) > dayOf(other)));
  const stretches = found(document, ".stretch").map((part) => {
    const [list, own] = found(part, "ol.timeline");
    const fold = part.querySelector("details");
    const days = own ? [...own.children] : [];
    if (!own) return { part, list, days };
    // A link to the heading opens what it heads.
    const follow = () => (fold.open ||= location.hash === `#${part.querySelector("h2").id}`);
    addEventListener("hashchange", follow);
    fold.addEventListener("toggle", () => {
      if (fold.open) list.append(...[...list.children, ...days].sort(inTime));
      else own.append(...days);
      list.hidden = !found(list, "li:not([hidden])").length;
    });
    follow();
    return { part, fold, list, days };
  });
  // Of what holds no line that is shown nothing is shown: no side, no day, no heading.
  const hide = (part, inner) => (part.hidden = !found(part, inner).some((one) => !one.hidden));
  const isChosen = ({ select, values, every }) => values[select.selectedIndex] !== every;

  function choose() {
    const [show, ...rest] = FILTERS;
    for (const line of lines) {
      line.hidden = rest.some((filter) => isChosen(filter) && filter.of(line) !== filter.values[filter.select.selectedIndex]);
    }
    for (const side of found(document, ".timeline > li > div")) hide(side, ".line");
    for (const day of found(document, ".timeline > li")) hide(day, "div");
    for (const { part, fold, list, days } of stretches) {
      const more = days.filter((day) => !day.hidden);
      if (fold) {
        fold.open = !isChosen(show) && more.length > 0;
        const number = more.reduce((sum, day) => sum + found(day, ".line:not([hidden])").length, 0);
        fold.querySelector("summary").dataset.count = `${number} more`;
        fold.hidden = !more.length;
      }
      part.hidden = hide(list, "li") && !more.length;
    }
    const shown = lines.filter((line) => !line.hidden && !line.closest("details:not([open])")).length;
    status.textContent = shown < lines.length ? `${shown} of ${lines.length}` : "";
  }

  bar.append(status);
  document.querySelector("article .stamp").after(bar);
});
