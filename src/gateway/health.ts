import type {Stores} from './stores.ts';

/** Whether a gateway should be sent requests, in numbers: names of stores may be names of customers. */
export interface Readiness {
  readonly status: 'ready' | 'failing' | 'draining';
  readonly stores: Readonly<Record<'ready' | 'stale' | 'failing', number>>;
}

/** Looks at every store, through its cache. A gateway is ready while any of its stores can be served. */
export async function readiness(stores: Stores, isDraining: boolean): Promise<Readiness> {
  const found = await Promise.all(stores.all.map((store) => store.health()));
  const count = (state: string) => found.filter((one) => one === state).length;
  const counted = {ready: count('ready'), stale: count('stale'), failing: count('failing')};
  const isFailing = counted.failing === found.length;
  return {status: isDraining ? 'draining' : isFailing ? 'failing' : 'ready', stores: counted};
}
