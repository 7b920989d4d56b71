import {Meter} from './meter.ts';
import {fromFrame, fromHost, HELLO, isHello, type FrameMessage, type HostMessage} from './protocol.ts';
import {READY} from './vendor.ts';

/** As much of a window's message as is looked at; `data` last, since it is only then made of its bytes. */
export interface Heard {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
  readonly ports: readonly MessagePort[];
}

/** Offers that are waited for at a time; a page that loads makes two. */
const OFFERS = 4;

/** What the host's end of the line works with. */
export interface HostEnd {
  /** The frame's window, as it is now. */
  readonly source: () => unknown;
  /** The one origin that is believed and spoken to. */
  readonly origin: string;
  /** Sends an offer to the frame's window, for that origin alone. */
  readonly post: (offer: typeof HELLO, origin: string, port: MessagePort) => void;
  /** What `answer` is given reaches the page that has said this, and none that has taken its place by then. */
  readonly hear: (message: FrameMessage, answer: (message: HostMessage) => void) => void;
}

/**
 * The host's end. It offers a line whenever the frame may hold a new page, and speaks over the one that was taken last. A page that
 * has a line leaves further offers alone, so that offering too often changes nothing.
 */
export class HostLink {
  readonly #end: HostEnd;
  /** Not yet taken, the oldest first. */
  #offered: MessagePort[] = [];
  #taken: MessagePort | undefined;
  readonly #meter = new Meter();

  constructor(end: HostEnd) {
    this.#end = end;
  }

  /** Offers a line; to be called when the frame has loaded. */
  offer(): void {
    const {port1, port2} = new MessageChannel();
    // One that was offered before may have been taken by now, and the word of it be on its way.
    this.#offered.push(port1);
    if (this.#offered.length > OFFERS) this.#offered.shift()!.close();
    port1.onmessage = (event) => {
      if (!this.#meter.isOver()) this.#take(port1, fromFrame(event.data));
    };
    this.#end.post(HELLO, this.#end.origin, port2);
  }

  /** Takes a message of the window's: the frame says there that it is ready, and nothing else is heard. */
  heard(message: Heard): void {
    const {source, origin} = message;
    if (source !== this.#end.source() || origin !== this.#end.origin || this.#meter.isOver()) return;
    if ((message.data as {type?: unknown} | null)?.type === READY) this.offer();
  }

  /** Says something, if the frame has taken a line. */
  say(message: HostMessage): void {
    this.#taken?.postMessage(message);
  }

  close(): void {
    for (const port of [...this.#offered, this.#taken]) port?.close();
    this.#offered = [];
    this.#taken = undefined;
  }

  #take(port: MessagePort, message: FrameMessage | undefined) {
    const at = this.#offered.indexOf(port);
    if (message?.type === 'welcome' && at >= 0) {
      this.#taken?.close();
      this.#taken = port;
      for (const older of this.#offered.splice(0, at + 1)) if (older !== port) older.close();
    }
    if (message && port === this.#taken) this.#end.hear(message, (answer) => port.postMessage(answer));
  }
}

/** What the frame's end of the line works with. */
export interface FrameEnd {
  /** The window around the frame. */
  readonly source: unknown;
  /** Whether a page of this origin may have the store in it. */
  readonly isAllowed: (origin: string) => boolean;
  readonly hear: (message: HostMessage) => void;
}

/** The frame's end. It takes the first line that an allowed page around it offers, and from then on hears nothing else. */
export class FrameLink {
  readonly #end: FrameEnd;
  readonly #meter = new Meter();
  #port: MessagePort | undefined;

  constructor(end: FrameEnd) {
    this.#end = end;
  }

  /** Whether there is a line. */
  get isOpen(): boolean {
    return this.#port !== undefined;
  }

  /** Takes a message of the window's; true where it was an offer that is now taken. */
  heard(offer: Heard): boolean {
    const {source, origin} = offer;
    if (this.#port || source !== this.#end.source || !this.#end.isAllowed(origin)) return false;
    const [port] = offer.ports;
    if (!port || !isHello(offer.data)) return false;
    this.#port = port;
    port.onmessage = (event) => {
      const message = this.#meter.isOver() ? undefined : fromHost(event.data);
      if (message) this.#end.hear(message);
    };
    this.say({type: 'welcome'});
    return true;
  }

  /** Says something, if there is a line. */
  say(message: FrameMessage): void {
    this.#port?.postMessage(message);
  }
}
