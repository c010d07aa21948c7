// What the scripts that let a reader choose share: elements, days in words, and what is wrong with a day.
"use strict";
globalThis.briefingDays = (() => {
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  // What a box holds that has been given no day of the calendar: it keeps nothing of what was typed.
  const UNREADABLE = "unreadable";

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  // Of a month or a year there is no more than that.
  const inWords = (day) => [Number(day.slice(8)) || [], MONTHS[day.slice(5, 7) - 1] ?? [], day.slice(0, 4)].flat().join(" ");
  const valueOf = (box) => (box.validity.badInput ? UNREADABLE : box.value);

  // Why a text is no day; empty for a day.
  function fault(text, example) {
    if (text === UNREADABLE) return "That is not a day of the calendar.";
    const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
    if (!found) return `“${text.slice(0, 40)}” is not a day. A day is written like this: ${example}.`;
    const [year, month, date] = found.slice(1).map(Number);
    if (month < 1 || month > 12) return `There is no ${text}: a year has 12 months.`;
    const most = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const name = `${MONTHS[month - 1]} ${year}`;
    return date < 1 || date > most ? `There is no ${date} ${name}: that month has ${most} days.` : "";
  }

  // Tells of each day that was typed into a box. A browser tells nothing of one that no calendar has, so
  // that is looked for on Enter and on leaving; and while a year is typed, it is for a moment one of the
  // first thousand.
  function watch(box, tell) {
    const isBegun = () => box.validity.badInput || (box.value && box.value < "1000");
    let told = "";
    const look = () => {
      if (valueOf(box) === told) return;
      told = valueOf(box);
      tell(told);
    };
    box.addEventListener("focus", () => (told = valueOf(box)));
    box.addEventListener("change", () => (document.activeElement === box && isBegun()) || look());
    box.addEventListener("blur", look);
    box.addEventListener("keydown", ({ key }) => key === "Enter" && look());
  }

  return { element, inWords, valueOf, fault, watch };
})();
