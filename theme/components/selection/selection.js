/**
 * Compares fiches in a table: those of a shared address (`?f=slug.slug`), else those kept here.
 * All it says is in the templates of the page.
 */
import { CHANGE, ROOT, keep, kept, parse } from "./liste.js";

/**
 * @typedef {Record<string, string> & Record<"company" | "enbref" | "nature", string[]>} Fiche
 *   as `fiches.json` tells it
 */

class Selection extends HTMLElement {
  /** @type {Promise<Fiche[]> | undefined} */
  #catalogue;

  /** @type {Fiche[]} those shown, in the order of the catalogue */
  #fiches = [];

  connectedCallback() {
    this.addEventListener("click", this);
    addEventListener(CHANGE, this);
    this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
    removeEventListener(CHANGE, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === CHANGE) this.#show();
    const control = event.target instanceof Element && event.target.closest("[data-fp-action]");
    if (!(control instanceof HTMLElement)) return;
    control.focus(); // Safari gives none to a clicked button, and the next one is to have it
    const slugs = this.#fiches.map(({ slug }) => slug);
    const query = `?f=${slugs.join(".")}`;
    const { fpAction, fpValeur } = control.dataset;
    if (fpAction === "imprimer") print();
    if (fpAction === "copier") this.#copy(query);
    if (fpAction === "telecharger") download(fpValeur, this.#fiches);
    if (fpAction === "retirer") this.#choose(slugs.filter((slug) => slug !== fpValeur), "retiree");
    if (fpAction === "vider") this.#choose([], "videe", query);
    // The link then leads to one’s own list.
    if (fpAction === "adopter" && !this.#keep([...kept(), ...slugs])) event.preventDefault();
  }

  /** @returns {string | null} slugs of a shared address, were there none left in it */
  get #shared() {
    return new URLSearchParams(location.search).get("f");
  }

  get #wanted() {
    return parse(this.#shared ?? kept().join("."));
  }

  /**
   * @param {string[]} slugs to show from now on
   * @param {string} message
   * @param {string} [query]
   */
  #choose(slugs, message, query) {
    if (this.#shared === null) {
      if (!this.#keep(slugs)) return;
    } else {
      history.replaceState(null, "", `?f=${slugs.join(".")}`);
      this.#show();
    }
    this.#tell(message, query);
  }

  /** @param {string[]} slugs */
  #keep(slugs) {
    return keep(slugs) || this.#tell("refus");
  }

  async #show() {
    try {
      const catalogue = this.#wanted.length ? await (this.#catalogue ??= read()) : [];
      const wanted = this.#wanted; // it may have changed meanwhile
      this.#fiches = catalogue.filter(({ slug }) => wanted.includes(slug));
      this.#render();
      if (this.#fiches.length < wanted.length) {
        this.#tell("absentes");
        if (this.#shared === null) keep(this.#fiches.map(({ slug }) => slug));
      }
    } catch {
      this.#catalogue = undefined;
      this.#tell("illisible");
    }
  }

  #render() {
    const view = this.#part("vue");
    const focused = document.activeElement;
    const hadFocus = this.contains(focused);
    const index = [...view.querySelectorAll("tbody tr")].findIndex((row) => row.contains(focused));

    const count = this.#fiches.length;
    this.#part("outils").hidden = !count;
    view.replaceChildren(this.#stamp(count ? "table" : "vide"));
    if (count) {
      this.#part("recue").hidden = this.#shared === null;
      this.#part("nombre").textContent = `${count}\u00a0fiche${count > 1 ? "s" : ""}`;
      this.#part("lignes").append(...this.#fiches.map((fiche) => this.#row(fiche)));
    }

    if (hadFocus && !(focused instanceof HTMLElement && focused.offsetParent)) {
      const buttons = view.querySelectorAll("button");
      (buttons[Math.min(index, count - 1)] ?? view.querySelector("a")).focus();
    }
  }

  /** @param {Fiche} fiche */
  #row(fiche) {
    const row = /** @type {HTMLElement} */ (this.#stamp("ligne").querySelector("tr"));
    const words = wordsOf(fiche);
    const marks = JSON.parse(this.dataset.fpMarques ?? "");
    for (const cell of row.querySelectorAll("[data-fp-champ]")) {
      const [key, mark] = (cell.getAttribute("data-fp-champ") ?? "").split(" ");
      if (words[key]) cell.textContent = words[key];
      if (mark) cell.classList.add(`${mark}--${marks[key][words[key]]}`);
    }
    row.classList.add(`fp-nature--${marks.nature[fiche.nature[0]]}`);
    row.querySelector("a")?.setAttribute("href", words.url);
    const button = row.querySelector("button");
    button?.setAttribute("aria-label", `${button.textContent} «\u00a0${fiche.title}\u00a0»`);
    button?.setAttribute("data-fp-valeur", fiche.slug);
    return row;
  }

  /** @param {string} query */
  async #copy(query) {
    try {
      await navigator.clipboard.writeText(new URL(query, location.href).href);
      this.#tell("copie");
    } catch {
      this.#tell("copie-refusee", query);
    }
  }

  /**
   * @param {string} name of the template of a message
   * @param {string} [query] where its link leads
   */
  #tell(name, query) {
    const message = this.#stamp(name);
    if (query) message.querySelector("a")?.setAttribute("href", query);
    this.#part("etat").replaceChildren(message);
  }

  /**
   * @param {string} name
   * @returns {any} the element so named by its `data-fp-partie`
   */
  #part(name) {
    return this.querySelector(`[data-fp-partie="${name}"]`);
  }

  /**
   * @param {string} name of a template
   * @returns {DocumentFragment} what it holds, anew
   */
  #stamp(name) {
    return this.#part(name).content.cloneNode(true);
  }
}

/** @returns {Promise<Fiche[]>} */
async function read() {
  return (await (await fetch(new URL("fiches.json", ROOT))).json()).fiches;
}

/**
 * @param {Fiche} fiche
 * @returns {Record<string, any>} what the table and the plan say of it, as plain text
 */
function wordsOf(fiche) {
  const markup = /\[([^\]]*)\]\([^)]*\)|<\/?[a-z][^>]*>|[*`]/gi;
  const lines = fiche.enbref.map((line) => line.replace(markup, "$1"));
  const step = lines.find((line) => line.startsWith("Premier pas")) ?? "";
  return {
    ...fiche,
    company: fiche.company.join(", "),
    step: step.replace(/^Premier pas\s*:?\s*(.)/, (_, letter) => letter.toUpperCase()),
    url: new URL(`fiches/${fiche.slug}/`, ROOT).href,
  };
}

/**
 * Hand over an action plan that spreadsheets open as it is.
 * @param {string | undefined} heading
 * @param {Fiche[]} fiches
 */
function download(heading, fiches) {
  const lines = fiches.map(wordsOf).map((words) => {
    const cost = words.financialinvest + (words.cout && `\u00a0: ${words.cout}`);
    const { title, maturity, humaninvest, duree, company, step, url } = words;
    const row = [title, maturity, cost, humaninvest, duree, company, step, url, "", ""];
    return row.map(cell).join(";");
  });
  const link = document.createElement("a");
  const text = ["\ufeff" + heading, ...lines, ""].join("\r\n");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = "plan-d-action.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // Safari reads it late
}

// Wide signs and unseen ones before it included; in step with builder/index/feeds.py.
const FORMULA =
  /^(?:[\s\x00-\x1f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

/** @param {string} text a spreadsheet runs what starts like a formula: an apostrophe stops it */
function cell(text) {
  const safe = text.replace(FORMULA, "'$&");
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

customElements.define("fp-selection", Selection);
