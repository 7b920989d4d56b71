import {HostLink} from './links.ts';
import type {FrameMessage, HostMessage} from './protocol.ts';
import {Pulse} from './pulse.ts';
import {SeenBand} from './seen-band.ts';

/** How long a frame may take until its store answers, in ms. */
const PATIENCE = 8_000;

/** What the frame may do: run, ask its own server, take a form, and open links beside the page; not lead the page away, nor ask or open dialogs of the browser's. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox';

/** What a frame needs of the element that it stands in. */
export interface FrameHolder {
  /** Where the frame is to stand; it comes when that is nearly seen. */
  readonly place: Element;
  /** Puts the frame there. Its address has to be set first, so that it never holds an empty page of our origin. */
  readonly put: (frame: HTMLIFrameElement) => void;
  /** Hears the store; `answer` reaches the page that has said it, and no later one. */
  readonly hear: (message: FrameMessage, answer: (message: HostMessage) => void) => void;
  /** The store has not come within 8 s, or has gone and not come again. */
  readonly lose: () => void;
}

/** A frame with a store in it, the line to that, and a watch on whether it is still there. */
export class HeldFrame {
  readonly element = document.createElement('iframe');
  readonly #holder: FrameHolder;
  readonly #link: HostLink;
  readonly #near: IntersectionObserver;
  readonly #seen = new SeenBand(this.element, (band) => this.say({type: 'seen', ...band}));
  readonly #pulse: Pulse;
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** @param origin - The one that is believed and spoken to. */
  constructor(origin: string, holder: FrameHolder) {
    this.#holder = holder;
    const frame = this.element;
    frame.part.add('frame');
    frame.setAttribute('sandbox', SANDBOX);
    // Its own origin may put a redemption's code on the clipboard when the shopper wants it there; nothing else is lent to it.
    frame.allow = `clipboard-write ${origin}`;
    // So the frame knows whom it speaks to, where the browser does not tell it otherwise.
    frame.referrerPolicy = 'origin';
    this.#link = new HostLink({
      source: () => frame.contentWindow,
      origin,
      post: (offer, to, port) => frame.contentWindow?.postMessage(offer, to, [port]),
      hear: (message, answer) => this.#hear(message, answer),
    });
    this.#pulse = new Pulse(() => this.say({type: 'ping'}), holder.lose);
    frame.addEventListener('load', () => this.#link.offer());
    addEventListener('message', this.#heard);
    this.#near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({isIntersecting}) => isIntersecting)) return;
        this.#near.disconnect();
        holder.put(frame);
        this.#wait();
      },
      {rootMargin: '600px'},
    );
    this.#near.observe(holder.place);
  }

  /** Says something, if there is a line. */
  say(message: HostMessage): void {
    this.#link.say(message);
  }

  /** Ends all of it; the element is the holder's to remove. */
  close(): void {
    this.#near.disconnect();
    removeEventListener('message', this.#heard);
    this.#rest();
    this.#link.close();
  }

  readonly #heard = (event: MessageEvent) => this.#link.heard(event);

  #hear(message: FrameMessage, answer: (message: HostMessage) => void) {
    if (message.type === 'pong') return this.#pulse.answered();
    if (message.type === 'bye') return this.#wait();
    if (message.type === 'welcome') {
      this.#rest();
      this.#pulse.start();
      this.#seen.start();
    }
    this.#holder.hear(message, answer);
  }

  /** The store is to come within its time. */
  #wait() {
    this.#rest();
    this.#patience = setTimeout(this.#holder.lose, PATIENCE);
  }

  #rest() {
    clearTimeout(this.#patience);
    this.#pulse.stop();
    this.#seen.stop();
  }
}
