// The index and the plan of a search: all words first, then most of them, then what lies nearest.
// Refuses to guess where a word is known, and never guesses a date, Chinese, or a number but for
// what one with a unit rounds.
"use strict";
globalThis.briefingFind = (() => {
  const { ask, stem, terms, fold, otherwise, MONTHS } = globalThis.briefingWords;
  const { read, SPOKEN } = globalThis.briefingPinyin;
  const FIELDS = { title: 3, value: 2, names: 1.6, pinyin: 1.6, text: 1, years: 1 };
  const KINDS = { statement: 1.15, point: 0.9, page: 0.8, section: 1.4, source: 0.5, gap: 0.6 };
  const STATUSES = {
    disputed: 1.08, superseded: 0.6, retracted: 0.6, rejected: 0.6, "not quoted": 0.9,
  };
  const RECORD = 1.25;
  // What is called by the whole question: a page before sections of other pages that are called so.
  const [CALLED, CALLED_SECTION] = [6, 2];
  const TYPO = 0.6;
  const OTHERWISE = 0.5;
  const JOINED = 0.3; // who writes `rare-earth` has said no more than who writes `rare earth`
  const ROUNDED = 2;
  const ENOUGH = 6; // fewer hits than these are joined by those that hold most of the words
  const RANKED = 200;
  const MANY = 1000; // of more documents those are read first that may answer what is in the box
  const SLICE = 12; // milliseconds of work between which the page answers
  const [SOON, LATER] = [150, 4]; // milliseconds until what has been read answers, and how much later again
  const LIKE = 4; // first letters of a word by which a text is known to be likely
  const GUESSED = 5; // letters of a word that may be written wrongly
  const LONG = 6; // letters of a word that no phone, but its writer may have begun with a capital
  const PART = 6; // letters of a part of a name that no word has by chance, as `nike` of `lutenike`
  const OFFERED = 3;
  const ALIKE = 4; // first letters that make two words alike, if they are more than half of both
  const [APART, DAYS] = [0.1, 31]; // how far a number or a day may be from the one that is asked for
  const DAY = 24 * 60 * 60 * 1000;
  const NOTHING = { hits: [], all: 0, guesses: [], unknown: [], near: [] };
  // Who asks for what holds asks for the first page, then for what holds, and only then for what has ended.
  const NOW = /\b(now|current|currently|today|still|in force|in effect|how (high|much) (is|are))\b/;
  const ENDED = /\bended\b/;
  const FIRST_PAGE = /^index\.html#/;
  const WHO = /^who\b/;
  const HOLDING = ["measure", "agreement"];
  const OF_NOW = ({ kind, to, told = "" }) =>
    kind === "section" && FIRST_PAGE.test(to) ? 12 : HOLDING.includes(kind) ? (ENDED.test(told) ? 1.5 : 3) : 1;
  const OF_WHO = ({ kind, title }) => (kind === "section" && WHO.test(fold(title)) ? 4 : 1);
  // Who asks how much wants a figure with its unit.
  const HOW_MUCH = /^how (much|many)\b/;
  const OF_SIZE = ({ value = "", text = [], kind }) => {
    const told = kind === "section" ? text.join(" ") : value;
    return /\d(%| (percent|tonnes|kg|billion|million|trillion))/.test(told) ? 3 : 1;
  };
  // What goes to a place is not what it sends: `exports to the US` are no `US exports`.
  const TO = /\bto \p{L}+/u;
  const TOWARDS = 6;
  const keys = new Map();
  const EXACT = { combineWith: "OR", tokenize: (term) => [term], processTerm: (term) => term };

  // `asked` tells what is in the box, and `early` takes an index that holds what may answer it.
  async function make(index, asked = () => "", early = () => {}) {
    index.head.pinyin ??= {}; // a briefing may have no Chinese names
    index.sounds = read(index.head.pinyin);
    const vocabulary = new Set();
    const written = new Map(); // how a term is written: in small letters, if it ever is, and short
    const called = new Set(); // the terms of titles and names, which are offered where nothing is found
    const capitals = new Set(); // those of them that are ever written with a capital
    const held = index.documents.map(() => ({})); // the terms of each document by field
    const pages = new Set(index.documents.map(({ to }) => to)); // a statement stands below its record's
    const note = (term, word) => {
      const known = written.get(term);
      const [was, is] = [known || "", word].map((one) => (isShouted(one) ? 2 : isCapital(one) ? 1 : 0));
      if (!known || is < was || (is === was && word.length < known.length)) written.set(term, word);
    };
    const engine = new globalThis.MiniSearch({
      fields: Object.keys(FIELDS),
      extractField: (one, field) => {
        if (field === "id") return one.id;
        if (field === "pinyin") return (held[one.id][field] = index.sounds.runs(one.names || []));
        const found = termsOf(one, textsOf(one, field, index), note);
        if (field === "title" || field === "names") {
          found.forEach((term) => called.add(term));
          termsOf(one, textsOf(one, field, index), (term, word) => isCapital(word) && capitals.add(term));
        }
        // Who asks for an agreement may name it by its kind.
        if (field === "names" && !(one.kind in KINDS)) found.push(stem(one.kind));
        // What is not shown may be the slip of another, and is not offered either.
        if (field === "names") found.push(...termsOf(one, aliases(one, index.head)));
        return (held[one.id][field] = found);
      },
      stringifyField: (found) => found,
      tokenize: (found) => found,
      processTerm: (term) => (vocabulary.add(term), term),
    });
    index.documents.forEach((one, place) => (one.id = place));
    index.documents.filter(({ kind }) => kind === "person").forEach((one) => joinNames(one, index.head));
    const { spoken } = index.sounds;
    const known = { engine, vocabulary, spoken, written, called, capitals, index, held, pages, others: othersOf(index.head) };
    const made = { find: (question) => find(known, question) };
    await add(engine, index, asked, () => early({ ...made, isPart: true }));
    return made;
  }

  // The two names of a person are written in one word, too, either way round: `lihua` of `Li Hua`.
  function joinNames({ names: [id] = [] }, { names, aliases }) {
    const pairs = (names[id] || "").split("; ").map((name) => name.split(" ")).filter((words) => words.length === 2);
    const joined = pairs.flatMap(([one, other]) => [one + other, other + one]);
    if (id) aliases[id] = [aliases[id] || "", ...joined].join("; ");
  }

  // What else a word asks for: in general English, and in that of the subject.
  function othersOf({ synonyms = {} }) {
    const others = new Map(otherwise);
    for (const [own, words] of Object.entries(synonyms)) {
      for (const term of words.map(stem)) others.set(term, [...(others.get(term) || []), stem(own)]);
    }
    return others;
  }

  // Slices of the work, so that the page answers while the index is made.
  async function add(engine, index, asked, early) {
    let [left, question, likely, since, due] = [index.documents, "", 0, 0, 0];
    for (let at = 0; at < left.length; await new Promise((done) => setTimeout(done))) {
      const now = index.documents.length > MANY ? asked() : "";
      if (now !== question) {
        [left, likely] = likelyFirst(left.slice(at), now, index);
        [question, at, since, due] = [now, 0, performance.now(), SOON];
      }
      const end = performance.now() + SLICE;
      while (at < left.length && performance.now() < end) engine.add(left[at++]);
      if (!likely || at === left.length) continue;
      if (at < likely && performance.now() - since < due) continue;
      [likely, due] = [at < likely ? likely : 0, due * LATER];
      early();
    }
  }

  // Documents, those first in which most of a question may stand, and how many hold all of that.
  function likelyFirst(documents, question, index) {
    const patterns = ask(question).map(likeness);
    const texts = (one) => Object.keys(FIELDS).flatMap((field) => textsOf(one, field, index));
    const count = (own) => patterns.filter((pattern) => own.some((text) => pattern.test(text))).length;
    const counted = documents.map((one) => [count(texts(one)), one]).sort((a, b) => b[0] - a[0]);
    const most = counted[0] ? counted[0][0] : 0;
    return [counted.map(([, one]) => one), most && counted.filter(([number]) => number === most).length];
  }

  // What a part of a question looks like in a text that may hold it: too much rather than too little.
  function likeness({ kind, word, index }) {
    if (kind === "han") return new RegExp(index.at(-1), "u");
    if (kind === "date") return new RegExp(`${index[0].slice(0, 3)}|-${index[1].slice(-5, -3)}-`, "i");
    if (kind === "word") return new RegExp(word.slice(0, LIKE), "i");
    return new RegExp([...index[0].replace(/\D|0+\D*$/g, "")].join("[,. ]?"));
  }

  const isCapital = (word) => /^\p{Lu}/u.test(word);
  const isShouted = (word) => /^\p{Lu}{2,}$/u.test(word);

  function textsOf(one, field, { head, sounds }) {
    if (field === "names") return (one.names || []).map((id) => head.names[id]);
    if (field === "pinyin") return (one.names || []).map(sounds.joined);
    // Of a section also what it stands in: a day is asked for as a deadline.
    const around = field === "text" ? [one.lead || [], one.kind === "section" ? one.told || [] : []] : [];
    return [one[field] || [], around].flat(2).map(String);
  }

  const aliases = (one, head) => (one.names || []).map((id) => head.aliases[id] || "");

  function termsOf(one, texts, note) {
    return texts.flatMap((text) => terms(text, one.years && one.years[0], note));
  }

  function find(made, question) {
    const asked = ask(question).map((one) => ({ ...one, isCapital: isCapital(question.slice(one.start)) }));
    asked.forEach((one) => Object.assign(one, widened(one, made)));
    join(asked, made.vocabulary);
    if (!asked.length) return NOTHING;
    const found = search(made, asked, "AND").map((hit) => ({ ...hit, share: 1 }));
    const all = found.length;
    const strong = found.filter((hit) => kindOf(made, hit) !== "source").length;
    if (asked.length > 1 && strong < ENOUGH) found.push(...most(made, asked, found));
    const unknown = asked.filter((one) => !one.ways.size);
    const near = all ? [] : unknown.flatMap((one) => nearest(made, one, question));
    const told = { isAsked: true, all, guesses: guesses(made, asked), unknown: unknown.map(({ start, end }) => question.slice(start, end)), near };
    return { ...told, hits: ranked(made, asked, found, question) };
  }

  function kindOf(made, hit) {
    return made.index.documents[hit.id].kind;
  }

  // The terms of the index that a part of the question may stand for, each with its weight.
  function widened(one, made) {
    const { vocabulary, spoken, written } = made;
    if (one.kind !== "word") {
      const known = [...rounded(one, vocabulary), ...one.ask.filter(([term]) => vocabulary.has(term))];
      // Of Chinese all pairs are wanted, but one that occurs nowhere spans two words.
      return { ways: new Map(known), every: one.kind === "han" };
    }
    const term = one.ask[0][0];
    const isSpoken = spoken.has(term) || (term.length >= PART && !written.has(term) && vocabulary.has(SPOKEN + term));
    const isKnown = isSpoken || vocabulary.has(term);
    const ways = new Map(vocabulary.has(term) ? [[term, 1]] : []);
    if (isSpoken) ways.set(SPOKEN + term, 1);
    for (const near of vocabulary) {
      // What is half typed has no stem yet.
      const weight = isKnown ? nearness(term, near, true) : nearness(one.word, spelt(near, written), false);
      if (weight && !ways.has(near)) ways.set(near, weight);
    }
    for (const name of isKnown ? [] : spoken.keys()) {
      const weight = nearness(one.word, name, true);
      if (weight) ways.set(SPOKEN + name, weight);
    }
    for (const other of made.others.get(term) || []) {
      if (vocabulary.has(other) && !ways.has(other)) ways.set(other, OTHERWISE);
    }
    if (!ways.size && one.word.length >= GUESSED) typos(one, made).forEach((near) => ways.set(near, TYPO));
    return { ways, isGuess: !isKnown };
  }

  // The numbers that one with a unit is short for: 46.4 tonnes of `46 tonnes`.
  function rounded({ amount }, vocabulary) {
    if (!amount || !amount.unit) return [];
    const { value, by } = amount;
    return numbers(amount, vocabulary).filter(([, number]) => Math.abs(number - value) <= by / 2)
      .map(([term]) => [term, ROUNDED]);
  }

  // The numbers of a unit with their terms; without a unit those that are written without one.
  function numbers({ unit }, vocabulary) {
    const isOne = (term) => term[0] === "#" && term.endsWith(unit);
    const read = (term) => [term, Number(term.slice(1, term.length - unit.length))];
    return [...vocabulary].filter(isOne).map(read).filter(([, number]) => !Number.isNaN(number));
  }

  function nearness(term, near, isKnown) {
    if (term.length < (isKnown ? 4 : 3) || near.length <= term.length || /[_~]/.test(near)) return 0;
    const at = near.indexOf(term);
    return at === 0 ? 0.4 : at > 0 && term.length > 4 && !isKnown ? 0.25 : 0;
  }

  const spelt = (term, written) => fold(written.get(term) || term);

  // Never a month: a date is not guessed.
  const isWord = (term) => /^\p{L}[^_]*$/u.test(term) && !/\p{Script=Han}/u.test(term) && !MONTHS.includes(term);

  // Only what titles and names are made of, from their first letter on; and a name that is not held is no common word.
  const likely = ({ isCapital: isName }, { called, capitals }) => [...(isName ? capitals : called)].filter(isWord);

  function typos(one, made) {
    const { word, ask: [[term]] } = one;
    const isAsLong = (near) => [near, spelt(near, made.written)].some((spelled) => Math.abs(spelled.length - word.length) < 2);
    // A slip at the end of a word changes what is cut off it.
    const isLike = (near) => near[0] === term[0] && (isNear(term, near) || isNear(word, spelt(near, made.written)));
    return likely(one, made).filter((near) => isLike(near) && isAsLong(near));
  }

  // What a reader may have meant where nothing is found, each in its question.
  function nearest(made, one, question) {
    // The number of a rule or list is a name: no other one is near it.
    const isName = /(?:\p{Lu}\S*|\b(?:section|list|order|no\.?|number))\s+$/u.test(question.slice(0, one.start));
    const near = one.kind === "word" ? nearWords(made, one) : one.amount && !isName ? nearNumbers(made, one)
      : one.kind === "date" ? nearDays(made, one) : [];
    const meant = (text) => question.slice(0, one.start) + text + question.slice(one.end);
    return near.sort((a, b) => a[1] - b[1]).slice(0, OFFERED).map(([text, , term]) => [text, meant(text), titleOf(made, term)]);
  }

  // Words of titles and names, names of any text, and names in pinyin: those that a slip or two make,
  // else those that begin alike. What is merely less unlike than the rest is of no use to anybody.
  function nearWords({ called, capitals, spoken, written }, { word, isCapital: isName }) {
    const terms = isName && word.length < LONG ? capitals : called;
    const isLikely = ([term, told]) => isWord(term) && (isCapital(told) || terms.has(term));
    const words = [...written].filter(isLikely).map(([, told]) => [told, fold(told), word.length]);
    const names = [...spoken.keys()].map((name) => [name, name, Math.max(word.length, name.length), SPOKEN + name]);
    const alike = [...words, ...names].filter(([, text]) => text[0] === word[0])
      .map(([told, text, length, term]) => ({ told, text, length, term, letters: distance(word, text) }));
    const slips = alike.filter(({ letters, length }) => letters <= length / 4);
    // Whose name is not held is not called by a common word.
    const isFit = ({ told, term }) => !isName || isCapital(told) || term;
    const found = slips.length ? slips : alike.filter((one) => isFit(one) && beginsAlike(word, one.text));
    return found.map(({ told, letters, term }) => [told, letters, term]);
  }

  function beginsAlike(one, other) {
    let same = 0;
    while (same < one.length && one[same] === other[same]) same++;
    return same >= ALIKE && same > Math.max(one.length, other.length) / 2;
  }

  // What has a name in pinyin, and what a number is of: the title of what has it as its value, else of what holds it.
  function titleOf({ held, index, spoken }, term = "") {
    if (term[0] === SPOKEN) return index.head.names[spoken.get(term.slice(1))].split("; ")[0];
    const has = (one, fields) => fields.some((field) => held[one.id][field]?.includes(term));
    const [one] = [["value"], ["title", "text"]].flatMap((fields) => index.documents.find((one) => has(one, fields)) || []);
    return one ? one.title : "";
  }

  function nearNumbers({ vocabulary, written }, { amount }) {
    const far = numbers(amount, vocabulary).map(([term, number]) => [
      (amount.unit && written.get(term)) || term.slice(1), Math.abs(number / amount.value - 1), term,
    ]);
    return far.filter(([, share]) => share <= APART);
  }

  function nearDays({ vocabulary }, { ask: [[asked]] }) {
    const isDay = (term) => /^@\d{4}-\d\d-\d\d$/.test(term);
    const at = (term) => Date.parse(term.slice(1)) / DAY;
    const told = (term) => `${Number(term.slice(9))} ${capital(MONTHS[term.slice(6, 8) - 1])} ${term.slice(1, 5)}`;
    const days = isDay(asked) ? [...vocabulary].filter(isDay) : [];
    return days.map((term) => [told(term), Math.abs(at(term) - at(asked))]).filter(([, days]) => days <= DAYS);
  }

  const capital = (word) => word[0].toUpperCase() + word.slice(1);

  // How many letters must be put in, left out or changed.
  function distance(one, other) {
    let row = [...Array(other.length + 1).keys()];
    [...one].forEach((letter, line) => {
      const next = [line + 1];
      [...other].forEach((found, at) => {
        next.push(Math.min(row[at] + (letter === found ? 0 : 1), row[at + 1] + 1, next[at] + 1));
      });
      row = next;
    });
    return row.at(-1);
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
      const weight = before.isGuess || one.isGuess ? 1 : JOINED;
      for (const term of [both, SPOKEN + both]) {
        if (vocabulary.has(term)) [before, one].forEach((part) => part.ways.set(term, weight));
      }
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
    const whole = fold(question.trim()).replace(/^(what|who)'?s\b/, "$1 is");
    const key = keyOf(question);
    const asks = [[NOW, OF_NOW], [WHO, OF_WHO], [HOW_MUCH, OF_SIZE]].filter(([pattern]) => pattern.test(whole));
    const scored = found.map((hit) => {
      const one = made.index.documents[hit.id];
      // The title of a statement repeats its record's name, and stands for it only as it is written.
      const isTitle = one.kind === "statement" ? fold(one.title) === whole : keyOf(one.title) === key;
      const isCalled = isTitle || isItsName(one, made, key);
      const named = !isCalled ? 1 : one.kind === "section" ? CALLED_SECTION : CALLED;
      const weighed = asks.reduce((part, [, of]) => part * of(one), named * weight(one));
      const own = ownLabel(one, made.index.head);
      return { one, own, isCalled, held: made.held[hit.id], terms: hit.terms, score: hit.score * hit.share ** 2 * weighed };
    });
    scored.sort((a, b) => b.score - a.score);
    scored.slice(0, RANKED).forEach((hit) => (hit.score *= closeness(hit, asked, whole)));
    return scored.sort((a, b) => b.score - a.score);
  }

  // Asked for by a name or a short form; of what has no document of its own, all that it says is.
  function isItsName({ to, names: [id] = [] }, { pages, index: { head, sounds } }, key) {
    const [page, anchor] = to.split("#");
    const isOwn = `/${page}`.includes(`/${id}/`) && !(anchor && pages.has(page));
    const own = isOwn ? [head.names[id] || "", head.aliases[id] || "", sounds.joined(id)] : [];
    return own.some((names) => names.split("; ").some((name) => keyOf(name) === key));
  }

  // A text by what it asks for: `what is a rare earth` is the name `rare earths`.
  function keyOf(text) {
    if (!keys.has(text)) keys.set(text, ask(text).map(({ index: [term] }) => term).join(" "));
    return keys.get(text);
  }

  function weight(one) {
    return (KINDS[one.kind] || RECORD) * (STATUSES[one.status] || 1);
  }

  // How near a document is to the whole question, and not only to its words.
  function closeness(hit, asked, whole) {
    const { one, held } = hit;
    const title = fold(one.title);
    const isIn = ({ ways }, field, least = 0) =>
      [...ways].some(([term, weight]) => weight >= least && held[field].includes(term));
    const isValue = (part) => (part.kind !== "word" || part.isUnit) && isIn(part, "value", 1);
    const isTold = (part) => isIn(part, "title") || isIn(part, "years") || isValue(part);
    const isTitled = one.kind !== "source" && asked.every(isTold);
    // A number may be written in another way.
    const isHeld = asked.some(({ kind }) => kind === "word") && (isTitled || title.includes(whole));
    let found = isHeld && !hit.isCalled ? called(hit, asked, whole) : 1;
    if (one.kind !== "section" && one.to.endsWith(`#${whole}`)) found = 20;
    const holds = (part) => part.pair && Object.values(held).some((terms) => terms.includes(part.pair));
    found *= 1.5 ** asked.filter(holds).length;
    if (asked.some(isValue)) found *= 1.4;
    const isNamed = one.kind !== "statement" && one.kind !== "source";
    const [asks, told] = [whole, title].map((text) => text.replaceAll(" the ", " "));
    const [way] = TO.exec(asks) || [];
    if (isNamed && way && `${told} `.includes(`${way} `)) found *= TOWARDS;
    const isPhrase = isTitled && asked.length > 1;
    if (isPhrase && isInOrder(hit, asked)) found *= 1.5;
    return isNamed || isPhrase ? found * (1 + (isNamed ? 1.6 : 0.8) * covered(hit)) : found;
  }

  // A record before the statements that repeat its name. Level with it is a statement with a name
  // below that of its record that is in the question, as a year; next, one with the question in it.
  function called({ one, own }, asked, whole) {
    if (!(one.kind in KINDS)) return 2.2;
    if (!own || asked.length < 2) return 1.35;
    if (whole.includes(own)) return 2.2;
    const words = terms(own);
    return asked.every((part) => words.some((term) => part.ways.has(term))) ? 1.8 : 1.35;
  }

  // What a title adds to the name of its record; empty where it does not hold that.
  function ownLabel({ title, names = [] }, head) {
    const [name] = (head.names[names[0]] || "").split("; ");
    const own = name ? title.replace(name, "") : title;
    return own === title ? "" : fold(own).replace(/^[\s,:(]+|[\s,:()]+$/g, "");
  }

  // True where the words of a question stand side by side; two of `rare-earth` are three terms.
  function isInOrder({ held }, asked) {
    const words = held.title.filter((term) => !term.includes("_"));
    const places = asked.map(({ ways }) => words.findIndex((term) => ways.get(term) === 1));
    const at = places.filter((place) => place >= 0);
    return at.length > 1 && at.slice(1).every((place, before) => place > at[before] && place - at[before] < 3);
  }

  // The share of a title that was asked for.
  function covered({ held, terms: found }) {
    const words = held.title.filter((term) => !term.includes("_"));
    return words.length ? words.filter((term) => found.includes(term)).length / words.length : 0;
  }

  function guesses({ written }, asked) {
    const isTypo = (one) => one.isGuess && [...one.ways.values()].includes(TYPO);
    return asked.filter(isTypo).map((one) => [one.word, [...one.ways.keys()].map((term) => written.get(term) || term)]);
  }

  return { make, NOTHING };
})();
