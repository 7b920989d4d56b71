import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {startDemo, type Demo} from '../../demo/demo.ts';
import {createPages} from '../../demo/pages/server.ts';
import {StoreDesk} from './support/desk.ts';

const KEY = 'redeem-key-b70e14';
const UNKNOWN = 'f'.repeat(24);

let demo: Demo;
let desk: StoreDesk;

before(async () => {
  demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey: KEY});
  desk = new StoreDesk(demo.store.url, KEY);
});

after(() => demo?.close());

/** Asks the partner's server for a product as the partner's page does, but for what the test changes. */
function redeem(
  productID: string,
  {headers = {}, body, lang = 'en'}: {headers?: Record<string, string>; body?: string; lang?: string} = {},
): Promise<Response> {
  return fetch(`${demo.pages.url}/redeem?lang=${lang}`, {
    method: 'POST',
    headers: {
      Origin: demo.pages.url,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
      ...headers,
    },
    body: body ?? JSON.stringify({productID, information: {name: 'Alex', phone: '1', address: 'Mill Lane'}}),
  });
}

const outcomeOf = async (answer: Response | Promise<Response>) =>
  (await (await answer).json()) as {
    redeemed: boolean;
    code?: string;
    instructions?: string;
    balance?: number;
    reason?: string;
  };

const member = async () =>
  (await (await fetch(`${demo.pages.url}/member`)).json()) as {name: string; balance: number};

describe('redeeming at the partner’s server', () => {
  it('lets the stock and the balance fall, and answers the code and the merchant’s instructions', async () => {
    const productID = await desk.add({
      price: 30,
      vouchers: ['A-1', 'A-2'],
      redemptionInstructions: '<p>Show.</p>',
    });
    const {name, balance} = await member();

    const answer = await redeem(productID);

    assert.equal(answer.status, 200);
    assert.deepEqual(await outcomeOf(answer), {
      redeemed: true,
      code: 'A-1',
      instructions: '<p>Show.</p>',
      balance: balance - 30,
    });
    assert.equal(await desk.stock(productID), 1);
    assert.deepEqual(await member(), {name, balance: balance - 30});
    assert.equal(name, 'Alex');
  });

  it('buys once what is sent twice, even at once', async () => {
    const productID = await desk.add({vouchers: ['B-1', 'B-2', 'B-3']});
    const headers = {'Idempotency-Key': randomUUID()};

    const outcomes = await Promise.all([1, 2].map(() => outcomeOf(redeem(productID, {headers}))));
    const again = await outcomeOf(redeem(productID, {headers}));

    for (const {code} of [...outcomes, again]) assert.equal(code, 'B-1');
    assert.equal(await desk.stock(productID), 2);
  });

  it('gives the instructions in the page’s language', async () => {
    const coffee = await desk.find('Coffee for two');

    const {instructions} = await outcomeOf(redeem(coffee, {lang: 'th'}));

    assert.match(instructions ?? '', /[\u0E00-\u0E7F]/);
  });

  const strangers: [who: string, headers: Record<string, string>][] = [
    ['another origin', {Origin: 'https://elsewhere.example'}],
    ['a sandboxed frame', {Origin: 'null'}],
    ['somebody who names no origin', {Origin: ''}],
    ['another site that claims our origin', {'Sec-Fetch-Site': 'cross-site'}],
    ['another port of this host', {'Sec-Fetch-Site': 'same-site'}],
  ];
  for (const [who, headers] of strangers) {
    it(`sells nothing to ${who}`, async () => {
      const productID = await desk.add({vouchers: ['one']});

      assert.equal((await redeem(productID, {headers})).status, 403);
      assert.equal(await desk.stock(productID), 1);
    });
  }

  it('tells another site neither name nor balance', async () => {
    const answer = await fetch(`${demo.pages.url}/member`, {headers: {'Sec-Fetch-Site': 'cross-site'}});

    assert.equal(answer.status, 403);
    assert.doesNotMatch(await answer.text(), /Alex/);
  });

  const mistakes: [what: string, status: number, more: Parameters<typeof redeem>[1]][] = [
    ['a form', 415, {headers: {'Content-Type': 'text/plain'}}],
    ['a body that is too long', 413, {body: JSON.stringify({productID: UNKNOWN, more: 'x'.repeat(9000)})}],
    ['what is not JSON', 400, {body: '{'}],
    ['no product', 400, {body: '{}'}],
    ['an id that would be a path', 400, {body: '{"productID":"../members"}'}],
    ['information of the wrong type', 400, {body: `{"productID":"${UNKNOWN}","information":{"name":7}}`}],
    ['no key for the wish', 400, {headers: {'Idempotency-Key': 'again'}}],
  ];
  for (const [what, status, more] of mistakes) {
    it(`answers ${status} to ${what}`, async () => {
      const answer = await redeem(UNKNOWN, more);

      assert.equal(answer.status, status);
      assert.ok(((await answer.json()) as {error: string}).error);
    });
  }
});

describe('a refusal', () => {
  const limit = {isPurchaseLimitEnabled: true, quantity: 1, intervalCount: 1, intervalUnit: 'weeks'};
  const forMembers = {permission: {roleNames: ['Season Member']}, purchaseLimit: limit};
  const asked = {
    isEnabled: true,
    shouldCollectName: false,
    shouldCollectPhone: true,
    shouldCollectAddress: false,
  };
  const cases: [why: string, product: object, body: object, english: RegExp][] = [
    ['is sold out', {}, {}, /sold out/],
    ['is beyond the limit', {productPermission: [forMembers], vouchers: ['1', '2']}, {}, /as often/],
    [
      'is for others',
      {
        isProductAccessEnabled: true,
        productPermission: [{permission: {roleNames: ['VIP']}}],
        vouchers: ['1'],
      },
      {},
      /other members/,
    ],
    ['asks for more', {userInformation: asked, vouchers: ['1']}, {phone: ' '}, /all of the details/],
  ];
  for (const [why, product, information, english] of cases) {
    it(`says in the page’s language that a reward ${why}`, async () => {
      const productID = await desk.add(product);
      if (why.includes('limit')) await redeem(productID);
      const reasonIn = async (lang: string) => {
        const {redeemed, reason} = await outcomeOf(
          redeem(productID, {lang, body: JSON.stringify({productID, information})}),
        );
        assert.equal(redeemed, false);
        return reason ?? '';
      };

      assert.match(await reasonIn('en'), english);
      assert.match(await reasonIn('th'), /^[\u0E00-\u0E7F\s]+$/);
      assert.match(await reasonIn('ar'), /[\u0600-\u06FF]/);
      assert.match(await reasonIn('de'), /Prämie/);
      assert.match(await reasonIn('ja'), /特典/);
      assert.equal(await reasonIn('xx'), await reasonIn('en'));
    });
  }

  it('says how many coins are missing, in the page’s language and numbers', async () => {
    const {balance} = await member();
    const productID = await desk.add({price: balance + 1_234, vouchers: ['1']});
    const reasons: Record<string, string> = {
      en: 'You need 1,234 coins more for this reward.',
      th: 'คุณต้องมีอีก 1,234 เหรียญ จึงจะแลกของรางวัลนี้ได้',
      de: 'Für diese Prämie fehlen dir noch 1.234 Münzen.',
      ja: 'この特典にはあと1,234コイン必要です。',
    };

    for (const [lang, reason] of Object.entries(reasons))
      assert.equal((await outcomeOf(redeem(productID, {lang}))).reason, reason);
  });

  it('tells that a reward is gone, and that the store is closed', async () => {
    const productID = await desk.add({vouchers: ['1']});

    assert.match((await outcomeOf(redeem(UNKNOWN))).reason ?? '', /no longer offered/);
    await desk.setOpen(false);
    try {
      assert.match((await outcomeOf(redeem(productID))).reason ?? '', /closed/);
    } finally {
      await desk.setOpen(true);
    }
  });

  it('is not told where the store is away: that is a failure, without a word of the key', async () => {
    const away = {gateway: 'http://127.0.0.1:9', store: 'http://127.0.0.1:9', pages: 'http://pages.example'};
    const pages = createPages(() => away, {memberID: UNKNOWN, name: 'Alex', apiKey: KEY});

    const answer = await pages.request('/redeem', {
      method: 'POST',
      headers: {Origin: away.pages, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID()},
      body: JSON.stringify({productID: UNKNOWN}),
    });

    assert.equal(answer.status, 502);
    assert.doesNotMatch(await answer.text(), new RegExp(`${KEY}|redeemed`));
  });
});
