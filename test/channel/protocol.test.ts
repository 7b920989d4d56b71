import {expect} from '@open-wc/testing';
import {assert, anything, oneof, property, record, string, double, constantFrom} from 'fast-check';
import {fromFrame, fromHost, HELLO, isHello, told} from '../../src/channel/protocol.ts';
import {runs} from '../support/runs.ts';

const ID = '507f1f77bcf86cd799439031';
const product = {id: ID, name: 'Mug', price: 90, showsStock: true};

describe('the protocol of the frame', () => {
  const accepted: [name: string, read: (data: unknown) => unknown, message: object][] = [
    ['a height', fromFrame, {type: 'height', height: 720}],
    ['a store that is ready', fromFrame, {type: 'ready'}],
    ['an error', fromFrame, {type: 'error', kind: 'busy', status: 429, requestId: 'r-1'}],
    ['all categories', fromFrame, {type: 'category'}],
    ['one category', fromFrame, {type: 'category', category: ID}],
    ['a search', fromFrame, {type: 'search', search: 'mug', sort: 'price:asc'}],
    ['a product that is seen', fromFrame, {type: 'view', product}],
    ['a redeem', fromFrame, {type: 'redeem', number: 1, product, information: {name: 'Ann'}}],
    [
      'settings',
      fromHost,
      {type: 'settings', theme: 'dark', lang: 'zh-Hant-TW', balance: 0, isFollowed: true},
    ],
    ['what is seen', fromHost, {type: 'seen', top: 0, height: 800}],
    ['a redemption', fromHost, {type: 'redeemed', number: 1, code: 'A-1', instructions: '<p>Show.</p>'}],
    ['a refusal', fromHost, {type: 'refused', number: 1, reason: 'Sold out.'}],
    ['silence', fromHost, {type: 'unanswered', number: 1}],
  ];
  for (const [name, read, message] of accepted) {
    it(`takes ${name} over as it is`, () => expect(read(message)).to.deep.equal(message));
  }

  const wrongHeights = [NaN, -1, 1e9, Infinity, '720', null, undefined, [720], {valueOf: () => 720}, true];
  for (const height of wrongHeights) {
    it(`F4: takes no height of ${String(height)} (${typeof height})`, () => {
      expect(fromFrame({type: 'height', height})).to.equal(undefined);
    });
  }

  const refused: [name: string, data: unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'height'],
    ['a list', [{type: 'ready'}]],
    ['a type that is not there', {type: 'navigate'}],
    ['a type of every object', {type: 'constructor'}],
    ['a type that is its prototype', {type: '__proto__'}],
    ['a type that is no text', {type: {toString: () => 'ready'}}],
    ['a type that is inherited', Object.create({type: 'ready'})],
    ['a search of a megabyte', {type: 'search', search: 'x'.repeat(1e6), sort: ''}],
    ['a name of a megabyte', {type: 'view', product: {...product, name: 'x'.repeat(1e6)}}],
    ['an id that is a path', {type: 'view', product: {...product, id: '../../admin'}}],
    [
      'a list of a million fields',
      {type: 'view', product: {...product, information: new Array(1e6).fill('name')}},
    ],
    ['a price that is no number', {type: 'view', product: {...product, price: NaN}}],
    ['the host’s words', {type: 'settings', isFollowed: true}],
  ];
  for (const [name, data] of refused) {
    it(`F4: takes ${name} for nothing`, () => expect(fromFrame(data)).to.equal(undefined));
  }

  it('F4: leaves behind what it does not know, whatever it is called and however deep it lies', () => {
    let deep: object = {};
    for (let depth = 0; depth < 10_000; depth += 1) deep = {deep};
    const data = JSON.parse('{"type":"height","height":5,"__proto__":{"height":9},"onclick":"x"}') as object;

    const read = fromFrame(Object.assign(data, {deep}))!;

    expect(read).to.deep.equal({type: 'height', height: 5});
    expect(Object.getPrototypeOf(read)).to.equal(Object.prototype);
  });

  it('F4: never throws, and gives only what it knows, for whatever comes', () => {
    const types = constantFrom('height', 'view', 'redeem', 'search', 'error', 'settings', 'seen', 'redeemed');
    const near = record({
      type: types,
      height: oneof(double(), anything()),
      product: anything(),
      number: anything(),
    });
    const names = new Set(
      'type height product number information kind status requestId category search sort'.split(' '),
    );
    assert(
      property(oneof(anything({withNullPrototype: true}), near, string()), (data) => {
        const read = fromFrame(data);
        fromHost(data);
        return read === undefined || Object.keys(read).every((name) => names.has(name));
      }),
      runs(100_000, 3_000),
    );
  });

  it('knows an offer by its name and version alone', () => {
    expect(isHello(HELLO)).to.equal(true);
    for (const other of [
      {...HELLO, version: 2},
      {...HELLO, version: '1'},
      {channel: 'x', version: 1},
      'rai-store',
      null,
    ])
      expect(isHello(other)).to.equal(false);
  });

  it('tells of a product what a page may know, and none of its HTML', () => {
    const whole = {...product, description: '<p>x</p>', instructions: '<p>y</p>', expires: NaN};

    expect(told(whole)).to.deep.equal(product);
    expect(told({...whole, id: 'x'})).to.equal(undefined);
  });
});
