import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {SceneGiver} from './nearest-scene.ts';
import type {Scene} from './scene.ts';

/** A store that opens the detail of a product. */
export interface DetailHost extends ReactiveControllerHost, HTMLElement, SceneGiver {
  readonly renderRoot: HTMLElement | DocumentFragment;
  product?: string | undefined;
}

/** How long the detail's file may take, in ms, until a shopper is told. */
const LIMIT = 8_000;

/** What is shown as long as the file is missing. */
type Lost = HTMLElementTagNameMap['rai-store-detail-lost'];

/**
 * Looks after the file of the detail, which comes when a shopper first opens a product: where it does not, they are told why and can
 * try again, as it does by itself after a while.
 */
export class DetailLoadingController implements ReactiveController {
  readonly #host: DetailHost;
  readonly #load: () => Promise<unknown>;
  #scene: Scene | undefined;
  #isLoading = false;
  #isThere = false;
  #lost: Lost | undefined;

  /** @param load - Loads and registers the detail. */
  constructor(host: DetailHost, load: () => Promise<unknown>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
    host.follow((scene) => {
      this.#scene = scene;
      if (this.#lost) this.#lost.scene = scene;
    });
  }

  hostUpdated() {
    if (this.#isThere) return;
    if (!this.#host.product) this.#end();
    else if (!this.#isLoading && !this.#lost) void this.#try();
  }

  async #try() {
    this.#isLoading = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new DOMException('No file in time', 'TimeoutError')), LIMIT);
    });
    const loaded = this.#load();
    // It may still come when nobody waits for it any more.
    loaded.then(() => this.#arrive()).catch(() => {});
    try {
      await Promise.race([loaded, late]);
    } catch (error) {
      this.#tell(error);
    } finally {
      clearTimeout(timer);
      this.#isLoading = false;
    }
  }

  #arrive() {
    this.#isThere = true;
    this.#end();
  }

  #tell(error: unknown) {
    if (this.#isThere || !this.#host.product) return;
    const lost = (this.#lost ??= this.#put());
    lost.scene = this.#scene;
    lost.error = error;
  }

  #put(): Lost {
    const lost = document.createElement('rai-store-detail-lost');
    lost.addEventListener('go', () => {
      lost.error = undefined;
      void this.#try();
    });
    lost.addEventListener('close', () => {
      if (this.#lost === lost) this.#host.product = undefined;
    });
    this.#host.renderRoot.querySelector('[part~=root]')?.append(lost);
    return lost;
  }

  #end() {
    this.#lost?.remove();
    this.#lost = undefined;
  }
}
