import {expect, fixture, html} from '@open-wc/testing';
import {colord, extend} from 'colord';
import a11y from 'colord/plugins/a11y';
import type {CategoryNavElement} from '../../src/elements/category-nav.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway, type Gateway} from '../support/gateway.ts';
import {part, within} from '../support/look.ts';
import {aStoreRecord} from '../support/record.ts';
import {cardsOf, inside, openStore} from '../support/store.ts';
import {until} from '../support/until.ts';

extend([a11y]);

const colored = (light: object, dark: object = {}) =>
  aStoreRecord({
    widget: {isEnabled: true, appearance: {light: {name: 'plum', palette: light}, dark: {palette: dark}}},
  });

const PLUM = 'rgb(91, 33, 182)';
const GREEN = 'rgb(31, 95, 82)';

describe('a store whose community has a palette', () => {
  let gateway: Gateway;

  beforeEach(() => {
    gateway = aGateway({store: colored({accent: PLUM, background: '#faf5ff'}, {accent: '#c4b5fd'})});
  });

  const open = (attributes = {}) => openStore(gateway, {theme: 'light', ...attributes});
  const accentOf = (store: StoreElement) =>
    getComputedStyle(part(cardsOf(store)[0]!, 'action')!).backgroundColor;
  const isPlum = (store: StoreElement) => until('the palette', () => accentOf(store) === PLUM);

  it('has its colours on everything that stands in it', async () => {
    const store = await open();

    await isPlum(store);

    expect(getComputedStyle(part(cardsOf(store)[0]!, 'card')!).backgroundColor).to.equal(
      'rgb(250, 245, 255)',
    );
    const chip = within(inside(store, 'rai-category-nav'), '[aria-pressed="true"]')!;
    expect(getComputedStyle(chip).backgroundColor).to.equal(PLUM);
    expect(getComputedStyle(within(store, '.head')!).backgroundImage).to.contain(PLUM);
    await expect(store).to.be.accessible();
  }).timeout(10_000);

  for (const [theme, surface] of [
    ['light', 'rgb(255, 251, 230)'],
    ['dark', 'rgb(31, 27, 10)'],
  ] as const) {
    it(`can be read where the palette can’t, in ${theme} surroundings`, async () => {
      gateway.store = colored(
        {accent: '#ffd400', text: '#d9c98c', background: '#fffbe6', divider: '#fff1b8'},
        {accent: '#4a3b00', text: '#55502f', background: '#1f1b0a'},
      );
      const store = await open({theme});
      const card = () => part(cardsOf(store)[0]!, 'card')!;

      await until('the palette', () => getComputedStyle(card()).backgroundColor === surface);

      await expect(store).to.be.accessible();
    }).timeout(10_000);
  }

  it('can be read on the page’s own ground, where its palette is as dark as the page is light', async () => {
    gateway.store = colored({accent: '#ffd400', text: '#ffffff', background: '#101010'});
    gateway.products = [];
    const store = await open();
    const words = () => within(inside(store, 'rai-store-notice'), 'p');

    await until('the palette', () => getComputedStyle(part(store, 'root')!).color === 'rgb(255, 255, 255)');
    await until('the notice', words);

    expect(colord(getComputedStyle(words()!).color).contrast('#ffffff')).to.be.least(4.5);
    await expect(store).to.be.accessible();
  }).timeout(10_000);

  it('has the colours for the surroundings that it stands in', async () => {
    const store = await open({theme: 'dark'});

    await until('the palette', () => accentOf(store) === 'rgb(196, 181, 253)');
    store.theme = 'light';
    await isPlum(store);
  });

  it('gives way to what the page says', async () => {
    const store = await open({style: '--rai-color-accent: rgb(1, 2, 3)'});
    const surface = () => getComputedStyle(part(cardsOf(store)[0]!, 'card')!).backgroundColor;

    await until('the palette', () => surface() === 'rgb(250, 245, 255)');

    expect(accentOf(store)).to.equal('rgb(1, 2, 3)');
  });

  it('stays in its usual colours where the palette says none that can be read', async () => {
    gateway.store = colored({accent: 'plum;}', text: 12});
    const store = await open();
    await until('the controls', () => within(inside(store, 'rai-category-nav'), '.chip'));

    expect(accentOf(store)).to.equal(GREEN);
  });

  it('takes a palette back that is no longer there', async () => {
    const store = await open();
    await isPlum(store);

    gateway.store = aStoreRecord();
    store.gateway = `${gateway.url}/`;

    await until('the usual colours', () => accentOf(store) === GREEN);
  });

  it('leaves the page’s own elements, and the style attribute, as they are', async () => {
    const store = await open();
    await isPlum(store);

    expect(store).to.not.have.attribute('style');
    expect(getComputedStyle(document.body).getPropertyValue('--_c-accent')).to.equal('');
  });

  it('gives its colours to a navigation elsewhere on the page', async () => {
    const nav = await fixture<CategoryNavElement>(html`<rai-category-nav for="plums"></rai-category-nav>`);
    await open({id: 'plums'});

    await until('the palette', () => {
      const chip = within(nav, '[aria-pressed="true"]');
      return chip && getComputedStyle(chip).backgroundColor === PLUM;
    });
  });
});
