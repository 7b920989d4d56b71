// Runs in either page before anything of its own, and finds the cards in both: in shadow roots or not. It is plain
// JavaScript, since it is not compiled on its way into the page.

(() => {
  /** @type {{first?: number, twenty?: number}} */
  const marks = {};
  let shift = 0;
  let blocked = 0;
  let longTasks = 0;
  let longest = 0;

  const widget = () => document.querySelector('rai-store')?.shadowRoot;

  /** @returns {Element[]} */
  const cards = () => [
    ...(widget()?.querySelectorAll('rai-product-card') ?? document.querySelectorAll('#store .card')),
  ];

  /**
   * @param {Element | undefined} card
   * @param {string} part
   */
  const partOf = (card, part) => (card?.shadowRoot ?? card)?.querySelector(`[part~="${part}"], .${part}`);

  /**
   * Whether a card says all that it has to say; its picture may still be on its way.
   * @param {Element | undefined} card
   */
  const isWhole = (card) =>
    !!card &&
    !!partOf(card, 'name')?.textContent?.trim() &&
    !!partOf(card, 'price')?.textContent?.trim() &&
    card.getBoundingClientRect().height > 100;

  /** @returns {Promise<number>} When the frame that is being made is on screen, in ms since the page was asked for. */
  const painted = () =>
    new Promise((resolve) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    });

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /**
   * When something is on screen first, in ms since the page was asked for.
   * @param {() => boolean} isThere
   */
  const appears = async (isThere) => {
    do await frame();
    while (!isThere());
    return painted();
  };

  new PerformanceObserver((seen) => {
    for (const entry of seen.getEntries()) shift += /** @type {{value?: number}} */ (entry).value ?? 0;
  }).observe({type: 'layout-shift', buffered: true});
  new PerformanceObserver((seen) => {
    for (const {duration} of seen.getEntries()) {
      longTasks++;
      blocked += duration - 50;
      longest = Math.max(longest, duration);
    }
  }).observe({type: 'longtask', buffered: true});

  void appears(() => {
    const [card] = cards();
    return isWhole(card) && /** @type {Element} */ (card).getBoundingClientRect().top < innerHeight;
  }).then((time) => (marks.first = time));
  void appears(() => isWhole(cards()[19])).then((time) => (marks.twenty = time));

  /**
   * How long a category takes from the press of its chip to its first card, in ms.
   * @param {string} name
   * @param {string} product - Its first product.
   */
  const switchTo = async (name, product) => {
    const nav = widget()?.querySelector('rai-category-nav')?.shadowRoot;
    const chips = [...(nav?.querySelectorAll('[part~="category"]') ?? document.querySelectorAll('.chip'))];
    const chip = /** @type {HTMLElement | undefined} */ (
      chips.find((one) => one.textContent?.includes(name))
    );
    if (!chip) throw new Error(`There is no chip for the category ${name}.`);
    const pressed = performance.now();
    chip.click();
    return (await appears(() => partOf(cards()[0], 'name')?.textContent?.trim() === product)) - pressed;
  };

  /** How many of the long list's products have been on the page. */
  const seen = () => {
    const shown = cards();
    const last = shown.at(-1);
    const place = last?.closest('[aria-posinset]')?.getAttribute('aria-posinset');
    return Math.max(shown.length, Number(place ?? last?.ariaPosInSet ?? 0));
  };

  /**
   * Scrolls to the end, and on from there as further products come, or asks for them by the button that is there.
   * @param {number} goal - So many products.
   * @param {number} patience - No longer than this, in ms.
   * @returns {Promise<number>} How many products have been on the page.
   */
  const readAll = async (goal, patience) => {
    const until = performance.now() + patience;
    while (seen() < goal && performance.now() < until) {
      scrollTo(0, /** @type {Element} */ (document.scrollingElement).scrollHeight);
      await frame();
      const more = widget()?.querySelector('[part~="more"]');
      if (more instanceof HTMLButtonElement && !more.disabled && more.checkVisibility()) more.click();
    }
    return seen();
  };

  const toMiddle = async () => {
    scrollTo(0, /** @type {Element} */ (document.scrollingElement).scrollHeight / 2);
    for (let count = 0; count < 5; count++) await frame();
  };

  /** Whether a card with its words covers a point of the window. */
  const isCovered = (/** @type {number} */ x, /** @type {number} */ y) => {
    let element = document.elementFromPoint(x, y);
    while (element?.shadowRoot && element.localName !== 'rai-product-card') {
      const inner = element.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === element) break;
      element = inner;
    }
    const card = element?.closest('rai-product-card, .card');
    return !!card && !!partOf(card, 'name')?.textContent;
  };

  /**
   * Scrolls from the top to the end in equal steps, one a frame.
   * @param {number} steps
   * @param {number} patience - No longer than this, in ms.
   */
  const fling = async (steps, patience) => {
    scrollTo(0, 0);
    for (let count = 0; count < 5; count++) await frame();
    const far = /** @type {Element} */ (document.scrollingElement).scrollHeight - innerHeight;
    const {left, width} = /** @type {Element} */ (cards()[0]).getBoundingClientRect();
    const x = left + width / 2;
    const until = performance.now() + patience;
    const frames = [];
    let empty = 0;
    let last = performance.now();
    for (let step = 1; step <= steps && last < until; step++) {
      scrollTo(0, (far * step) / steps);
      await frame();
      const now = performance.now();
      frames.push(now - last);
      last = now;
      // Two points, for one of them may be in the gap between two rows. Between frames nothing is left to lay out.
      if (step < steps && !isCovered(x, innerHeight / 2) && !isCovered(x, innerHeight / 2 + 30)) empty++;
    }
    return {frames, empty, isWhole: frames.length === steps};
  };

  /**
   * How many nodes there are in a tree, those in shadow roots included.
   * @param {Node} root
   * @returns {number}
   */
  const nodesIn = (root) => {
    let count = 0;
    const walker = document.createTreeWalker(root);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      count++;
      if (node instanceof Element && node.shadowRoot) count += 1 + nodesIn(node.shadowRoot);
    }
    return count;
  };

  Object.assign(globalThis, {
    probe: {
      marks: () => ({...marks, shift, blocked, longTasks, longest}),
      switchTo,
      readAll,
      toMiddle,
      fling,
      nodes: () => nodesIn(document.body),
    },
  });
})();
