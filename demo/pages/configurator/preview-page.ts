import {isScene, PAINTED, READY, type PreviewScene} from './preview-scene.ts';

// The page in the preview's frame. It stands where a partner's page would, and does what that page's author would have written.

let shown: PreviewScene | undefined;

addEventListener('message', ({source, origin, data}) => {
  if (source === parent && origin === location.origin && isScene(data)) show(data);
});
if (parent !== window) parent.postMessage(READY, location.origin);

const tellPainted = () => parent.postMessage(PAINTED, location.origin);
// A store paints itself when its palette has come, which no event says; the page's style sheet has it pass over.
document.addEventListener('transitionend', ({propertyName}) => {
  if (propertyName.startsWith('--_c-')) tellPainted();
});

function show(scene: PreviewScene) {
  const root = document.documentElement;
  root.lang = scene.lang;
  root.dir = scene.dir;
  root.dataset.scheme = scene.scheme;
  const store = storeOf(scene);
  // A shopper's own scheme, which no page can set: said to the store where the configuration leaves it open.
  const {theme} = scene.attributes;
  store.setAttribute('theme', theme === undefined || theme === 'auto' ? scene.scheme : theme);
  for (const name of Object.keys(shown?.tokens ?? {}))
    if (!(name in scene.tokens)) store.style.removeProperty(name);
  for (const [name, value] of Object.entries(scene.tokens)) store.style.setProperty(name, value);
  shown = scene;
}

/** The store on the page; a new one where its attributes are others, as if the page had been opened with them. */
function storeOf({gateway, attributes}: PreviewScene): HTMLElement {
  const before = document.querySelector<HTMLElement>('rai-store');
  const wanted: Record<string, string> = {...attributes, gateway};
  delete wanted.theme;
  if (before && shown && same(before, wanted)) return before;
  const store = document.createElement('rai-store');
  for (const [name, value] of Object.entries(wanted)) store.setAttribute(name, value);
  for (const name of ['rai-ready', 'rai-error']) store.addEventListener(name, tellPainted, {once: true});
  if (!before) {
    document.body.append(store);
    return store;
  }
  const height = before.offsetHeight;
  for (const [name, value] of Object.entries(shown?.tokens ?? {})) store.style.setProperty(name, value);
  // The page keeps its height meanwhile, and so the place that somebody has scrolled to.
  document.body.style.setProperty('min-height', `${height}px`);
  const free = () => document.body.style.removeProperty('min-height');
  for (const name of ['rai-ready', 'rai-error']) store.addEventListener(name, free, {once: true});
  before.replaceWith(store);
  return store;
}

function same(store: Element, wanted: Readonly<Record<string, string>>): boolean {
  const last: Record<string, string> = {...shown?.attributes, gateway: shown?.gateway ?? ''};
  delete last.theme;
  const names = new Set([...Object.keys(last), ...Object.keys(wanted)]);
  return store.isConnected && [...names].every((name) => last[name] === wanted[name]);
}
