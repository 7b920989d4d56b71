import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {Validator} from '@seriousme/openapi-schema-validator';
import type {OpenAPIV3_1} from 'openapi-types';
import {describedBy, type Description} from '../support/described.ts';
import {aStore, type TestStore} from '../support/store.ts';

describe('the OpenAPI description', () => {
  let store: TestStore;
  let document: OpenAPIV3_1.Document;
  let description: Description;

  before(async () => {
    store = await aStore();
    document = (await (await store.app.request('/openapi.json')).json()) as OpenAPIV3_1.Document;
    description = await describedBy(store.app);
  });

  it('is OpenAPI 3.1, and stands there for everybody to read', async () => {
    assert.match(document.openapi, /^3\.1\./);
    const {valid, errors} = await new Validator().validate({...document});
    assert.ok(valid, JSON.stringify(errors)?.slice(0, 2_000));
  });

  const partner = [
    'GET /products', 'POST /products', 'POST /products/bulk', 'PUT /products/bulk', 'GET /products/{productID}',
    'PUT /products/{productID}', 'DELETE /products/{productID}', 'GET /categories', 'POST /categories',
    'GET /categories/{categoryID}', 'PUT /categories/{categoryID}', 'DELETE /categories/{categoryID}', 'GET /stores',
    'PUT /stores',
  ]; // prettier-ignore

  it('has every operation of the partner API, and marks all others as the demo', () => {
    const operations = Object.entries(document.paths!).flatMap(([path, item]) =>
      Object.entries(item as object).map(([method, {tags}]: [string, OpenAPIV3_1.OperationObject]) => ({
        name: `${method.toUpperCase()} ${path}`,
        isDemo: tags!.includes('Demo'),
      })),
    );

    const names = (isDemo: boolean) =>
      operations.filter((one) => one.isDemo === isDemo).map(({name}) => name);
    assert.deepEqual(names(false).sort(), partner.toSorted());
    assert.ok(
      names(true).every((name) => name.includes(' /demo/')),
      names(true).join(', '),
    );
  });

  it('gives every operation an id of its own, a summary, and answers for what can go wrong', () => {
    const operations = Object.values(document.paths!).flatMap((item) =>
      Object.values(item as object),
    ) as OpenAPIV3_1.OperationObject[];

    assert.equal(new Set(operations.map(({operationId}) => operationId)).size, operations.length);
    for (const {operationId, summary, responses} of operations) {
      assert.ok(summary, operationId);
      for (const status of ['400', '401', '403', '500'])
        assert.ok(responses?.[status], `${operationId!} ${status}`);
    }
  });

  it('describes queries with the limits by which they are checked', () => {
    const parameters = document.paths!['/products']!.get!.parameters as OpenAPIV3_1.ParameterObject[];
    const schemaOf = (name: string) =>
      parameters.find((one) => one.name === name)!.schema as OpenAPIV3_1.SchemaObject;

    assert.deepEqual(schemaOf('skip'), {type: 'integer', minimum: 0, default: 0});
    assert.ok(schemaOf('sort').enum!.includes('displayOrder:asc'));
    assert.match('keyword:a:b', new RegExp(schemaOf('search').pattern!));
    assert.deepEqual(
      parameters.filter(({required}) => required),
      [],
    );
  });

  it('names no permission list and no voucher code in what a read gives', () => {
    const product = document.components!.schemas!['Product'] as OpenAPIV3_1.SchemaObject;

    assert.ok(!('productPermission' in product.properties!) && !('vouchers' in product.properties!));
    assert.equal(product.additionalProperties, false);
  });

  it('is a measure that can be missed', () => {
    const answer = (data: unknown) => () =>
      description.check({
        ...{method: 'GET', path: '/v1/products/507f1f77bcf86cd799439031', status: 200},
        received: {meta: {status: 'success', statusCode: 200}, message: 'Read product success.', data},
      });

    assert.doesNotThrow(answer({_id: '507f1f77bcf86cd799439031', price: 1}));
    assert.throws(answer({_id: '507f1f77bcf86cd799439031', price: '1'}), /price/);
    assert.throws(answer({_id: '507f1f77bcf86cd799439031', productPermission: []}), /additional/);
  });

  it('is a page for people, with every operation and no script, that fetches nothing', async () => {
    const answer = await store.app.request('/docs');
    const page = await answer.text();

    assert.match(answer.headers.get('content-type')!, /^text\/html/);
    assert.match(answer.headers.get('content-security-policy')!, /^default-src 'none'/);
    for (const name of partner) assert.ok(page.includes(`<code>${name}</code>`), name);
    assert.doesNotMatch(page, /<script|<link|<img|\son\w+=|https?:\/\/(?!127)/);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    for (const id of links) assert.ok(page.includes(`id="${id}"`), id);
  });
});
