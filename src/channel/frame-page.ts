import type {RaiErrorEvent, RaiProductChooseEvent} from '../elements/events.ts';
import type {RaiCategoryChangeEvent, RaiSearchEvent} from '../elements/finding-events.ts';
import type {RaiProductViewEvent} from '../elements/product-view-event.ts';
import {frameStore} from './frame-store.ts';
import {HeightController} from './height.ts';
import {FrameLink} from './links.ts';
import {told, type FrameMessage, type HostMessage} from './protocol.ts';
import {RedeemDesk} from './redeem-desk.ts';
import {surroundingOrigin} from './surrounding-origin.ts';
import {sendToken} from './token.ts';
import {READY, wishOf, type VendorMessage} from './vendor.ts';

// The page in the frame: a store that fills it, and what it says to the page around it, if that is one that may have it.

const {documentElement: root, body} = document;
const store = document.querySelector('rai-store')!;
const allowed = (root.dataset.parents ?? '').split(' ');
const isAllowed = (origin: string) => allowed.includes(origin);
/** Only where the gateway asks for a token is one asked for here. */
const takeToken = root.dataset.token === undefined ? undefined : sendToken();

const link = new FrameLink({source: parent, isAllowed, hear});
const desk = new RedeemDesk((message) => link.say(message));
const height = new HeightController(body, tellHeight, () => setScrolling(true));
const shown = frameStore(store, root);

/** How the store has opened, for a host that was not there yet: what a tab has kept is on screen before any line is. */
let opened: FrameMessage | undefined;

/** Whom the vendor's names are said to: a page around the frame whose origin is known and allowed. */
let host = parent === window ? undefined : surroundingOrigin(isAllowed);

if (parent !== window) {
  addEventListener('message', (event) => {
    if (link.heard(event)) {
      if (opened) link.say(opened);
      return height.start();
    }
    if (link.isOpen || event.source !== parent || !isAllowed(event.origin)) return;
    const wish = wishOf(event.data);
    if (!wish) return;
    // Who may have the store and speaks so is answered so, also where nothing told before who it is.
    host ??= event.origin;
    if (wish.type === 'refresh') location.reload();
    else takeToken?.(wish.token);
  });
  addEventListener('pagehide', () => link.say({type: 'bye'}));
  addEventListener('pageshow', ({persisted}) => {
    if (persisted) link.say({type: 'welcome'});
  });
  listenToStore();
  say({type: READY});
  if (takeToken) say({type: 'RETURNINGAI_WIDGET_REQUEST_TOKEN'});
  height.start();
}

/** Says it by the vendor's names, while no host of ours is there. */
function say(message: VendorMessage) {
  if (host !== undefined && !link.isOpen) parent.postMessage(message, host);
}

function tellHeight(height: number) {
  link.say({type: 'height', height});
  say({type: 'WIDGET_HEIGHT_UPDATE', payload: {height}});
}

function hear(message: HostMessage) {
  switch (message.type) {
    case 'settings':
      shown.be(message);
      setScrolling(!message.isFollowed);
      return;
    case 'seen':
      return shown.seen(message);
    case 'ping':
      return link.say({type: 'pong'});
    default:
      return desk.answer(message);
  }
}

/** A frame that has its whole height shows no scroll bar, not even while it is given the next one. */
function setScrolling(isOn: boolean) {
  root.style.setProperty('overflow', isOn ? '' : 'hidden');
}

function listenToStore() {
  const on = <E extends Event>(name: string, make: (event: E) => FrameMessage | undefined) =>
    store.addEventListener(name, (event) => {
      const message = make(event as E);
      if (message) link.say(message);
      if (message?.type === 'ready' || message?.type === 'error') opened = message;
    });
  const ofProduct = (type: 'choose' | 'view', whole: object): FrameMessage | undefined => {
    const product = told(whole);
    return product && {type, product};
  };
  on('rai-ready', () => ({type: 'ready'}));
  on('rai-error', ({error}: RaiErrorEvent) => {
    say({type: 'WIDGET_ERROR'});
    const {kind, status, requestId} = (error ?? {}) as {kind?: string; status?: number; requestId?: string};
    return {type: 'error', kind, status, requestId};
  });
  on('rai-category-change', ({category}: RaiCategoryChangeEvent) => ({type: 'category', category}));
  on('rai-search', ({search, sort}: RaiSearchEvent) => ({type: 'search', search, sort}));
  on('rai-product-choose', ({product}: RaiProductChooseEvent) => ofProduct('choose', product));
  on('rai-product-view', ({product}: RaiProductViewEvent) => ofProduct('view', product));
  store.addEventListener('rai-redeem', (event) => {
    // Where no host of ours is, nobody answers, and the store leads on by itself.
    if (link.isOpen) desk.ask(event);
  });
}
