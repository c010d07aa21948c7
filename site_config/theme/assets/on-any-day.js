// Shows what held on a day that a reader chooses, as it was known that day or on another; the address keeps
// both. Until then the tables of all days stand there, and the words of the bar are attributes, so that the
// text of the article is the same without a script.
"use strict";
(() => {
  const data = globalThis.briefingHeld;
  const all = document.querySelector(".all-days");
  if (!data || !all) return;
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const HEADS = ["What", "What held", "Since", "Until"];
  const STANDING = { "in-force": "in force", suspended: "suspended", undertaken: "undertaken", announced: "announced", "not-known": "disputed" };
  const [SHORT, MANY] = [3, 20];

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  // The texts were made with the pages, and are as safe as these.
  const text = (tag, number, attributes) => {
    const made = element(tag, attributes);
    made.innerHTML = data.texts[number];
    return made;
  };
  // Of a month or a year there is no more than that.
  const words = (day) => [Number(day.slice(8)) || [], MONTHS[day.slice(5, 7) - 1] ?? [], day.slice(0, 4)].flat().join(" ");
  const at = (versions, day) => versions.findLast(([since]) => since <= day)?.[1];

  // The bar

  const box = element("input", { id: "held-on", type: "date", min: data.days[0], max: data.last, "aria-label": "Day" });
  const seen = element("select", { id: "known-on", "aria-label": "As known on" });
  const option = (value, label) => element("option", { value, label });
  const others = data.known.filter((day) => day !== data.last).map((day) => option(day, words(day)));
  seen.append(
    option("", "the same day"),
    option(data.last, `${words(data.last)}, this edition`),
    element("optgroup", { label: "a day on which something became known" }, ...others),
  );
  const button = (name, label, act) => {
    const made = element("button", { type: "button", "data-name": name, "aria-label": label, title: label });
    made.addEventListener("click", act);
    return made;
  };
  const back = button("‹ Change before", "To the day before on which something changed", () => step(-1));
  const on = button("Change after ›", "To the day after on which something changed", () => step(1));
  const rest = button("All days", "Show all days again", () => choose("", seen.value));
  const told = element("p", { class: "chosen", role: "status" });
  const bar = element(
    "div", { class: "timeline-bar day-bar", role: "group", "aria-label": "Choose the day" },
    element("div", { "data-name": "Held on" }, box), back, on,
    element("div", { "data-name": "As known on" }, seen), rest,
  );
  const heading = element("div", { "aria-live": "polite" });
  const shown = element("div", { class: "one-day" });
  const headings = data.sections.map(([id]) => [document.getElementById(id), id]).filter(([one]) => one);

  // What is asked for

  let day = "";
  let known = "";
  let given = "";

  function fault(asked) {
    const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(asked);
    if (!found) return `“${asked.slice(0, 40)}” is not a day. A day is written like this: ${data.last}.`;
    const [year, month, date] = found.slice(1).map(Number);
    if (month < 1 || month > 12) return `There is no ${asked}: a year has 12 months.`;
    const most = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const name = `${MONTHS[month - 1]} ${year}`;
    return date < 1 || date > most ? `There is no ${date} ${name}: that month has ${most} days.` : "";
  }

  function limit() {
    const [first, seenOn] = [data.days[0], known || day];
    if (day > data.last || seenOn > data.last) return `Nothing after ${words(data.last)} is covered.`;
    if (day < first) return `Nothing on record held before ${words(first)}.`;
    if (!data.known.length || seenOn >= data.known[0]) return "";
    return `No source on record is from ${words(seenOn)} or before: the first is of ${data.first}. `
      + "Choose a later day under “As known on”.";
  }

  function choose(newDay, newKnown) {
    [day, known] = [newDay, newKnown === newDay ? "" : newKnown];
    box.value = day;
    given = box.value;
    if (known && ![...seen.options].some((one) => one.value === known) && !fault(known)) seen.append(option(known, words(known)));
    seen.value = known;
    const wrong = (day && fault(day)) || (known && fault(known)) || (day && limit()) || "";
    told.textContent = wrong;
    told.classList.toggle("warning", Boolean(wrong));
    const isShown = Boolean(day) && !wrong;
    rest.hidden = !day;
    all.hidden = isShown;
    // The contents of the page lead to what is shown.
    for (const [one, id] of headings) one.id = isShown ? `${id}--all` : id;
    heading.replaceChildren();
    shown.replaceChildren();
    if (isShown) show();
    try {
      history.replaceState(null, "", location.pathname + (day ? query() : ""));
    } catch {
      // Where an address may not be changed, the permalink has it.
    }
  }

  const query = () => `?on=${encodeURIComponent(day)}${known ? `&known=${encodeURIComponent(known)}` : ""}`;

  function step(by) {
    const from = day && !fault(day) ? day : data.last;
    const to = by < 0 ? data.days.findLast((one) => one < from) : data.days.find((one) => one > from);
    if (to) choose(to, known);
    else told.textContent = `Nothing changed ${by < 0 ? "before" : "after"} ${words(from)}.`;
  }

  // While a year is typed, it is for a moment one of the first thousand.
  const isBegun = () => box.validity.badInput || (box.value && box.value < "1000");
  function typed() {
    if (document.activeElement === box && isBegun()) return;
    if (!box.validity.badInput) return box.value === given || choose(box.value, seen.value);
    told.textContent = "That is not a day of the calendar.";
    told.classList.add("warning");
  }

  // What is shown

  function show() {
    const seenOn = known || day;
    const how = seenOn === day ? "as known that day" : `${seenOn > day ? "as known" : "as was expected"} on ${words(seenOn)}`;
    heading.append(element("h2", {}, `On ${words(day)}, ${how}`));
    shown.append(...held(seenOn), ...rounds(seenOn), ...figures(seenOn), ...disputes(seenOn), ...cited(how));
  }

  function held(seenOn) {
    const found = data.things.map((thing) => ({ thing, spell: spell(thing[4], seenOn) })).filter(({ spell }) => spell);
    const standing = found.filter(({ spell }) => spell[3] in STANDING);
    const over = found.filter((one) => !standing.includes(one)).map(({ thing, spell }) => {
      return element("li", {}, text("span", at(thing[3], seenOn)), ": ", text("span", spell[2]));
    });
    return [counts(standing), ...data.sections.flatMap((named, section) => {
      return table(named, seenOn, standing.filter(({ thing }) => thing[0] === section));
    }), ...list("No longer held by then", over)];
  }

  const spell = (versions, seenOn) => at(versions, seenOn)?.find(([since, until]) => since <= day && !(until <= day));

  function counts(standing) {
    const numbers = Object.entries(STANDING).map(([code, word]) => {
      const number = standing.filter(({ spell }) => spell[3] === code).length;
      return number ? `${number} ${word}` : "";
    });
    return element("p", {}, `${numbers.filter(Boolean).join(", ") || "Nothing held"}.`);
  }

  function table([id, name], seenOn, found) {
    if (!found.length) return [];
    const head = element("tr", { role: "row" }, ...HEADS.map((one) => element("th", { scope: "col", role: "columnheader" }, one)));
    const groups = [...new Set(found.map(({ thing }) => thing[1]))].map((group) => {
      const own = found.filter(({ thing }) => thing[1] === group);
      const title = text("th", group, { class: "group", scope: "rowgroup", role: "rowheader", colspan: HEADS.length });
      const rows = own.map((one) => row(one, seenOn));
      return element("tbody", { role: "rowgroup", class: own[0].thing[2] }, element("tr", { role: "row" }, title), ...rows);
    });
    const made = element("table", { role: "table" }, element("thead", { role: "rowgroup" }, head), ...groups);
    const region = element("div", { class: "table", role: "region", tabindex: 0, "aria-labelledby": id }, made);
    const title = element("h3", { id }, name);
    if (found.length <= MANY) return [title, region];
    // On a phone a long table opens.
    return [element("details", { class: "fold part narrow" }, element("summary", { "data-count": found.length }, title), region)];
  }

  function row({ thing, spell: [since, until, said, , own, ends] }, seenOn) {
    const cells = [
      text("span", said),
      own ? words(own) : `not later than ${words(since)}`,
      until ? words(until) : ends.map(words).join(" or "),
    ].map((cell, number) => element("td", { role: "cell", "data-head": HEADS[number + 1] }, cell));
    return element("tr", { role: "row" }, text("th", at(thing[3], seenOn), { scope: "row", role: "rowheader" }), ...cells);
  }

  // A list opens where it is long, and stands open where it is not.
  function list(name, items, isOpen = items.length <= SHORT) {
    if (!items.length) return [];
    const heading = element("h3", {}, name);
    const made = element("ul", { class: "mentions" }, ...items);
    if (isOpen) return [heading, made];
    return [element("details", { class: "fold part" }, element("summary", { "data-count": items.length }, heading), made)];
  }

  function rounds(seenOn) {
    const found = data.rounds.map((versions) => at(versions, seenOn)).filter(Boolean).sort(([a], [b]) => (a < b ? -1 : 1));
    const last = found.findLast(([begin]) => begin <= day);
    const next = found.find(([begin]) => begin > day);
    const line = (name, one) => one && element("li", {}, `${name}: `, text("span", one[2]));
    const name = last?.[1] >= day ? "Under way" : "Last";
    return list("Rounds", [line(name, last), line("Next", next)].filter(Boolean), true);
  }

  // The figures that were printed by then, as they are known.
  function figures(seenOn) {
    const by = seenOn < day ? seenOn : day;
    const found = data.series.map(([isKey, led]) => ({ isKey, id: at(led, by) })).filter(({ id }) => id);
    const lines = (isKey) => found.filter((one) => one.isKey === isKey).map(({ id }) => element("li", {}, text("span", at(data.told[id], seenOn)[1])));
    const [key, others] = [lines(true), lines(false)];
    return [...list("Figures printed by then", key, true), ...list(key.length ? "Other figures printed by then" : "Figures printed by then", others)];
  }

  function disputes(seenOn) {
    const by = seenOn < day ? seenOn : day;
    const alive = data.disputed.filter((id) => at(data.told[id], by)?.[0]);
    const lines = alive.map((id) => {
      const [isDisputed, said] = at(data.told[id], seenOn);
      return element("li", {}, isDisputed ? "" : "Settled since: ", text("span", said));
    });
    return list("In dispute", lines, true);
  }

  function cited(how) {
    const page = data.url ? new URL(`on/index.html${query()}`, data.url.replace(/\/?$/, "/")).href : `on/index.html${query()}`;
    const line = `${data.title}, “What held on ${words(day)}, ${how}”, as of ${words(data.edition)}, ${page}`;
    return [
      element("details", { class: "fact-cite" }, element("summary", {}, "Cite"), element("p", {}, line)),
      element("p", { class: "fact-place" }, element("a", { href: query() }, "Permalink")),
    ];
  }

  // What the address asks for

  bar.append(told);
  rest.hidden = true;
  document.querySelector(".stamp").after(bar, heading, shown);
  box.addEventListener("change", typed);
  box.addEventListener("blur", typed);
  box.addEventListener("keydown", (event) => event.key === "Enter" && typed());
  seen.addEventListener("change", () => choose(day, seen.value));
  const asked = new URLSearchParams(location.search);
  if (asked.get("on")) choose(asked.get("on").trim(), (asked.get("known") ?? "").trim());
})();
