// Search: words of a query against the words of every entry, with the endings of the language taken off both.
// The entries are fetched once a reader begins; without this script the index below the form has them all.
const form = document.querySelector("[data-search]");
const input = form.elements.q;
const status = document.querySelector("[data-status]");
const advice = document.querySelector("[data-advice]");
const index = document.querySelector("[data-index]");
const results = document.querySelector("[data-results]");
const kindsFound = document.querySelector("[data-kinds]");
const groups = [...results.querySelectorAll("section")];

// Numbers with whatever separates their digits, or words.
const WORDS = /\p{N}{1,3}(?: \p{N}{3})+(?!\p{N})|\p{N}+(?:[.,\u00a0\u202f]\p{N}+)*|[\p{L}\p{M}]+/gu;
const SHOWN = 6; // entries of a kind before its button
const EXCERPT = 260; // letters

// What a language says of its words: see the file of entries.
function words({ typed, endings, shortest }) {
  const fold = (text) =>
    /^\p{N}/u.test(text)
      ? text.replace(/\P{N}/gu, "")
      : [...text.toLowerCase()].map((letter) => typed[letter] ?? letter).join("").normalize("NFD").replace(/\p{M}/gu, "");
  const rounds = endings.map((round) => {
    const byEnding = new Map();
    for (const rule of round) {
      const [ending, instead = ""] = rule.split(">").map(fold);
      byEnding.set(ending, [...(byEnding.get(ending) ?? []), instead]);
    }
    return byEnding;
  });
  const longest = Math.max(0, ...rounds.flatMap((round) => [...round.keys()].map((ending) => ending.length)));
  // Every form that is left when kinds of endings are taken off, the word itself among them.
  const forms = (word) => {
    const found = new Set([word]);
    if (/^\p{N}/u.test(word)) return found;
    for (const round of rounds) {
      for (const form of [...found]) {
        for (let length = 1; length <= Math.min(longest, form.length - 1); length += 1) {
          for (const instead of round.get(form.slice(-length)) ?? []) {
            const left = form.slice(0, -length) + instead;
            if (left.length >= shortest) found.add(left);
          }
        }
      }
    }
    return found;
  };
  return { fold, forms };
}

// Each word with its forms and, by entry, how much it counts there: a word of a short title counts most.
function vocabulary(entries, { fold, forms }) {
  const known = new Map();
  entries.forEach(([, title, text], number) => {
    const inTitle = (title.match(WORDS) ?? []).map(fold);
    for (const [list, weight] of [[inTitle, 2 + 2 / (1 + inTitle.length)], [(text.match(WORDS) ?? []).map(fold), 1]]) {
      for (const word of list) {
        if (!known.has(word)) known.set(word, { forms: forms(word), at: new Map() });
        const at = known.get(word).at;
        at.set(number, Math.max(weight, at.get(number) ?? 0));
      }
    }
  });
  return known;
}

// How well a word answers a word of the query: the same, another form of it, or one that begins like it.
function likeness(asked, askedForms, word, wordForms) {
  if (word === asked) return 1;
  let best = word.startsWith(asked) && asked.length > 1 ? 0.4 + 0.4 * (asked.length / word.length) : 0;
  for (const form of askedForms) {
    if (wordForms.has(form)) best = Math.max(best, 0.5 + 0.4 * (form.length / Math.max(asked.length, word.length)));
  }
  return best;
}

function search(query, { entries, known, fold, forms }) {
  const all = [...new Set((query.match(WORDS) ?? []).map(fold))];
  const asked = all.length > 1 ? all.filter((word) => word.length > 1) : all;
  const scores = new Map();
  const matched = new Set();
  for (const word of asked) {
    const askedForms = forms(word);
    const here = new Map();
    for (const [other, { forms: otherForms, at }] of known) {
      const like = likeness(word, askedForms, other, otherForms);
      if (!like) continue;
      matched.add(other);
      for (const [number, weight] of at) here.set(number, Math.max(like * weight, here.get(number) ?? 0));
    }
    const rarity = Math.log(1 + entries.length / (here.size || 1));
    for (const [number, score] of here) {
      const sum = scores.get(number) ?? { words: 0, score: 0 };
      scores.set(number, { words: sum.words + 1, score: sum.score + score * rarity });
    }
  }
  const ranked = [...scores].sort(([a, first], [b, second]) => second.score - first.score || a - b);
  const whole = ranked.some(([, sum]) => sum.words === asked.length);
  // Where nothing has every word, what comes near the best: its words are the rare ones.
  const enough = ([, sum]) => (whole ? sum.words === asked.length : sum.score > 0.6 * ranked[0][1].score);
  return { hits: ranked.filter(enough).map(([number]) => entries[number]), whole, asked: asked.length, matched };
}

// The text with what was found marked, from a little before the first of it.
function marked(text, { fold }, matched, limit = Infinity) {
  const found = [...text.matchAll(WORDS)].filter((word) => matched.has(fold(word[0])));
  const first = found[0]?.index ?? 0;
  const start = first > 100 && text.length > limit ? text.indexOf(" ", first - 80) + 1 : 0;
  const end = text.length - start > limit ? text.lastIndexOf(" ", start + limit) : text.length;
  const parts = [start ? "… " : ""];
  let position = start;
  for (const word of found) {
    if (word.index < start || word.index + word[0].length > end) continue;
    const mark = document.createElement("mark");
    mark.textContent = word[0];
    parts.push(text.slice(position, word.index), mark);
    position = word.index + word[0].length;
  }
  parts.push(text.slice(position, end), end < text.length ? " …" : "");
  return parts;
}

function item([, title, text, path, titleLanguage, textLanguage], site, matched) {
  const li = document.createElement("li");
  const link = document.createElement("a");
  const excerpt = document.createElement("p");
  link.href = form.dataset.root + path;
  link.append(...marked(title, site, matched));
  excerpt.append(...marked(text, site, matched, EXCERPT));
  if (titleLanguage) link.lang = titleLanguage;
  if (textLanguage) excerpt.lang = textLanguage;
  li.append(link, excerpt);
  return li;
}

const filled = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

// The kinds in the order of their best entry.
function show(query, site) {
  const { hits, whole, asked, matched } = search(query, site);
  for (const group of groups) group.hidden = true;
  const kinds = [...new Set(hits.map(([kind]) => kind))];
  const jumps = [];
  for (const kind of kinds) {
    const [group, mine] = [groups[kind], hits.filter((entry) => entry[0] === kind)];
    const list = group.querySelector("ol");
    const heading = group.querySelector("h2");
    heading.querySelector(".count").textContent = `(${mine.length})`;
    const jump = document.createElement("a");
    jump.href = `#${heading.id}`;
    jump.textContent = heading.textContent;
    jumps.push(document.createElement("li"));
    jumps.at(-1).append(jump);
    group.querySelector("button")?.remove();
    list.replaceChildren(...mine.slice(0, SHOWN).map((entry) => item(entry, site, matched)));
    if (mine.length > SHOWN) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = filled(results.dataset.all, { count: mine.length });
      button.addEventListener("click", () => {
        list.append(...mine.slice(SHOWN).map((entry) => item(entry, site, matched)));
        button.remove();
        list.children[SHOWN].querySelector("a").focus();
      });
      group.append(button);
    }
    group.hidden = false;
    results.append(group);
  }
  kindsFound.hidden = jumps.length < 2;
  kindsFound.querySelector("ul").replaceChildren(...jumps);
  const { found, some, none } = form.dataset;
  status.textContent = !asked ? "" : filled(hits.length ? (whole ? found : some) : none, { count: hits.length, query });
  advice.hidden = !asked || hits.length > 0;
  index.hidden = hits.length > 0;
}

let loading;
function load() {
  loading ??= fetch(form.dataset.entries)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then((site) => {
      const spoken = words(site);
      return { entries: site.entries, known: vocabulary(site.entries, spoken), ...spoken };
    });
  return loading;
}

async function answer() {
  const query = input.value.trim();
  history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  try {
    const site = await load();
    if (input.value.trim() === query) show(query, site);
  } catch {
    loading = undefined;
    status.textContent = form.dataset.failed;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  answer();
});
input.addEventListener("focus", () => load().catch(() => (loading = undefined)));
input.addEventListener("input", answer);
document.addEventListener("keydown", (event) => {
  const links = [...results.querySelectorAll("section:not([hidden]) li a")];
  const at = links.indexOf(document.activeElement);
  if (at < 0 && document.activeElement !== input) return;
  if (event.key === "Escape") {
    input.value = "";
    input.focus();
    answer();
  } else if (event.key === "ArrowDown" && at + 1 < links.length) {
    links[at + 1].focus();
  } else if (event.key === "ArrowUp" && at >= 0) {
    (links[at - 1] ?? input).focus();
  } else {
    return;
  }
  event.preventDefault();
});

const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  input.value = asked;
  answer();
}
