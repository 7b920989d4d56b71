import {STORE, type Host} from './host.ts';

const library = (...names: string[]) =>
  names.map((name) => `<script src="/hosts/libraries/${name}.js"></script>`).join('\n');

/** What throws where a browser keeps things, as it does in private windows and frames. */
const NO_STORAGE = `<script>
  const refuse = () => { throw new DOMException('Storage is off here.', 'SecurityError'); };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
    Object.defineProperty(window, name, {get: refuse});
  Object.defineProperty(document, 'cookie', {get: refuse, set: refuse});
  Object.defineProperty(navigator, 'locks', {get: refuse});
  Object.defineProperty(navigator, 'serviceWorker', {get: refuse});
</script>`;

/** What careless scripts do to what is built in. */
const PATCHES = `<script>
  Array.from = (list) => [].slice.call(list);
  Array.prototype.toJSON = function () { return 'an array'; };
  Object.prototype.each = function () {};
  Object.prototype.isEmpty = false;
  Array.prototype.last = function () { return this[this.length - 1]; };
  String.prototype.strip = String.prototype.trim;
  Function.prototype.defer = function () { return setTimeout(this, 1); };
  Element.prototype.toggle = Element.prototype.show = Element.prototype.hide = function () { return this; };
  window.name = window.status = 'theirs';
  window.Event.theirs = window.Map.theirs = true;
</script>`;

/** The pages, the one that nothing is wrong with first. */
export const HOSTS: readonly Host[] = [
  {
    name: 'neutral',
    title: 'Nothing',
    see: 'A page of its own with nothing on it. The others are compared with it.',
  },
  {
    name: 'torture',
    title: 'The worst stylesheet',
    see: 'Everything that inherits is said to every element with !important, and all else to every kind of element that a store is made of.',
    head: '<link rel="stylesheet" href="/hosts/torture.css">',
  },
  {
    name: 'quirks',
    title: 'Quirks mode, and the worst stylesheet',
    see: 'No doctype at all.',
    doctype: '',
    head: '<link rel="stylesheet" href="/hosts/torture.css">',
  },
  {
    name: 'limited-quirks',
    title: 'Almost standards mode, and the worst stylesheet',
    see: 'A transitional doctype of long ago.',
    doctype:
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
    head: '<link rel="stylesheet" href="/hosts/torture.css">',
  },
  {
    name: 'rtl',
    title: 'From right to left',
    see: 'The page is written from right to left; its store is in English.',
    root: 'dir="rtl"',
  },
  {
    name: 'small-root',
    title: 'A root of ten pixels',
    see: 'html{font-size:62.5%}, so that a rem is 10 px.',
    head: '<style>html { font-size: 62.5%; } body { font-size: 1.6rem; }</style>',
  },
  {
    name: 'letter-spacing',
    title: 'Everything spaced out',
    see: '*{letter-spacing:3px}, with capitals and a line height.',
    head: '<style>* { letter-spacing: 3px; line-height: 2.4; text-transform: uppercase; }</style>',
  },
  {
    name: 'prototype',
    title: 'Prototype.js 1.7.3',
    see: 'Arrays that JSON writes as text, and Array.from that knows no iterables.',
    head: library('prototype'),
  },
  {
    name: 'mootools',
    title: 'MooTools',
    see: 'Every built-in prototype has more methods.',
    head: library('mootools'),
  },
  {
    name: 'mootools-compat',
    title: 'MooTools, compatible',
    see: 'The edition for pages that are older still.',
    head: library('mootools-compat'),
  },
  {
    name: 'prototype-jquery',
    title: 'Prototype.js beside jQuery',
    see: 'The pair that old shops have.',
    head: library('prototype', 'jquery') + '<script>jQuery.noConflict()</script>',
  },
  {name: 'jquery', title: 'jQuery', see: 'The library that most pages have.', head: library('jquery')},
  {
    name: 'zone',
    title: 'zone.js',
    see: 'Promises, timers and listeners are Angular’s.',
    head: library('zone'),
  },
  {
    name: 'core-js',
    title: 'core-js',
    see: 'Whatever a browser could lack is filled in.',
    head: library('core-js'),
  },
  {
    name: 'patches',
    title: 'Careless patches',
    see: 'Built-in prototypes with enumerable names of the page’s own.',
    head: PATCHES,
  },
  {
    name: 'isolated',
    title: 'Isolated',
    see: 'COOP and COEP: only what says so may come from elsewhere.',
    headers: {'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp'},
  },
  {
    name: 'no-storage',
    title: 'Nothing is kept',
    see: 'Cookies, storage, caches and locks throw.',
    head: NO_STORAGE,
  },
  {
    name: 'no-head',
    title: 'No head',
    see: 'A document that begins with its body’s content.',
    whole: `<!doctype html>${STORE}`,
  },
  {
    name: 'written',
    title: 'document.write',
    see: 'The store’s tag is written by a script.',
    body: `<script>document.write(decodeURIComponent('ENCODED'));</script>`,
  },
  {
    name: 'xhtml',
    title: 'XHTML',
    see: 'The document is XML, in which no template of HTML can be parsed: the store comes in a frame, and a link stands there until then.',
    whole: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>XHTML</title></head><body>${STORE}</body></html>`,
    type: 'application/xhtml+xml; charset=utf-8',
    shows: 'frame',
  },
  {
    name: 'srcdoc',
    title: 'A frame of its own text',
    see: 'The store is in an iframe with srcdoc.',
    body: '<iframe id="frame" style="FRAME" srcdoc="QUOTED"></iframe>',
  },
  {
    name: 'sandbox',
    title: 'A sandboxed frame',
    see: 'Without an origin of its own, so no gateway knows it: the store says that it can’t be shown.',
    body: '<iframe id="frame" style="FRAME" sandbox="allow-scripts" srcdoc="QUOTED"></iframe>',
    shows: 'notice',
  },
];

/** The page of that name. */
export const hostCalled = (name: string): Host | undefined => HOSTS.find((host) => host.name === name);
