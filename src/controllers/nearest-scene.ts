import type {ReactiveController} from 'lit';
import {LanguageController} from './language.ts';
import {OpeningController, type Scene, type SceneHost} from './scene.ts';

/** A store that tells whoever follows it about every new scene. */
export interface SceneGiver {
  /** Hands over the scene there is and every later one; returns the way to stop. */
  follow(follower: (scene: Scene) => void): () => void;
}

/**
 * The scene for an element that a page lays out by itself: of the gateway that the element names, else of the store around
 * it, across shadow roots. The element's `scene` is kept up to date.
 */
export class NearestSceneController implements ReactiveController {
  readonly #host: SceneHost & {scene?: Scene | undefined};
  #opening: OpeningController | undefined;
  #unfollow: (() => void) | undefined;

  constructor(host: SceneHost & {scene?: Scene | undefined}) {
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
    if (!this.#host.gateway) return;
    if (!this.#opening) {
      this.#opening = new OpeningController(this.#host, {pageSize: 1});
      new LanguageController(this.#host);
    }
    const opening = this.#opening.value;
    if (opening && this.#host.scene !== opening) this.#host.scene = opening;
  }

  hostDisconnected() {
    this.#unfollow?.();
    this.#unfollow = undefined;
  }

  #followStore() {
    if (!this.#host.isConnected || this.#unfollow) return;
    this.#unfollow = storeAround(this.#host)?.follow((scene) => (this.#host.scene = scene));
  }
}

function storeAround(element: Element): SceneGiver | undefined {
  for (let node: Element | undefined = element; node;) {
    const store = node.closest<Element & SceneGiver>('rai-store');
    if (store) return store;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return undefined;
}
