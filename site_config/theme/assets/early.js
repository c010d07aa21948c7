// Before the page is drawn: tells the styles that there is JavaScript, and fetches the fonts, so that no
// text moves when they come. A browser refuses that on a disk, where they would come too late to be
// used: there they are asked for by name.
"use strict";
(() => {
  document.documentElement.classList.replace("no-js", "js");
  const folder = new URL("fonts/", document.currentScript.src);
  for (const [family, weight, name] of [
    ["Briefing Sans", "400 700", "briefing-sans.woff2"],
    ["Briefing Serif", "600", "briefing-serif.woff2"],
  ]) {
    const href = new URL(name, folder).href;
    if (location.protocol === "file:") {
      const face = new FontFace(family, `url(${href})`, { weight, display: "block" });
      document.fonts.add(face);
      face.load().catch(() => document.fonts.delete(face));
    } else {
      const link = { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href };
      document.head.append(Object.assign(document.createElement("link"), link));
    }
  }
})();
