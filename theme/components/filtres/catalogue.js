/**
 * The catalogue in the browser: what a choice of filters leaves, and what each value would leave.
 * No DOM here.
 *
 * @typedef {{ slug: string, label: string }} Value
 * @typedef {{ key: string, title: string, param: string, values: Value[], of: number[][],
 *   everyone: number }} Facet
 *   `of`: for each fiche, the positions of its values; `everyone`: position of the value that suits
 *   whoever chooses another (« Tous secteurs »), or -1.
 * @typedef {{ choices: Map<string, Set<number>>, q: string, sort: string }} State
 *   `choices`: key → positions of the values chosen; a facet without a choice is absent.
 */

export const SORTS = ["", "titre", "date"];

export class Catalogue {
  /** @param {any} index The compact index, as `builder/index/compact.py` writes it. */
  constructor(index) {
    /** @type {Facet[]} */
    this.facets = index.facets.map(([key, title, param, values, everyone]) => ({
      key,
      title,
      param,
      values: values.map(([slug, label]) => ({ slug, label })),
      of: index[key].map((own) => (Array.isArray(own) ? own : [own])),
      everyone: values.findIndex(([slug]) => slug === everyone),
    }));
    this.slug = index.slug;
    this.title = index.title;
    this.description = index.description;
    this.minutes = index.minutes;
    this.changed = index.changed;
    this.size = index.slug.length;
  }

  /** @param {string} url */
  static async load(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status} ${url}`);
    return new Catalogue(await answer.json());
  }

  /** @param {string} key */
  facet(key) {
    return this.facets.find((facet) => facet.key === key);
  }

  /**
   * OR inside a facet, AND across. The counts of a facet leave its own choice out.
   *
   * @param {State} state
   * @param {Map<number, number> | null} matches Fiches that the words asked find, with their score;
   *   null when nothing is asked.
   * @returns {{ ids: number[], counts: Map<string, number[]> }} Fiches in order; key → count a value.
   */
  select(state, matches) {
    const chosen = this.facets.map((facet) => state.choices.get(facet.key));
    const counts = this.facets.map((facet) => new Array(facet.values.length).fill(0));
    const ids = [];
    for (let id = 0; id < this.size; id++) {
      if (matches && !matches.has(id)) continue;
      const refusing = this.#refusing(id, chosen);
      if (refusing === MANY) continue;
      if (refusing === NONE) ids.push(id);
      this.facets.forEach((facet, at) => {
        if (refusing !== NONE && refusing !== at) return;
        for (const value of facet.of[id]) counts[at][value]++;
      });
    }
    return {
      ids: this.#sort(ids, state, matches),
      counts: new Map(this.facets.map((facet, at) => [facet.key, counts[at]])),
    };
  }

  /** Which facet alone refuses a fiche: its position, NONE or MANY. */
  #refusing(id, chosen) {
    let refusing = NONE;
    for (let at = 0; at < chosen.length; at++) {
      const values = chosen[at];
      if (!values || this.facets[at].of[id].some((value) => values.has(value))) continue;
      if (refusing !== NONE) return MANY;
      refusing = at;
    }
    return refusing;
  }

  /** Without a sort, by how well the words match; else the order of the index, which is effort. */
  #sort(ids, state, matches) {
    if (state.sort === "titre") {
      return ids.sort((a, b) => this.title[a].localeCompare(this.title[b], "fr") || a - b);
    }
    if (state.sort === "date") return ids.sort((a, b) => this.changed[b] - this.changed[a] || a - b);
    return matches ? ids.sort((a, b) => matches.get(b) - matches.get(a) || a - b) : ids;
  }

  /**
   * The one filter to drop that gives most.
   *
   * @param {State} state
   * @param {Map<number, number> | null} matches
   * @returns {{ key: string, count: number } | null} `key` is `q` for the words asked.
   */
  bestToDrop(state, matches) {
    const keys = [...state.choices.keys(), ...(state.q ? ["q"] : [])];
    const tries = keys.map((key) => {
      const choices = new Map(state.choices);
      choices.delete(key);
      const left = this.select({ ...state, choices }, key === "q" ? null : matches);
      return { key, count: left.ids.length };
    });
    const best = tries.reduce((a, b) => (b.count > a.count ? b : a), { key: "", count: 0 });
    return best.count ? best : null;
  }

  /**
   * The fiches that suit everyone, when a narrower value is chosen: who chooses « Industrie » may
   * take up what suits all sectors.
   *
   * @param {State} state
   * @param {Map<number, number> | null} matches
   * @returns {{ state: State, count: number, label: string } | null} what adds them, how many more.
   */
  wider(state, matches) {
    const facet = this.facets.find(({ key, everyone }) => {
      const chosen = state.choices.get(key);
      return everyone >= 0 && chosen && !chosen.has(everyone);
    });
    if (!facet) return null;
    const choices = new Map(state.choices);
    choices.set(facet.key, new Set([...choices.get(facet.key), facet.everyone]));
    const wider = { ...state, choices };
    const count = this.select(wider, matches).ids.length - this.select(state, matches).ids.length;
    return count ? { state: wider, count, label: facet.values[facet.everyone].label } : null;
  }

  /**
   * Read an address; unknown values are ignored.
   *
   * @param {string} search
   * @returns {State}
   */
  read(search) {
    const params = new URLSearchParams(search);
    const choices = new Map();
    for (const { key, param, values } of this.facets) {
      // A form sent without a script repeats the name; our own addresses join with dots.
      const slugs = new Set(params.getAll(param).flatMap((text) => text.split(".")));
      const found = values.flatMap((value, at) => (slugs.has(value.slug) ? [at] : []));
      if (found.length) choices.set(key, new Set(found));
    }
    const sort = params.get("tri") ?? "";
    const q = (params.get("q") ?? "").trim().slice(0, 80);
    return { choices, q, sort: SORTS.includes(sort) ? sort : "" };
  }

  /**
   * Write an address: the same state gives the same one.
   *
   * @param {State} state
   * @returns {string} `?…`, or nothing.
   */
  write(state) {
    const parts = this.facets.flatMap(({ key, param, values }) => {
      const chosen = state.choices.get(key);
      if (!chosen?.size) return [];
      const slugs = values.flatMap((value, at) => (chosen.has(at) ? [value.slug] : []));
      return [`${param}=${slugs.join(".")}`];
    });
    if (state.q) parts.push(`q=${encodeURIComponent(state.q).replaceAll("%20", "+")}`);
    if (state.sort) parts.push(`tri=${state.sort}`);
    return parts.length ? `?${parts.join("&")}` : "";
  }
}

const NONE = -1;
const MANY = -2;
