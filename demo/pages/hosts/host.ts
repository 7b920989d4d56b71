/** A page of somebody else's that makes it hard for a store to be itself, or that a store could harm. */
export interface Host {
  /** Its name in the page's address. */
  readonly name: string;
  readonly title: string;
  /** What is hard about it. */
  readonly see: string;
  /** What is first in the document; the standard one unless it is said. */
  readonly doctype?: string;
  /** The attributes of its `html` element. */
  readonly root?: string;
  /** What it has in its head, after its title. */
  readonly head?: string;
  /** What it has around its store; `STORE` is where that stands. */
  readonly body?: string;
  /** What its server sends with it. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Its whole document instead, in which `STORE` is where the store stands. */
  readonly whole?: string;
  /** What the document is, if not HTML. */
  readonly type?: string;
  /** What is in the store's place there. */
  readonly shows?: 'store' | 'frame' | 'notice';
}

/** Where the store stands in a page's HTML. */
export const STORE = '<!-- store -->';
