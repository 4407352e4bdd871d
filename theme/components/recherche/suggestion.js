/**
 * What a word that the site does not have may stand for.
 */
import { plier } from "./plier.js";

// Endings that a word takes or leaves without becoming another one.
const FINS = [
  "(?:i?ss|i)?(?:e|er|ez|ent|ante?|ait|aient|ai?|i|it|ie|ir|iez|ion|on|ement|ment)?",
  "i?[eir]?r(?:a|ait|ont|aient|i?ez|ons)|[lnt]?le|ne|te?|x|ux|z|r|l",
  "(?:i?fi)?c?(?:at)?(?:ion|eur|rice|if|ive)|ition|iteur|able|ance|ence|age|at|isme|iste|i?te",
  "ique|quer|ce|eu[rx]|euse|ure|ale?|aux|elle|el|ien|ienne|iere?|aire|ilite|ivite",
];
const FIN = new RegExp(`^(?:${FINS.join("|")})s?$`);

/** What is left of a word without its ending, whatever that is. */
export function racineDe(terme) {
  return terme.slice(0, Math.max(3, Math.min(terme.length - 2, Math.ceil(terme.length / 2))));
}

/**
 * The words that an unknown one may be a form of: « épuisé », of « épuisement ».
 *
 * @param {string} terme folded
 * @param {{ formes: string[] }[]} mots
 */
export function parents(terme, mots) {
  let [trouves, communes] = [[], racineDe(terme).length];
  for (const mot of mots) {
    for (const forme of mot.formes) {
      const n = commun(terme, forme);
      if (n < communes || !FIN.test(terme.slice(n)) || !FIN.test(forme.slice(n))) continue;
      if (n > communes) [trouves, communes] = [[], n];
      if (!trouves.includes(mot)) trouves.push(mot);
    }
  }
  return trouves;
}

/** The words that are one slip of a finger away. */
export function proches(terme, mots) {
  if (terme.length < 5) return [];
  return mots.filter(({ formes }) => formes.some((forme) => ecart(terme, forme, 1) <= 1));
}

function commun(a, b) {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

/**
 * @param {string[][]} listes words, the most used first
 * @returns {[string, string][]} folded, as written
 */
export function preparer(listes) {
  return listes.flat().map((mot) => [plier(mot), mot]);
}

/**
 * @param {string} terme folded
 * @param {[string, string][]} mots
 * @returns {string | null} the word as written
 */
export function plusProche(terme, mots) {
  const limite = [4, 8, 13].filter((lettres) => terme.length >= lettres).length;
  let [proche, moindre] = [null, limite + 0.9];
  if (!limite) return null;
  for (const [plie, mot] of mots) {
    if (plie.length < terme.length - limite) continue;
    // Fingers slip less often on a first letter; of equals, the most used word stays.
    const cout = ecart(terme, plie, limite) + (plie[0] === terme[0] ? 0 : 0.4);
    if (cout < moindre) [proche, moindre] = [mot, cout];
  }
  return proche;
}

/**
 * Letters to add, drop, change or swap to go from one word to another (Damerau-Levenshtein, where
 * no letter moves twice); half a letter more to go to its start only: a word may be half typed.
 *
 * @param {string} a
 * @param {string} b
 * @param {number} limite beyond which it does not matter
 */
function ecart(a, b, limite) {
  let [avant, ligne] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const suivante = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = ligne[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      suivante[j] = Math.min(ligne[j] + 1, suivante[j - 1] + 1, change);
      const croise = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (croise) suivante[j] = Math.min(suivante[j], avant[j - 2] + 1);
    }
    [avant, ligne] = [ligne, suivante];
    if (Math.min(...ligne) > limite) return Infinity;
  }
  const debut = a.length > 5 && b.length - a.length < 4 ? Math.min(...ligne) + 0.5 : Infinity;
  return Math.min(ligne[b.length], debut);
}
