/**
 * Opens all that is folded, then does to every element what a reader may do to it, and more.
 * Links that lead to a page are not followed; our own buttons, which print and copy, are left alone.
 */
async () => {
  const USUAL = "blur dblclick error focus focusin load mouseenter mouseover pointerover".split(" ");
  const OWN =
    "fp-actions *, fp-selection *, fp-filtres :is(form, .fp-barre, .fp-puces) *, button[class^=fp-]";
  const FOCUSABLE = "a, button, input, select, textarea, summary, [tabindex]";
  const SAFE = /^(?:https?|mailto|tel):$/;
  const fire = (node, type) => node.dispatchEvent(new Event(type, { cancelable: true }));
  const leads = (node) => {
    const link = node.closest("a, area, [href]");
    const href = link?.getAttribute("href") ?? link?.getAttribute("xlink:href");
    return href != null && SAFE.test(new URL(href, "https://a.test/").protocol);
  };
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const node of document.querySelectorAll("*")) {
    if (node.matches(OWN)) continue;
    // A handler in an attribute, whatever its event.
    for (const name of node.getAttributeNames()) {
      if (/^on/i.test(name)) fire(node, name.slice(2).toLowerCase());
    }
    for (const type of USUAL) fire(node, type);
    if (node.matches(FOCUSABLE)) node.focus({ preventScroll: true });
    if (!leads(node)) node.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  await new Promise((resolve) => setTimeout(resolve, 10));
};
