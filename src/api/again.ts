import {StoreRequestError} from './errors.ts';
import {pauseOf} from './retry-after.ts';

// It imports no code that the boot script has, for what both had would become a file of its own.

/** How long an answer may take, all attempts and the pauses between them together, in ms. */
export const TOTAL_LIMIT = 20_000;

/** How long one attempt may take, in ms, as that of the first. */
const ATTEMPT_LIMIT = 8_000;

/** How often it is asked again at most. */
const MOST_RETRIES = 2;

/** What reaches nobody so soon, in ms, is turned away on this side: by a blocker, or where there is no network. */
const AT_ONCE = 500;

/** The longest pause before the first retry, in ms; before the second one it is twice as long. */
const BACKOFF = 1_000;

/** So many ms are added, more or less, to the pause that a server asks for: it asks many for the same one. */
const SPREAD = 1_000;

/** For so long a store that has failed after all is not asked again at once, in ms. */
const GIVEN_UP = 600_000;

/** When that was, in epoch ms, and what the last answer had been: since another one came, the store is there. */
const givenUp = new WeakMap<Asking, readonly [at: number, headers: Headers | undefined]>();

function hasJustFailed(client: Asking, now: number): boolean {
  const [at, headers] = givenUp.get(client) ?? [-Infinity];
  return now - at < GIVEN_UP && headers === client.headers;
}

/** Who asks, with the headers of the last answer. */
interface Asking {
  readonly headers: Headers | undefined;
}

/** What fails so shortly before its time is over, in ms, or later, fails for that: it may have been asked early. */
const CLOSE = 1_000;

/**
 * Asks again for what has failed, up to {@link TOTAL_LIMIT} after `start` (epoch ms). Only what may pass is tried again: no
 * answer, none in time, 429, 502, 503, 504. A pause is any up to the longest one, so that not all come at once; one
 * that a server asks for is kept, and where it does not fit the error says by `retryAt` when it ends. What is turned away at
 * once, when it is asked again, is given up: a shopper shall have the way out soon.
 *
 * Rejects with the last failure as a {@link StoreRequestError}; when `signal` aborts, with the signal's reason.
 *
 * @param client - Who asks: of one whose store has just failed after all, each question is asked once only for ten minutes, or
 *   until one is answered, for whatever asks it comes back by itself.
 * @param attempt - Asks once, for at most so many ms.
 * @param url - What is asked for.
 * @param cause - Why the first attempt failed: an answer, or what was thrown in its place.
 */
export async function askAgain<T>(
  client: Asking,
  attempt: (limit: number) => Promise<T>,
  url: string,
  cause: Partial<Response & Error>,
  start: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  const end = start + TOTAL_LIMIT;
  let isOver = start + ATTEMPT_LIMIT;
  let began = -Infinity;
  for (let retry = 1; ; retry += 1) {
    const now = Date.now();
    const failure = new StoreRequestError(url, now > isOver - CLOSE ? inPlain(cause) : cause);
    if (!mayPass(failure)) throw failure;
    const asked = pauseOf(cause.headers?.get('Retry-After'), now);
    const pause = asked === undefined ? Math.random() * BACKOFF * retry : asked + Math.random() * SPREAD;
    const isTurnedAway = failure.kind === 'offline' && now - began < AT_ONCE;
    const isLast = retry > MOST_RETRIES || isTurnedAway || hasJustFailed(client, now);
    if (isLast || now + pause >= end) {
      givenUp.set(client, [now, client.headers]);
      if (asked !== undefined) failure.retryAt = now + pause;
      throw failure;
    }
    await passed(pause, signal);
    try {
      began = Date.now();
      isOver = Math.min(began + ATTEMPT_LIMIT, end);
      return await attempt(isOver - began);
    } catch (error) {
      signal?.throwIfAborted();
      cause = error as Error;
    }
  }
}

/** An answer that ends in its middle because its time is over fails in a body's own way: what it means is that. */
const inPlain = (cause: Partial<Response & Error>) =>
  cause.name === 'TypeError' ? new DOMException('No whole answer in time', 'TimeoutError') : cause;

const mayPass = ({kind, status = 0}: StoreRequestError) =>
  kind === 'offline' || kind === 'slow' || [429, 502, 503, 504].includes(status);

/** Resolves after so many ms; rejects with the signal's reason as soon as that aborts. */
const passed = (pause: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, pause);
    signal?.addEventListener('abort', stop, {once: true});
  });
