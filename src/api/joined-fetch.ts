import {ATTEMPT_LIMIT} from './early.ts';

/** Requests that are on their way, by address. */
const running = new Map<string, Promise<Response>>();

/**
 * `fetch` for reading: who asks for what is on its way already shares the answer. A caller's signal ends its own
 * waiting; the request goes on, for others may wait too, up to the time limit of the first.
 */
export const joinedFetch: typeof fetch = (input, {signal, ...init} = {}) => {
  const url = String(input instanceof Request ? input.url : input);
  const shared = running.get(url) ?? start(url, init);
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
    shared.then((answer) => resolve(answer.clone()), reject);
  });
};

function start(url: string, init: RequestInit): Promise<Response> {
  const answer = globalThis.fetch(url, {...init, signal: AbortSignal.timeout(ATTEMPT_LIMIT)});
  running.set(url, answer);
  const end = () => running.delete(url);
  answer.then(end, end);
  return answer;
}
