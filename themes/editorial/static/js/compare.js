// The comparison, in place: which elections and topics, in which order, which rows differ, which are pinned on top. What is chosen
// is kept in the address, can be copied, printed, and downloaded exactly as it is displayed.
const form = document.querySelector("[data-controls]");
const table = document.querySelector("[data-comparison]");

if (form && table) {
  const words = form.dataset;
  const boxes = (name) => [...form.querySelectorAll(`input[name="${name}"]`)];
  const heads = () => [...table.tHead.rows[0].querySelectorAll("th[data-election]")];
  const rows = [...table.querySelectorAll("tr[data-indicator]")];
  const byId = new Map(rows.map((row) => [row.dataset.indicator, row]));
  const homes = new Map(rows.map((row) => [row, row.parentElement]));
  const printed = heads().map((head) => head.dataset.election);
  const pins = new Set();

  const pinned = table.createTBody();
  pinned.className = "pinned";
  pinned.hidden = true;
  pinned.innerHTML = '<tr class="group"><th scope="rowgroup"></th></tr>';
  pinned.querySelector("th").textContent = words.pinned;
  table.tHead.after(pinned);

  const button = (text, label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.title = label;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  };

  for (const row of rows) {
    const label = row.querySelector("th a").textContent;
    const pin = button("↑", words.pin.replace("%s", label), () => {
      if (!pins.delete(row.dataset.indicator)) pins.add(row.dataset.indicator);
      place(row);
      pin.focus();
      write();
    });
    pin.className = "pin";
    pin.setAttribute("aria-pressed", "false");
    row.querySelector("th").prepend(pin);
  }
  for (const head of heads()) {
    const name = head.querySelector("a").textContent;
    const tools = document.createElement("span");
    tools.className = "move";
    for (const [sign, label, step] of [["←", words.left, -1], ["→", words.right, 1]]) {
      const move = button(sign, label.replace("%s", name), () => {
        const order = heads().map((one) => one.dataset.election);
        const visible = order.filter((id) => !hiddenElection(id));
        const other = visible[visible.indexOf(head.dataset.election) + step];
        if (!other) return;
        const [from, to] = [order.indexOf(head.dataset.election), order.indexOf(other)];
        [order[from], order[to]] = [order[to], order[from]];
        arrange(order);
        move.focus();
        write();
      });
      tools.append(move);
    }
    head.append(tools);
  }

  const hiddenElection = (id) => boxes("election").some((box) => box.value === id && !box.checked);
  const current = () => heads().map((head) => head.dataset.election);

  // A pinned row stands on top, an unpinned one at its old place among those that are still there.
  function place(row) {
    const isPinned = pins.has(row.dataset.indicator);
    row.querySelector(".pin").setAttribute("aria-pressed", String(isPinned));
    if (isPinned) {
      pinned.append(row);
    } else {
      const home = homes.get(row);
      const after = rows.slice(rows.indexOf(row) + 1).find((one) => homes.get(one) === home && one.parentElement === home);
      home.insertBefore(row, after ?? null);
    }
    pinned.hidden = pins.size === 0;
    hide(row);
  }

  function arrange(order) {
    for (const row of [table.tHead.rows[0], ...rows]) {
      const cells = new Map([...row.cells].map((cell) => [cell.dataset.election, cell]));
      for (const id of order) row.append(cells.get(id));
    }
  }

  function hide(row) {
    const only = boxes("differences").some((box) => box.checked);
    row.hidden = only && !row.hasAttribute("data-differs") && !pins.has(row.dataset.indicator);
  }

  function show() {
    for (const box of boxes("election")) {
      for (const part of table.querySelectorAll(`[data-election="${box.value}"]`)) part.hidden = !box.checked;
    }
    for (const box of boxes("topic")) {
      for (const part of table.querySelectorAll(`tbody[data-topic="${box.value}"]`)) part.hidden = !box.checked;
    }
    for (const row of rows) hide(row);
    const columns = 1 + heads().filter((head) => !head.hidden).length;
    for (const head of table.querySelectorAll(".group th")) head.colSpan = columns;
  }

  function read() {
    const query = new URLSearchParams(location.search);
    const asked = (name) => (query.get(name) ?? "").split(",");
    for (const name of ["election", "topic"]) {
      const wanted = asked(`${name}s`);
      if (!boxes(name).some((box) => wanted.includes(box.value))) continue;
      for (const box of boxes(name)) box.checked = wanted.includes(box.value);
    }
    for (const box of boxes("differences")) box.checked = query.get("differences") === "only";
    const first = [...new Set(asked("elections"))].filter((id) => printed.includes(id));
    const order = [...first, ...printed.filter((id) => !first.includes(id))];
    if (order.join() !== printed.join()) arrange(order);
    for (const id of asked("pinned")) {
      if (!byId.has(id) || pins.has(id)) continue;
      pins.add(id);
      place(byId.get(id));
    }
  }

  function write() {
    const query = new URLSearchParams();
    const shown = current().filter((id) => !hiddenElection(id));
    if (shown.join() !== printed.join()) query.set("elections", shown.join());
    const topics = boxes("topic");
    const chosen = topics.filter((box) => box.checked);
    if (chosen.length < topics.length) query.set("topics", chosen.map((box) => box.value).join());
    if (boxes("differences").some((box) => box.checked)) query.set("differences", "only");
    if (pins.size) query.set("pinned", [...pins].join());
    const tail = query.toString().replaceAll("%2C", ",");
    history.replaceState(null, "", location.pathname + (tail ? `?${tail}` : "") + location.hash);
    for (const place of document.querySelectorAll("[data-address]")) place.textContent = location.href;
  }

  // What is displayed, a line for each row: no more, no less.
  function displayed() {
    const columns = heads().filter((head) => !head.hidden);
    const names = columns.map((head) => head.querySelector("a").textContent.trim());
    const lines = [[words.topic, words.indicator, words.id, ...names.flatMap((name) => [name, `${name}: ${words.source}`])]];
    const text = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");
    for (const row of table.querySelectorAll("tr[data-indicator]")) {
      if (row.hidden || row.parentElement.hidden) continue;
      const cells = columns.map((head) => row.querySelector(`td[data-election="${head.dataset.election}"]`));
      const marked = (cell) => [cell.querySelector(".value"), ...cell.querySelectorAll("summary .mark")].map(text).join(" ");
      const topic = homes.get(row).querySelector(".group th");
      lines.push([
        text(topic),
        text(row.querySelector("th a")),
        row.dataset.indicator,
        ...cells.flatMap((cell) => [marked(cell), text(cell.querySelector(".explained .cited"))]),
      ]);
    }
    // No spreadsheet runs a text as a formula: the rule of generator/exports/as_csv.py.
    const guarded = (value) => (/^'*[\t\r\n=+\-@＝＋－＠]/.test(value) ? `'${value}` : value);
    const field = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    return lines.map((line) => `${line.map(guarded).map(field).join(",")}\r\n`).join("");
  }

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
  form.querySelector("[data-download]").addEventListener("click", () => {
    const link = document.createElement("a");
    // The mark at the beginning tells spreadsheets that this is UTF-8.
    link.href = URL.createObjectURL(new Blob(["\uFEFF", displayed()], { type: "text/csv;charset=utf-8" }));
    link.download = "comparison.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  });
  form.querySelector("[data-print]").addEventListener("click", () => window.print());
  read();
  show();
  table.dataset.ready = "";
  form.hidden = false;
  write();
}
