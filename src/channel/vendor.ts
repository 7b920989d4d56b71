/**
 * The names that the vendor's own frames and hosts use, which a host may know instead of our protocol. A token stands under `value` or
 * `token`, in the message or in its `payload`: the latter is assumed, from where heights stand.
 */

/** A frame's first word. */
export const READY = 'WIDGET_READY';

/** What our page says to a host of the vendor's. */
export type VendorMessage =
  | {readonly type: typeof READY}
  | {readonly type: 'WIDGET_HEIGHT_UPDATE'; readonly payload: {readonly height: number}}
  | {readonly type: 'WIDGET_ERROR'}
  | {readonly type: 'RETURNINGAI_WIDGET_REQUEST_TOKEN'};

/** What such a host says to our page. */
export type VendorWish = {readonly type: 'token'; readonly token: string} | {readonly type: 'refresh'};

/** A token as it may stand in a header, of a length that servers take. */
const TOKEN = /^[\w.~+/=-]{1,4096}$/;

/** What a host of the vendor's wants; `undefined` for anything else. */
export function wishOf(data: unknown): VendorWish | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const {type, payload} = data as {type?: unknown; payload?: unknown};
  if (type === 'RETURNINGAI_WIDGET_REFRESH') return {type: 'refresh'};
  if (type !== 'RETURNINGAI_WIDGET_TOKEN') return undefined;
  const token = tokenIn(data) ?? tokenIn(payload);
  return token === undefined ? undefined : {type: 'token', token};
}

function tokenIn(holder: unknown): string | undefined {
  const {value, token} = (holder ?? {}) as {value?: unknown; token?: unknown};
  return [value, token].find((one): one is string => typeof one === 'string' && TOKEN.test(one));
}
