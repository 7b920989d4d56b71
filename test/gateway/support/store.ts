/** A Store API that answers what a test says, and remembers what it was asked. */
export interface ScriptedStore {
  readonly fetch: typeof globalThis.fetch;
  readonly requests: Request[];
}

/** Answers every request by `respond`; an error that it throws is a network that failed. */
export function scriptedStore(respond: (request: Request) => Response | Promise<Response>): ScriptedStore {
  const requests: Request[] = [];
  return {
    requests,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request);
      const answer = await respond(request);
      request.signal.throwIfAborted();
      return answer;
    },
  };
}

/** Answers each path with the records below, as the vendor's pages show them. */
export const sampleStore = (): ScriptedStore => scriptedStore(respondAsSample);

/** The answer of a store that has one product and one category. */
export function respondAsSample({url}: Request): Response {
  const {pathname} = new URL(url);
  if (pathname.endsWith('/products')) return listOf([aProduct()]);
  if (pathname.includes('/products/')) return oneOf(aProduct());
  if (pathname.endsWith('/categories')) return listOf([aCategory()]);
  if (pathname.includes('/categories/')) return oneOf(aCategory());
  return oneOf(aConfiguration());
}

export const PRODUCT_ID = '507f1f77bcf86cd799439031';
export const CATEGORY_ID = '507f1f77bcf86cd799439021';

/** A product as the Store API sends it, with what must never leave the gateway. */
export function aProduct(changes: object = {}): Record<string, unknown> {
  return {
    _id: PRODUCT_ID,
    communityID: '6502c9e514a3e564c5c09c0a',
    name: 'Premium Voucher',
    description: '<p>Redeem for premium access.</p>',
    image: 'https://example.com/product.png',
    price: 100,
    type: 'voucher',
    categoryID: CATEGORY_ID,
    stocks: 45,
    discountPrice: 90,
    isDiscountEnabled: true,
    discountStartDate: '2026-04-28T00:00:00.000Z',
    discountEndDate: null,
    userInformation: {isEnabled: false, shouldCollectName: false},
    shouldDisplayRemainingQuantity: true,
    expiringVoucherHighlight: {isEnabled: false, duration: 7, timeframe: 'days'},
    isArchived: false,
    totalOrders: 12,
    displayOrder: 0,
    redemptionInstructions: '<p>Show this voucher at checkout.</p>',
    productPermission: [{permission: {usernames: ['canary-alex']}}],
    vouchers: ['canary-voucher'],
    __v: 3,
    ...changes,
  };
}

/** A category as the Store API sends it. */
export function aCategory(changes: object = {}): Record<string, unknown> {
  return {
    _id: CATEGORY_ID,
    communityID: '6502c9e514a3e564c5c09c0a',
    name: 'Premium Rewards',
    coverImage: 'https://example.com/category.png',
    shouldShowCover: true,
    isArchived: false,
    viewType: 'full',
    displayOrder: 0,
    categoryPermission: ['canary-permission'],
    ...changes,
  };
}

/** The store's configuration as the Store API sends it, its credential included. */
export function aConfiguration(changes: object = {}): Record<string, unknown> {
  return {
    _id: '6502c9e514a3e564c5c09c0b',
    isEnabled: true,
    title: 'Rewards Store',
    description: '<p>Redeem community rewards.</p>',
    cover: {isEnabled: true, light: 'https://example.com/light.png', dark: 'https://example.com/dark.png'},
    currency: {isEnabled: true, name: 'Coins', light: 'https://example.com/coin.png'},
    widget: {
      isEnabled: true,
      allowedDomains: ['shop.example'],
      testUsers: ['canary-tester'],
      size: {mode: 'dynamic', width: 400, height: 400},
      appearance: {
        light: {name: 'white-smoke', palette: {accent: 'rgb(10, 20, 30)', secret: 'canary-palette'}},
      },
      callToAction: {isEnabled: true, text: 'Open', link: 'https://community.example/store'},
      apiKey: 'canary-api-key',
    },
    ...changes,
  };
}

/** A list in the Store API's envelope. */
export const listOf = (data: readonly unknown[], meta: object = {}) =>
  Response.json({
    meta: {status: 'success', statusCode: 200, skip: 0, limit: 20, total: data.length, ...meta},
    message: 'Read products success.',
    data,
  });

/** One record in the Store API's envelope. */
export const oneOf = (data: unknown) =>
  Response.json({meta: {status: 'success', statusCode: 200}, message: 'Read product success.', data});

/** An error in the Store API's envelope, with text that must not be passed on. */
export const refusedWith = (status: number, headers: Record<string, string> = {}) =>
  Response.json(
    {status: 'error', message: 'canary-upstream-text', meta: {statusCode: status}},
    {status, headers},
  );

/** Never answers, until the request is given up. */
export const hanging = ({signal}: Request) =>
  new Promise<Response>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
