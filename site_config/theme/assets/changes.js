// Lets a reader choose the days of which "What changed" tells, and keeps them in the address. The bar
// stands below the head of the page; its words are attributes, so that the text of the article is the
// same without it.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const days = [...document.querySelectorAll("ol.changes > li")];
  if (!days.length) return;
  const dayOf = (element) => element.querySelector("time").dateTime;
  const [first, last] = [...document.querySelectorAll("article .lead time")].map((one) => one.dateTime);
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const inWords = (day) => `${Number(day.slice(8))} ${MONTHS[day.slice(5, 7) - 1]} ${day.slice(0, 4)}`;
  const element = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };

  const FIELDS = [
    { key: "since", label: "After" },
    { key: "until", label: "Up to" },
  ];
  const status = element("p", { class: "chosen", role: "status" });
  const bar = element("div", { class: "timeline-bar", role: "group", "aria-label": "Choose the days" });
  for (const field of FIELDS) {
    field.input = element("input", { type: "date", "aria-label": field.label, id: `changes-${field.key}`, min: first, max: last });
    field.input.addEventListener("change", () => choose(typed()));
    bar.append(element("div", { "data-name": field.label }, field.input));
  }
  const editions = [...document.querySelectorAll(".editions span")];
  if (editions.length) {
    const options = editions.map((one) => element("option", { label: one.textContent, value: dayOf(one) }));
    const select = element("select", { "aria-label": "Since an edition" }, element("option", { label: "Any day", value: "" }), ...options);
    select.addEventListener("change", () => choose({ ...typed(), since: select.value }));
    bar.append(element("div", { "data-name": "Since an edition" }, select));
  }
  bar.append(status);
  document.querySelector("article .stamp").after(bar);

  // What a reader typed; the box itself keeps nothing that is no day.
  function typed() {
    const valueOf = ({ input }) => (input.validity.badInput ? "what was typed" : input.value);
    return Object.fromEntries(FIELDS.map((field) => [field.key, valueOf(field)]));
  }

  // Why a text is no day; empty for a day, and for nothing.
  function fault(text) {
    if (!text) return "";
    const found = text.match(/^(\d{4})-(\d\d)-(\d\d)$/);
    if (!found) return `No day: “${text}”. A day is written as ${last}.`;
    const [year, month, day] = found.slice(1).map(Number);
    const made = new Date(Date.UTC(year, month - 1, day));
    made.setUTCFullYear(year);
    const isThere = made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
    const name = MONTHS[month - 1];
    return isThere ? "" : `The calendar has no ${name ? `${day} ${name} ${year}` : `month ${month}`}.`;
  }

  // What is said of days that are days, and of which something is to be said.
  function remarks({ since, until }) {
    const said = [];
    if (since && since < first) said.push(`Nothing is known from before ${inWords(first)}, the day of the first source.`);
    if ([since, until].some((day) => day > last)) said.push(`This edition ends on ${inWords(last)}.`);
    return said;
  }

  function choose(wanted) {
    const { since, until } = wanted;
    const faults = [since, until].map(fault).filter(Boolean);
    if (!faults.length && since && until && until < since) {
      faults.push(`${inWords(until)} comes before ${inWords(since)}: put the earlier day first.`);
    }
    for (const { key, input } of FIELDS) {
      if (!fault(wanted[key]) && input.value !== wanted[key]) input.value = wanted[key] ?? "";
      input.setAttribute("aria-invalid", faults.length > 0);
    }
    if (faults.length) {
      status.textContent = `${faults.join(" ")} All days are shown.`;
      return show(() => true);
    }
    keep(wanted);
    const shown = show((day) => (!since || since < day) && (!until || day <= until), since || until);
    if (!since && !until) return (status.textContent = "");
    const span = `${since ? ` after ${inWords(since)}` : ""}${until ? ` up to ${inWords(until)}` : ""}`;
    const elsewhere = others(wanted);
    const told = shown === 1 ? "1 entry" : `${shown || "No"} entries`;
    status.replaceChildren([...remarks(wanted), `${told}${elsewhere.length ? " on this page" : ""}${span}.`].join(" "));
    if (elsewhere.length) status.append(" Other entries: ", ...elsewhere);
  }

  // Shows the days that are wanted, and of a month without one nothing; says how many entries that is.
  function show(isWanted, isChosen) {
    for (const day of days) day.hidden = !isWanted(dayOf(day));
    for (const list of document.querySelectorAll("ol.changes")) {
      const left = [...list.children].filter((day) => !day.hidden);
      const part = list.closest("details");
      (part || list.previousElementSibling).hidden = list.hidden = !left.length;
      if (part && isChosen) part.open = true;
      if (part) part.querySelector("summary").dataset.count = count(left);
    }
    return count(days.filter((day) => !day.hidden));
  }

  function count(some) {
    return some.reduce((sum, day) => sum + day.querySelectorAll(":scope > ul > li").length, 0);
  }

  // The other pages of the list that have such days, with the choice in their address.
  function others({ since, until }) {
    const links = [...document.querySelectorAll("article nav.pager a:not([aria-current])")];
    const isWanted = (link) => {
      const [newest, oldest] = [...link.querySelectorAll("time")].map((one) => one.dateTime);
      return (!since || since < newest) && (!until || oldest <= until);
    };
    const copies = links.filter(isWanted).map((link) => link.cloneNode(true));
    for (const copy of copies) copy.search = location.search;
    return copies.flatMap((copy, at) => (at ? [", ", copy] : [copy]));
  }

  function keep(wanted) {
    const given = Object.entries(wanted).filter(([, day]) => day);
    const query = new URLSearchParams(given).toString();
    history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  }

  const asked = new URLSearchParams(location.search);
  const wanted = Object.fromEntries(FIELDS.map(({ key }) => [key, asked.get(key) ?? ""]));
  if (wanted.since || wanted.until) choose(wanted);
});
