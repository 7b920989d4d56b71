import {fill, isButton, isImage, type Showing} from './card-bindings.ts';

/**
 * One copy of a page's template, for one product. It stands in the light DOM of the store, so that the page's style sheets and
 * scripts reach it, and is shown by the slot of its name in the store's own tree.
 */
export class CardCopy {
  /** Holds the copy; it has no box of its own. */
  readonly root = document.createElement('div');
  #image: string | undefined;
  /** The address of a picture that did not load. */
  #broken: string | undefined;

  /**
   * @param content - What the template holds.
   * @param slot - The name of its slot.
   * @param choose - Called when the shopper presses one of its buttons.
   */
  constructor(content: DocumentFragment, slot: string, choose: () => void) {
    const {root} = this;
    root.slot = slot;
    // A page's framework may take the text of a page for a template of its own: Vue and AngularJS leave out what says so.
    root.setAttribute('v-pre', '');
    root.setAttribute('ng-non-bindable', '');
    root.style.setProperty('display', 'contents', 'important');
    root.append(document.importNode(content, true));
    for (const button of root.querySelectorAll('button[data-rai]'))
      // In a form of the page's it would else send that.
      if (isButton(button)) button.type = 'button';
    for (const image of this.#images) image.addEventListener('error', () => this.#break());
    root.addEventListener('click', ({target, defaultPrevented}) => {
      if (!defaultPrevented && target instanceof Element && target.closest('button[data-rai]')) choose();
    });
  }

  /** Shows what there is of the product. */
  show(showing: Showing, isEager: boolean): void {
    this.root.dataset.verdict = showing.words.verdict.state;
    fill(this.root, showing);
    const {image} = showing.product;
    this.#image = showing.shows('image') && image !== this.#broken ? image : undefined;
    for (const element of this.#images) showImage(element, this.#image, isEager);
  }

  get #images(): HTMLImageElement[] {
    return [...this.root.querySelectorAll('[data-rai=image]')].filter(isImage);
  }

  #break() {
    this.#broken = this.#image;
    for (const element of this.#images) showImage(element, undefined, false);
  }
}

function showImage(element: HTMLImageElement, address: string | undefined, isEager: boolean) {
  const isPicture = address !== undefined && /^https?:\/\//i.test(address);
  element.hidden = !isPicture;
  if (!isPicture) return element.removeAttribute('src');
  if (!element.hasAttribute('alt')) element.alt = '';
  element.referrerPolicy = 'no-referrer';
  element.loading = isEager ? 'eager' : 'lazy';
  if (element.getAttribute('src') !== address) element.src = address;
}
