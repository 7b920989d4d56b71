import type {ReactiveController} from 'lit';
import {joinedFetch} from '../api/joined-fetch.ts';
import {configurationOf} from '../api/surroundings.ts';
import {LanguageController} from './language.ts';
import {paint} from './painting.ts';
import {OpeningController, type Scene, type SceneHost} from './scene.ts';

/** A store that tells whoever follows it about every new scene. */
export interface SceneGiver {
  /** Id of the category that it shows; absent for all. */
  category?: string | undefined;
  /** Hands over the scene there is and every later one; returns the way to stop. */
  follow(follower: (scene: Scene) => void): () => void;
}

/** An element that a page lays out by itself. */
export interface SceneTaker extends SceneHost {
  scene?: Scene | undefined;
  /** Id of the store that it belongs to, where it does not stand within one. */
  readonly htmlFor?: string | undefined;
}

/**
 * The scene for an element that a page lays out by itself: of the gateway that the element names, else of the store that it is
 * `for`, else of the store around it, across shadow roots. The element's `scene` is kept up to date.
 */
export class NearestSceneController implements ReactiveController {
  readonly #host: SceneTaker;
  /** The store that it belongs to, once that is there. */
  store: (Element & SceneGiver) | undefined;
  #opening: OpeningController | undefined;
  #unfollow: (() => void) | undefined;
  readonly #search = new MutationObserver(() => this.#followStore());

  constructor(host: SceneTaker) {
    this.#host = host;
    host.addController(this);
  }

  /** Why an element with a gateway of its own has no scene. */
  get error(): unknown {
    return this.#opening?.error;
  }

  /** Reads again what is missing. */
  retry(): void {
    this.#opening?.retry();
  }

  hostConnected() {
    this.#host.requestUpdate();
    // An element without a gateway that is not given one later belongs to the store around it, once that is defined.
    if (!this.#host.gateway) void customElements.whenDefined('rai-store').then(() => this.#followStore());
  }

  hostUpdate() {
    // It may stand far from what its store has painted.
    if (this.#host.scene) void paint(this.#host, configurationOf(this.#host.scene));
    if (!this.#host.gateway) return;
    if (!this.#opening) {
      this.#host.words ??= this.#host.getAttribute('words');
      this.#opening = new OpeningController(this.#host, {pageSize: 1}, joinedFetch);
      new LanguageController(this.#host);
    }
    const opening = this.#opening.value;
    if (opening && this.#host.scene !== opening) this.#host.scene = opening;
  }

  hostDisconnected() {
    this.#search.disconnect();
    this.#unfollow?.();
    this.#unfollow = undefined;
    this.store = undefined;
  }

  #followStore() {
    const host = this.#host;
    if (!host.isConnected || this.#unfollow) return;
    this.store = host.htmlFor === undefined ? storeAround(host) : storeCalled(host.htmlFor, host);
    this.#unfollow = this.store?.follow((scene) => (host.scene = scene));
    // A navigation often stands before its store, which may come much later.
    if (this.store) this.#search.disconnect();
    else if (host.htmlFor !== undefined)
      this.#search.observe(host.getRootNode(), {childList: true, subtree: true});
  }
}

function storeCalled(id: string, element: Element): (Element & SceneGiver) | undefined {
  const root = element.getRootNode() as Document | ShadowRoot;
  return root.querySelector<Element & SceneGiver>(`rai-store#${CSS.escape(id)}`) ?? undefined;
}

function storeAround(element: Element): (Element & SceneGiver) | undefined {
  for (let node: Element | undefined = element; node;) {
    const store = node.closest<Element & SceneGiver>('rai-store');
    if (store) return store;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return undefined;
}
