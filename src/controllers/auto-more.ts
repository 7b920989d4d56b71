import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {treesOf} from './surroundings.ts';

/** An element whose list goes on by itself where `scrolling` says `auto`; the part `more` is the way to go on by hand. */
export interface AutoMoreHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly scrolling?: string | undefined;
}

/** A list that can go on. */
export interface MoreList {
  /** Whether something is on its way. */
  readonly isBusy: boolean;
  /** Asks for the next page. */
  more(): void;
}

/**
 * Asks for the next page of a list when its end comes near. Not while the focus is behind the list: a shopper who went on
 * to the page's footer by keyboard would see it flee.
 */
export class AutoMoreController implements ReactiveController {
  readonly #host: AutoMoreHost;
  readonly #list: MoreList;
  #observer: IntersectionObserver;

  constructor(host: AutoMoreHost, list: MoreList) {
    this.#host = host;
    this.#list = list;
    // Both margins: the one is for the window, the other for what scrolls within it.
    this.#observer = this.#observing(innerHeight, innerHeight);
    host.addController(this);
    host.addEventListener('focusin', () => this.hostUpdated());
  }

  #observing(windowMargin: number, margin: number): IntersectionObserver {
    const margins = {rootMargin: `${windowMargin}px 0px`, scrollMargin: `${margin}px 0px`};
    return new IntersectionObserver((entries) => {
      const {isIntersecting, rootBounds, target} = entries.at(-1)!;
      // WebKit adds the second one to the first.
      if (windowMargin && rootBounds && rootBounds.height > top!.innerHeight + 3 * margin) {
        this.#observer.disconnect();
        this.#observer = this.#observing(0, margin);
        this.#observer.observe(target);
      } else if (isIntersecting && !isFocusBehind(target)) this.#list.more();
    }, margins);
  }

  hostUpdated() {
    const {scrolling, renderRoot} = this.#host;
    const more = scrolling === 'auto' && renderRoot.querySelector('[part~="more"]');
    // Anew each time: the end may be as near after a page as it was before, which an observer would not tell.
    this.#observer.disconnect();
    if (more) this.#observer.observe(more);
  }

  hostDisconnected() {
    this.#observer.disconnect();
  }
}

/** Whether the focus is behind an element, or on it by the keyboard. */
function isFocusBehind(element: Element): boolean {
  let inner = element;
  for (const tree of treesOf(element) as (ShadowRoot | Document)[]) {
    const {activeElement} = tree;
    if (activeElement === element) return element.matches(':focus-visible');
    if (activeElement)
      return Boolean(inner.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (tree instanceof ShadowRoot) inner = tree.host;
  }
  return false;
}
