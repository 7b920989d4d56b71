import {expect} from '@open-wc/testing';
import {en} from '../../src/i18n/messages/en.ts';
import {pseudoOf} from '../../src/i18n/pseudo.ts';
import {loadText} from '../../src/i18n/text.ts';

describe('the pseudo-locale en-XA', () => {
  it('accents every letter, makes each message longer, and shows where it begins and ends', () => {
    expect(pseudoOf({'store.more': 'Show more'})).to.deep.equal({'store.more': '[Šĥöŵ ɱöŕé~~~]'});
  });

  it('leaves values as they are', async () => {
    const text = await loadText('en-XA');

    expect(text.say('product.redeemNamed', {name: 'Tea'})).to.match(/^\[Ŕéðééɱ: Tea~+\]$/);
    expect(text.say('store.results', {count: 1_234})).to.match(/^\[1,234 ŕéŵåŕðš~+\]$/);
  });

  it('has no letter of English left in any message', () => {
    for (const [key, message] of Object.entries(pseudoOf(en)))
      expect(message.replace(/\{\{.*?\}\}/g, ''), key).to.match(/^\[[^a-z]+\]$/i);
  });

  it('gives way to the page’s own words', async () => {
    const text = await loadText('en-XA', {'store.more': 'More gifts'});

    expect([text.language, text.say('store.more')]).to.deep.equal(['en-XA', 'More gifts']);
  });
});
