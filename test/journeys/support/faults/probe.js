// @ts-nocheck -- it runs in the page, as it is
// A classic script that runs before anything else on the host page: it keeps what the page would hear of, and lets time run faster.
(() => {
  const told = (window.told = []);
  addEventListener('error', ({message}) => told.push(`error: ${message}`));
  addEventListener('unhandledrejection', ({reason}) => told.push(`unhandled: ${reason}`));
  console.error = (...said) => told.push(`console: ${said.join(' ')}`);

  // Time limits and pauses are long; they pass as many times faster as `rush` is told.
  const realNow = Date.now;
  const realTimeout = setTimeout;
  let speed = 1;
  let began = realNow();
  let shown = began;
  Date.now = () => Math.round(shown + (realNow() - began) * speed);
  window.setTimeout = (what, delay = 0, ...rest) => realTimeout(what, delay / speed, ...rest);
  AbortSignal.timeout = (delay) => {
    const controller = new AbortController();
    const error = new DOMException('signal timed out', 'TimeoutError');
    setTimeout(() => controller.abort(error), delay);
    return controller.signal;
  };
  window.rush = (factor) => {
    shown = Date.now();
    began = realNow();
    speed = factor;
  };
  if (document.currentScript.dataset.speed) rush(Number(document.currentScript.dataset.speed));

  addEventListener('rai-redeem', (event) =>
    event.respondWith(Promise.resolve({redeemed: true, code: 'C-1'})),
  );

  const deep = (element, ...path) =>
    path.reduce((found, step) => (found?.shadowRoot ?? found)?.querySelector(step), element);

  const words = (element) => element?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';

  const noticeIn = (host) => {
    const notice = deep(host, 'rai-store-notice');
    const said = words(deep(notice, '[part=notice] p'));
    return said ? {said, way: words(deep(notice, 'button'))} : undefined;
  };

  /** What is on screen where there is something to see; nothing while that is on its way. */
  const LOOKS = {
    list(store) {
      if (deep(store, '[aria-busy=true]')) return undefined;
      const names = [...store.shadowRoot.querySelectorAll('rai-product-card')].map((card) =>
        words(deep(card, '[part=name]')),
      );
      const notice = noticeIn(store);
      if (!notice && (!names.length || names.includes(''))) return undefined;
      const status = deep(store, 'rai-store-stale', '[role=status]');
      if (!notice && !status) return undefined;
      const isStale = words(status) !== '';
      return {...notice, count: names.length, isStale};
    },
    detail(store) {
      const detail = deep(store, 'rai-product-detail');
      const notice = noticeIn(detail);
      if (deep(detail, '.loading') || !(notice || deep(detail, '[part=redeem]'))) return undefined;
      return {...notice, count: 1};
    },
    card(card) {
      const notice = noticeIn(card);
      if (!notice && !words(deep(card, '[part=name]'))) return undefined;
      return {...notice, count: 1};
    },
    redeem(store) {
      const redeem = deep(store, 'rai-product-detail', 'rai-store-redeem');
      const title = words(deep(redeem, '[role=heading]'));
      if (!title || title === 'Redeeming…') return undefined;
      return {count: 1, said: title, way: words(deep(redeem, '.actions .quiet, button:last-of-type'))};
    },
  };

  const hosts = () => [...document.querySelectorAll('[data-cell]')];

  /** What each cell shows, as `LOOKS` has it. */
  window.look = (how) => hosts().map((host) => (host.shadowRoot ? (LOOKS[how](host) ?? null) : null));

  /** What is written on each cell and in it, whole. */
  window.read = () => {
    const all = (node) =>
      node.nodeName === 'STYLE'
        ? ''
        : [
            node.nodeValue ?? '',
            ...[...node.childNodes, ...(node.shadowRoot?.childNodes ?? [])].map(all),
          ].join(' ');
    return hosts().map(all);
  };

  window.sizes = () => hosts().map((host) => host.getBoundingClientRect().height);

  /** Does in each cell, or in those whose places are named, what a shopper would. */
  const ACTS = {
    category: (store) =>
      deep(store, 'rai-category-nav').shadowRoot.querySelectorAll('[part~=category]')[1].click(),
    search: (store) => {
      deep(store, 'rai-store-finder', '[part=search]').value = 'Reward 2';
      deep(store, 'rai-store-finder', 'form').requestSubmit();
    },
    more: (store) => deep(store, '[part=more]').click(),
    open: (store, id) => (store.product = id),
    redeem: (store) => deep(store, 'rai-product-detail', '[part=redeem]').click(),
    confirm: (store) => deep(store, 'rai-product-detail', 'rai-store-redeem', '[part=confirm]').click(),
    close: (store) => (store.product = undefined),
    sort: (store, sort) => (store.sort = sort),
    speak: (store, lang) => (store.lang = lang),
    move: (store) => document.body.prepend(store),
    leave: (store) => {
      const next = store.cloneNode(true);
      store.replaceWith(next);
    },
    wake: () => {
      dispatchEvent(new Event('online'));
      document.dispatchEvent(new Event('visibilitychange'));
    },
    begin: (store) =>
      Object.assign(store, {
        product: undefined,
        category: undefined,
        search: '',
        sort: undefined,
        lang: 'en',
      }),
    goOn: (host) =>
      (
        deep(host, 'rai-product-detail', 'rai-store-notice', 'button') ??
        deep(host, 'rai-store-notice', 'button')
      )?.click(),
  };
  window.act = (what, ...rest) => hosts().forEach((host) => ACTS[what](host, ...rest));

  /** Whether everything around the cards has come, so that it can be used. */
  window.isWhole = () =>
    hosts().every(
      (host) => host.localName !== 'rai-store' || words(deep(host, 'rai-category-nav', '[part~=category]')),
    );
})();
