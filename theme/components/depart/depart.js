/**
 * What every page needs before its first paint, and the keys of the search field.
 * A classic script, small and blocking on purpose.
 */

// A shared or restored address (`/fiches/?nature=…`): the list of the page is not the one asked
// for, so it is kept unseen, in its place, until the filters have spoken.
if (location.search.length > 1) {
  const root = document.documentElement;
  root.classList.add("fp-attente");
  setTimeout(() => root.classList.remove("fp-attente"), 4000);
}

// `/` goes to the search field, Escape leaves it. The form works without this.
document.addEventListener("keydown", (event) => {
  const field = document.querySelector("[data-fp-question]");
  if (!field || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && !event.target.closest("input, select, textarea")) {
    event.preventDefault();
    field.focus();
    field.select();
  } else if (event.key === "Escape" && event.target === field) field.blur();
});
