"use strict";
const body = document.querySelector("#places tbody");
if (body) {
  const rows = [...body.rows];
  const filter = document.getElementById("filter");
  const order = document.getElementById("order");
  const keys = {
    name: () => 0,
    open: row => -1000 * row.dataset.open - row.dataset.silent,
    day: row => -row.dataset.day.replaceAll("-", ""),
    rank: row => row.dataset.rank || 9,
  };
  const show = () => {
    const key = keys[order.value];
    body.append(...[...rows].sort((a, b) => key(a) - key(b)));
    const words = filter.value.toLowerCase().trim();
    let count = 0;
    for (const row of rows) {
      row.hidden = !row.cells[0].textContent.toLowerCase().includes(words);
      count += !row.hidden;
    }
    document.getElementById("shown").textContent = words ? `${count} of ${rows.length} shown` : "";
  };
  filter.addEventListener("input", show);
  order.addEventListener("change", show);
  document.getElementById("tools").addEventListener("submit", event => event.preventDefault());
  document.getElementById("tools").hidden = false;
  show();
}
