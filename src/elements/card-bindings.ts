import type {Product} from '../catalog/product.ts';
import type {Scene} from '../controllers/scene.ts';
import type {ProductWords} from '../i18n/product-words.ts';

/** What there is to show of a product at a moment. */
export interface Showing {
  readonly product: Product;
  readonly scene: Scene;
  readonly words: ProductWords;
  /** Whether the store wants a part shown, as its attribute `show` says. */
  readonly shows: (part: string) => boolean;
}

/** A piece of a text; what is only there to be seen, or only to be read aloud, says so. */
type Piece = string | undefined | {readonly aloud: string; readonly lang?: string} | {readonly seen: string};

interface Binding {
  /** The word of `show` that it belongs to. */
  readonly part?: string;
  /** Whether the words are the merchant's. */
  readonly isTheirs?: boolean;
  readonly pieces: (showing: Showing) => readonly Piece[];
}

/** Everything that an element with `data-rai` can say, by the name there: text, and nothing but text. */
export const TEXTS: Readonly<Record<string, Binding>> = {
  name: {
    isTheirs: true,
    pieces: ({product, scene}) => [product.name ?? scene.text.say('product.untitled')],
  },
  summary: {part: 'summary', isTheirs: true, pieces: ({product}) => [product.summary]},
  price: {
    part: 'price',
    pieces: ({words: {price, isFree}, scene: {text, profile, lang}}) =>
      price === undefined
        ? []
        : [
            {aloud: `${text.say('price.now')} `},
            price,
            isFree ? undefined : {aloud: ` ${profile?.currency?.name ?? ''}`, lang},
          ],
  },
  // With the price, the name of its currency is read aloud already.
  currency: {
    part: 'price',
    isTheirs: true,
    pieces: ({words: {price, isFree}, scene: {profile}}) =>
      price === undefined || isFree || !profile?.currency?.name ? [] : [{seen: profile.currency.name}],
  },
  was: {
    part: 'price',
    pieces: ({words: {was}, scene: {text}}) =>
      was === undefined ? [] : [{aloud: `${text.say('price.was')} `}, was],
  },
  saving: {
    part: 'price',
    pieces: ({words: {saving}}) => (saving ? [{seen: saving.written}, {aloud: saving.aloud}] : []),
  },
  ends: {part: 'stock', pieces: ({words}) => [words.ends]},
  stock: {part: 'stock', pieces: ({words}) => [words.stock.words]},
  badge: {part: 'badge', pieces: ({words}) => [words.expires]},
};

/** What an element may be bound to besides text. */
const OTHERS = ['image', 'choose'];

/** Says what is wrong with a template's bindings, each with what to do about it. */
export function faultsIn(content: ParentNode, isWholeCard: boolean): string[] {
  const bound = [...content.querySelectorAll<HTMLElement>('[data-rai]')];
  const faults = bound.flatMap((element) => {
    const name = element.dataset.rai ?? '';
    const says = `<${element.localName} data-rai="${name}">`;
    if (!Object.hasOwn(TEXTS, name) && !OTHERS.includes(name))
      return `${says} is none of ${[...Object.keys(TEXTS), ...OTHERS].join(', ')}.`;
    if (name === 'image') return isImage(element) ? [] : `${says} has to be an <img>.`;
    if (name === 'choose') return isButton(element) ? [] : `${says} has to be a <button>.`;
    return isCode(element) ? `${says} would make code of a merchant’s words.` : [];
  });
  if (isWholeCard && !bound.some(isButton))
    faults.push('Nothing in it opens the product: put <button data-rai="choose"></button> there.');
  return faults;
}

/** Has each bound element show what there is to show of a product; what has nothing to show is hidden. */
export function fill(root: ParentNode, showing: Showing): void {
  const {text, lang} = showing.scene;
  for (const element of root.querySelectorAll<HTMLElement>('[data-rai]')) {
    const name = element.dataset.rai ?? '';
    if (name === 'choose' && isButton(element)) fillChoose(element, showing);
    const binding = Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
    if (!binding || isCode(element)) continue;
    const {part, isTheirs, pieces} = binding;
    const isTheirName = isTheirs && !(name === 'name' && !showing.product.name);
    say(element, !part || showing.shows(part) ? pieces(showing) : []);
    element.lang = isTheirName ? lang : text.language;
    element.dir = isTheirName ? 'auto' : text.direction;
    if (name === 'stock') element.dataset.state = showing.words.stock.state;
  }
}

function fillChoose(button: HTMLButtonElement, {product, scene: {text}, words}: Showing) {
  const {reason} = words.verdict;
  say(button, [reason ?? text.say('product.redeem')]);
  button.lang = text.language;
  button.dir = text.direction;
  button.disabled = reason !== undefined;
  const name = product.name ?? text.say('product.untitled');
  if (reason) button.removeAttribute('aria-label');
  else button.setAttribute('aria-label', text.say('product.redeemNamed', {name}));
}

/** Writes a text where it is another one, so that nothing is told anew that is as it was. */
function say(element: HTMLElement, pieces: readonly Piece[]) {
  const nodes = pieces.flatMap((piece) => (piece ? nodeOf(piece) : []));
  const text = nodes.map((node) => (typeof node === 'string' ? node : node.textContent)).join('');
  if (element.textContent !== text) element.replaceChildren(...nodes);
  element.hidden = !text;
}

function nodeOf(piece: NonNullable<Piece>): string | HTMLElement {
  if (typeof piece === 'string') return piece;
  const span = document.createElement('span');
  if ('seen' in piece) {
    span.ariaHidden = 'true';
    span.textContent = piece.seen;
    return span;
  }
  span.textContent = piece.aloud;
  if (piece.lang) span.lang = piece.lang;
  for (const [name, value] of UNSEEN) span.style.setProperty(name, value, 'important');
  return span;
}

/** Keeps words for a screen reader out of sight, whatever the page's style sheet says of a `span`. */
const UNSEEN = [
  ['position', 'absolute'],
  ['width', '1px'],
  ['height', '1px'],
  ['overflow', 'hidden'],
  ['clip-path', 'inset(50%)'],
  ['white-space', 'nowrap'],
] as const;

/** Whether an element is a button, which leads to the product whatever it is bound to. */
export const isButton = (element: Element): element is HTMLButtonElement =>
  element instanceof HTMLButtonElement;

/** Whether an element can show a picture. */
export const isImage = (element: Element): element is HTMLImageElement => element instanceof HTMLImageElement;

/** Whether text in an element is more than text. */
const isCode = ({localName}: Element) => localName === 'script' || localName === 'style';
