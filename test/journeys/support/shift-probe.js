// Records what moves on a page, from its first moment on. It is plain JavaScript, since it is not compiled on its way there.

(() => {
  /** @type {{value: number, hadRecentInput: boolean, moved: string[]}[]} */
  const shifts = [];
  Object.assign(globalThis, {shifts});

  /** @param {DOMRectReadOnly} rect */
  const place = ({x, y, width, height}) => [x, y, width, height].map(Math.round).join();

  /** @param {{node: Node | null, previousRect: DOMRect, currentRect: DOMRect}} source */
  const told = ({node, previousRect, currentRect}) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return `${element?.localName} ${place(previousRect)} > ${place(currentRect)}`;
  };

  new PerformanceObserver((seen) => {
    for (const entry of seen.getEntries()) {
      const {value, hadRecentInput, sources} = /** @type {any} */ (entry);
      shifts.push({value, hadRecentInput, moved: sources.map(told)});
    }
  }).observe({type: 'layout-shift', buffered: true});
})();
