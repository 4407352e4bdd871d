/**
 * The word of the site nearest to one that it does not have.
 */
import { plier } from "./plier.js";

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
export function ecart(a, b, limite) {
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
