import type {Caller} from './cache.ts';
import {Refusal} from './errors.ts';
import {guard} from './guard.ts';
import type {Limiter} from './limit.ts';
import type {Frame} from './respond.ts';
import type {Store} from './store.ts';
import type {Stores} from './stores.ts';

/** What is known of a request before anything is done about it. */
export interface Arrival {
  readonly request: Request;
  readonly target: string;
  /** What the client is counted by. */
  readonly client: string;
  readonly caller: Caller;
}

/**
 * Lets a request in, or throws the refusal. It notes in the frame which page asks, so that a refusal, too, can be
 * read by a page that may read.
 *
 * @returns The store that the request is about, if it is about one.
 */
export async function admit(
  {request, target, client, caller}: Arrival,
  frame: Frame,
  stores: Stores,
  limit: Limiter,
): Promise<Store | undefined> {
  const store = stores.at(target);
  if (store?.name !== undefined) frame.store = store.name;
  const origin = request.headers.get('origin');
  if (origin !== null && (store ? store.knows(origin) : stores.all.some((one) => one.knows(origin)))) {
    frame.origin = origin;
  }
  guard(request, target);
  // Before anything goes upstream: CORS alone would only hide the answer from the page.
  if (origin !== null && frame.origin === undefined) {
    if (!(await store?.allows(origin, caller))) throw foreign();
    frame.origin = origin;
  }
  if (store) await limit(store.name === undefined ? client : `${store.name} ${client}`, origin ?? undefined);
  return store;
}

const foreign = () =>
  new Refusal(403, 'This origin may not read here.', {
    solution: 'The operator of the gateway lists the allowed origins.',
  });
