import {STALE_HEADER} from './contract.ts';
import {ATTEMPT_LIMIT, REQUEST, takeEarly} from './early.ts';
import {momentOf, objectOf, type Json} from './members.ts';

/** An answer in the Store API's envelope, with the moment at which its sender says that it was true. */
export interface Answer {
  readonly envelope: Json;
  /** Epoch ms by the server's clock, from `Date` and `Age` (RFC 9110, 9111); absent where a proxy hides them. */
  readonly serverTime: number | undefined;
  /** Epoch ms at which it was true, where it is the last good one of a store that fails at the moment. */
  readonly asOf: number | undefined;
  /** All that its sender says besides. */
  readonly headers: Headers;
}

/** Of an answer no more bytes are read than this, and its rest is missing then. A page of 100 products has a fiftieth of it. */
const LONGEST = 8e6;

/**
 * Asks once for an envelope, by a simple request.
 *
 * Rejects with the answer where its status is a failure, with what `fetch` threw, with a `TimeoutError` after `limit` (ms), with a
 * `SyntaxError` where it is no envelope; when `signal` aborts, with the signal's reason.
 */
export async function fetchJson(
  url: string,
  signal: AbortSignal | undefined,
  fetch = globalThis.fetch,
  limit = ATTEMPT_LIMIT,
): Promise<Answer> {
  signal?.throwIfAborted();
  // WebKit forgets a signal that is made of others, with `AbortSignal.any`, and what it would abort goes on for ever; of the
  // connections that a browser has to a host none would be left.
  const stop = new AbortController();
  const over = new Promise<never>((_resolve, reject) => {
    for (const either of [AbortSignal.timeout(limit), signal]) {
      const end = () => {
        stop.abort(either!.reason);
        reject(either!.reason as Error);
      };
      either?.addEventListener('abort', end, {signal: stop.signal});
    }
  });
  const response = await Promise.race([
    over,
    takeEarly(url) ?? fetch(url, {...REQUEST, signal: stop.signal}),
  ]);
  // What a failure says is left for whoever looks at the network; it has as long as any answer.
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- it becomes the cause of an error
  if (!response.ok) throw response;
  const answer = await Promise.race([over, read(response)]);
  // Whoever could stop it has no need to hold it any longer.
  stop.abort();
  return answer;
}

async function read({body, headers}: Response): Promise<Answer> {
  let left = LONGEST;
  const bounded = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, rest) => ((left -= chunk.length) < 0 ? rest.terminate() : rest.enqueue(chunk)),
  });
  const envelope = objectOf(await new Response(body?.pipeThrough(bounded)).json());
  if (!('data' in envelope)) throw new SyntaxError();
  const date = momentOf(headers.get('date'));
  return {
    envelope,
    serverTime: date && date + (Number(headers.get('age')) || 0) * 1000,
    asOf: headers.has(STALE_HEADER) ? date : undefined,
    headers,
  };
}
