// @ts-nocheck -- it runs in the page, as it is
// Before anything else on a page: it counts the timers, observers and lasting listeners that are begun there and not ended.
(() => {
  const timers = new Set();
  const observers = new Set();
  const listeners = new Set();
  window.active = () => ({timers: timers.size, observers: observers.size, listeners: listeners.size});

  const around = (owner, name, call) => {
    const real = owner[name];
    owner[name] = function (...given) {
      return call(() => Reflect.apply(real, this, given), this, given);
    };
  };
  // Each sort has numbers of its own.
  const sorts = [
    ['timer', 'setTimeout', ['clearTimeout', 'clearInterval']],
    ['frame', 'requestAnimationFrame', ['cancelAnimationFrame']],
    ['idle', 'requestIdleCallback', ['cancelIdleCallback']],
  ];
  for (const [sort, begin, end] of sorts) {
    around(window, begin, (go, _self, given) => {
      const what = given[0];
      given[0] = (...rest) => {
        timers.delete(`${sort} ${id}`);
        return what(...rest);
      };
      const id = go();
      timers.add(`${sort} ${id}`);
      return id;
    });
    for (const name of end)
      around(window, name, (go, _self, [id]) => {
        timers.delete(`${sort} ${id}`);
        return go();
      });
  }
  around(window, 'setInterval', (go) => {
    const id = go();
    timers.add(`timer ${id}`);
    return id;
  });

  for (const {prototype} of [MutationObserver, IntersectionObserver, ResizeObserver]) {
    around(prototype, 'observe', (go, self) => {
      observers.add(self);
      return go();
    });
    around(prototype, 'disconnect', (go, self) => {
      observers.delete(self);
      return go();
    });
  }

  // A listener on what outlives a store has to be taken away again; those on its own nodes go with them.
  const names = new WeakMap();
  let last = 0;
  const keyOf = (self, [type, listener, options]) => {
    if (!names.has(listener)) names.set(listener, (last += 1));
    if (!names.has(self)) names.set(self, (last += 1));
    return [names.get(self), type, names.get(listener), options === true || options?.capture === true].join();
  };
  const isLasting = (self) => self === window || self === document || self instanceof MediaQueryList;
  around(EventTarget.prototype, 'addEventListener', (go, self = window, given) => {
    if (isLasting(self) && given[1]) listeners.add(keyOf(self, given));
    return go();
  });
  around(EventTarget.prototype, 'removeEventListener', (go, self = window, given) => {
    if (isLasting(self) && given[1]) listeners.delete(keyOf(self, given));
    return go();
  });
})();
