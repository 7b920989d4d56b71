import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {cardItem} from './card-item.ts';

/** What a page has put into a store for its cards: a template each, or nothing. */
interface CardTemplates {
  /** Stands in the place of a card. */
  readonly card?: HTMLTemplateElement | undefined;
  /** Stands at the foot of a card of the store's own. */
  readonly footer?: HTMLTemplateElement | undefined;
}

/** A template's content, and where its copies stand. */
export interface OwnContent {
  readonly content: DocumentFragment;
  /** Whether it is a whole card, or the foot of one of the store's own. */
  readonly isWhole: boolean;
  /** In whose light DOM the copies stand. */
  readonly store: HTMLElement;
  /**
   * Tells a copy from what only looks like one, as in a page that was kept and is opened again.
   *
   * @param put - Called when somebody has taken it away.
   */
  readonly keep: (copy: Element, put: () => void) => void;
}

/** A store with a replaceable way to draw a product. */
export interface TemplatedHost extends ReactiveControllerHost, HTMLElement {
  item: typeof cardItem;
}

/** Makes the way in which a store draws a product by a template of its page, given how it usually does. */
export type DrawOwn = (own: OwnContent, usual: typeof cardItem) => TemplatedHost['item'];

/** The mark of what the store has put into its light DOM. */
const COPY = 'data-rai-copy';

/** The copies that belong to a card, each with what puts it to its place. */
const copies = new WeakMap<Node, () => void>();

const controllers = new WeakMap<TemplatedHost, CardTemplatesController>();

/**
 * Follows the templates `card` and `card-footer` among what the page has put into a store, and has its products drawn by them.
 * What that takes is loaded where there is one; where it does not come, the store draws its own cards.
 */
export class CardTemplatesController implements ReactiveController {
  readonly #host: TemplatedHost;
  readonly #load: () => Promise<DrawOwn>;
  readonly #changes = new MutationObserver((records) => {
    for (const {removedNodes} of records)
      for (const node of removedNodes) {
        const put = copies.get(node);
        // In the next frame: whoever takes it away again and again is not to hold up the page.
        if (put) requestAnimationFrame(put);
      }
    this.settled = this.#look(records.some(({target}) => target !== this.#host));
  });
  #templates: CardTemplates = {};

  /** Settles when the store's products are drawn as the page wants it, or can't be. */
  settled: Promise<void> = Promise.resolve();

  /**
   * The one of a store.
   *
   * @param load - Loads what draws by templates.
   */
  static of(host: TemplatedHost, load: () => Promise<DrawOwn>): CardTemplatesController {
    const known = controllers.get(host);
    if (known) return known;
    const made = new CardTemplatesController(host, load);
    controllers.set(host, made);
    return made;
  }

  private constructor(host: TemplatedHost, load: () => Promise<DrawOwn>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected() {
    for (const copy of this.#host.querySelectorAll(`:scope > [${COPY}]`))
      if (!copies.has(copy)) copy.remove();
    this.settled = this.#look();
  }

  hostDisconnected() {
    this.#changes.disconnect();
  }

  async #look(isEdited = false): Promise<void> {
    const host = this.#host;
    const before = this.#templates;
    const {card, footer} = (this.#templates = this.#follow());
    if (!isEdited && card === before.card && footer === before.footer) return;
    try {
      const template = card ?? footer;
      const draw = template && (await this.#load());
      // By now there may be others.
      if (this.#templates.card !== card || this.#templates.footer !== footer) return;
      host.item = draw
        ? draw({content: contentNow(template), isWhole: template === card, store: host, keep}, cardItem)
        : cardItem;
      host.requestUpdate();
    } catch (cause) {
      // With the next change comes the next try.
      this.#templates = {};
      // eslint-disable-next-line no-console -- Whoever wrote the page looks nowhere else, and the shopper has cards all the same.
      console.warn(
        'rai-store: what draws the page’s own cards did not come; the store draws its own.',
        cause,
      );
    }
  }

  /** The templates there are, from now on followed in all that changes in them. */
  #follow(): CardTemplates {
    this.#changes.disconnect();
    this.#changes.observe(this.#host, {childList: true});
    const [card, footer] = ['card', 'card-footer'].map((slot) => {
      const template = this.#host.querySelector<HTMLTemplateElement>(`:scope > template[slot=${slot}]`);
      if (!template) return undefined;
      const all = {childList: true, subtree: true, attributes: true, characterData: true};
      for (const node of [template, template.content]) this.#changes.observe(node, all);
      return contentOf(template).hasChildNodes() ? template : undefined;
    });
    return {card, footer};
  }
}

function keep(copy: Element, put: () => void): void {
  copy.setAttribute(COPY, '');
  copies.set(copy, put);
}

/** What a template holds: a framework that makes it by script puts its children into the element itself. */
const contentOf = (template: HTMLTemplateElement): Node =>
  template.content.hasChildNodes() ? template.content : template;

/** What a template holds at this moment, out of reach of the page. */
function contentNow(template: HTMLTemplateElement): DocumentFragment {
  const {ownerDocument} = template.content;
  const content = ownerDocument.createDocumentFragment();
  for (const child of contentOf(template).childNodes) content.append(ownerDocument.importNode(child, true));
  return content;
}
