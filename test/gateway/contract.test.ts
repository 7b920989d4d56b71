import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {CATEGORY_FIELDS, PRODUCT_FIELDS, STORE_FIELDS} from '../../src/api/contract.ts';
import {bodyOf, KEY, SHOP} from './support/gateway.ts';
import {
  aConfiguration,
  aProduct,
  CATEGORY_ID,
  listOf,
  oneOf,
  PRODUCT_ID,
  refusedWith,
} from './support/store.ts';
import {HOSTS, type Subject} from './support/subject.ts';

for (const [host, start] of Object.entries(HOSTS)) {
  describe(`G26: the contract, ${host}`, () => {
    let subject: Subject;
    before(async () => (subject = await start()));
    after(() => subject.close());
    beforeEach(() => subject.store.reset());

    /** No two tests may meet in the cache. */
    let count = 0;
    const unseen = () => `skip=${++count}`;

    it('asks the store only what the contract names, and with the key in one header', async () => {
      const response = await subject.ask(`/v1/products?fields=name,price&lang=pt-br&${unseen()}`);

      assert.equal(response.status, 200);
      const [request] = subject.store.requests;
      assert.equal(request?.method, 'GET');
      assert.equal(request?.target, `/v1/products?skip=${count}&lang=pt-BR&fields=_id%2Cname%2Cprice`);
      const secret = request?.rawHeaders.filter((text) => text.includes(KEY));
      assert.deepEqual(secret, [`Bearer ${KEY}`]);
    });

    const public_: [path: string, fields: readonly string[]][] = [
      [`/v1/products?${unseen()}`, PRODUCT_FIELDS],
      [`/v1/products/${PRODUCT_ID}?lang=de`, PRODUCT_FIELDS],
      [`/v1/categories?${unseen()}`, CATEGORY_FIELDS],
      [`/v1/categories/${CATEGORY_ID}?lang=de`, CATEGORY_FIELDS],
      ['/v1/stores?lang=de', STORE_FIELDS],
    ];
    for (const [path, fields] of public_) {
      it(`answers ${path} with public members only, and names them upstream`, async () => {
        const response = await subject.ask(path);

        const text = await response.text();
        assert.equal(response.status, 200);
        assert.doesNotMatch(text, /canary|communityID|allowedDomains|testUsers/);
        const asked = new URL(subject.store.requests[0]!.target, 'http://store.example').searchParams.get(
          'fields',
        );
        assert.deepEqual(asked?.split(',').sort(), [...fields].sort());
      });
    }

    for (const path of [
      '/v1/products?color=red',
      '/v1/products?limit=1&limit=2',
      '/v1/products?fields=productPermission',
      '/v1/products?search=name:x',
      '/v1/products?filter=isArchived:true',
      '/v1/products?userID=507f1f77bcf86cd799439031',
      '/v1/products/x',
      '/v1/orders',
      '/v1//products',
      '/v1/products/%2e%2e%2fadmin',
      '/v1/products/507f1f77bcf86cd79943903%31',
      `/v1/products?search=keyword:${'a'.repeat(2100)}`,
    ]) {
      it(`refuses ${path.slice(0, 60)} in the envelope, without asking the store`, async () => {
        const response = await subject.ask(path);

        const {status, message, meta} = await bodyOf(response.clone());
        assert.ok(response.status >= 400 && response.status < 500);
        assert.deepEqual([status, typeof message, meta.statusCode], ['error', 'string', response.status]);
        assert.equal(response.headers.get('x-request-id'), meta.id);
        assert.equal(response.headers.get('access-control-allow-origin'), SHOP);
        assert.equal(subject.store.requests.length, 0);
      });
    }

    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      it(`answers ${method} with 405 and Allow`, async () => {
        const response = await subject.ask('/v1/products', {
          method,
          headers: {'X-HTTP-Method-Override': 'GET'},
        });

        assert.equal(response.status, 405);
        assert.equal(response.headers.get('allow'), 'GET, HEAD, OPTIONS');
        assert.equal(subject.store.requests.length, 0);
      });
    }

    it('answers a foreign origin with 403 before anything goes upstream', async () => {
      const response = await subject.ask(`/v1/products?${unseen()}`, {
        headers: {Origin: `${SHOP}.evil.example`},
      });

      assert.equal(response.status, 403);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
      assert.match(response.headers.get('vary') ?? '', /\bOrigin\b/);
      assert.equal(subject.store.requests.length, 0);
    });

    it('lets a page that asks beforehand ask', async () => {
      const response = await subject.ask('/v1/products', {method: 'OPTIONS'});

      assert.equal(response.status, 204);
      assert.equal(response.headers.get('access-control-allow-methods'), 'GET, HEAD, OPTIONS');
      assert.equal(response.headers.get('access-control-allow-credentials'), null);
    });

    for (const [what, path, init, status] of [
      ['an answer', `/v1/products?${unseen()}`, {}, 200],
      ['a preflight', '/v1/products', {method: 'OPTIONS'}, 204],
      ['a refused query', '/v1/products?color=red', {}, 400],
      ['a foreign origin', `/v1/products?${unseen()}`, {headers: {Origin: 'https://other.example'}}, 403],
      ['an unknown path', '/v1/orders', {}, 404],
      ['another method', '/v1/products', {method: 'DELETE'}, 405],
      ['its health', '/healthz', {}, 200],
    ] as const) {
      it(`G24: locks ${what} down by its headers, and does not say what it runs on`, async () => {
        const response = await subject.ask(path, init);

        const said = (name: string) => response.headers.get(name);
        assert.equal(response.status, status);
        assert.equal(said('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
        assert.equal(said('cross-origin-resource-policy'), 'cross-origin');
        assert.equal(said('referrer-policy'), 'no-referrer');
        assert.equal(said('x-content-type-options'), 'nosniff');
        assert.match(said('vary') ?? '', /\bOrigin\b/);
        assert.deepEqual([said('server'), said('x-powered-by'), said('set-cookie')], [null, null, null]);
      });
    }

    it('gives the time now by Date and Age together', async () => {
      const {headers} = await subject.ask(`/v1/products?${unseen()}`);

      const said = Date.parse(headers.get('date') ?? '') + 1000 * Number(headers.get('age'));
      assert.ok(Math.abs(said - Date.now()) < 3000);
      assert.match(headers.get('access-control-expose-headers') ?? '', /\bAge, Date\b/);
    });

    it('answers again without asking again, and 304 to a page that has it', async () => {
      const path = `/v1/products?${unseen()}`;
      const first = await subject.ask(path);
      const etag = first.headers.get('etag') ?? '';

      const second = await subject.ask(path);
      const third = await subject.ask(path, {headers: {'If-None-Match': etag}});

      assert.match(etag, /^"[\w.-]+"$/);
      assert.equal(await second.text(), await first.text());
      assert.equal(third.status, 304);
      assert.equal(await third.text(), '');
      assert.equal(third.headers.get('etag'), etag);
      assert.equal(subject.store.requests.length, 1);
    });

    it('shares one read among those who ask at the same time', async () => {
      const path = `/v1/products?${unseen()}`;
      let release = () => {};
      const barrier = new Promise<void>((resolve) => (release = resolve));
      subject.store.answer = async () => {
        await barrier;
        return listOf([aProduct()]);
      };

      const answers = Promise.all(Array.from({length: 20}, () => subject.ask(path)));
      while (subject.store.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
      release();

      assert.deepEqual(new Set((await answers).map(({status}) => status)), new Set([200]));
      assert.equal(subject.store.requests.length, 1);
    });

    it('answers HEAD as GET, without the body', async () => {
      const path = `/v1/products?${unseen()}`;
      const get = await subject.ask(path, {headers: {'Accept-Encoding': 'identity'}});

      const head = await subject.ask(path, {method: 'HEAD', headers: {'Accept-Encoding': 'identity'}});

      const stable = (response: Response) =>
        ['etag', 'content-type', 'cache-control', 'vary'].map((name) => response.headers.get(name));
      assert.deepEqual(stable(head), stable(get));
      assert.equal(await head.text(), '');
    });

    it('says only whether any are left where the merchant hides how many', async () => {
      subject.store.answer = () => listOf([aProduct({shouldDisplayRemainingQuantity: false})]);

      const response = await subject.ask(`/v1/products?fields=stocks&${unseen()}`);

      assert.deepEqual((await bodyOf(response)).data, [{_id: PRODUCT_ID, isInStock: true}]);
    });

    it('cleans merchant HTML', async () => {
      subject.store.answer = () =>
        listOf([aProduct({description: '<p onclick="x()">Hi<script>canary()</script></p>'})]);

      const response = await subject.ask(`/v1/products?fields=description&${unseen()}`);

      assert.deepEqual((await bodyOf(response)).data, [{_id: PRODUCT_ID, description: '<p>Hi</p>'}]);
    });

    for (const [status, expected] of [
      [400, 400],
      [404, 502],
      [401, 502],
      [500, 502],
    ] as const) {
      it(`answers a list's ${status} from the store with ${expected}, without its words`, async () => {
        subject.store.answer = () => refusedWith(status);

        const response = await subject.ask(`/v1/products?${unseen()}`);

        assert.equal(response.status, expected);
        assert.equal(response.headers.get('cache-control'), 'no-store');
        assert.doesNotMatch(await response.text(), /canary/);
      });
    }

    it('follows no redirect', async () => {
      subject.store.answer = () => new Response(null, {status: 302, headers: {Location: '/v1/stores'}});

      const response = await subject.ask(`/v1/products?${unseen()}`);

      assert.equal(response.status, 502);
      assert.ok(subject.store.requests.every(({target}) => target.startsWith('/v1/products?')));
    });

    it('gives configuration, categories and products in one answer', async () => {
      const response = await subject.ask(
        '/v1/storefront?limit=8&fields=name&categoryFields=name&storeFields=title&lang=th',
      );

      const {data} = await bodyOf(response);
      assert.equal(response.status, 200);
      assert.deepEqual(
        Object.entries(data as Record<string, {data: unknown}>).map(([name, part]) => [name, part.data]),
        [
          ['store', {title: 'Rewards Store'}],
          ['categories', [{_id: CATEGORY_ID, name: 'Premium Rewards'}]],
          ['products', [{_id: PRODUCT_ID, name: 'Premium Voucher'}]],
          ['counts', undefined],
        ],
      );
    });

    it('tells member by member what of the storefront failed', async () => {
      subject.store.answer = ({url}) =>
        url.includes('/categories')
          ? refusedWith(500)
          : url.includes('/stores')
            ? oneOf(aConfiguration())
            : listOf([aProduct()]);

      const response = await subject.ask(`/v1/storefront?limit=9&lang=ja`);

      const {data} = await bodyOf(response);
      const {store, categories, products} = data as Record<
        string,
        {status?: string; meta: {statusCode: number}}
      >;
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.deepEqual(
        [store?.meta.statusCode, categories?.meta.statusCode, products?.meta.statusCode],
        [200, 502, 200],
      );
      assert.equal(categories?.status, 'error');
    });

    it('tells its health', async () => {
      assert.deepEqual(await (await subject.ask('/healthz')).json(), {status: 'ok'});
      assert.equal((await subject.ask('/readyz')).status, 200);
    });
  });
}
