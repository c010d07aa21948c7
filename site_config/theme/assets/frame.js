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
