// Closes the menu of the header as readers expect: Escape, a click beside it, going elsewhere.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const menu = document.querySelector("[data-closes]");
  if (!menu) return;
  const isOutside = (event) => !menu.contains(event.target);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  for (const kind of ["pointerdown", "focusin"]) {
    document.addEventListener(kind, (event) => isOutside(event) && (menu.open = false));
  }
});

// A link to a statement opens its card, and paper shows all of them.
(() => {
  const folded = () => document.querySelectorAll("details.fold:not([open])");
  const open = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    let wasShut = false;
    for (let fold = target && target.closest("details.fold"); fold; fold = fold.parentElement.closest("details.fold")) {
      wasShut ||= !fold.open;
      fold.open = true;
    }
    if (wasShut) target.scrollIntoView();
  };
  let opened = [];
  addEventListener("DOMContentLoaded", open);
  addEventListener("hashchange", open);
  addEventListener("beforeprint", () => {
    opened = [...folded()];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
})();
