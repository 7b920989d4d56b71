import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {Scene} from '../../src/controllers/scene.ts';
import '../../src/define/all.ts';
import type {FinderElement} from '../../src/elements/finder.ts';
import {part, said, within} from '../support/look.ts';
import {aScene} from '../support/scene.ts';
import {stopTime} from '../support/time.ts';

describe('<rai-store-finder>', () => {
  let scene: Scene;
  let wishes: string[];

  before(async () => (scene = await aScene()));

  /** A finder whose wishes are noted, and granted as a store grants them unless `isRefused`. */
  async function aFinder({isRefused = false, language = ''} = {}): Promise<FinderElement> {
    wishes = [];
    const own = language ? await aScene({language}) : scene;
    const finder = await fixture<FinderElement>(html`<rai-store-finder .scene=${own}></rai-store-finder>`);
    finder.addEventListener('rai-search', ({search, sort}) => {
      wishes.push(`${search}|${sort}`);
      if (!isRefused) Object.assign(finder, {search, sort});
    });
    return finder;
  }

  const field = (finder: FinderElement) => part(finder, 'search') as HTMLInputElement;
  const order = (finder: FinderElement) => part(finder, 'sort') as HTMLSelectElement;

  function type(finder: FinderElement, words: string) {
    field(finder).value = words;
    field(finder).dispatchEvent(new Event('input'));
  }

  it('is a search named for its store, so that two on one page can be told apart', async () => {
    const finder = await aFinder();
    const form = within(finder, '[role=search]');
    expect(form).to.have.attribute('aria-label', 'Rewards Store');

    finder.scene = {...scene, parts: {}};
    await finder.updateComplete;

    expect(form).to.have.attribute('aria-label', 'Rewards store');
  });

  it('has a named field and a named choice of orders, in the store’s order at first', async () => {
    const finder = await aFinder();

    expect(field(finder)).to.have.attribute('aria-label', 'Search rewards');
    expect(order(finder)).to.have.attribute('aria-label', 'Sort by');
    expect([...order(finder).options].map(said)).to.deep.equal([
      'Store order',
      'Price, low to high',
      'Price, high to low',
      'Newest',
      'Name',
    ]);
    expect(order(finder).value).to.equal('displayOrder:asc');
    await expect(finder).to.be.accessible();
  }).timeout(10_000);

  it('searches when the shopper pauses, and not before', async () => {
    const finder = await aFinder();
    const time = stopTime(0);

    type(finder, 'm');
    time.tick(249);
    type(finder, 'mu');
    time.tick(249);
    type(finder, 'mug');
    time.tick(249);
    expect(wishes).to.deep.equal([]);
    time.tick(1);

    expect(wishes).to.deep.equal(['mug|displayOrder:asc']);
  });

  it('searches at once when the shopper presses Enter, and not a second time', async () => {
    const finder = await aFinder();
    const time = stopTime(0);
    field(finder).focus();

    await sendKeys({type: 'mug'});
    await sendKeys({press: 'Enter'});
    expect(wishes).to.deep.equal(['mug|displayOrder:asc']);
    await finder.updateComplete;
    time.tick(1_000);

    expect(wishes).to.deep.equal(['mug|displayOrder:asc']);
  });

  it('searches for words without the spaces around them, and leaves those in the field', async () => {
    const finder = await aFinder();
    const time = stopTime(0);

    type(finder, ' coffee ');
    time.tick(250);
    await finder.updateComplete;
    expect(wishes).to.deep.equal(['coffee|displayOrder:asc']);
    expect(field(finder).value).to.equal(' coffee ');

    type(finder, ' coffee  ');
    time.tick(250);
    expect(wishes).to.have.lengthOf(1);
  });

  it('takes nothing of what the shopper goes on typing', async () => {
    const finder = await aFinder();
    const time = stopTime(0);
    type(finder, ' coffee ');
    time.tick(250);
    await finder.updateComplete;

    type(finder, ' coffee f');
    finder.scene = {...scene, total: 3};
    finder.isBusy = true;
    await finder.updateComplete;

    expect(field(finder).value).to.equal(' coffee f');
  });

  it('searches for everything when the field is emptied', async () => {
    const finder = await aFinder();
    const time = stopTime(0);
    type(finder, 'mug');
    time.tick(250);
    await finder.updateComplete;

    type(finder, '');
    time.tick(250);

    expect(wishes.at(-1)).to.equal('|displayOrder:asc');
  });

  it('sorts at once, with the words that are in the field', async () => {
    const finder = await aFinder();
    stopTime(0);
    type(finder, 'mug');

    order(finder).value = 'price:desc';
    order(finder).dispatchEvent(new Event('change'));

    expect(wishes).to.deep.equal(['mug|price:desc']);
  });

  it('shows what its store holds', async () => {
    const finder = await aFinder();

    finder.search = 'mug';
    finder.sort = 'name:asc';
    await finder.updateComplete;
    expect(field(finder).value).to.equal('mug');
    expect(order(finder).value).to.equal('name:asc');

    finder.search = '';
    finder.sort = 'by chance';
    await finder.updateComplete;
    expect(field(finder).value).to.equal('');
    expect(order(finder).value).to.equal('displayOrder:asc');
  });

  it('asks again for what it was refused', async () => {
    const finder = await aFinder({isRefused: true});
    const time = stopTime(0);

    type(finder, 'mug');
    time.tick(250);
    type(finder, 'mug');
    time.tick(250);

    expect(wishes).to.deep.equal(['mug|displayOrder:asc', 'mug|displayOrder:asc']);
  });

  it('wants nothing any more once it has left the page', async () => {
    const finder = await aFinder();
    const time = stopTime(0);
    type(finder, 'mug');

    finder.remove();
    time.tick(1_000);

    expect(wishes).to.deep.equal([]);
  });

  it('tells a screen reader how many there are, or that they are on their way', async () => {
    const finder = await aFinder();
    const status = () => said(within(finder, '[role="status"]'));
    // What failed is said where the cards would be.
    expect(status()).to.equal('');

    finder.scene = {...scene, total: 1};
    await finder.updateComplete;
    expect(status()).to.equal('1 reward');

    finder.isBusy = true;
    await finder.updateComplete;
    expect(status()).to.equal('Loading rewards…');

    finder.isBusy = false;
    finder.scene = {...scene, total: 0};
    await finder.updateComplete;
    expect(status()).to.equal('0 rewards');
  });

  it('speaks its store’s language', async () => {
    const finder = await aFinder({language: 'ar'});

    expect(within(finder, 'form')).to.have.attribute('dir', 'rtl');
    expect(field(finder)).to.have.attribute('placeholder', 'ابحث في المكافآت');
  });

  it('shows nothing without a store', async () => {
    const finder = await fixture<FinderElement>(html`<rai-store-finder></rai-store-finder>`);

    expect(finder.shadowRoot!.textContent.trim()).to.equal('');
  });
});
