// Shows the note of a term: on pointing, on focus, at the first tap. Escape and going elsewhere close.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  let link = null;
  let timer = 0;
  const noteOf = (one) => document.getElementById(one.getAttribute("aria-describedby"));
  const isPartOf = (target) => link && (link.contains(target) || noteOf(link).contains(target));

  const close = () => {
    clearTimeout(timer);
    if (!link) return;
    noteOf(link).hidden = true;
    delete link.dataset.tapped;
    link = null;
  };

  // What has the focus keeps its note when the pointer goes.
  const leave = () => document.activeElement === link || close();

  const open = (one) => {
    if (link !== one) close();
    clearTimeout(timer);
    link = one;
    const note = noteOf(one);
    note.hidden = false;
    const at = one.getClientRects()[0], frame = note.offsetParent.getBoundingClientRect();
    const left = Math.min(at.left, document.documentElement.clientWidth - note.offsetWidth - 8);
    note.style.left = `${Math.max(left, 8) - frame.left}px`;
    note.style.top = `${at.bottom - frame.top}px`;
  };

  const soon = (todo, wait) => {
    clearTimeout(timer);
    timer = setTimeout(todo, wait);
  };

  for (const one of document.querySelectorAll("a.gloss")) {
    one.addEventListener("focus", () => open(one));
    one.addEventListener("blur", close);
    one.addEventListener("click", (event) => {
      if (event.pointerType !== "touch" || one.dataset.tapped) return;
      event.preventDefault();
      one.dataset.tapped = "yes";
      open(one);
    });
    for (const part of [one, noteOf(one)]) {
      part.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && soon(() => open(one), 120));
      part.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && soon(leave, 300));
    }
  }
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  document.addEventListener("pointerdown", (event) => isPartOf(event.target) || close());
});
