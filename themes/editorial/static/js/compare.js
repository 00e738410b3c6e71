// Choosing elections, topics and differing rows in place; the choice is kept in the address.
(() => {
  const form = document.querySelector("[data-controls]");
  const table = document.querySelector("[data-comparison]");
  if (!form || !table) return;
  const boxes = (name) => [...form.querySelectorAll(`input[name="${name}"]`)];
  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const name of ["election", "topic"]) {
      const wanted = query.get(name + "s");
      if (wanted === null) continue;
      const chosen = wanted.split(",");
      if (boxes(name).some((box) => chosen.includes(box.value))) {
        for (const box of boxes(name)) box.checked = chosen.includes(box.value);
      }
    }
    for (const box of boxes("differences")) box.checked = query.get("differences") === "only";
  };
  const show = () => {
    for (const name of ["election", "topic"]) {
      for (const box of boxes(name)) {
        const selector = name === "topic" ? `tbody[data-topic="${box.value}"]` : `[data-election="${box.value}"]`;
        for (const part of table.querySelectorAll(selector)) part.hidden = !box.checked;
      }
    }
    const only = boxes("differences").some((box) => box.checked);
    for (const row of table.querySelectorAll("tbody tr:not(.group)")) row.hidden = only && !row.hasAttribute("data-differs");
    const columns = 1 + table.querySelectorAll("thead th[data-election]:not([hidden])").length;
    for (const head of table.querySelectorAll(".group th")) head.colSpan = columns;
  };
  const write = () => {
    const query = new URLSearchParams();
    for (const name of ["election", "topic"]) {
      const all = boxes(name);
      const chosen = all.filter((box) => box.checked);
      if (all.length && chosen.length < all.length) query.set(name + "s", chosen.map((box) => box.value).join(","));
    }
    if (boxes("differences").some((box) => box.checked)) query.set("differences", "only");
    const tail = query.toString().replaceAll("%2C", ",");
    history.replaceState(null, "", location.pathname + (tail ? "?" + tail : "") + location.hash);
  };
  form.addEventListener("change", () => { show(); write(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-copy]").addEventListener("click", async (event) => {
    const status = form.querySelector("[data-status]");
    try {
      await navigator.clipboard.writeText(location.href);
      status.textContent = event.target.dataset.done;
    } catch {
      status.textContent = location.href;
    }
  });
  form.hidden = false;
  read();
  show();
})();
