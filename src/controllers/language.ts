import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {source} from './source.ts';

/** The language that its host is to speak, as the page states it. The host renders again when that changes. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer = new MutationObserver(() => this.#read());

  /** A well-formed BCP 47 tag. */
  tag = 'en';

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
    this.#read();
  }

  hostDisconnected() {
    this.#observer.disconnect();
  }

  #read() {
    const tag = source.languageAt(this.#host);
    if (tag === this.tag) return;
    this.tag = tag;
    this.#host.requestUpdate();
  }
}
