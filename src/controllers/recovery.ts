import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {StoreRequestError} from '../api/errors.ts';

/** Something that is on the page for as long as an error is to be told. */
export interface RecoveringHost extends ReactiveControllerHost, HTMLElement {
  readonly error: unknown;
}

/** How soon it is tried again by itself, in ms; each time twice as long, up to the longest. */
const FIRST_PAUSE = 15_000;
const LONGEST_PAUSE = 300_000;

/** A pause is this part of that at least, and at most one whole more. */
const LEAST = 0.5;

/** The last try of any host on the page, and the pause before it: what fails again soon after is asked less often. */
let lastTry = -Infinity;
let lastPause = 0;
/** Since when that is the pause, in epoch ms: many hosts that fail together make it longer only once. */
let pauseSince = -Infinity;

/**
 * Tries again by itself what its host tells the error of, unless that says that it would be of no use: when the network is
 * back, when the time is over that the server asked for, and else after pauses that grow; not while nobody looks.
 */
export class RecoveryController implements ReactiveController {
  readonly #host: RecoveringHost;
  readonly #go: () => void;
  #error: unknown;
  #due = Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param go - Tries again; the host leaves the page then. */
  constructor(host: RecoveringHost, go: () => void) {
    this.#host = host;
    this.#go = go;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('online', this.#now);
    document.addEventListener('visibilitychange', this.#look);
    this.#error = undefined;
    this.#host.requestUpdate();
  }

  hostUpdated() {
    const {error, isConnected} = this.#host;
    if (error === this.#error || !isConnected) return;
    this.#error = error;
    clearTimeout(this.#timer);
    this.#due = Infinity;
    if (!mayBeMended(error)) return;
    const now = Date.now();
    const isSoonAfter = now - lastTry < 2 * lastPause + LONGEST_ANSWER;
    if (!isSoonAfter || now - pauseSince >= lastPause * LEAST) {
      lastPause = isSoonAfter ? Math.min(lastPause * 2, LONGEST_PAUSE) : FIRST_PAUSE;
      pauseSince = now;
    }
    // Not all at the same moment, when many pages wait for the same store.
    const pause = lastPause * (LEAST + Math.random());
    const {retryAt = now + pause} = error as Partial<StoreRequestError>;
    this.#due = Math.ceil(retryAt);
    this.#timer = setTimeout(this.#look, Math.max(0, this.#due - now));
  }

  hostDisconnected() {
    removeEventListener('online', this.#now);
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
  }

  readonly #look = () => {
    if (document.visibilityState !== 'hidden' && Date.now() >= this.#due) this.#now();
  };

  readonly #now = () => {
    if (!mayBeMended(this.#error)) return;
    clearTimeout(this.#timer);
    this.#due = Infinity;
    lastTry = Date.now();
    this.#go();
  };
}

/** How long it may take, in ms, until a try is known to have failed. */
const LONGEST_ANSWER = 25_000;

/** Whether time alone may mend it: not what was refused, is gone, or was asked wrongly. */
function mayBeMended(error: unknown): boolean {
  if (!error) return false;
  const {status = 500} = error as Partial<StoreRequestError>;
  return status < 400 || status === 429 || status >= 500;
}
