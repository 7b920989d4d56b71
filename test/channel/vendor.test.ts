import {expect} from '@open-wc/testing';
import {wishOf} from '../../src/channel/vendor.ts';

const TOKEN = 'RETURNINGAI_WIDGET_TOKEN';

describe('the vendor’s names', () => {
  const wishes: [name: string, data: unknown, wish: unknown][] = [
    ['a token under value', {type: TOKEN, value: 'a.b-c'}, {type: 'token', token: 'a.b-c'}],
    ['a token under token', {type: TOKEN, token: 'a.b-c'}, {type: 'token', token: 'a.b-c'}],
    ['a token in a payload', {type: TOKEN, payload: {token: 'a.b-c'}}, {type: 'token', token: 'a.b-c'}],
    ['a wish to begin again', {type: 'RETURNINGAI_WIDGET_REFRESH'}, {type: 'refresh'}],
    ['a token that no header could hold', {type: TOKEN, value: 'a\r\nCookie: b'}, undefined],
    ['an empty token', {type: TOKEN, value: ''}, undefined],
    ['an endless token', {type: TOKEN, value: 'x'.repeat(5000)}, undefined],
    ['a token that is no text', {type: TOKEN, value: {}}, undefined],
    ['another name', {type: 'WIDGET_READY'}, undefined],
    ['nothing', null, undefined],
    ['a text', TOKEN, undefined],
  ];
  for (const [name, data, wish] of wishes) {
    it(`reads ${name}`, () => expect(wishOf(data)).to.deep.equal(wish));
  }
});
