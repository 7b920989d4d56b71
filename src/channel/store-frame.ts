import {languageAt} from '../i18n/language-at.ts';
import {treesOf} from '../controllers/surroundings.ts';
import {answerTo, eventOf} from './frame-events.ts';
import {HeldFrame} from './held-frame.ts';
import type {FrameMessage, HostMessage, Settings} from './protocol.ts';
import {frameStyles} from './store-frame.styles.ts';

/** Attributes whose change the store in the frame is told. */
const TOLD = ['theme', 'lang', 'balance', 'signed-in', 'fill'];

/**
 * A store in a frame of its own, for pages that let no script of others run in them, or that have the store as a channel.
 *
 * It follows the store's height, tells it the page's theme and language, and fires the store's events again on itself; a `rai-redeem` is
 * answered with `respondWith` as if the store were on the page. A frame that does not come, or that dies, becomes what stands in the
 * element, or a link.
 *
 * @attr {string} src - Address of the gateway's channel page, such as `https://gateway.example/channel`.
 * @attr {'auto' | 'light' | 'dark'} [theme='auto'] - `light` or `dark`; anything else follows the shopper's system.
 * @attr {string} lang - The store's language, as a BCP 47 tag; the nearest `lang` around the frame, else the browser's, unless it is said.
 * @attr {number} balance - What the shopper can spend, in the store's own currency.
 * @attr {'true' | 'false'} signed-in - `false` tells shoppers to sign in; absent says nothing.
 * @attr {boolean} [fill=false] - Keeps the element's own height: the store scrolls inside.
 * @attr {string} [label='Rewards store'] - What the frame is called to those who hear the page, and the link.
 * @slot - What is there instead of a frame that does not come, such as a link.
 * @csspart frame - The frame.
 * @csspart link - The link that is there instead.
 * @fires {RaiReadyEvent} rai-ready - The store's products are on screen for the first time.
 * @fires {RaiErrorEvent} rai-error - Something could not be shown; the shopper has been told.
 * @fires {RaiCategoryChangeEvent} rai-category-change - The shopper chose a category.
 * @fires {RaiSearchEvent} rai-search - The shopper searched, sorted or narrowed the list.
 * @fires {RaiProductChooseEvent} rai-product-choose - The shopper chose a product.
 * @fires {RaiProductViewEvent} rai-product-view - A product's detail is on screen.
 * @fires {RaiRedeemEvent} rai-redeem - The shopper has confirmed that they want a product; answered with `respondWith`.
 */
export class StoreFrameElement extends HTMLElement {
  static readonly observedAttributes = ['src', 'label', ...TOLD];

  readonly #root = this.attachShadow({mode: 'open'});
  readonly #languages = new MutationObserver(() => this.#tellSettings());
  #frame: HeldFrame | undefined;
  #toldSettings = '';

  connectedCallback() {
    this.#root.adoptedStyleSheets = [frameStyles()];
    for (const tree of treesOf(this))
      this.#languages.observe(tree, {attributeFilter: ['lang'], subtree: true});
    addEventListener('online', this.#retry);
    this.#open();
  }

  disconnectedCallback() {
    this.#languages.disconnect();
    removeEventListener('online', this.#retry);
    this.#close();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null) {
    if (!this.isConnected || before === now) return;
    if (name === 'src') this.#open();
    else if (name === 'label') this.#frame?.element.setAttribute('title', this.#label);
    else this.#tellSettings();
  }

  get #label() {
    return this.getAttribute('label') ?? 'Rewards store';
  }

  #open() {
    this.#close();
    const address = addressOf(this.getAttribute('src'));
    if (!address) return this.#root.replaceChildren(document.createElement('slot'));
    this.#root.replaceChildren();
    this.#frame = new HeldFrame(address.origin, {
      place: this,
      put: (frame) => {
        frame.title = this.#label;
        frame.src = this.#hinted(address);
        this.#root.replaceChildren(frame);
      },
      hear: (message, answer) => this.#hear(message, answer),
      lose: () => this.#giveUp(address),
    });
  }

  #close() {
    this.#frame?.close();
    this.#frame = undefined;
  }

  #hear(message: FrameMessage, answer: (message: HostMessage) => void) {
    if (message.type === 'welcome') this.#saySettings();
    else if (message.type === 'height') {
      if (!this.hasAttribute('fill')) this.#frame?.element.style.setProperty('height', `${message.height}px`);
    } else if (message.type === 'redeem') void answerTo(message, this).then(answer);
    else {
      const event = eventOf(message);
      if (event) this.dispatchEvent(event);
    }
  }

  get #settings(): Settings {
    const theme = this.getAttribute('theme');
    const balance = this.getAttribute('balance');
    const isSignedIn = this.getAttribute('signed-in');
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
      lang: languageAt(this),
      balance: balance === null || !(Number(balance) >= 0) ? undefined : Number(balance),
      isSignedIn: isSignedIn === null ? undefined : isSignedIn !== 'false',
      isFollowed: !this.hasAttribute('fill'),
    };
  }

  /** The address, with what the store is to be from its first moment on. */
  #hinted(address: URL): string {
    const hinted = new URL(address);
    const {theme, lang} = this.#settings;
    if (theme && !hinted.searchParams.has('color')) hinted.searchParams.set('theme', theme);
    if (lang) hinted.searchParams.set('lang', lang);
    return hinted.href;
  }

  #tellSettings() {
    const now = JSON.stringify(this.#settings);
    if (now === this.#toldSettings) return;
    this.#toldSettings = now;
    if (this.hasAttribute('fill')) this.#frame?.element.style.removeProperty('height');
    this.#saySettings();
  }

  #saySettings() {
    this.#frame?.say({type: 'settings', ...this.#settings});
  }

  #giveUp(address: URL) {
    this.#close();
    const link = document.createElement('a');
    link.part.add('link');
    link.href = address.href;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = this.#label;
    const slot = document.createElement('slot');
    slot.append(link);
    this.#root.replaceChildren(slot);
  }

  /** What failed is tried again when the network is back. */
  readonly #retry = () => {
    if (!this.#frame) this.#open();
  };
}

/** An address of the web, in full. */
function addressOf(src: string | null): URL | undefined {
  if (!src || !URL.canParse(src, document.baseURI)) return undefined;
  const address = new URL(src, document.baseURI);
  return /^https?:$/.test(address.protocol) ? address : undefined;
}
