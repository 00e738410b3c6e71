// Sorting a table by its headings: up, down, and back to the printed order.
(() => {
  const collator = new Intl.Collator(document.documentElement.lang);
  const key = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
  const compare = (a, b) => (a !== "" && b !== "" && !isNaN(a) && !isNaN(b) ? a - b : collator.compare(a, b));
  for (const table of document.querySelectorAll("[data-sortable]")) {
    const body = table.tBodies[0];
    const printed = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = { ascending: "descending", descending: null }[head.getAttribute("aria-sort")];
        const order = next === undefined ? "ascending" : next;
        for (const other of heads) other.removeAttribute("aria-sort");
        if (order) head.setAttribute("aria-sort", order);
        const turn = order === "descending" ? -1 : 1;
        const rows = order ? [...printed].sort((a, b) => turn * compare(key(a, column), key(b, column))) : printed;
        body.append(...rows);
      });
    });
  }
  for (const help of document.querySelectorAll("[data-sort-help]")) help.hidden = false;
})();
