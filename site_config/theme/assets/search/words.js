// Text as the terms that are searched for: words, numbers, dates and Chinese, each with its place.
// One reader for index, query and marks: what is found is also what is marked, in any spelling.
"use strict";
globalThis.briefingWords = (() => {
  const MONTHS = ("january february march april may june july august september october november" +
    " december").split(" ");
  const MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?" +
    "|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
  const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  const DAYS = `${DAY}(?: ?(?:-|to|and) ?${DAY})?`;
  const NO_NUMBER = "(?!\\d|[.,]\\d| ?%| per ?cent)";
  const YEAR = `(?:,? (\\d{4})${NO_NUMBER})?`;
  // What a date looks like, and which of its groups are the year, the month and the days.
  const DATES = [
    [/(\d{4})-(\d\d)(?:-(\d\d))?(?!\d)/y, [1, 2, 3]],
    [/(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号號]?)?/y, [1, 2, 3]],
    [new RegExp(`${DAYS} (?:of )?${MONTH}${YEAR}`, "y"), [4, 3, 1, 2]],
    [new RegExp(`${MONTH} ${DAYS}${NO_NUMBER}${YEAR}`, "y"), [4, 1, 2, 3]],
    [new RegExp(`${MONTH},? (\\d{4})(?!\\d)`, "y"), [2, 1]],
  ];
  const SLASHED = /(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/y;
  const NUMBER = new RegExp(
    "(?:(us\\$|[$€£¥]|(?:usd|cny|rmb|eur)(?= ?\\d)) ?)?" +
    "(\\d{1,3}(?:(?:,\\d{3})+|(?: \\d{3})+)(?!\\d)|\\d+)(?:(?:st|nd|rd|th)\\b|[.,](\\d+))?" +
    "(?: ?(trillion|billion|million|thousand|tn|bn|mn|m|k)\\b)?" +
    "(?: ?(%|per ?cent\\b|pct\\b|percentage points?\\b|pp\\b|pts?\\b" +
    "|(?:metric )?tons?\\b|tonnes?\\b|t\\b|kg\\b|kilograms?\\b|(?:us )?dollars?\\b|usd\\b|yuan\\b|euros?\\b))?",
    "y",
  );
  // In `30 to 45 percent` the first number is a percentage, too.
  const SHARED = /(?: ?- ?| (?:to|and|or) )\d+(?:[.,]\d+)? ?(%|per ?cent\b|pct\b|percentage points?\b|pp\b)/y;
  const MONEY = /us\$|(?:usd|cny|rmb|eur) ?\d/y;
  const PAIRED = /[ -](?:of )?(\p{L}+)/uy;
  const NUMBERED = / (?:no\. ?)?(\d+)\b(?![.,]\d)/y;
  const HAN = /\p{Script=Han}+/uy;
  const WORD = /[\p{L}\p{M}][\p{L}\p{M}\d]*(?:'\p{L}+)*/uy;
  const POWERS = { trillion: 12, tn: 12, billion: 9, bn: 9, million: 6, mn: 6, m: 6, thousand: 3, k: 3 };
  const UNITS = [
    [/^(percentage|pp|pts?$)/, "pp"], [/^(%|per ?cent|pct)/, "%"], [/ton|^t$/, "t"], [/^k/, "kg"],
    [/usd|\$|dollar/, "$"], [/cny|rmb|yuan|¥/, "¥"], [/eur|€/, "€"], [/£/, "£"],
  ];
  const MEASURES = new Set("percent ton tons tonne tonnes kg kilogram kilograms dollar dollars yuan euro euros".split(" "));
  // Not `he` (a name), `may` (a month) and `us` (a party).
  const STOP = new Set((
    "a am an and are as at be been being but by can could current currently did do does doing for from get got had" +
    " happen happened happening happens has have how i if in into is it its just many me mean meaning means much my no not now of on or our over s should so still" +
    " than that the their them then there these they this to today was we were what whats when where which" +
    " while who whom whos whose why will with would you your"
  ).split(" "));
  const AMERICAN = [
    [/isation$/, "ization"], [/is(e|ed|es|ing)$/, "iz$1"], [/our(s?)$/, "or$1"],
    [/enc(e|es|ed|ing)$/, "ens$1"], [/tre(s?)$/, "ter$1"], [/ogue(s?)$/, "og$1"],
  ];
  const SPELT = "two three four five six seven eight nine ten eleven twelve".split(" ");
  const FORCE = new Set(["force", "effect"]);
  const SIZES = new Set(["high", "big", "large", "long"]);
  // General English that readers use otherwise than the site: the words before a colon also ask for those
  // behind it. The words of a subject stand with its content.
  const OTHERWISE = (
    "permission permit authorisation clearance: licence approval, negotiator leader chief lead: head lead negotiate," +
    "pause freeze: suspend suspension, extend prolong: extension extend prolong, extension: extend prolong," +
    "expire expiry expiration lapse: end, break broke breach: violate, promise pledge: commit, deal pact accord: agreement deal," +
    "fall drop decline: fall fell, rise grow growth: rise rose, factory: plant, buy: purchase," +
    "summit: meet summit, phone: call, talk: negotiate, lie lied: dispute, shut close: stop shutdown, cost: price," +
    "next upcoming: deadline ahead, impose introduce: put, methodology: mark, pdf: download"
  );
  const LENGTH = 200;
  const stems = new Map();

  const otherwise = new Map(OTHERWISE.split(",").flatMap((line) => {
    const [lay, own] = line.split(":").map((part) => part.trim().split(" ").map(stem));
    return lay.map((term) => [term, own]);
  }));

  // One character for one, so that a place in the folded text is a place in the text.
  function fold(text) {
    if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
    return text.replace(/[^\x20-\x40\x5b-\x7e]/g, foldOne);
  }

  function foldOne(char) {
    if (/[\s\u200b]/.test(char)) return " ";
    if (/[\u2010-\u2015\u2212\ufe63\uff0d]/.test(char)) return "-";
    if (/[\u2018\u2019\u02bc]/.test(char)) return "'";
    const plain = char.normalize("NFKD")[0].toLowerCase();
    return plain.length === 1 ? plain : char;
  }

  function stem(word) {
    let found = stems.get(word);
    if (found === undefined) stems.set(word, (found = cut(word)));
    return found;
  }

  function cut(word) {
    if (word.length < 4 || /[^a-z]/.test(word)) return word;
    let found = AMERICAN.reduce((text, [from, to]) => text.replace(from, to), word);
    found = found.replace(/ies$/, "y").replace(/([^su])s$/, "$1").replace(/(ss|x|ch|sh)es?$/, "$1");
    const root = found.replace(/(?:ed|ing)$/, "");
    if (root.length > 3 && /[aeiouy]/.test(root)) found = root.replace(/([bdfgklmnprt])\1$/, "$1");
    return found.replace(/([^e])e$/, "$1").replace(/ll$/, "l");
  }

  const two = (number) => String(number).padStart(2, "0");

  // `index` holds every reading of a date, `ask` the most exact one.
  function dateTerms(year, month, days) {
    if (!month || month > 12 || days.some((day) => day < 1 || day > 31)) return null;
    const index = [MONTHS[month - 1]];
    const exact = days.map((day) => `${two(month)}-${two(day)}`);
    index.push(...exact.map((day) => `@${day}`));
    const full = exact.map((day) => (year ? `@${year}-${day}` : `@${day}`));
    if (year) index.push(`#${year}`, `@${year}-${two(month)}`, ...full);
    const ask = full.length ? full : [year ? `@${year}-${two(month)}` : MONTHS[month - 1]];
    return { kind: "date", index, ask: ask.map((term) => [term, 2]) };
  }

  function readDate(text, at, year) {
    for (const [pattern, [ofYear, ofMonth, ...ofDays]] of DATES) {
      const found = match(pattern, text, at);
      if (!found) continue;
      const month = /^\d/.test(found[ofMonth]) ? Number(found[ofMonth])
        : MONTHS.findIndex((name) => name.startsWith(found[ofMonth].slice(0, 3))) + 1;
      const days = ofDays.map((group) => found[group]).filter(Boolean).map(Number);
      const read = dateTerms(found[ofYear] || year, month, days);
      if (read) return { ...read, length: found[0].length };
    }
    return readSlashed(text, at);
  }

  function readSlashed(text, at) {
    const found = match(SLASHED, text, at);
    if (!found) return null;
    const [one, other] = [Number(found[1]), Number(found[2])];
    const both = [dateTerms(found[3], one, [other]), dateTerms(found[3], other, [one])].filter(Boolean);
    if (!both.length) return null;
    const all = (key) => both.flatMap((read) => read[key]);
    return { kind: "date", index: all("index"), ask: all("ask"), length: found[0].length };
  }

  function readNumber(text, at) {
    const found = match(NUMBER, text, at);
    if (!found) return null;
    const [whole, currency, given, , scale, unit] = found;
    const digits = given.replace(/[, ]/g, "") + (found[3] ? `.${found[3]}` : "");
    const bare = `#${Number(digits)}`;
    const value = scale ? `#${Number(`${digits}e${POWERS[scale]}`)}` : bare;
    const shared = unit || currency ? null : match(SHARED, text, at + whole.length);
    const measure = UNITS.find(([pattern]) => pattern.test(unit || currency || shared?.[1] || ""));
    const exact = measure ? value + measure[1] : value;
    const next = match(PAIRED, text, at + whole.length);
    const pair = next && !STOP.has(next[1]) ? `${bare}_${stem(next[1])}` : null;
    // A percentage is never written without its sign, other units stand at the head of a table.
    const isShare = measure && /%|pp/.test(measure[1]);
    const ask = exact === value ? [[value, 1]] : isShare ? [[exact, 3]] : [[exact, 3], [value, 0.3]];
    const amount = { value: Number(value.slice(1)), unit: measure ? measure[1] : "", by: step(digits, scale) };
    // Who asks for tonnes wants numbers of tonnes.
    const spelt = MEASURES.has(unit) ? [stem(unit)] : [];
    return { kind: "number", index: [...new Set([exact, value, bare, ...spelt])], ask, pair, amount, length: whole.length };
  }

  // What the last digit of a number stands for, of which two at least are not rounded: 100 in `1,200`.
  function step(digits, scale = "") {
    const [whole, part = ""] = digits.split(".");
    const zeros = part ? 0 : Math.min(/0*$/.exec(whole)[0].length, Math.max(whole.length - 2, 0));
    return 10 ** (zeros - part.length + (POWERS[scale] || 0));
  }

  function readHan(text, at) {
    const found = match(HAN, text, at);
    if (!found) return null;
    const chars = [...found[0]];
    const pairs = chars.slice(1).map((char, place) => chars[place] + char);
    return { kind: "han", index: [...chars, ...pairs], length: found[0].length,
      ask: (pairs.length ? pairs : chars).map((term) => [term, 1]) };
  }

  function readWord(text, at) {
    const found = match(WORD, text, at);
    if (!found) return null;
    const word = found[0].replace(/'s?$|'s(?=$)/, "").replace(/'/g, "");
    const term = stem(word);
    if (SPELT.includes(word)) return readSpelt(text, at, word);
    const read = { kind: "word", index: [term], ask: [[term, 1]], length: found[0].length, word, isUnit: MEASURES.has(word) };
    const next = text[at + found[0].length] === "-" && match(WORD, text, at + found[0].length + 1);
    if (next) read.index.push(stem(word + next[0].replace(/'/g, "")));
    const number = match(NUMBERED, text, at + found[0].length);
    if (number) read.pair = `${term}_#${Number(number[1])}`;
    return read;
  }

  // `seven elements` are 7, but a `seven-month high` is no seven of anything.
  function readSpelt(text, at, word) {
    const [bare, end] = [`#${SPELT.indexOf(word) + 2}`, at + word.length];
    const next = match(PAIRED, text, end);
    return { kind: "number", index: text[end] === "-" ? [word] : [bare, word], ask: [[bare, 1], [word, 0.5]],
      pair: next && !STOP.has(next[1]) ? `${bare}_${stem(next[1])}` : null, length: word.length };
  }

  function match(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text);
  }

  function readOne(text, at, year) {
    const char = text[at];
    if (/[\d$€£¥]/.test(char)) return readDate(text, at, year) || readNumber(text, at);
    if (/[jfmasond]/.test(char)) return readDate(text, at, year) || readWord(text, at);
    const isMoney = /[ucre]/.test(char) && match(MONEY, text, at);
    return (isMoney && readNumber(text, at)) || readHan(text, at) || readWord(text, at);
  }

  // The terms of a text from left to right; a date without a year is one of the `year` given.
  function read(text, year) {
    const folded = fold(text);
    const found = [];
    for (let at = 0; at < folded.length; ) {
      const one = /[\s,.;:()"]/.test(folded[at]) ? null : readOne(folded, at, year);
      if (one) found.push({ ...one, start: at, end: at + one.length });
      at += one ? one.length : 1;
    }
    return found;
  }

  // What a question asks for: no more than can be answered at once, and no stop word.
  function ask(question) {
    const found = read(question.slice(0, LENGTH)).slice(0, 14);
    // `How high` asks for a number, and for no text that says `high`.
    const isSize = (one, at) => SIZES.has(one.word) && at && found[at - 1].word === "how";
    const told = found.filter((one, at) => one.kind !== "word" || !(STOP.has(one.word) || isSize(one, at)));
    // `In force` is asked of what is named beside it.
    const named = told.filter((one) => !/\bin $/i.test(question.slice(0, one.start)) || !FORCE.has(one.word));
    return named.length ? named : told;
  }

  // `note` is told how a word or a number is written for which a term stands.
  function terms(text, year, note = () => {}) {
    const found = read(text, year).filter(isTelling);
    for (const one of found) if (one.kind === "word" || one.amount) note(one.index[0], text.slice(one.start, one.end));
    return found.flatMap((one) => (one.pair ? [...one.index, one.pair] : one.index));
  }

  // A stop word tells something where it is joined to another, as in `by-product`.
  function isTelling(one) {
    return one.kind !== "word" || !STOP.has(one.word) || one.index.length > 1;
  }

  return { read, ask, terms, stem, fold, otherwise, MONTHS };
})();
