import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/define/all.ts';
import type {CategoryNavElement} from '../../src/elements/category-nav.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway} from '../support/gateway.ts';
import {part, said, within} from '../support/look.ts';
import {productRecords} from '../support/record.ts';
import {cardsOf, openStore} from '../support/store.ts';
import {until} from '../support/until.ts';

const actionOf = (store: StoreElement) => said(part(cardsOf(store)[0]!, 'action'));

describe('the words of a page’s own', () => {
  it('stand in a store’s attribute, for a page without any script', async () => {
    const words = JSON.stringify({'product.redeem': 'Get it'});
    const store = await openStore(aGateway(), {words});

    expect(actionOf(store)).to.equal('Get it');
    expect(part(store, 'root')).to.have.attribute('lang', 'en');
  });

  it('stand in its property, by language, and change with the language', async () => {
    const store = await openStore(aGateway());
    expect(actionOf(store)).to.equal('Redeem');

    store.words = {en: {'product.redeem': 'Get it'}, de: {'product.redeem': 'Hol’s dir'}};
    await until('the own words', () => actionOf(store) === 'Get it');
    store.lang = 'de';

    await until('the own words in German', () => actionOf(store) === 'Hol’s dir');
  });

  it('give way to the store’s when they are taken away', async () => {
    const store = await openStore(aGateway(), {words: '{"product.redeem": "Get it"}'});

    store.removeAttribute('words');

    await until('the store’s words', () => actionOf(store) === 'Redeem');
  });

  it('cost no further question where they stay the same', async () => {
    const gateway = aGateway({products: productRecords(1)});
    const store = await openStore(gateway, {words: '{"product.redeem": "Get it"}'});

    store.setAttribute('words', '{"product.redeem": "Get it"}');
    await store.updateComplete;
    await nextFrame();

    expect(gateway.requests).to.have.lengthOf(1);
  });

  it('leave the store as it is where they are wrong, and tell the developer', async () => {
    const {warn} = console;
    const warnings: string[] = [];
    console.warn = (warning: string) => warnings.push(warning);

    const store = await openStore(aGateway(), {words: '{product.redeem: Get it}'});
    console.warn = warn;

    expect(actionOf(store)).to.equal('Redeem');
    expect(warnings).to.deep.equal(['rai-store: "words" is no JSON object.']);
  });

  it('stand in the attribute of an element that is alone on a page', async () => {
    const {url} = aGateway();
    const nav = await fixture<CategoryNavElement>(
      html`<rai-category-nav gateway=${url} lang="en" words='{"nav.all": "Everything"}'></rai-category-nav>`,
    );

    await until('the navigation', () => within(nav, '.chip'));

    expect(said(within(nav, '.chip bdi'))).to.equal('Everything');
  });
});
