"use strict";
const step = 50;
const get = id => document.getElementById(id);
const index = JSON.parse(get("index").textContent);
const all = index.documents.flatMap(page => page.findings.map(([category, number, text]) =>
  ({page, category, number, text, folded: `${text} ${page.authority}`.toLowerCase()})))
  .sort((a, b) => a.category - b.category);  // the most serious first
let found = [];

const element = (name, content, properties = {}) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...[content].flat());
  return made;
};

// The words that were searched for are marked, whatever their case.
const marked = (text, words) => {
  if (!words.length) return [text];
  const escaped = words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return text.split(new RegExp(`(${escaped.join("|")})`, "i"))
    .map((part, place) => place % 2 ? element("mark", part) : part);
};

const result = (finding, words) => {
  const [category, label] = index.categories[finding.category];
  const address = `${finding.page.address}#${category}-${finding.number}`;
  const link = element("a", `${label} ${finding.number}, ${finding.page.authority}, ${finding.page.day}`, {href: address});
  return element("li", [
    element("p", marked(finding.text, words), {className: "printed"}),
    element("p", [link, element("span", finding.page.kind)], {className: "meta"}),
  ], {className: `finding ${category}`});
};

const more = () => {
  const list = get("results");
  const words = terms();
  list.append(...found.slice(list.children.length, list.children.length + step).map(each => result(each, words)));
  get("more").hidden = list.children.length >= found.length;
};

const shown = count => count.toLocaleString("en-GB");

const terms = () => get("words").value.toLowerCase().split(/\s+/).filter(Boolean);

const search = () => {
  const words = terms();
  const category = get("category").value;
  found = words.length || category !== ""
    ? all.filter(each => (category === "" || each.category === Number(category))
        && words.every(word => each.folded.includes(word)))
    : [];
  get("results").replaceChildren();
  get("count").textContent = words.length || category !== ""
    ? `${shown(found.length)} of ${shown(all.length)} findings`
    : `${shown(all.length)} findings. Type a word, or choose a category.`;
  more();
};

get("category").append(...index.categories.map(([, label], place) => element("option", label, {value: place})));
get("words").addEventListener("input", search);
get("category").addEventListener("change", search);
get("more").addEventListener("click", more);
get("tools").addEventListener("submit", event => event.preventDefault());
for (const id of ["tools", "count", "results"]) get(id).hidden = false;
get("without").hidden = true;
// The address can have words to search for: search.html#care%20plans
try {
  get("words").value = decodeURIComponent(location.hash.slice(1));
} catch {
  get("words").value = location.hash.slice(1);
}
search();
