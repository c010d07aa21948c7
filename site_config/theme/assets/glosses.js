// Shows the note of a term or value: on pointing, on focus, at the first tap. Escape and going elsewhere close.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/gu;
  let link = null;
  let timer = 0;
  const values = document.getElementById("value-notes")?.content;
  const noteOf = (one) => document.getElementById(one.getAttribute("aria-describedby"));
  const isPartOf = (target) => link && (link.contains(target) || noteOf(link)?.contains(target));

  const close = () => {
    clearTimeout(timer);
    if (!link) return;
    const note = noteOf(link);
    if (note) note.hidden = true;
    if (note === valueNote) link.removeAttribute("aria-describedby");
    delete link.dataset.tapped;
    link = null;
  };

  // What has the focus keeps its note when the pointer goes.
  const leave = () => document.activeElement === link || close();

  const show = (one) => {
    const note = noteOf(one);
    // A Han character would ask for a font: the card and the glossary have it.
    const words = document.createTreeWalker(note, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) words.currentNode.data = words.currentNode.data.replace(HAN, "…");
    note.hidden = false;
    const at = one.getClientRects()[0], frame = note.offsetParent.getBoundingClientRect();
    const left = Math.min(at.left, document.documentElement.clientWidth - note.offsetWidth - 8);
    const above = at.top - note.offsetHeight;
    const top = at.bottom + note.offsetHeight > innerHeight && above > 0 ? above : at.bottom;
    note.style.left = `${Math.max(left, 8) - frame.left}px`;
    note.style.top = `${top - frame.top}px`;
  };

  const open = (one) => {
    if (link !== one) close();
    clearTimeout(timer);
    link = one;
    if (noteOf(one)) show(one);
    else describe(one);
  };

  const soon = (todo, wait) => {
    clearTimeout(timer);
    timer = setTimeout(todo, wait);
  };

  const isMouse = (event) => event.pointerType === "mouse";
  const watch = (part, owner) => {
    part.addEventListener("pointerenter", (event) => isMouse(event) && soon(() => open(owner()), 120));
    part.addEventListener("pointerleave", (event) => isMouse(event) && soon(leave, 300));
  };

  // All values share a note; what it says stands at the end of the page.
  const valueNote = Object.assign(document.createElement("div"), { id: "value-note", className: "gloss-note", hidden: true });
  valueNote.setAttribute("role", "tooltip");
  watch(valueNote, () => link);

  // A value without a note is a link and nothing else.
  const describe = (one) => {
    const text = values?.querySelector(`[data-name="${CSS.escape(decodeURIComponent(one.hash.slice(1)))}"]`);
    if (!text) {
      const isTapped = one.dataset.tapped;
      close();
      return isTapped && one.click();
    }
    valueNote.replaceChildren(...text.cloneNode(true).childNodes);
    const terms = [...one.querySelectorAll("abbr")];
    for (const term of terms) {
      term.dataset.means ??= term.title;
      term.removeAttribute("title");
    }
    for (const textContent of new Set(terms.map((term) => term.dataset.means))) {
      valueNote.append(Object.assign(document.createElement("span"), { className: "note-term", textContent }));
    }
    one.closest(".md-typeset").append(valueNote);
    one.setAttribute("aria-describedby", valueNote.id);
    show(one);
  };

  for (const one of document.querySelectorAll(".md-typeset :is(a.gloss, a.fact-value)")) {
    one.addEventListener("focus", () => open(one));
    one.addEventListener("blur", close);
    one.addEventListener("click", (event) => {
      if (event.pointerType !== "touch" || one.dataset.tapped) return;
      event.preventDefault();
      one.dataset.tapped = "yes";
      open(one);
    });
    watch(one, () => one);
    if (noteOf(one)) watch(noteOf(one), () => one);
  }
  addEventListener("hashchange", close);
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  document.addEventListener("pointerdown", (event) => isPartOf(event.target) || close());
});
