/**
 * Fold a text: those that differ only by case, accents, apostrophes, ligatures or blanks fold alike.
 * In step with `fold` of builder/normalise.py: a test compares them.
 *
 * @param {string} texte
 * @returns {string}
 */
export function plier(texte) {
  return texte
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[’ʼ‘]/g, "'")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
