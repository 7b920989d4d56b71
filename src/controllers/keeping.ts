import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {StoreRequestError} from '../api/errors.ts';
import {forget, isComing, isLookedFor, keep, keptOf, type Kept} from '../api/kept.ts';
import {storefrontUrl, type ListOptions} from '../api/requests.ts';
import type {SceneGiver} from './nearest-scene.ts';
import type {ProductList} from './product-list.ts';
import type {RenewableList} from './refresh.ts';
import {withRenewed} from './renewal.ts';
import type {Scene} from './scene.ts';
import {source} from './source.ts';

/** A store that a page has put, whose first answer may have been kept. */
export interface KeepingHost
  extends ReactiveControllerHost, HTMLElement, SceneGiver, Omit<ListOptions, 'category'> {}

/** What says that a store is not to be shown here: what was kept of it is then not shown any longer. */
const FINAL: readonly unknown[] = [401, 403, 404, 410];

/**
 * Has the tab keep what a store opened with, so that the next visit begins with that; and where this one did, brings what is true now
 * in its place. Where that can't be read, what was kept stays, marked with its time.
 */
export class KeepingController implements ReactiveController {
  readonly #host: KeepingHost;
  readonly #list: RenewableList;
  readonly #opening: {retry(): void};
  #scene: Scene | undefined;
  /** What was looked at last. */
  #parts: unknown;
  #reading: AbortController | undefined;
  #wasStale = false;

  constructor(host: KeepingHost, list: RenewableList, opening: {retry(): void}) {
    this.#host = host;
    this.#list = list;
    this.#opening = opening;
    host.addController(this);
    host.follow((scene) => (this.#scene = scene));
  }

  hostUpdated() {
    const scene = this.#scene;
    const {value, error} = this.#list;
    if (!scene) return;
    if (error) return this.#startAgain(scene);
    if (!value) return;
    const kept = keptOf(scene.parts);
    const isStale = value.asOf !== undefined;
    // The list has been read again by itself; what stands around it is not.
    if (kept && this.#wasStale && !isStale) this.#opening.retry();
    this.#wasStale = isStale;
    if (scene.parts === this.#parts) return;
    this.#parts = scene.parts;
    if (!kept) this.#keep(scene);
    else void this.#renew(value, scene, kept);
  }

  hostDisconnected() {
    if (!this.#reading) return;
    this.#reading.abort();
    this.#parts = undefined;
  }

  /** Only what is shown by itself is kept; nothing that is one shopper's own, or that its sender wants nobody to keep. */
  #keep({client, clock, lang, parts}: Scene) {
    const {userID} = source.cardsQuery(lang, this.#host);
    const isPrivate = userID || /no-store/i.test(client.headers?.get('Cache-Control') ?? '');
    const {data} = (parts.products ?? {}) as {data?: unknown};
    const isWhole = Array.isArray(data) && !client.plain && client.asOf === undefined;
    const url = this.#address(client.gateway, lang);
    if (isPrivate || !isWhole || !isLookedFor(url)) return;
    const at = clock.now();
    keep(url, parts, {at, ahead: at - Date.now()});
  }

  async #renew(before: ProductList, {client, clock, lang}: Scene, kept: Kept) {
    const {query} = before;
    const reading = (this.#reading = new AbortController());
    clock.sync(Date.now() + kept.ahead);
    try {
      // What stands around the products and the first of them come in one answer, which is on its way already.
      this.#opening.retry();
      const {products, total} = await client.products(query, reading.signal);
      const {asOf} = client;
      this.#list.renew((list) =>
        list.query !== query
          ? list
          : list.products.length > before.products.length
            ? {...withRenewed(list, products), asOf}
            : {query, products, total: products.length ? total : 0, asOf},
      );
    } catch (error) {
      if (reading.signal.aborted) return;
      if (FINAL.includes((error as StoreRequestError).status)) {
        forget(this.#address(client.gateway, lang));
        this.#list.retry();
      } else
        this.#list.renew((list) => (list.query === query ? {...list, asOf: list.asOf ?? kept.at} : list));
    } finally {
      this.#reading = undefined;
    }
  }

  /** Where it was a kept answer that could not be read, what is true now has been asked for besides. */
  #startAgain({client, lang}: Scene) {
    const url = this.#address(client.gateway, lang);
    if (!isComing(url)) return;
    forget(url);
    this.#opening.retry();
    this.#list.retry();
  }

  #address(gateway: string, lang: string): string {
    return storefrontUrl(gateway, source.cardsQuery(lang, this.#host));
  }
}
