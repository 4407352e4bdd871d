/**
 * The fiches a reader keeps, by their slugs: in this browser, and only once one was asked for.
 * `<fp-compte>` tells how many.
 */

/** Of the site. */
export const ROOT = new URL("../../", import.meta.url);

/** Told to `window` when the list may have changed, from here or from another tab. */
export const CHANGE = "fp-selection";

/** Several sites may share a host: each has a key of its own. */
const KEY = `fp-selection ${ROOT.pathname}`;

/**
 * @param {string | null} text slugs and dots, as stored and as in a shared address
 * @returns {string[]}
 */
export function parse(text) {
  return [...new Set(text?.split(".").filter(Boolean))];
}

/** @returns {string[]} in the order they were kept; none where the browser keeps nothing */
export function kept() {
  try {
    return parse(localStorage.getItem(KEY));
  } catch {
    return [];
  }
}

/**
 * @param {string[]} slugs the whole list; an empty one leaves nothing behind
 * @returns {boolean} whether the browser agreed
 */
export function keep(slugs) {
  try {
    if (slugs.length) localStorage.setItem(KEY, slugs.join("."));
    else localStorage.removeItem(KEY);
  } catch {
    return false;
  }
  tell();
  return true;
}

function tell() {
  dispatchEvent(new Event(CHANGE));
}

addEventListener("storage", ({ key }) => {
  if (key === KEY || key === null) tell();
});
// A page that Back brings out of the cache has heard nothing meanwhile.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) tell();
});

class Compte extends HTMLElement {
  connectedCallback() {
    addEventListener(CHANGE, this);
    this.handleEvent();
  }

  disconnectedCallback() {
    removeEventListener(CHANGE, this);
  }

  handleEvent() {
    const count = kept().length;
    this.textContent = count ? `\u00a0(${count})` : "";
  }
}

customElements.define("fp-compte", Compte);
