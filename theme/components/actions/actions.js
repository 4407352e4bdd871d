/**
 * Print the page, keep its fiche, copy its address. Wraps buttons and a status line that are in
 * the HTML.
 */
import { CHANGE, keep, kept } from "../selection/liste.js";

class Actions extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
    addEventListener(CHANGE, this);
    this.#mark();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
    removeEventListener(CHANGE, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === CHANGE) this.#mark();
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button) return;
    if (button.hasAttribute("data-fp-imprimer")) print();
    if (button.hasAttribute("data-fp-copier")) this.#copy();
    if (button.hasAttribute("data-fp-garder")) this.#keepOrLeave(this.#slug);
  }

  get #slug() {
    return this.querySelector("[data-fp-garder]")?.getAttribute("data-fp-garder") ?? "";
  }

  /** Show whether the fiche is kept. */
  #mark() {
    const isKept = kept().includes(this.#slug);
    this.querySelector("[data-fp-garder]")?.setAttribute("aria-pressed", String(isKept));
  }

  /** @param {string} slug */
  #keepOrLeave(slug) {
    const slugs = kept();
    const others = slugs.filter((other) => other !== slug);
    const isNew = others.length === slugs.length;
    if (!keep(isNew ? [...slugs, slug] : others)) {
      this.#tell("Votre navigateur refuse de garder des fiches");
    } else {
      this.#tell(isNew ? "Ajoutée à votre sélection" : "Retirée de votre sélection");
    }
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(location.href.split("#")[0]);
      this.#tell("Lien copié");
    } catch {
      this.#tell("Copie impossible\u00a0: l’adresse est en haut de la fenêtre");
    }
  }

  /** @param {string} words */
  #tell(words) {
    const status = this.querySelector("[data-fp-etat]");
    if (status) status.textContent = words;
  }
}

customElements.define("fp-actions", Actions);
