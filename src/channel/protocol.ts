import {
  between,
  flag,
  like,
  listOf,
  maybe,
  oneOf,
  record,
  text,
  WRONG,
  type Made,
  type Shape,
} from './checks.ts';

/**
 * What the store's frame and the page around it say to each other, each message with its validator. Nothing here knows a window:
 * both sides, and the tests, read every message through `fromFrame` and `fromHost`.
 */

/** Offers a line to a frame; the only message of ours that goes from window to window, with a port that everything else takes. */
export const HELLO = {channel: 'rai-store', version: 1} as const;

/** Whether a message is that offer, in a version that is spoken here. */
export const isHello = (data: unknown): boolean =>
  record({channel: oneOf(HELLO.channel), version: between(HELLO.version, HELLO.version)})(data) !== WRONG;

/** More than any store is high, in px; who says more is mistaken. */
const HIGHEST = 200_000;

const id = like(/^[\da-f]{24}$/i);
const amount = between(0, 1e12);
const moment = between(-8.64e15, 8.64e15);
const pixels = between(0, HIGHEST);
const word = text(200);

/** What a page learns of a product; its texts in HTML stay in the frame. */
const product = record({
  id,
  name: maybe(text(1000)),
  summary: maybe(text(4000)),
  image: maybe(text(4000)),
  price: maybe(amount),
  discount: maybe(record({price: amount, starts: maybe(moment), ends: maybe(moment)})),
  stock: maybe(between(-1e9, 1e9)),
  showsStock: flag,
  type: maybe(word),
  expires: maybe(moment),
  categoryId: maybe(word),
  information: maybe(listOf(oneOf('name', 'phone', 'address'), 3)),
});

const said = maybe(text(1000));

/** The number of a question, by which its answer is known. */
const number = between(1, 1e9);

const FROM_FRAME = {
  /** The line is taken; from now on only it is heard. */
  welcome: {},
  /** How high all of the store is. */
  height: {height: pixels},
  /** The frame's page goes away; another may come. */
  bye: {},
  /** It is still there: the answer to `ping`. */
  pong: {},
  ready: {},
  error: {kind: maybe(word), status: maybe(between(100, 599)), requestId: maybe(word)},
  category: {category: maybe(id)},
  search: {search: text(1000), sort: word},
  choose: {product},
  view: {product},
  redeem: {number, product, information: record({name: said, phone: said, address: said})},
} satisfies Record<string, Shape>;

const FROM_HOST = {
  /** How the store is to be; what is missing is as the frame's address says. */
  settings: {
    theme: maybe(oneOf('light', 'dark', 'auto')),
    lang: maybe(like(/^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,8}$/i)),
    balance: maybe(amount),
    isSignedIn: maybe(flag),
    /** Whether the frame is given the height that it tells. */
    isFollowed: flag,
  },
  /** What of the frame can be seen, in px from its top. */
  seen: {top: pixels, height: pixels},
  redeemed: {number, code: maybe(text(4000)), instructions: maybe(text(65_536))},
  refused: {number, reason: text(4000)},
  /** Asks whether the frame is still there. */
  ping: {},
  /** Nobody on the page answers to that question. */
  unanswered: {number},
  /** It is not known what became of it. */
  failed: {number},
} satisfies Record<string, Shape>;

/** What a message of a table looks like. */
type MessageOf<Table extends Record<string, Shape>> = {
  [Type in keyof Table]: {readonly type: Type} & Made<Table[Type]>;
}[keyof Table];

/** A message of the frame's. */
export type FrameMessage = MessageOf<typeof FROM_FRAME>;

/** A message of the page's around the frame. */
export type HostMessage = MessageOf<typeof FROM_HOST>;

/** A product as it crosses the frame. */
export type ToldProduct = Extract<FrameMessage, {type: 'view'}>['product'];

/** How a page wants the store to be. */
export type Settings = Omit<Extract<HostMessage, {type: 'settings'}>, 'type'>;

/** A message of the frame's, rebuilt from what is known of it; `undefined` for anything else. */
export const fromFrame = (data: unknown): FrameMessage | undefined => read(FROM_FRAME, data);

/** A message of the page's, rebuilt from what is known of it; `undefined` for anything else. */
export const fromHost = (data: unknown): HostMessage | undefined => read(FROM_HOST, data);

/** A product with nothing but what crosses the frame; `undefined` where even that cannot be told. */
export function told(whole: object): ToldProduct | undefined {
  const {expires} = whole as {expires?: number};
  const made = product(Number.isNaN(expires) ? {...whole, expires: undefined} : whole);
  return made === WRONG ? undefined : made;
}

function read<Table extends Record<string, Shape>>(
  table: Table,
  data: unknown,
): MessageOf<Table> | undefined {
  const head = record({type: word})(data);
  if (head === WRONG || !Object.hasOwn(table, head.type)) return undefined;
  const made = record(table[head.type]!)(data);
  return made === WRONG ? undefined : ({...made, type: head.type} as MessageOf<Table>);
}
