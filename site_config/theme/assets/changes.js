// Lets a reader choose the days of which "What changed" tells, and keeps them in the address. The bar
// stands below the head of the page; its words are attributes, so that the text of the article is the
// same without it.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const days = [...document.querySelectorAll("ol.changes > li")];
  if (!days.length) return;
  const dayOf = (element) => element.querySelector("time").dateTime;
  const [first, last] = [...document.querySelectorAll("article .lead time")].map((one) => one.dateTime);
  const { element, inWords, valueOf, fault, watch } = globalThis.briefingDays;

  const FIELDS = [
    { key: "since", label: "After" },
    { key: "until", label: "Up to" },
  ];
  const status = element("p", { class: "chosen", role: "status" });
  const bar = element("div", { class: "timeline-bar", role: "group", "aria-label": "Choose the days" });
  for (const field of FIELDS) {
    field.input = element("input", { type: "date", "aria-label": field.label, id: `changes-${field.key}`, min: first, max: last });
    watch(field.input, () => choose(typed()));
    bar.append(element("div", { "data-name": field.label }, field.input));
  }
  const editions = [...document.querySelectorAll(".editions span")];
  const options = editions.map((one) => element("option", { label: one.textContent, value: dayOf(one) }));
  const select = element("select", { "aria-label": "Since an edition" }, element("option", { label: "Any day", value: "" }), ...options);
  select.addEventListener("change", () => choose({ ...typed(), since: select.value }));
  if (editions.length) bar.append(element("div", { "data-name": "Since an edition" }, select));
  bar.append(status);
  document.querySelector("article .stamp").after(bar);

  const typed = () => Object.fromEntries(FIELDS.map(({ key, input }) => [key, valueOf(input)]));

  // What is said of days that are days, and of which something is to be said.
  function remarks({ since, until }) {
    const said = [];
    if ([since, until].some((day) => day && day < first)) said.push(`No source here is surely from before ${inWords(first)}.`);
    if ([since, until].some((day) => day > last)) said.push(`This edition ends on ${inWords(last)}.`);
    return said;
  }

  function choose(wanted) {
    const { since, until } = wanted;
    const wrong = (day) => (day ? fault(day, last) : "");
    const faults = [since, until].map(wrong).filter(Boolean);
    if (!faults.length && since && until && until < since) {
      faults.push(`${inWords(until)} comes before ${inWords(since)}: put the earlier day first.`);
    }
    for (const { key, input } of FIELDS) {
      if (!wrong(wanted[key]) && input.value !== wanted[key]) input.value = wanted[key] ?? "";
      input.setAttribute("aria-invalid", faults.length > 0);
    }
    select.value = editions.some((one) => dayOf(one) === since) ? since : "";
    if (faults.length) {
      status.textContent = `${faults.join(" ")} All days of this page are shown.`;
      keep({});
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
    return some.reduce((sum, day) => sum + day.querySelectorAll(":scope > ul > li, :scope > .ours > ul > li").length, 0);
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
