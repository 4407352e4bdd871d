/**
 * <fp-filtres>: makes the form of filters and the list of cards answer at once.
 *
 * The HTML works alone; this element counts, hides and writes cards. Its state is in the address.
 */
import { Catalogue } from "./catalogue.js";

const CARDS_A_PAGE = 24;
const EXCERPTS = 8; // each costs a small file: those one sees first are enough
const LONGEST_WAIT = 2500; // milliseconds that a shared address waits for the full text
const PATIENCE = 180; // milliseconds without a key before the full text is asked

class Filtres extends HTMLElement {
  #shown = CARDS_A_PAGE;
  #turn = 0; // of the last answer asked: a late answer to an older question is dropped
  #cards = new Map(); // fiche → its card, once written
  #found = null; // what the full text found: { q, scores, excerpts, temoins, suggestion }
  #timer = 0;

  connectedCallback() {
    this.root = new URL(this.dataset.fpRacine ?? "./", document.baseURI).href;
    this.form = this.querySelector("form");
    this.list = this.querySelector("[data-fp-liste]");
    this.pages = this.querySelector("[data-fp-pages]");
    this.number = this.querySelector("[data-fp-nombre]");
    this.sort = this.querySelector("[data-fp-tri]");
    this.question = document.querySelector("[data-fp-question]");
    this.address = location.search; // that the page shows
    this.first ??= { cards: [...this.list.children], number: this.number.textContent };
    this.addEventListener("change", this);
    this.addEventListener("click", this);
    this.form.addEventListener("submit", this);
    this.question?.addEventListener("input", this);
    this.question?.form.addEventListener("submit", this);
    window.addEventListener("popstate", this);
    if (location.search.length > 1) this.#restore();
  }

  disconnectedCallback() {
    this.question?.removeEventListener("input", this);
    this.question?.form.removeEventListener("submit", this);
    window.removeEventListener("popstate", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = event.target;
    if (event.type === "popstate") this.#travel();
    else if (event.type === "input") this.#ask();
    else if (event.type === "submit") {
      event.preventDefault();
      this.#ask();
      this.number.focus();
    } else if (event.type === "change") this.#choose();
    else if (target instanceof Element) this.#press(target.closest("button"));
  }

  /** @param {HTMLButtonElement | null} button */
  #press(button) {
    if (!button) return;
    if (button.hasAttribute("data-fp-bascule")) this.#toggle(button);
    else if (button.hasAttribute("data-fp-voir")) this.#look();
    else if (button.hasAttribute("data-fp-suite")) this.#unfoldAll(button.closest("fieldset"));
    else if (button.hasAttribute("data-fp-plus")) this.#more();
    else if (button.hasAttribute("data-fp-retirer")) this.#drop(button);
  }

  #toggle(button) {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    this.#ready();
  }

  /** Leave the panel for the results. */
  #look() {
    this.querySelector("[data-fp-bascule]").setAttribute("aria-expanded", "false");
    this.number.focus({ preventScroll: true });
    this.number.scrollIntoView();
  }

  /** Fetch the index, once; `this.catalogue` is there afterwards. */
  async #ready() {
    this.loading ??= Catalogue.load(this.dataset.fpIndex ?? "");
    try {
      this.catalogue = await this.loading;
      this.state ??= this.catalogue.read("");
    } catch (error) {
      this.loading = null; // the next try fetches again
      this.#say(element("p", {}, "Les filtres n’ont pas pu être chargés\u00a0: vérifiez la connexion."));
      throw error;
    }
    return this.catalogue;
  }

  // --- State ---------------------------------------------------------------------------------

  async #restore() {
    try {
      const catalogue = await this.#ready();
      this.address = location.search;
      this.state = catalogue.read(this.address);
      this.#shown = CARDS_A_PAGE;
      if (this.question) this.question.value = this.state.q;
      const { q } = this.state;
      if (!q) this.#show();
      else {
        await this.#learn();
        const whole = this.#search(q).then(() => this.state.q === q && this.#show());
        await Promise.race([whole, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
        if (this.#found?.q !== q) this.#show(); // what the index knows, meanwhile
      }
    } finally {
      document.documentElement.classList.remove("fp-attente");
    }
  }

  /** Back and Forward; a link to a place of the page is a step too, and changes no filter. */
  #travel() {
    if (location.search !== this.address) this.#restore();
  }

  /** Read the boxes and the sort; the words asked stay. */
  async #choose() {
    const catalogue = await this.#ready();
    const params = new URLSearchParams(new FormData(this.form));
    const { choices, sort } = catalogue.read(`?${params}`);
    const effort = this.state.choices.get("effort"); // no box shows it: it goes by its chip only
    if (effort) choices.set("effort", effort);
    this.#change({ choices, sort, q: this.state.q }, true);
  }

  /** Read the words asked: what the index knows at once, the full text a little later. */
  async #ask() {
    await this.#ready();
    await this.#learn();
    const q = this.question.value.trim().slice(0, 80); // read last: keys went on meanwhile
    const before = this.state;
    if (q === before.q) return;
    this.#change({ ...before, q }, !before.q || !q); // a word typed is one step for Back
    clearTimeout(this.#timer);
    if (!q) return;
    this.#timer = setTimeout(async () => {
      await this.#search(q);
      if (this.state.q === q) this.#show();
    }, PATIENCE);
  }

  /** @param {import("./catalogue.js").State} state @param {boolean} remember a step for Back */
  #change(state, remember) {
    this.state = state;
    this.#shown = CARDS_A_PAGE;
    const address = this.catalogue.write(state) || location.pathname;
    history[remember ? "pushState" : "replaceState"](null, "", address);
    this.address = location.search;
    this.#show();
  }

  #drop(button) {
    const { fpRetirer: key, fpValeur: at } = button.dataset;
    const place = [...button.closest("ul, div").querySelectorAll("button")].indexOf(button);
    const choices = new Map(this.state.choices);
    let { q } = this.state;
    if (!key) {
      choices.clear();
      q = "";
    } else if (key === "q") q = "";
    else {
      const left = new Set(choices.get(key));
      if (at) left.delete(Number(at));
      if (at && left.size) choices.set(key, left);
      else choices.delete(key);
    }
    if (this.question && !q) this.question.value = "";
    this.#change({ ...this.state, choices, q }, true);
    this.#focusChip(place);
  }

  /** The next chip takes the place of the one removed; without any, the results. */
  #focusChip(place) {
    const chips = [...this.querySelectorAll("[data-fp-puces] button")];
    (chips[Math.min(place, chips.length - 1)] ?? this.number).focus();
  }

  // --- Words ---------------------------------------------------------------------------------

  /** Fetch what folds words (accents, case, apostrophes), on the first search. */
  async #learn() {
    this.plier ??= (await import("../recherche/plier.js")).plier;
  }

  /** Ask the full text; without it (a slow network, an old browser) the index answers alone. */
  async #search(q) {
    const turn = ++this.#turn;
    try {
      this.engine ??= await (await import("../recherche/moteur.js")).ouvrir(this.root);
      const [found, suggestion] = await Promise.all([
        this.engine.chercher(q),
        this.engine.suggerer(q),
      ]);
      if (turn === this.#turn) this.#found = { q, found, suggestion };
    } catch {
      if (turn === this.#turn) this.#found = null;
    }
  }

  /**
   * @param {Catalogue} catalogue
   * @returns {Map<number, number> | null} fiche → score
   */
  #matches(catalogue) {
    const { q } = this.state;
    if (!q) return null;
    const matches = this.#matchIndex(catalogue, q);
    if (this.#found?.q !== q) return matches;
    const places = new Map(catalogue.slug.map((slug, id) => [`fiches/${slug}/`, id]));
    const best = this.#found.found[0]?.score || 1;
    for (const { adresse, score } of this.#found.found) {
      const id = places.get(adresse);
      if (id !== undefined) matches.set(id, (matches.get(id) ?? 0) + (10 * score) / best);
    }
    return matches;
  }

  /** What titles, companies and descriptions answer: every word must be there, as a start of word. */
  #matchIndex(catalogue, q) {
    this.folded ??= this.#fold(catalogue);
    const words = this.plier(q).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const matches = new Map();
    if (!words.length) return matches;
    this.folded.forEach((fields, id) => {
      let score = 0;
      for (const word of words) {
        const found = fields.findIndex((field) => field.includes(` ${word}`));
        if (found < 0) return;
        score += [6, 4, 2][found];
      }
      matches.set(id, score / words.length);
    });
    return matches;
  }

  #fold(catalogue) {
    const companies = catalogue.facet("company");
    const words = (text) => ` ${this.plier(text).replace(/[^\p{L}\p{N}]+/gu, " ")}`;
    return catalogue.title.map((title, id) => [
      words(title),
      words(companies.of[id].map((at) => companies.values[at].label).join(" ")),
      words(catalogue.description[id]),
    ]);
  }

  // --- What is seen --------------------------------------------------------------------------

  /** @returns {Promise<unknown>} until the excerpts are in their cards */
  #show() {
    const { catalogue } = this;
    const matches = this.#matches(catalogue);
    const { ids, counts } = catalogue.select(this.state, matches);
    const isWhole = !this.state.choices.size && !this.state.q && !this.state.sort;
    this.#showCounts(catalogue, counts);
    this.#showChips(catalogue);
    this.#showNumber(isWhole ? this.first.number : count(ids.length), ids.length);
    this.#showMessage(catalogue, matches, ids);
    if (this.pages) this.pages.hidden = !isWhole;
    const cards = isWhole
      ? this.first.cards
      : ids.slice(0, this.#shown).map((id) => this.#cardOf(catalogue, id));
    this.list.replaceChildren(...cards);
    this.#showMore(isWhole ? 0 : ids.length - this.#shown);
    this.sort.value = this.state.sort;
    this.sort.options[0].textContent = this.state.q ? "pertinence" : "effort croissant";
    return this.#showExcerpts(catalogue, ids);
  }

  #showCounts(catalogue, counts) {
    for (const fieldset of this.querySelectorAll("[data-fp-facette]")) {
      const facet = catalogue.facet(fieldset.dataset.fpFacette);
      const chosen = this.state.choices.get(facet.key);
      const boxes = new Map([...fieldset.querySelectorAll("input")].map((box) => [box.value, box]));
      const isFolded = [...(chosen ?? [])].some((at) => !boxes.has(facet.values[at].slug));
      if (isFolded) this.#unfold(fieldset).forEach((box) => boxes.set(box.value, box));
      facet.values.forEach(({ slug }, at) => {
        const box = boxes.get(slug);
        if (!box) return;
        const number = counts.get(facet.key)[at];
        box.checked = Boolean(chosen?.has(at));
        box.disabled = !number && !box.checked;
        box.parentElement.dataset.fpCompte = number;
      });
    }
  }

  /** Show all values of a long list. */
  #unfold(fieldset) {
    const facet = this.catalogue.facet(fieldset.dataset.fpFacette);
    const known = new Set([...fieldset.querySelectorAll("input")].map((box) => box.value));
    const labels = facet.values
      .filter(({ slug }) => !known.has(slug))
      .map(({ slug, label }) => {
        const box = element("input", { type: "checkbox", name: facet.param, value: slug });
        return element("label", {}, box, label);
      });
    fieldset.querySelector("[data-fp-suite]")?.replaceWith(...labels);
    return labels.map((label) => label.firstElementChild);
  }

  async #unfoldAll(fieldset) {
    await this.#ready();
    const [first] = this.#unfold(fieldset);
    this.#show();
    first?.focus();
  }

  #showChips(catalogue) {
    const chips = catalogue.facets.flatMap(({ key, title, values }) =>
      [...(this.state.choices.get(key) ?? [])]
        .sort((a, b) => a - b)
        .map((at) => chip(`${title}\u00a0: ${values[at].label}`, key, at)),
    );
    if (this.state.q) chips.push(chip(`Mots\u00a0: ${this.state.q}`, "q", ""));
    if (chips.length > 1) chips.push(chip("Tout effacer", "", ""));
    const list = this.querySelector("[data-fp-puces]");
    list.replaceChildren(...chips);
    list.hidden = !chips.length;
  }

  #showNumber(words, number) {
    this.number.textContent = words;
    this.querySelector("[data-fp-annonce]").textContent = count(number);
    this.querySelector("[data-fp-voir]").textContent = number
      ? `Voir ${number > 1 ? `les ${number} fiches` : "la fiche"}`
      : "Aucune fiche";
  }

  /** Witnesses found, a spelling to try, or which filter to drop. */
  #showMessage(catalogue, matches, ids) {
    const found = this.#found?.q === this.state.q ? this.#found : null;
    const lines = [];
    const wider = catalogue.wider(this.state, matches);
    if (wider) lines.push(lineToWiden(catalogue, wider));
    else if (!ids.length) lines.push(this.#lineToDrop(catalogue, matches));
    if (found?.suggestion && found.suggestion !== this.state.q) {
      const address = catalogue.write({ ...this.state, q: found.suggestion });
      const link = element("a", { href: address }, found.suggestion);
      lines.push(element("p", {}, "Vouliez-vous dire «\u00a0", link, "\u00a0»\u202f?"));
    }
    const temoins = (found?.found ?? []).filter(({ adresse }) => adresse.startsWith("temoins/"));
    if (temoins.length) lines.push(this.#lineOfTemoins(catalogue, temoins));
    this.#say(...lines);
  }

  #say(...lines) {
    const box = this.querySelector("[data-fp-message]");
    box.replaceChildren(...lines);
    box.hidden = !lines.length;
  }

  #lineToDrop(catalogue, matches) {
    const best = catalogue.bestToDrop(this.state, matches);
    if (!best) return element("p", {}, "Aucune fiche ne répond à ces mots.");
    const name = best.key === "q" ? "ces mots" : `« ${catalogue.facet(best.key).title} »`;
    const button = element("button", { type: "button", className: "fp-bouton" }, `Retirer ${name}`);
    button.dataset.fpRetirer = best.key;
    const told = best.count > 1 ? `${best.count} fiches restent` : "1 fiche reste";
    return element("p", {}, `Aucune fiche ne réunit tous ces critères. Sans ${name}, ${told}. `, button);
  }

  #lineOfTemoins(catalogue, temoins) {
    const names = new Map(catalogue.facet("company").values.map(({ slug, label }) => [slug, label]));
    const links = temoins.slice(0, 3).flatMap(({ adresse }, at) => {
      const slug = adresse.split("/")[1];
      const link = element("a", { href: this.root + adresse }, names.get(slug) ?? slug);
      return at ? [", ", link] : [link];
    });
    return element("p", {}, temoins.length > 1 ? "Témoins : " : "Témoin : ", ...links);
  }

  /** A card written once serves again, but with excerpts, which are of one question only. */
  #cardOf(catalogue, id) {
    if (this.state.q) return this.#card(catalogue, id);
    if (!this.#cards.has(id)) this.#cards.set(id, this.#card(catalogue, id));
    return this.#cards.get(id);
  }

  #card(catalogue, id) {
    const label = (key) => {
      const facet = catalogue.facet(key);
      return facet.of[id].map((at) => facet.values[at]);
    };
    const [nature] = label("nature");
    const rank = (key) => catalogue.facet(key).of[id][0] + 1;
    const link = element("a", { href: `${this.root}fiches/${catalogue.slug[id]}/` }, catalogue.title[id]);
    const effort = (words, key) =>
      element(
        "p",
        { className: `fp-effort fp-effort--${rank(key)}` },
        `${words} ${label(key)[0].label.toLowerCase()}`,
      );
    const foot = [
      label("maturity")[0].label,
      `${catalogue.minutes[id]}\u00a0min de lecture`,
      label("company").map((value) => value.label).join(" / "),
    ];
    return element(
      "li",
      { className: `fp-carte fp-nature--${nature.slug}` },
      element("h3", {}, link),
      element("p", { className: "fp-onglet" }, nature.label),
      element("p", { className: "fp-carte__texte" }, catalogue.description[id]),
      effort("Coût", "financialinvest"),
      effort("Temps", "humaninvest"),
      element("p", { className: "fp-carte__pied" }, foot.filter(Boolean).join(" · ")),
    );
  }

  #showMore(left) {
    this.querySelector("[data-fp-plus]")?.remove();
    if (left <= 0) return;
    const words = `Afficher ${Math.min(left, CARDS_A_PAGE)} fiches de plus`;
    const button = element("button", { type: "button", className: "fp-bouton" }, words);
    button.dataset.fpPlus = "";
    this.list.after(button);
  }

  #more() {
    const at = this.#shown;
    this.#shown += CARDS_A_PAGE;
    this.#show();
    this.list.children[at]?.querySelector("a").focus();
  }

  /** In place of the description, the words found with their surroundings. */
  async #showExcerpts(catalogue, ids) {
    if (!this.state.q || this.#found?.q !== this.state.q) return;
    const excerpts = new Map(this.#found.found.map(({ adresse, extrait }) => [adresse, extrait]));
    const turn = this.#turn;
    const writing = ids.slice(0, EXCERPTS).map(async (id, at) => {
      const excerpt = await excerpts.get(`fiches/${catalogue.slug[id]}/`)?.();
      if (!excerpt?.length || turn !== this.#turn) return;
      const parts = excerpt.map(({ texte, marque }) => (marque ? element("mark", {}, texte) : texte));
      this.list.children[at]?.querySelector(".fp-carte__texte")?.replaceChildren(...parts);
    });
    await Promise.all(writing);
  }
}

/** « 12 fiches » */
function count(number) {
  return number ? `${number}\u00a0fiche${number > 1 ? "s" : ""}` : "Aucune fiche";
}

/** « Tous secteurs : 29 autres fiches conviennent aussi, les ajouter » */
function lineToWiden(catalogue, { state, count: more, label }) {
  const told = more > 1 ? `${more} autres fiches conviennent` : "1 autre fiche convient";
  const link = element("a", { href: catalogue.write(state) }, more > 1 ? "les ajouter" : "l’ajouter");
  return element("p", {}, `${label}\u00a0: ${told} aussi, `, link);
}

function chip(words, key, at) {
  const button = element("button", { type: "button", className: "fp-puces__puce" }, words);
  if (key) button.append(element("span", { className: "fp-cache" }, " (retirer)"));
  button.dataset.fpRetirer = key;
  button.dataset.fpValeur = String(at);
  return element("li", {}, button);
}

/** @param {string} name @param {object} properties @param {...(Node | string)} children */
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

customElements.define("fp-filtres", Filtres);
