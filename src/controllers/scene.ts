import {ContextConsumer, createContext} from '@lit/context';
import type {ReactiveControllerHost} from 'lit';
import type {StoreClient} from '../api/client.ts';
import type {Category, StoreProfile} from '../catalog/product.ts';
import {LOW_STOCK} from '../catalog/stock.ts';
import type {Text} from '../i18n/text.ts';
import {Clock} from './clock.ts';
import {LanguageController} from './language.ts';
import {Loading} from './loading.ts';
import {source} from './source.ts';

/** What all elements of one store share. A new object whenever anything in it changes. */
export interface Scene {
  readonly client: StoreClient;
  readonly clock: Clock;
  /** The language that the data was asked for in. */
  readonly lang: string;
  readonly text: Text;
  /** Absent where it could not be read: then there is no title, and prices are bare numbers. */
  readonly profile: StoreProfile | undefined;
  /** Absent where they could not be read. */
  readonly categories: readonly Category[] | undefined;
  /** The chosen category's id; absent for all. */
  readonly category: string | undefined;
  /** How many results the chosen category has, once that is known. */
  readonly total: number | undefined;
  /** At or under this many, a shopper is told that only so many are left. */
  readonly lowStock: number;
}

/** Hands a store's scene down to every element below. */
export const sceneContext = createContext<Scene>(Symbol('rai-scene'));

/** What a root, or an element that stands alone, has to say about where its store is. */
export interface SceneHost extends ReactiveControllerHost, HTMLElement {
  /** Base URL of the store's gateway; without one, the scene of the store around the element holds. */
  gateway?: string | undefined;
}

/** Owns a client, a clock and the words for one store, and keeps them to the page's language. */
export class OwnScene {
  readonly #language: LanguageController;
  readonly #opening: Loading<readonly [StoreClient | undefined, string], Opening>;
  readonly #clock = new Clock();
  readonly #host: SceneHost;
  #gateway = '';
  #client: StoreClient | undefined;

  constructor(host: SceneHost) {
    this.#host = host;
    this.#language = new LanguageController(host);
    this.#opening = new Loading(host, {
      args: () => [this.client, this.#language.tag] as const,
      task: async ([client, tag], {signal}) => open(client, tag, signal),
    });
  }

  /** Reads the host's store; `undefined` while the host has no gateway. */
  get client(): StoreClient | undefined {
    const {gateway = ''} = this.#host;
    if (gateway !== this.#gateway) {
      this.#gateway = gateway;
      this.#client = gateway ? source.client(gateway, (time) => this.#clock.sync(time)) : undefined;
    }
    return this.#client;
  }

  get clock(): Clock {
    return this.#clock;
  }

  /** The language to ask for data in, at once, while the words are still on their way. */
  get lang(): string {
    return source.dataLanguageOf(this.#language.tag);
  }

  /** The words and the store's own data, once they are there; those of the last language until then. */
  get opening(): Opening | undefined {
    return this.client && this.#opening.value;
  }

  /** Why there are no words. */
  get error(): unknown {
    return this.#opening.error;
  }

  /** Reads all of it again. */
  retry(): void {
    void this.#opening.run();
  }
}

/** The part of a scene that is loaded. */
export type Opening = Pick<Scene, 'lang' | 'text' | 'profile' | 'categories'>;

/** Words are needed to say anything; a title or a navigation that is missing leaves the rest. */
async function open(client: StoreClient | undefined, tag: string, signal: AbortSignal): Promise<Opening> {
  const lang = source.dataLanguageOf(tag);
  const missing = () => undefined;
  const [text, profile, categories] = await Promise.all([
    source.loadText(tag),
    client?.profile(lang, signal).catch(missing),
    client?.categories(lang, signal).catch(missing),
  ]);
  return {lang, text, profile, categories};
}

/**
 * The scene that an element stands in: its own where it names a gateway, else that of the store around it. The host
 * renders again whenever it changes.
 */
export class SceneController {
  readonly #host: SceneHost;
  readonly #around: ContextConsumer<typeof sceneContext, SceneHost>;
  #own: OwnScene | undefined;
  #last: Scene | undefined;

  constructor(host: SceneHost) {
    this.#host = host;
    this.#around = new ContextConsumer(host, {context: sceneContext, subscribe: true});
    host.addController(this);
  }

  /** The scene, once there are words to say anything with. */
  get scene(): Scene | undefined {
    return this.#host.gateway ? this.#last : this.#around.value;
  }

  /** Why an element that stands alone has no scene. */
  get error(): unknown {
    return this.#host.gateway ? this.#own?.error : undefined;
  }

  /** Reads again what is missing, where the element stands alone. */
  retry(): void {
    this.#own?.retry();
  }

  hostUpdate() {
    if (!this.#host.gateway) return;
    // Made late, so that the many elements inside a store cost no client and no observer of their own.
    this.#own ??= new OwnScene(this.#host);
    const {opening, client, clock} = this.#own;
    if (!opening || !client || this.#last?.text === opening.text) return;
    this.#last = {...opening, client, clock, category: undefined, total: undefined, lowStock: LOW_STOCK};
  }
}
