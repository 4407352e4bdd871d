// Reads off a loaded page what `measure.py` reports. Evaluated as one expression.
async () => {
  const PRESSED = 'a[href], area[href], button, input:not([type="hidden"]), select, summary,'
    + ' textarea, [role="button"], [role="link"]';
  // A frame that takes the keyboard to scroll is a target too; the words in it are words.
  const TARGETS = `${PRESSED}, [tabindex]:not([tabindex^="-"])`;
  const SIDE = 24;

  const describe = (element) => {
    const text = (element.textContent || element.getAttribute('aria-label') || '').trim();
    const kind = element.className.baseVal ?? element.className;
    const name = element.tagName.toLowerCase() + (kind ? `.${kind.trim().replace(/\s+/g, '.')}` : '');
    return `${name} « ${text.replace(/\s+/g, ' ').slice(0, 40)} »`;
  };

  // Kept for screen readers, or brought in by focus: no eye sees it, no finger aims at it.
  const isOutOfSight = (element) => {
    const box = element.getBoundingClientRect();
    const isVisible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const isClipped = box.width <= 1 || box.height <= 1
      || getComputedStyle(element).clipPath.startsWith('inset(50%');
    return !isVisible || isClipped || box.right + scrollX <= 0 || box.bottom + scrollY <= 0;
  };

  // WCAG 2.5.8's exception: a target whose size is bound by the line of text it stands in.
  const isInSentence = (element) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    const isWord = (node) => /\p{L}/u.test(node.data)
      && !node.parentElement.closest(PRESSED)
      && node.parentElement.checkVisibility();
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (!isWord(walker.currentNode)) continue;
      let own = walker.currentNode.parentElement;
      while (own !== block && getComputedStyle(own).display === 'inline') own = own.parentElement;
      if (own === block) return true;
    }
    return false;
  };

  // Hit testing sees what boxes do not: a label, a `::after` stretched over a card. Some square
  // of the right side, over the middle of the target, must answer at its four corners.
  const answersAround = (element) => {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const box = element.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const reach = SIDE / 2 - 0.5;
    const owners = [element, ...(element.labels ?? [])];
    const answersAt = (left, top) => {
      const hit = document.elementFromPoint(left, top);
      return owners.some((owner) => owner.contains(hit));
    };
    const squares = [0, -reach, reach].flatMap((dx) => [0, -reach, reach].map((dy) => [x + dx, y + dy]));
    return squares.some(([left, top]) => [[-1, -1], [-1, 1], [1, -1], [1, 1]]
      .every(([dx, dy]) => answersAt(left + dx * reach, top + dy * reach)));
  };

  const isSmall = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return (width < SIDE || height < SIDE) && !isInSentence(element) && !answersAround(element);
  };

  // Parents that scroll or clip on purpose hold their wide children.
  const overflowing = () => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    const wide = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > limit + 1);
    return [`${document.documentElement.scrollWidth} px > ${limit} px`, ...wide.slice(-3).map(describe)];
  };

  const overflow = overflowing();
  const smallTargets = [...document.querySelectorAll(TARGETS)]
    .filter((element) => !isOutOfSight(element) && isSmall(element))
    .map(describe);
  const databases = await indexedDB.databases();
  const stored = [
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
    ...databases.map(({ name }) => `indexedDB ${name}`),
    ...(await caches.keys()).map((name) => `cache ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker ${scope}`),
  ];
  return {
    dom: document.querySelectorAll('*').length - document.querySelectorAll('svg *').length,
    overflow,
    smallTargets,
    stored,
  };
}
