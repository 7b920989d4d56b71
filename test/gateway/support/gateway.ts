import {createGateway, type Gateway, type GatewayOptions} from '../../../src/gateway/app.ts';
import {sampleStore, type ScriptedStore} from './store.ts';

/** The page that may read, in all the tests. */
export const SHOP = 'https://shop.example';

/** The credential; no answer may hold it. */
export const KEY = 'canary-key-5f2d8c41';

/** A gateway before a scripted store. */
export function aGateway(
  store: ScriptedStore = sampleStore(),
  changes: Partial<GatewayOptions> = {},
): Gateway {
  return createGateway({
    upstream: 'https://store.example/v1',
    key: KEY,
    origins: [SHOP],
    fetch: store.fetch,
    ...changes,
  });
}

/** Asks as a page of the shop would. */
export async function ask(gateway: Gateway, path: string, init: RequestInit = {}): Promise<Response> {
  return gateway.request(`https://gateway.example${path}`, {
    ...init,
    headers: {Origin: SHOP, ...init.headers},
  });
}

/** Waits, without letting a faked clock go on, until something is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}

/** The JSON of an answer. */
export async function bodyOf(response: Response | Promise<Response>): Promise<AnyBody> {
  return (await (await response).json()) as AnyBody;
}

/** An answer or an error, as far as the tests look into one. */
export interface AnyBody {
  readonly status: string;
  readonly message: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
}
