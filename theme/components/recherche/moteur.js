/**
 * Full-text search: the only module that knows Pagefind, which loads on the first question.
 *
 * @typedef {{ texte: string, marque: boolean }} Segment
 * @typedef {object} Trouvaille
 * @property {string} adresse from the root of the site: `fiches/x/`
 * @property {number} score the higher the better; comparable inside one answer only
 * @property {boolean} partiel some words asked are missing from it
 * @property {() => Promise<Segment[]>} extrait empty when only the title, a company or a label match
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
const MEMOIRE = 40; // words whose answer is kept: one types the same question letter by letter
const COURT = 7; // letters: under that, many other words start with the same ones
const CLASSEMENT = { termSimilarity: 2, pageLength: 0.5 };

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
  #charge;
  #mots;
  #reponses = new Map();

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
    const termes = await this.#termes(question);
    if (!termes.length) return [];
    const reponses = await Promise.all(termes.map((terme) => this.#demander(terme)));
    const { adresses } = await this.#charger();
    const pages = [...reunir(reponses).values()].filter(({ id }) => adresses[id]);
    const nombre = Math.max(0, ...pages.map((page) => page.nombre));
    return pages
      .filter((page) => page.nombre === nombre)
      .sort((a, b) => b.score - a.score || (adresses[a.id] < adresses[b.id] ? -1 : 1))
      .map((page) => ({
        adresse: adresses[page.id],
        score: page.score,
        partiel: nombre < termes.length,
        extrait: () => couper(page),
      }));
  }

  /**
   * Replace the words that the site does not have by the nearest of its own.
   *
   * @param {string} question
   * @returns {Promise<string | null>} null when there is nothing better to ask
   */
  async suggerer(question) {
    const termes = await this.#termes(question);
    const reponses = await Promise.all(termes.map((terme) => this.#demander(terme)));
    const inconnus = termes.filter((_, rang) => !reponses[rang].length);
    if (!inconnus.length) return null;
    const [{ plusProche }, mots] = await this.#vocabulaire();
    const proches = new Map(inconnus.map((terme) => [terme, plusProche(terme, mots)]));
    const corrigee = question.replace(MOT, (mot) => {
      const debut = ELIDE.exec(mot)?.[0] ?? "";
      const proche = proches.get(normaliser(plier(mot)));
      return proche ? debut + proche : mot;
    });
    return corrigee === question ? null : corrigee;
  }

  #charger() {
    this.#charge ??= charger(this.#dossier).catch((erreur) => {
      this.#charge = undefined; // the next question tries again
      throw erreur;
    });
    return this.#charge;
  }

  #vocabulaire() {
    const charger = async () => {
      const [module, listes] = await Promise.all([
        import("./suggestion.js"),
        lire(`${this.#dossier}mots.json`),
      ]);
      return [module, module.preparer(listes)];
    };
    this.#mots ??= charger().catch((erreur) => {
      this.#mots = undefined;
      throw erreur;
    });
    return this.#mots;
  }

  async #termes(question) {
    if (!/[\p{L}\p{N}]/u.test(question)) return [];
    return termesDe(question, (await this.#charger()).vides);
  }

  #demander(terme) {
    if (this.#reponses.size > MEMOIRE) this.#reponses.clear();
    if (!this.#reponses.has(terme)) {
      const reponse = this.#charger().then(({ index }) => demander(index, terme));
      this.#reponses.set(terme, reponse);
      reponse.catch(() => this.#reponses.delete(terme));
    }
    return this.#reponses.get(terme);
  }
}

async function charger(dossier) {
  const [{ createInstance }, { vides, adresses }] = await Promise.all([
    import(`${dossier}pagefind.js`),
    lire(`${dossier}adresses.json`),
  ]);
  // On this thread: its worker weighs 12 KB more, and an answer takes a few milliseconds.
  const index = createInstance({ basePath: dossier, noWorker: true, ranking: CLASSEMENT });
  await index.search(""); // it loads by itself, and tells here whether it failed
  return { index, adresses, vides: new Set(vides.split(" ")) };
}

async function lire(adresse) {
  // Ids change with the index: an old list from the cache would know none of them.
  const reponse = await fetch(adresse, { cache: "no-cache" });
  if (!reponse.ok) throw new Error(`${adresse} : ${reponse.status}`);
  return reponse.json();
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
 * Ask for one word. Pagefind also answers with the words that it starts, and, for a word that it
 * does not know, with any word that starts it: « co » for « covoiturage ».
 */
async function demander(index, terme) {
  const exacts = (await index.search(`"${terme}"`)).results;
  const { results } = await index.search(terme);
  if (!exacts.length) return (await commence(results[0], terme)) ? results : [];
  if (terme.length >= COURT) return results;
  const ids = new Set(exacts.map(({ id }) => id));
  return results.filter(({ id }) => ids.has(id));
}

/** Whether what was found is a form of the word or starts with it. */
async function commence(resultat, terme) {
  if (!resultat || terme.length < 2) return false;
  const jetons = decouper((await resultat.data()).content);
  const mots = resultat.words.flatMap((place) => plier(jetons[place] ?? "").match(MOT) ?? []);
  return mots.map(normaliser).some((mot) => mot.startsWith(terme) || estForme(terme, mot));
}

function estForme(terme, mot) {
  let communes = 0;
  while (communes < mot.length && mot[communes] === terme[communes]) communes++;
  return communes > 2 && communes >= terme.length - (terme.length > 7 ? 3 : 2);
}

/** Gather by page what each word found. */
function reunir(reponses) {
  const pages = new Map();
  reponses.forEach((reponse, rang) => {
    for (const { id, score, words, data } of reponse) {
      const page = pages.get(id) ?? { id, score: 0, nombre: 0, places: new Map(), data };
      page.score += score;
      page.nombre += 1;
      for (const place of words) page.places.set(place, rang);
      pages.set(id, page);
    }
  });
  return pages;
}

function decouper(texte) {
  return texte.match(/\S+\s*/g) ?? [];
}

/** Cut the excerpt of a page: where most of the words asked stand together. */
async function couper({ places, data }) {
  const { content, meta } = await data();
  const jetons = decouper(content);
  const trouves = [...places.keys()].filter((place) => place >= meta.debut).sort((a, b) => a - b);
  if (!trouves.length) return [];
  const debut = reculer(meilleur(trouves, places), jetons, meta.debut);
  const fin = Math.min(debut + LONGUEUR, jetons.length);
  const segments = [];
  const ajouter = (texte, marque = false) => {
    const dernier = segments.at(-1);
    if (dernier && dernier.marque === marque) dernier.texte += texte;
    else if (texte) segments.push({ texte, marque });
  };
  if (debut > meta.debut && !PHRASE.test(jetons[debut - 1])) ajouter("… ");
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
function reculer(depart, jetons, debut) {
  const commence = (place) => place <= debut || PHRASE.test(jetons[place - 1]);
  let place = depart;
  while (!commence(place) && place > depart - ELAN) place--;
  if (!commence(place)) place = depart - 4;
  return Math.max(debut, Math.min(place, jetons.length - LONGUEUR));
}

/** Where to start: the place after which come the most different words, then the most of them. */
function meilleur(trouves, places) {
  let [choisi, valeur] = [trouves[0], 0];
  for (const depart of trouves) {
    const vus = trouves.filter((place) => place >= depart && place < depart + LONGUEUR - ELAN);
    const note = 100 * new Set(vus.map((place) => places.get(place))).size + vus.length;
    if (note > valeur) [choisi, valeur] = [depart, note];
  }
  return choisi;
}
