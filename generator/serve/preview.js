// Asks the preview for its state: shows what is wrong over the last good page, and brings the page up
// to date when it changes.
(() => {
  const box = document.createElement("div");
  box.id = "preview-told";
  box.setAttribute("role", "alert");
  box.hidden = true;
  box.style.cssText =
    "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:99;padding:1rem;" +
    "background:#1e2129;color:#e8e9ed;border-top:4px solid #f0794c;font:14px/1.5 monospace;" +
    "white-space:pre-wrap";
  document.body.append(box);
  const show = (reported) => {
    box.textContent = reported && `Behind this is the last good page. What is wrong:\n\n${reported}`;
    box.hidden = !reported;
  };
  const pause = () => new Promise((done) => setTimeout(done, 500));
  let seen = -1;
  const ask = async () => {
    const { number, reported } = await (await fetch(`/.preview/state?seen=${seen}`)).json();
    if (seen >= 0 && number !== seen && !reported) location.reload();
    seen = number;
    show(reported);
  };
  (async () => {
    for (;;) await ask().catch(pause);
  })();
})();
