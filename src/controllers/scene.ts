import type {ReactiveControllerHost} from 'lit';
import type {StoreClient, Surroundings} from '../api/client.ts';
import type {Audience} from '../i18n/product-words.ts';
import type {ListOptions} from '../api/requests.ts';
import type {OwnWords, Text} from '../i18n/text.ts';
import {Clock} from './clock.ts';
import {Loading} from './loading.ts';
import {source} from './source.ts';

/** What all elements of one store share. A new object whenever anything in it changes. */
export interface Scene extends Surroundings, Audience {
  readonly client: StoreClient;
  readonly clock: Clock;
  /** The language that the data was asked for in. */
  readonly lang: string;
  readonly text: Text;
  /** The chosen category's id; absent for all. */
  readonly category?: string | undefined;
  /** What is searched for; empty for everything. */
  readonly search?: string;
  /** How many results the chosen category has, once that is known. */
  readonly total?: number | undefined;
}

/** An element that can name a gateway, and what is to be listed first. */
export interface SceneHost extends ReactiveControllerHost, HTMLElement, ListOptions {
  /** Base URL of a store's gateway. */
  gateway?: string | undefined;
  /** What the page says in the place of the store's words. */
  words?: OwnWords | string | null | undefined;
  /** Settles when what it shows first may be shown. */
  dressed?(): Promise<void>;
}

/** The part of a scene that is read from the store. */
export type Opening = Pick<Scene, 'client' | 'clock' | 'lang' | 'text' | keyof Surroundings>;

/**
 * Owns a client, a clock and the words for its host's store, in the language that the page states when the host renders.
 * `LanguageController` has it render when that changes.
 */
export class OpeningController {
  readonly #host: SceneHost;
  readonly #opening: Loading<readonly [StoreClient | undefined, string, unknown], Opening | undefined>;
  readonly #list: ListOptions;
  readonly #fetch: typeof globalThis.fetch | undefined;
  readonly #clock = new Clock();
  #gateway = '';
  #client: StoreClient | undefined;

  /**
   * @param list - What is to be listed first, unless the host says it.
   * @param fetch - How it is asked for, if not as usual.
   */
  constructor(host: SceneHost, list: ListOptions = host, fetch?: typeof globalThis.fetch) {
    this.#host = host;
    this.#list = list;
    this.#fetch = fetch;
    this.#opening = new Loading(host, {
      args: () => [this.client, source.languageAt(host), host.words] as const,
      task: async ([client, tag], {signal}) => client && this.#open(client, tag, signal),
    });
  }

  /** Reads the host's store; `undefined` while the host has no gateway. */
  get client(): StoreClient | undefined {
    const {gateway = ''} = this.#host;
    if (gateway !== this.#gateway) {
      this.#gateway = gateway;
      this.#client = gateway
        ? source.client(gateway, (time) => this.#clock.sync(time), this.#fetch)
        : undefined;
    }
    return this.#client;
  }

  /** The language to ask for data in, at once, while the words are still on their way. */
  get lang(): string {
    return source.dataLanguageOf(source.languageAt(this.#host));
  }

  /** The words and the store's own data, once they are there; those of the last language until then. */
  get value(): Opening | undefined {
    return this.#opening.value;
  }

  /** Why there are no words. */
  get error(): unknown {
    return this.#opening.error;
  }

  /** Reads all of it again. */
  retry(): void {
    void this.#opening.run();
  }

  /** Words are needed to say anything; a title or a navigation that is missing leaves the rest. */
  async #open(client: StoreClient, tag: string, signal: AbortSignal): Promise<Opening> {
    const lang = source.dataLanguageOf(tag);
    const [text, surroundings] = await Promise.all([
      source.loadText(tag, this.#host.words),
      client.surroundings(source.cardsQuery(lang, this.#list), signal),
    ]);
    await this.#host.dressed?.();
    return {client, clock: this.#clock, lang, text, ...surroundings};
  }
}
