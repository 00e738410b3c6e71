// Remembers the language that a reader chose, in the browser and nowhere else, and opens the site in it next time.
// Only the front page of the first language leads away, and only one who comes from elsewhere: every other address says its language.
const KEPT = "language";
const switches = [...document.querySelectorAll(".languages a")];

for (const link of switches) {
  link.addEventListener("click", () => {
    try {
      localStorage.setItem(KEPT, link.hreflang);
    } catch {
      // A browser that keeps nothing: the link works all the same.
    }
    link.hash = location.hash; // stay at the same spot of the page, too
  });
}

if (document.body.dataset.front === "first" && !document.referrer.startsWith(location.origin)) {
  let kept = null;
  try {
    kept = localStorage.getItem(KEPT);
  } catch {
    // As above.
  }
  const chosen = switches.find((link) => link.hreflang === kept && !link.hasAttribute("aria-current"));
  if (chosen) location.replace(chosen.href);
}
