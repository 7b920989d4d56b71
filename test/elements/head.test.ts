import {expect, fixture, html} from '@open-wc/testing';
import {profileOf} from '../../src/api/decode.ts';
import '../../src/define/all.ts';
import type {HeadElement} from '../../src/elements/head.ts';
import {part, said} from '../support/look.ts';
import {aScene} from '../support/scene.ts';

const LIGHT = `${location.origin}/light.png`;
const DARK = `${LIGHT}#dark`;

async function headOf(store: object | undefined, language = 'en'): Promise<HeadElement> {
  const scene = await aScene({language, store, profile: store && profileOf(store)});
  return fixture<HeadElement>(html`<rai-store-head .scene=${scene}></rai-store-head>`);
}

const pictures = (head: HeadElement) => [...head.shadowRoot!.querySelectorAll('img')];

describe('<rai-store-head>', () => {
  it('shows the store’s title, and its description as plain text', async () => {
    const head = await headOf({
      title: 'Trail Rewards',
      description: '<p>Walk &amp; <b>win</b></p><script>alert(1)</script>',
    });

    expect(said(part(head, 'title'))).to.equal('Trail Rewards');
    expect(part(head, 'title')).to.have.attribute('role', 'heading');
    expect(part(head, 'title')).to.have.attribute('aria-level', '2');
    expect(said(part(head, 'head'))).to.equal('Rewards store Trail Rewards Walk & win');
    await expect(head).to.be.accessible();
  }).timeout(10_000);

  it('has a title where the store has none, or cannot be read', async () => {
    for (const store of [{}, undefined]) {
      expect(said(part(await headOf(store), 'head'))).to.equal('Rewards store');
    }
  });

  it('tells the balance only where the page gives one', async () => {
    const head = await headOf({title: 'Trail Rewards', currency: {name: 'Coins'}});
    const {scene} = head;
    const balanceOf = async (balance: number | undefined) => {
      head.scene = {...scene!, balance};
      await head.updateComplete;
      return said(part(head, 'balance'));
    };

    expect(await balanceOf(1250)).to.equal('Your balance: 1,250 Coins');
    expect(await balanceOf(0)).to.equal('Your balance: 0 Coins');
    for (const none of [undefined, NaN, null as unknown as undefined]) {
      await balanceOf(none);
      expect(part(head, 'balance') === null).to.equal(true);
    }
  });

  it('has a heading of the level that it is given', async () => {
    const head = await headOf({title: 'Trail Rewards'});

    head.headingLevel = 1;
    await head.updateComplete;

    expect(part(head, 'title')).to.have.attribute('aria-level', '1');
  });

  it('shows one cover of two, by its surroundings', async () => {
    const head = await headOf({cover: {light: LIGHT, dark: DARK}});
    const visible = () => pictures(head).filter((picture) => getComputedStyle(picture).display !== 'none');

    expect(pictures(head)).to.have.lengthOf(2);
    expect(visible()).to.have.lengthOf(1);
  });

  it('shows a cover that suits all surroundings in all of them, and reads it to nobody', async () => {
    const head = await headOf({cover: {light: LIGHT, dark: LIGHT}});

    expect(pictures(head).map((picture) => picture.getAttribute('src'))).to.deep.equal([LIGHT, LIGHT]);
    expect(pictures(head)[0]).to.have.attribute('alt', '');
  });

  it('marks what the merchant wrote with the language of the data', async () => {
    const head = await headOf({title: 'Trail Rewards'}, 'ar-EG');

    expect(part(head, 'head')).to.have.attribute('dir', 'rtl');
    expect(part(head, 'head')).to.have.attribute('lang', 'ar-EG');
    expect(part(head, 'title')).to.have.attribute('lang', 'ar');
  });

  it('shows nothing without a store', async () => {
    const head = await fixture<HeadElement>(html`<rai-store-head></rai-store-head>`);

    expect(head.shadowRoot!.textContent.trim()).to.equal('');
  });
});
