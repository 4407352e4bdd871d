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

// A term of the lexique opens its explanation in place. It is a link: without this, or asked for
// in another tab, it leads to the page of the lexique.
document.addEventListener("click", (event) => {
  const term = event.target.closest(".fp-terme");
  if (!term || !("popover" in term) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const told = document.querySelector(`[data-fp-sens][href="${term.getAttribute("href")}"]`);
  if (!told) return;
  event.preventDefault();
  explain(term, told.dataset.fpSens);
});

/** @param {HTMLAnchorElement} term @param {string} meaning */
function explain(term, meaning) {
  const make = (name, ...inside) => {
    const made = document.createElement(name);
    made.append(...inside);
    return made;
  };
  const link = make("a", "Voir dans le lexique");
  link.href = term.href;
  const box = make("div", make("p", make("strong", term.textContent)), make("p", meaning), link);
  box.className = "fp-definition";
  box.popover = "auto";
  box.role = "dialog";
  box.ariaLabel = term.textContent;
  box.tabIndex = -1;
  box.autofocus = true;
  box.addEventListener("toggle", ({ newState }) => newState === "closed" && box.remove());
  document.querySelector("main").append(box);
  box.showPopover({ source: term });
}

// What a screen reader says of such a link before it is pressed.
document.addEventListener("DOMContentLoaded", () => {
  if (!("popover" in HTMLElement.prototype)) return;
  for (const term of document.querySelectorAll(".fp-terme")) term.ariaHasPopup = "dialog";
});
