// Holds the document that a browser has made of a page against what a page may hold.
globalThis.judged = (allowed) => {
  const found = [], near = e => e.outerHTML.slice(0, 200);
  const tell = (what, e, value = "") => found.push([what, `${value} ${near(e)}`]);
  const [first, last] = allowed.marks;
  const isMarked = text => (text.match(/7\d{5}/g) ?? []).some(n => first <= n && n <= last);
  // The lists hold no word of a prototype's own.
  const own = (held, key) => Object.hasOwn(held, key) ? held[key] : undefined;
  const isHere = to => to.protocol === location.protocol && to.host === location.host;
  const addressed = (e, name) => {
    const told = e.getAttribute(name);
    let to;
    try { to = new URL(told, document.baseURI); }
    catch { return tell(`an address that is none in ${name}`, e); }
    if (e.localName === "link" && e.rel === "canonical") return;
    if (e.localName === "link" && told === "data:,") return;
    if (!allowed.schemes.includes(to.protocol)) return tell(`${to.protocol} in ${name}`, e, told);
    if (isHere(to)) return;
    if (e.localName !== "a") return tell(`another host in ${name} of <${e.localName}>`, e, told);
    const rel = (e.getAttribute("rel") ?? "").split(" ");
    if (to.protocol === "file:" || !rel.includes("nofollow")) tell("a link abroad, followed", e, told);
  };
  const attribute = (e, { name, value }) => {
    const form = own(allowed.values, name);
    if (form && !new RegExp(form).test(value)) tell(`${name}="${value.slice(0, 60)}"`, e);
    const isName = allowed.names.includes(name) && /^[\p{L}\p{M}\p{N}_. -]*$/u.test(value);
    // The page of what is not there names all by the path of the site's address.
    const isRooted = location.pathname.endsWith("/404.html") && ["action", "src"].includes(name);
    if (isMarked(value) && !isName && !isRooted && !allowed.said.includes(name))
      tell(`a payload in ${name}`, e, value);
    if (["action", "href", "src"].includes(name)) addressed(e, name);
  };
  const special = e => {
    if (e.localName === "script" && !e.hasAttribute("src")) {
      if (e.type !== "application/ld+json") return tell("a script in the page", e);
      try { JSON.parse(e.textContent); } catch { tell("structured data that is no JSON", e); }
    }
    if (e.localName === "style" && (isMarked(e.textContent) || /@import|https?:/.test(e.textContent)))
      tell("a style with an address", e);
    const isRefresh = e.localName === "meta" && e.httpEquiv === "refresh";
    const to = isRefresh && /^0; url=(.*)$/s.exec(e.content);
    if (isRefresh && !(to && isHere(new URL(to[1], document.baseURI)))) tell("a refresh abroad", e);
  };
  const element = e => {
    const kinds = { "http://www.w3.org/1999/xhtml": "html", "http://www.w3.org/2000/svg": "svg" };
    const names = own(own(allowed, kinds[e.namespaceURI]) ?? {}, e.localName);
    if (!names) return tell(`<${e.localName}>`, e);
    for (const one of e.attributes) {
      if (!names.includes(one.name)) tell(`${one.name} of <${e.localName}>`, e, one.value);
      attribute(e, one);
    }
    special(e);
  };
  const walk = root => {
    for (const e of root.querySelectorAll("*")) {
      element(e);
      if (e.content instanceof DocumentFragment) walk(e.content);
      if (e.shadowRoot) tell("a shadow", e);
    }
  };
  walk(document);
  return found;
};
