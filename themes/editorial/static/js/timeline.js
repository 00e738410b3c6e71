// Filtering the timeline in place, picture and list alike; the choice is kept in the address.
(() => {
  const form = document.querySelector("[data-timeline]");
  if (!form) return;
  const entries = [...document.querySelectorAll("li[data-kind]")];
  const marks = [...document.querySelectorAll("svg a[data-kind]")];
  const output = form.querySelector("[data-shown]");
  const fits = (entry) =>
    (!form.kind.value || entry.dataset.kind === form.kind.value) &&
    (!form.topic.value || entry.dataset.topics.split(" ").includes(form.topic.value));
  const show = () => {
    for (const entry of entries) entry.hidden = !fits(entry);
    // A mark that is left out keeps its place, so that the picture does not jump.
    for (const mark of marks) {
      mark.classList.toggle("faint", !fits(mark));
      if (fits(mark)) mark.removeAttribute("tabindex");
      else mark.setAttribute("tabindex", "-1");
    }
    for (const period of document.querySelectorAll("[data-period]")) {
      period.hidden = !period.querySelector("li[data-kind]:not([hidden])");
    }
    const shown = entries.filter((entry) => !entry.hidden).length;
    output.textContent = output.dataset.words.replace("%(shown)s", shown).replace("%(all)s", entries.length);
  };
  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const select of [form.topic, form.kind]) {
      const wanted = query.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
    }
  };
  form.addEventListener("change", () => {
    const query = new URLSearchParams();
    for (const select of [form.topic, form.kind]) if (select.value) query.set(select.name, select.value);
    const tail = query.toString();
    history.replaceState(null, "", location.pathname + (tail ? "?" + tail : "") + location.hash);
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  document.querySelector("[data-linked]")?.remove();
  read();
  show();
})();
