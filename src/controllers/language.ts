import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Has its host render again whenever the page may have stated another language for it. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer = new MutationObserver(() => this.#host.requestUpdate());

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    // A shadow root is a tree of its own to an observer: each one up to the document is looked at.
    for (let node: Node = this.#host; ;) {
      const root = node.getRootNode();
      this.#observer.observe(root, {attributeFilter: ['lang'], subtree: true});
      if (!(root instanceof ShadowRoot)) break;
      node = root.host;
    }
    this.#host.requestUpdate();
  }

  hostDisconnected() {
    this.#observer.disconnect();
  }
}
