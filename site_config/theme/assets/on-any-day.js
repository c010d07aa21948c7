// Shows what held on a day that a reader chooses, as it is known now, was that day or on another; the address
// keeps both. Until then the tables of all days stand there, and the words of the bar are attributes, so that the
// text of the article is the same without a script.
"use strict";
(() => {
  const data = globalThis.briefingHeld;
  const all = document.querySelector(".all-days");
  if (!data || !all) return;
  const { element, inWords: words, fault: faultOf, watch } = globalThis.briefingDays;
  const HEADS = ["What", "From", "Until", "State"];
  const STANDING = new Map(data.standing);
  const [SHORT, MANY, SAME, TYPED, DAY] = [3, 20, "same", "typed", 24 * 60 * 60 * 1000];

  // The texts were made with the pages, and are as safe as these.
  const text = (tag, number, attributes) => {
    const made = element(tag, attributes);
    made.innerHTML = data.texts[number];
    return made;
  };
  const at = (versions, day) => versions.findLast(([since]) => since <= day)?.[1];
  const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

  // The bar

  const box = element("input", { id: "held-on", type: "date", min: data.days[0], max: data.last, "aria-label": "Day" });
  box.value = data.last;
  const seen = element("select", { id: "known-on", "aria-label": "As known on" });
  const option = (value, label) => element("option", { value, label });
  const others = data.known.filter((day) => day !== data.last).map((day) => option(day, words(day)));
  seen.append(
    option("", `${words(data.last)}, this edition`),
    option(SAME, "the same day"),
    option(TYPED, "a day that you type"),
    element("optgroup", { label: "a day on which something became known" }, ...others),
  );
  const other = element("input", { id: "known-typed", type: "date", min: data.known[0] ?? data.last, max: data.last, "aria-label": "As known on, typed" });
  other.hidden = true;
  const button = (name, label, act) => {
    const made = element("button", { type: "button", "data-name": name, "aria-label": label, title: label });
    made.addEventListener("click", act);
    return made;
  };
  const back = button("‹ Change before", "To the day before on which something changed", () => step(-1));
  const on = button("Change after ›", "To the day after on which something changed", () => step(1));
  const groups = [...new Set(data.things.map((thing) => thing[1]))].map((number) => option(number, text("span", number).textContent));
  const side = element("select", { id: "held-side", "aria-label": "Side of measures, terms, acts and disputes" }, option("", "All sides"), ...groups);
  side.addEventListener("change", () => choose(day, known));
  const sides = element("div", { "data-name": "Side" }, side);
  const rest = button("All days", "Show all days again", () => choose("", known));
  const told = element("p", { class: "chosen", role: "status" });
  const bar = element(
    "div", { class: "timeline-bar day-bar", role: "group", "aria-label": "Choose the day" },
    element("div", { "data-name": "Day" }, box), back, on,
    element("div", { "data-name": "As known on" }, seen, " ", other), sides, rest,
  );
  const heading = element("div", { "aria-live": "polite" });
  const shown = element("div", { class: "one-day" });
  const headings = data.sections.map(([id]) => [document.getElementById(id), id]).filter(([one]) => one);

  // What is asked for

  let day = "";
  let known = "";

  const fault = (asked) => faultOf(asked, data.last);
  const seenOn = () => (known === SAME ? day : known || data.last);

  function limit() {
    const [first, seen] = [data.days[0], seenOn()];
    if (day > data.last || seen > data.last) return `Nothing after ${words(data.last)} is covered.`;
    if (day < first) return `We have nothing that was in force before ${words(first)}.`;
    if (!data.known.length || seen >= data.known[0]) return "";
    return `No source that we have is from ${words(seen)} or before: the first is of ${data.first}. `
      + "Choose a later day under “As known on”.";
  }

  function choose(newDay, newKnown) {
    [day, known] = [newDay, newKnown === data.last ? "" : newKnown];
    box.value = day || data.last;
    const isListed = known !== TYPED && [...seen.options].some((one) => one.value === known);
    const isTyping = document.activeElement === other;
    seen.value = isListed && !isTyping ? known : TYPED;
    other.hidden = isListed && !isTyping;
    if (!isListed && !fault(known)) other.value = known;
    const wrong = (day && fault(day)) || (known && known !== SAME && fault(known)) || (day && limit()) || "";
    told.textContent = wrong;
    told.classList.toggle("warning", Boolean(wrong));
    const isShown = Boolean(day) && !wrong;
    rest.hidden = sides.hidden = !day;
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

  // What is cited says as known when: a later edition of the page may know more.
  const query = (asked = known && seenOn()) => {
    const parts = { on: day, known: asked, side: side.value && side.selectedOptions[0].label };
    return `?${new URLSearchParams(Object.entries(parts).filter(([, value]) => value))}`;
  };

  function step(by) {
    const from = day && !fault(day) ? day : data.last;
    const to = by < 0 ? data.days.findLast((one) => one < from && isTurn(one)) : data.days.find((one) => one > from && isTurn(one));
    if (to) choose(to, known);
    else told.textContent = `Nothing changed ${by < 0 ? "before" : "after"} ${words(from)}.`;
  }

  // True of a day on which something was said or done, or became otherwise than on the day before.
  function isTurn(on) {
    const before = new Date(Date.parse(on) - DAY).toISOString().slice(0, 10);
    const [now, then] = [on, before].map((one) => picture(one, known === SAME ? one : seenOn()));
    return now !== then || data.said.some((versions) => at(versions, known === SAME ? on : seenOn())?.[0].includes(on));
  }

  function picture(on, seen) {
    const by = seen < on ? seen : on;
    const led = data.series.map(([, versions]) => at(versions, by));
    const disputed = data.disputed.filter(([id]) => at(data.told[id], by)?.[0]).map(([id]) => id);
    return JSON.stringify([
      data.things.map((thing) => [spell(thing[4], seen, on), mayStand(thing, seen, on)]),
      data.rounds.map((versions) => at(versions, seen)).filter((one) => one?.[0] <= on),
      [...led, ...disputed].map((id) => id && at(data.told[id], seen)),
    ]);
  }

  // What no calendar has leaves the rest of the page as it was.
  function typed(value, newDay, newKnown) {
    const wrong = value && fault(value);
    if (!wrong) return choose(newDay, newKnown);
    told.textContent = wrong;
    told.classList.add("warning");
  }

  // What is shown

  function show() {
    const seen = seenOn();
    const how = seen === day ? "as known that day" : `${seen > day ? "as known" : "by the acts known"} on ${words(seen)}`;
    heading.append(element("h2", {}, `On ${words(day)}, ${how}`), ...hindsight(seen));
    const known = things().map((thing) => ({ thing, spell: spell(thing[4], seen) })).filter(({ spell }) => spell);
    const [standing, gone] = [true, false].map((isStanding) => known.filter(({ spell }) => STANDING.has(spell[3]) === isStanding));
    const parts = [said, shortlyBefore, tables(standing), perhaps, over(gone), rounds, figures, disputes].flatMap((one) => one(seen));
    shown.append(counts(standing), ...parts.flatMap((one) => written(one, standing.length > MANY)), ...cited(how));
  }

  // A part of the answer: its heading, how much it holds, and whether it stands open or opens. In a long answer all
  // opens on a phone but what is chief.
  const part = (title, count, content, isOpen, isChief = false) => (count ? [{ title, count, content, isOpen, isChief }] : []);
  function written({ title, count, content, isOpen, isChief }, isLong) {
    if (isOpen && (isChief || !isLong)) return [title, ...content];
    return [element("details", { class: `fold part${isOpen ? " narrow" : ""}` }, element("summary", { "data-count": count }, title), ...content)];
  }

  // A list opens where it is long, and stands open where it is not.
  const list = (name, items, isOpen = items.length <= SHORT, isChief = false) =>
    part(element("h3", {}, name), items.length, [element("ul", { class: "mentions" }, ...items)], isOpen, isChief);

  // What an earlier day of knowledge leaves out, and a button that shows it.
  function hindsight(seen) {
    if (seen === data.last) return [];
    const later = (holds) => things().filter((thing) => !spell(thing[4], seen) && !holds(thing, seen) && holds(thing, data.last)).length;
    const [held, ended, unsure] = [later(stands), later(isOver), later(mayStand)];
    const otherwise = things().filter((thing) => isOtherwise(thing, seen)).length;
    const met = (versions, seen) => at(versions, seen)?.[0] <= day;
    const talks = data.rounds.filter((versions) => !met(versions, seen) && met(versions, data.last)).length;
    const isSaid = (versions, seen) => at(versions, seen)?.[0].includes(day);
    const news = data.said.filter((versions) => isOfSide(at(versions, data.last)?.[3]) && !isSaid(versions, seen) && isSaid(versions, data.last)).length;
    const left = [
      held && counted(held, "thing that held", "things that held"),
      ended && counted(ended, "thing that had ended", "things that had ended"),
      unsure && counted(unsure, "thing that may have held", "things that may have held"),
      talks && counted(talks, "round"),
      news && counted(news, "statement of this day", "statements of this day"),
    ].filter(Boolean);
    const note = element("p", { class: "hindsight" }, `By sources printed up to ${seen === day ? "that day" : words(seen)}; what was printed later is left out.`);
    const isOne = held + ended + unsure + talks + news === 1;
    if (left.length) note.append(` ${new Intl.ListFormat("en-GB").format(left)} ${isOne ? "is" : "are"} known only from later sources.`);
    if (otherwise) note.append(` ${counted(otherwise, "state")} ${otherwise === 1 ? "is" : "are"} known otherwise now.`);
    if (!left.length && !otherwise) return [note];
    const all = element("button", { type: "button" }, "Show this day as known now");
    all.addEventListener("click", () => choose(day, ""));
    note.append(" ", all);
    return [note];
  }

  // True where later sources tell of another state, or of another end that was set for it by the day.
  function isOtherwise(thing, seen) {
    const [was, is] = [seen, data.last].map((one) => spell(thing[4], one));
    return was && (was[3] !== is?.[3] || endSet(was) !== endSet(is));
  }
  const endSet = (found) => (found[6] ? at(found[6].map(([since, , end]) => [since, end ?? ""]), day) : found[5].join());

  // Of the side that is chosen, if one is.
  const isOfSide = (number) => !side.value || number === Number(side.value);
  const things = () => data.things.filter((thing) => isOfSide(thing[1]));
  const statements = (seenOn) => data.said.map((versions) => at(versions, seenOn)).filter((one) => one && isOfSide(one[3]));

  const tables = (standing) => (seenOn) => data.sections.flatMap((named, section) =>
    table(named, seenOn, standing.filter(({ thing }) => thing[0] === section), section === 0));

  const over = (gone) => (seenOn) => [["Carried out", true], ["Ended by that day", false]].flatMap(([name, isDone]) =>
    list(name, gone.filter(({ spell }) => (spell[3] === "done") === isDone)
      .map(({ thing, spell }) => element("li", {}, text("span", at(thing[3], seenOn)), ": ", text("span", spell[2])))));

  function perhaps(seenOn) {
    const lines = things().filter((thing) => mayStand(thing, seenOn)).map((thing) => {
      const [since, , said] = at(thing[4], seenOn)[0];
      return element("li", {}, text("span", at(thing[3], seenOn)), `: from ${words(since)} at the latest (`, text("span", said), ")");
    });
    return list("May have been in force already: no first day is known", lines);
  }

  // What the timeline has on that very day.
  function said(seenOn) {
    const found = statements(seenOn).filter(([days]) => days.includes(day));
    const lines = found.sort(([, a], [, b]) => b - a).map(([, , line]) => element("li", {}, text("span", line)));
    return list(seenOn < day ? "Stated for this day" : "Said and done on this day", lines, lines.length <= 2 * SHORT, true);
  }

  // What was done in the days before: it may have set what holds, from another day on.
  function shortlyBefore(seenOn) {
    const first = new Date(Date.parse(day) - 7 * DAY).toISOString().slice(0, 10);
    const found = statements(seenOn).filter(([days, isMain]) => isMain && !days.includes(day))
      .map(([days, , line]) => [days.findLast((one) => first <= one && one < day), line]).filter(([last]) => last);
    const lines = found.sort(([a], [b]) => (a < b ? 1 : -1)).map(([last, line]) => element("li", {}, `${words(last)}: `, text("span", line)));
    return list(seenOn < day ? "Stated for the week before" : "Done in the week before", lines, lines.length <= 2 * SHORT);
  }

  // What held, told by the end that was set for it by that day.
  function spell(versions, seenOn, on = day) {
    const found = at(versions, seenOn)?.find(([since, until]) => since <= on && !(until <= on));
    return found?.[6] ? Object.assign([...found], { 2: at(found[6], on) }) : found;
  }

  // Between the first day of its agreement and the first report of it, where no source gives its own first day.
  function mayStand(thing, seenOn, on = day) {
    const [first] = at(thing[4], seenOn) ?? [];
    return first && !first[4] && STANDING.has(first[3]) && thing[5] && thing[5] <= on && on < first[0];
  }
  const stands = (thing, seenOn) => STANDING.has(spell(thing[4], seenOn)?.[3]);
  const isOver = (thing, seenOn) => Boolean(spell(thing[4], seenOn)) && !stands(thing, seenOn);

  // A part, rate or term would count what it belongs to twice.
  function counts(standing) {
    const wholes = standing.filter(({ thing }) => thing[0] === 0 && thing[6]);
    const numbers = data.standing.map(([code, word]) => {
      const number = wholes.filter(({ spell }) => spell[3] === code).length;
      return number ? `${number} ${word}` : "";
    });
    const told = numbers.filter(Boolean).join(", ") || "none in force as a whole";
    const note = standing.length > wholes.length ? " (parts, rates and terms are not counted)" : "";
    return element("p", {}, `Measures: ${told}${note}.`);
  }

  function table([id, name], seenOn, found, isChief) {
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
    const note = found.some(({ spell: [, until, , , , ends] }) => !until && !ends.length) ? [element("p", { class: "key" }, data.empty)] : [];
    return part(title, found.length, [region, ...note], true, isChief);
  }

  function row({ thing, spell: [since, until, said, code, own, ends] }, seenOn) {
    // What was announced does not end on the day on which it begins.
    const last = code === "announced" ? "" : until ? words(until) : ends.map(words).join(" or ");
    const cells = [
      own ? words(own) : `not later than ${words(since)}`,
      last,
      text("span", said),
    ].map((cell, number) => element("td", { role: "cell", "data-head": HEADS[number + 1] }, cell));
    return element("tr", { role: "row" }, text("th", at(thing[3], seenOn), { scope: "row", role: "rowheader" }), ...cells);
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
    const alive = data.disputed.filter(([id, own]) => isOfSide(own) && at(data.told[id], by)?.[0]);
    const names = ["In dispute", "No longer raised by that day", "In dispute then, settled since"];
    const nameOf = ([isDisputed, , lastRaised]) => names[!isDisputed ? 2 : lastRaised < day ? 1 : 0];
    const lines = (name) => alive.map(([id]) => at(data.told[id], seenOn)).filter((one) => nameOf(one) === name)
      .map(([, said]) => element("li", {}, text("span", said)));
    return names.flatMap((name, rank) => list(name, lines(name), true, !rank));
  }

  function cited(how) {
    const place = query(seenOn());
    const page = data.url ? new URL(`on/index.html${place}`, data.url.replace(/\/?$/, "/")).href : `on/index.html${place}`;
    const line = `${data.title}, “On ${words(day)}, ${how}”, as of ${words(data.edition)}, ${page}`;
    return [
      element("details", { class: "fact-cite" }, element("summary", {}, "Cite"), element("p", {}, line)),
      element("p", { class: "fact-place" }, element("a", { href: place }, "Permalink")),
    ];
  }

  // What the address asks for

  bar.append(told);
  rest.hidden = sides.hidden = true;
  document.querySelector(".stamp").after(bar, heading, shown);
  watch(box, (value) => typed(value, value, known));
  watch(other, (value) => typed(value, day, value));
  seen.addEventListener("change", () => {
    if (seen.value !== TYPED) return choose(day, seen.value);
    // Whoever goes through the choices by keyboard stays among them.
    other.hidden = false;
  });
  const asked = new URLSearchParams(location.search);
  const [onDay, knownOn, ofSide] = ["on", "known", "side"].map((name) => (asked.get(name) ?? "").trim());
  side.value = [...side.options].find((one) => one.value && one.label === ofSide)?.value ?? "";
  // A day of knowledge alone asks for what held on it, as far as it was known.
  if (onDay || knownOn) choose(onDay || (knownOn === SAME ? "" : knownOn), !onDay || knownOn === onDay ? SAME : knownOn);
})();
