/**
 * Full-text search, over the files that builder/search writes; they load on the first question.
 *
 * @typedef {{ texte: string, marque: boolean }} Segment
 * @typedef {object} Trouvaille
 * @property {string} adresse from the root of the site: `fiches/x/`
 * @property {number} score the higher the better; comparable inside one answer only
 * @property {boolean} partiel some words asked are missing from it
 * @property {() => Promise<Segment[]>} extrait empty when only the title, a company or a label match
 *
 * @typedef {{ formes: string[], pages: string }} Mot a line of a file of forms
 * @typedef {object} Reponse to one word
 * @property {Map<number, number>} pages page → score
 * @property {Set<string>} formes to mark
 * @property {boolean} inconnu the site has neither the word nor a form of it
 */
import { plier } from "./plier.js";

const ELISION = "(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ‘]";
const ELIDE = new RegExp(`^${ELISION}(?=.)`, "i");
const MOT = /[\p{L}\p{N}]+(?:['’ʼ‘][\p{L}\p{N}]+)*/gu;
const JETON = new RegExp(`^([^\\p{L}\\p{N}]*(?:${ELISION})?)(.*[\\p{L}\\p{N}])(.*)$`, "isu");
const PHRASE = /[.!?…·]»?\s*$/; // a sentence ends
const LONGUEUR = 30; // words of an excerpt
const ELAN = 12; // words before the first one marked, at most
const TERMES = 8; // words read of a question
const COURT = 7; // letters: under that, many other words start with the same ones
const LARGEUR = 4; // files read for one word, at most
const FIN = "\uffff"; // comes after any letter
// In step with builder/search/postings.py.
const [PREMIER, NIVEAUX, FINESSE, PAS] = [33, 20, 3, 4];
const BAS = NIVEAUX * PAS;
const HAUT = 94 - BAS;

/**
 * @param {string} racine address of the root of the site; relative to the page will do
 */
export async function ouvrir(racine) {
  return new Moteur(new URL("recherche/", new URL(racine, document.baseURI)).href);
}

/**
 * The words to look for in a question; in step with `words_of_token` of builder/search/words.py.
 *
 * @param {string} question
 * @param {Set<string>} vides the words that ask for nothing
 * @returns {string[]}
 */
export function termesDe(question, vides) {
  // « ISO14001 » is « ISO 14001 ».
  const mots = plier(question).replace(/(\p{L})(\d{3})/gu, "$1 $2").match(MOT) ?? [];
  const pleins = mots.map(elider).filter((mot) => !vides.has(mot));
  return [...new Set(pleins.map(accorder))].slice(0, TERMES);
}

class Moteur {
  #dossier;
  #lus = new Map();

  /** @param {string} dossier */
  constructor(dossier) {
    this.#dossier = dossier;
  }

  /**
   * Find the pages that hold all the words asked; else those that hold the most of them.
   *
   * @param {string} question
   * @returns {Promise<Trouvaille[]>} the best first
   */
  async chercher(question) {
    const { termes, reponses } = await this.#demander(question);
    if (!termes.length) return [];
    const adresses = await this.#adresses();
    const pages = [...reunir(reponses)];
    const nombre = Math.max(0, ...pages.map(([, page]) => page.nombre));
    return pages
      .filter(([, page]) => page.nombre === nombre)
      .sort(([a, un], [b, autre]) => autre.score - un.score || a - b)
      .map(([page, { score }]) => ({
        adresse: `${adresses[page]}/`,
        score,
        partiel: nombre < termes.length,
        extrait: async () => couper(await this.#lire(`textes/${adresses[page]}.txt`), reponses),
      }));
  }

  /**
   * Replace the words that the site does not have by the nearest of its own.
   *
   * @param {string} question
   * @returns {Promise<string | null>} null when there is nothing better to ask
   */
  async suggerer(question) {
    const { termes, reponses } = await this.#demander(question);
    const inconnus = termes.filter((_, rang) => reponses[rang].inconnu);
    if (!inconnus.length) return null;
    const { preparer, plusProche } = await import("./suggestion.js");
    const { mots } = await this.#racine();
    const connus = await this.#lire(mots, (texte) => preparer(JSON.parse(texte)));
    const proches = new Map(inconnus.map((terme) => [terme, plusProche(terme, connus)]));
    const corrigee = question.replace(MOT, (mot) => {
      const debut = ELIDE.exec(mot)?.[0] ?? "";
      const proche = proches.get(normaliser(plier(mot)));
      return proche ? debut + proche : mot;
    });
    return corrigee === question ? null : corrigee;
  }

  /** Read a file once. A failure forgets all: the site may have been published anew. */
  #lire(nom, comprendre = (texte) => texte, cache = "default") {
    if (!this.#lus.has(nom)) {
      const lecture = lire(this.#dossier + nom, cache).then(comprendre);
      this.#lus.set(nom, lecture);
      lecture.catch(() => this.#lus.clear());
    }
    return this.#lus.get(nom);
  }

  #racine() {
    // The other files have the name of their content: this one tells which they are today.
    return this.#lire("index.json", comprendreRacine, "no-cache");
  }

  async #adresses() {
    const { pages } = await this.#racine();
    return this.#lire(pages, (texte) => texte.split("\n"));
  }

  /** @returns {Promise<{ termes: string[], reponses: Reponse[] }>} */
  async #demander(question) {
    if (!/[\p{L}\p{N}]/u.test(question)) return { termes: [], reponses: [] };
    const termes = termesDe(question, (await this.#racine()).vides);
    const [{ length }, ...trouves] = await Promise.all([
      this.#adresses(),
      ...termes.map((terme) => this.#trouver(terme)),
    ]);
    return { termes, reponses: trouves.map((trouve) => peser(trouve, length)) };
  }

  /**
   * The words of the site that answer a word asked: itself in all its forms, and those it starts;
   * else those it may be a form of; else those that are a letter away.
   *
   * @param {string} terme
   * @returns {Promise<{ mots: Map<Mot, number>, inconnu: boolean }>} word → how near
   */
  async #trouver(terme) {
    const voisins = await this.#mots(terme);
    const mots = new Map();
    for (const mot of voisins) if (mot.formes.includes(terme)) mots.set(mot, 1);
    if (mots.size && terme.length < COURT) return { mots, inconnu: false };
    for (const mot of terme.length > 2 ? await this.#mots(terme, FIN) : []) {
      const suite = mot.formes.find((forme) => forme.startsWith(terme));
      if (suite && !mots.has(mot)) mots.set(mot, terme.length / suite.length / 2);
    }
    return mots.size ? { mots, inconnu: false } : this.#deviner(terme, voisins);
  }

  async #deviner(terme, voisins) {
    const { racineDe, parents, proches } = await import("./suggestion.js");
    const cousins = await this.#mots(racineDe(terme), FIN);
    const trouves = parents(terme, cousins.length ? cousins : voisins);
    const mots = trouves.length ? trouves : proches(terme, voisins);
    return { mots: new Map(mots.map((mot) => [mot, 1])), inconnu: !trouves.length };
  }

  /** The words whose files hold a start and what follows it; none if they are too many to fetch. */
  async #mots(debut, suite = "") {
    const { debuts, formes } = await this.#racine();
    const rang = (forme) => debuts.findLastIndex((premier) => premier <= forme);
    const noms = formes.slice(rang(debut), rang(debut + suite) + 1);
    if (noms.length > LARGEUR) return [];
    return (await Promise.all(noms.map((nom) => this.#lire(nom, comprendreFormes)))).flat();
  }
}

async function lire(adresse, cache) {
  const reponse = await fetch(adresse, { cache });
  if (!reponse.ok) throw new Error(`${adresse} : ${reponse.status}`);
  return reponse.text();
}

function comprendreRacine(texte) {
  const racine = JSON.parse(texte);
  return { ...racine, vides: new Set(racine.vides.split(" ")) };
}

/** @returns {Mot[]} */
function comprendreFormes(texte) {
  return texte.split("\n").map((ligne) => {
    const [mots, pages] = ligne.split("\t");
    const [debut, ...fins] = mots.split(",");
    return { formes: fins.map((fin) => debut + fin), pages };
  });
}

function elider(mot) {
  return mot.replace(ELIDE, "").replace(ELIDE, "").replaceAll("'", "");
}

function accorder(mot) {
  return mot.replace(/(..)ees?$/, "$1e");
}

function normaliser(mot) {
  return accorder(elider(mot));
}

/**
 * @param {{ mots: Map<Mot, number>, inconnu: boolean }} trouve
 * @param {number} total pages of the site
 * @returns {Reponse}
 */
function peser({ mots, inconnu }, total) {
  const pages = new Map();
  for (const [mot, proche] of mots) {
    const trouvees = lirePages(mot.pages);
    const rare = proche * Math.log(1 + (total - trouvees.length + 0.5) / (trouvees.length + 0.5));
    for (const [page, niveau] of trouvees) {
      pages.set(page, Math.max(pages.get(page) ?? 0, rare * (1 - 2 ** (-niveau / FINESSE))));
    }
  }
  return { pages, formes: new Set([...mots.keys()].flatMap(({ formes }) => formes)), inconnu };
}

/** @returns {[number, number][]} page, and how well it answers */
function lirePages(signes) {
  const pages = [];
  let [page, haut] = [-1, 0];
  for (let i = 0; i < signes.length; i++) {
    const signe = signes.charCodeAt(i) - PREMIER;
    if (signe >= BAS) haut = haut * HAUT + signe - BAS;
    else {
      page += haut * PAS + Math.floor(signe / NIVEAUX) + 1;
      haut = 0;
      pages.push([page, signe % NIVEAUX]);
    }
  }
  return pages;
}

/** Gather by page what each word found. */
function reunir(reponses) {
  const ensemble = new Map();
  for (const { pages } of reponses) {
    for (const [page, score] of pages) {
      const vu = ensemble.get(page);
      ensemble.set(page, { score: score + (vu?.score ?? 0), nombre: 1 + (vu?.nombre ?? 0) });
    }
  }
  return ensemble;
}

/** Cut the excerpt of a page: where most of the words asked stand together. */
function couper(texte, reponses) {
  const jetons = texte.match(/\S+\s*/g) ?? [];
  const places = new Map();
  jetons.forEach((jeton, place) => {
    const mots = (plier(jeton).match(MOT) ?? []).map(normaliser);
    if (mots.length > 1) mots.push(mots.join(""));
    const rang = reponses.findIndex(({ formes }) => mots.some((mot) => formes.has(mot)));
    if (rang >= 0) places.set(place, rang);
  });
  if (!places.size) return [];
  const debut = reculer(meilleur(places), jetons);
  const fin = Math.min(debut + LONGUEUR, jetons.length);
  const segments = [];
  const ajouter = (texte, marque = false) => {
    const dernier = segments.at(-1);
    if (dernier && dernier.marque === marque) dernier.texte += texte;
    else if (texte) segments.push({ texte, marque });
  };
  if (debut && !PHRASE.test(jetons[debut - 1])) ajouter("… ");
  for (let place = debut; place < fin; place++) {
    const [, avant, mot, apres] = (places.has(place) && JETON.exec(jetons[place])) || [];
    ajouter(mot ? avant : jetons[place]);
    if (mot) ajouter(mot, true);
    if (mot) ajouter(apres);
  }
  if (fin < jetons.length) ajouter("…");
  return segments;
}

/** Back to where the sentence starts, if that is near; or a few words back. */
function reculer(depart, jetons) {
  const commence = (place) => place <= 0 || PHRASE.test(jetons[place - 1]);
  let place = depart;
  while (!commence(place) && place > depart - ELAN) place--;
  if (!commence(place)) place = depart - 4;
  return Math.max(0, Math.min(place, jetons.length - LONGUEUR));
}

/** Where to start: the place after which come the most different words, then the most of them. */
function meilleur(places) {
  const trouves = [...places.keys()];
  let [choisi, valeur] = [trouves[0], 0];
  for (const depart of trouves) {
    const vus = trouves.filter((place) => place >= depart && place < depart + LONGUEUR - ELAN);
    const note = 100 * new Set(vus.map((place) => places.get(place))).size + vus.length;
    if (note > valeur) [choisi, valeur] = [depart, note];
  }
  return choisi;
}
