/**
 * Print the page, copy its address. Wraps two buttons and a status line that are in the HTML.
 */
class Actions extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button) return;
    if (button.hasAttribute("data-fp-imprimer")) window.print();
    if (button.hasAttribute("data-fp-copier")) this.#copy();
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(location.href.split("#")[0]);
      this.#tell("Lien copié");
    } catch {
      this.#tell("Copie impossible : l’adresse est en haut de la fenêtre");
    }
  }

  /** @param {string} words */
  #tell(words) {
    const status = this.querySelector("[data-fp-etat]");
    if (status) status.textContent = words;
  }
}

customElements.define("fp-actions", Actions);
