// Chinese names as they are typed without Chinese: `helifeng` finds He Lifeng.
"use strict";
globalThis.briefingPinyin = (() => {
  const { stem, fold } = globalThis.briefingWords;
  const SPOKEN = "~"; // before a term that is pinyin
  const SYLLABLES = 8; // of a name, which are asked for in one word

  // All names of a record, each in one word.
  const wordsOf = (names) => names.replace(/(?<!;) /g, "").split("; ").map((name) => stem(fold(name)));

  // And any two or more syllables of them that stand together: each alone would be any short word.
  function runsOf(names) {
    const runs = wordsOf(names);
    for (const parts of names.split("; ").map((name) => name.split(" "))) {
      parts.forEach((_, from) => {
        const last = Math.min(from + SYLLABLES, parts.length);
        for (let to = from + 2; to <= last; to++) runs.push(...wordsOf(parts.slice(from, to).join(" ")));
      });
    }
    return runs.map((run) => SPOKEN + run);
  }

  // What the names of all records by id are found by, made once for each.
  function read(pinyin) {
    const byId = (make) => new Map(Object.entries(pinyin).map(([id, names]) => [id, make(names)]));
    const [words, runs] = [byId(wordsOf), byId(runsOf)];
    const spoken = new Map(); // whole names, each with the first record of that name
    for (const [id, names] of words) {
      for (const name of names) if (!spoken.has(name)) spoken.set(name, id);
    }
    return {
      spoken,
      joined: (id) => (words.get(id) || []).join("; "),
      runs: (ids) => [...new Set(ids.flatMap((id) => runs.get(id) || []))],
    };
  }

  return { read, SPOKEN };
})();
