// The index and the plan of a search: all words first, then most of them, then what lies nearest.
// Refuses to guess where a word is known, and never guesses a number, a date or Chinese.
"use strict";
globalThis.briefingFind = (() => {
  const { ask, stem, terms, fold } = globalThis.briefingWords;
  const FIELDS = { title: 3, value: 2, names: 1.6, text: 1 };
  const KINDS = { statement: 1.15, point: 0.9, page: 0.8, source: 0.5 };
  const STATUSES = {
    disputed: 1.08, superseded: 0.6, retracted: 0.6, rejected: 0.6, unquoted: 0.9,
  };
  const RECORD = 1.25;
  const TYPO = 0.6;
  const ENOUGH = 6; // fewer hits than these are joined by those that hold most of the words
  const RANKED = 200;
  const EXACT = { combineWith: "OR", tokenize: (term) => [term], processTerm: (term) => term };

  // Slices of the work, so that the page answers while the index is made.
  async function make(index) {
    const vocabulary = new Set();
    const held = index.documents.map(() => ({})); // the terms of each document by field
    const engine = new globalThis.MiniSearch({
      fields: Object.keys(FIELDS),
      extractField: (one, field) => {
        return field === "id" ? one.id : (held[one.id][field] = termsOf(one, field, index.head));
      },
      stringifyField: (found) => found,
      tokenize: (found) => found,
      processTerm: (term) => (vocabulary.add(term), term),
    });
    index.documents.forEach((one, place) => (one.id = place));
    await engine.addAllAsync(index.documents, { chunkSize: 20 });
    return { find: (question) => find({ engine, vocabulary, index, held }, question) };
  }

  function termsOf(one, field, head) {
    const isNames = field === "names";
    const texts = isNames ? (one.names || []).map((id) => head.names[id]) : [one[field] || []].flat();
    return texts.flatMap((text) => terms(text, one.years && one.years[0]));
  }

  function find(made, question) {
    const asked = ask(question).map((one) => ({ ...one, ...widened(one, made.vocabulary) }));
    join(asked, made.vocabulary);
    if (!asked.length) return { hits: [], all: 0, guesses: [] };
    const found = search(made, asked, "AND").map((hit) => ({ ...hit, share: 1 }));
    const all = found.length;
    const strong = found.filter((hit) => kindOf(made, hit) !== "source").length;
    if (asked.length > 1 && strong < ENOUGH) found.push(...most(made, asked, found));
    return { hits: ranked(made, asked, found, question), all, guesses: guesses(asked) };
  }

  function kindOf(made, hit) {
    return made.index.documents[hit.id].kind;
  }

  // The terms of the index that a part of the question may stand for, each with its weight.
  function widened(one, vocabulary) {
    if (one.kind !== "word") {
      const known = one.ask.filter(([term]) => vocabulary.has(term));
      // Of Chinese all pairs are wanted, but one that occurs nowhere spans two words.
      return { ways: new Map(known), every: one.kind === "han" };
    }
    const term = one.ask[0][0];
    const ways = new Map();
    if (vocabulary.has(term)) ways.set(term, 1);
    for (const near of vocabulary) {
      const weight = nearness(term, near, ways.has(term));
      if (weight && !ways.has(near)) ways.set(near, weight);
    }
    if (!ways.size && term.length > 3) typos(term, vocabulary).forEach((near) => ways.set(near, TYPO));
    return { ways, isGuess: !vocabulary.has(term) };
  }

  function nearness(term, near, isKnown) {
    if (term.length < (isKnown ? 4 : 3) || near.length <= term.length || near.includes("_")) return 0;
    const at = near.indexOf(term);
    return at === 0 ? 0.4 : at > 0 && term.length > 3 && !isKnown ? 0.25 : 0;
  }

  function typos(term, vocabulary) {
    const isWord = (near) => /^\p{L}[^_]*$/u.test(near);
    return [...vocabulary].filter((near) => isNear(term, near) && isWord(near));
  }

  // One letter too many, too few or wrong, or two that changed places.
  function isNear(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    let head = 0;
    while (head < one.length && one[head] === other[head]) head++;
    let tail = 0;
    const most = Math.min(one.length, other.length) - head;
    while (tail < most && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
    const [left, right] = [one, other].map((word) => word.slice(head, word.length - tail));
    return (left.length < 2 && right.length < 2) || (left.length === 2 && left === right[1] + right[0]);
  }

  // `car maker` also asks for `carmaker`: the second word may be a part of the first.
  function join(asked, vocabulary) {
    asked.slice(1).forEach((one, place) => {
      const before = asked[place];
      if (one.kind !== "word" || before.kind !== "word") return;
      const both = stem(before.word + one.word);
      if (vocabulary.has(both)) [before, one].forEach((part) => part.ways.set(both, 1));
    });
  }

  function search({ engine }, asked, combineWith) {
    const weights = new Map(asked.flatMap((one) => [...one.ways]));
    const queries = asked.map((one) => ({
      combineWith: one.every ? "AND" : "OR", queries: [...one.ways.keys()],
    }));
    const boostTerm = (term) => weights.get(term) || 1;
    const bm25 = { k: 1.2, b: 0.5, d: 0.5 };
    return engine.search({ combineWith, queries }, { ...EXACT, boost: FIELDS, bm25, boostTerm });
  }

  function most(made, asked, found) {
    const seen = new Set(found.map((hit) => hit.id));
    const others = search(made, asked, "OR").filter((hit) => !seen.has(hit.id)).map((hit) => {
      const held = asked.filter((one) => [...one.ways.keys()].some((term) => hit.match[term])).length;
      return { ...hit, share: held / asked.length };
    });
    const half = others.filter((hit) => hit.share >= 0.5);
    return half.length || found.length ? half : others;
  }

  function ranked(made, asked, found, question) {
    const whole = fold(question.trim());
    const scored = found.map((hit) => {
      const one = made.index.documents[hit.id];
      const score = hit.score * hit.share ** 2 * weight(one);
      return { one, held: made.held[hit.id], terms: hit.terms, score };
    });
    scored.sort((a, b) => b.score - a.score);
    scored.slice(0, RANKED).forEach((hit) => (hit.score *= closeness(hit, asked, whole)));
    return scored.sort((a, b) => b.score - a.score);
  }

  function weight(one) {
    return (KINDS[one.kind] || RECORD) * (STATUSES[one.status] || 1);
  }

  // How near a document is to the whole question, and not only to its words.
  function closeness(hit, asked, whole) {
    const { one, held } = hit;
    const title = fold(one.title);
    let found = title === whole ? 3 : title.includes(whole) ? 1.35 : 1;
    if (one.to.endsWith(`#${whole}`)) found = 20;
    const holds = (part) => part.pair && Object.values(held).some((terms) => terms.includes(part.pair));
    found *= 1.5 ** asked.filter(holds).length;
    const isValue = ({ kind, ask }) => kind !== "word" && ask.some(([term]) => held.value.includes(term));
    if (asked.some(isValue)) found *= 1.4;
    const isNamed = one.kind !== "statement" && one.kind !== "source";
    return isNamed ? found * (1 + 1.6 * covered(hit)) : found;
  }

  // The share of a title that was asked for.
  function covered({ held, terms: found }) {
    const words = held.title.filter((term) => !term.includes("_"));
    return words.length ? words.filter((term) => found.includes(term)).length / words.length : 0;
  }

  function guesses(asked) {
    const isTypo = (one) => one.isGuess && [...one.ways.values()].includes(TYPO);
    return asked.filter(isTypo).map((one) => [one.word, [...one.ways.keys()]]);
  }

  return { make };
})();
