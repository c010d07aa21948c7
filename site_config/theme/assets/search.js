// Opens the search box of every page, and loads what it needs when it is first used.
"use strict";
const home = new URL("..", document.currentScript.src);
document.addEventListener("DOMContentLoaded", () => {
  const region = document.querySelector("[data-search]");
  if (!region) return;
  const box = region.querySelector("[name=query]");
  const opener = document.querySelector(".search-open");
  const asked = new URLSearchParams(location.search).get("q");
  const PARTS = ["minisearch-7.2.0.js", "words.js", "pinyin.js", "find.js", "index.js", "show.js"];
  let loading = null;

  const load = (name) => new Promise((done, failed) => {
    const script = Object.assign(document.createElement("script"), {
      src: new URL(`assets/search/${name}`, home).href, async: false, onload: done, onerror: failed,
    });
    document.head.append(script);
  });

  const tell = (text) => {
    region.classList.add("search--open");
    region.querySelector("[role=status]").textContent = text;
  };

  const failed = () => {
    loading = null;
    tell("The search could not be loaded. Leave the box and enter it to try again.");
  };

  const start = () => {
    if (!loading) tell("Loading the search …");
    loading ??= Promise.all(PARTS.map(load)).then(() => globalThis.briefingShow(region, home)).catch(failed);
  };

  const isTyping = (target) => target.isContentEditable || /^(input|select|textarea)$/i.test(target.tagName);

  // On a phone the box is hidden until the search is open, and a hidden box takes no focus.
  const enter = () => {
    region.classList.add("search--open");
    box.focus({ preventScroll: true });
  };

  box.addEventListener("focus", start);
  opener.addEventListener("click", enter);
  box.form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    const isHeld = event.ctrlKey || event.metaKey || event.altKey;
    const isAsked = isHeld ? event.key === "k" && !event.altKey : event.key === "/" && !isTyping(event.target);
    if (!isAsked) return;
    event.preventDefault();
    enter();
  });
  if (asked !== null) {
    box.value = asked;
    enter();
  }
});
