import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {treesOf} from './surroundings.ts';

/** Has its host render again whenever the page may have stated another language for it. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer = new MutationObserver(() => this.#host.requestUpdate());

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    // A shadow root is a tree of its own to an observer.
    for (const tree of treesOf(this.#host))
      this.#observer.observe(tree, {attributeFilter: ['lang'], subtree: true});
    this.#host.requestUpdate();
  }

  hostDisconnected() {
    this.#observer.disconnect();
  }
}
