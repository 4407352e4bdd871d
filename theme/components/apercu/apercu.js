/**
 * Loads the page again when the preview has something new. Never published: the preview adds it,
 * with the version of the page in its address (builder/plugin/preview.py).
 */

const PAUSE = 2000; // milliseconds, when the preview is stopped

const version = new URL(import.meta.url).searchParams.get("version") ?? "";

/** @type {AbortController | undefined} a browser has few connections: a hidden page keeps none */
let asking;

/** Ask until there is news: the preview holds its answer back for a minute. */
async function listen() {
  const mine = new AbortController();
  asking = mine;
  while (!mine.signal.aborted) {
    try {
      const answer = await fetch(`/livereload/${version}`, { signal: mine.signal });
      if (answer.ok && (await answer.text()) !== version) return location.reload();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

function follow() {
  asking?.abort();
  if (document.visibilityState === "visible") listen();
}

document.addEventListener("visibilitychange", follow);
addEventListener("pagehide", () => asking?.abort());
addEventListener("pageshow", ({ persisted }) => persisted && follow());
follow();
