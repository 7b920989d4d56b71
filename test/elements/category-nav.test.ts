import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {Scene} from '../../src/controllers/scene.ts';
import '../../src/define/all.ts';
import type {CategoryNavElement} from '../../src/elements/category-nav.ts';
import type {RaiCategoryChangeEvent} from '../../src/elements/finding-events.ts';
import {focused, said, within} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {aCategoryRecord} from '../support/record.ts';
import {aScene, partsOf} from '../support/scene.ts';

const VOUCHERS = idOf(0xa1);
const MERCHANDISE = idOf(0xa2);

const navOf = (scene: Scene) =>
  fixture<CategoryNavElement>(html`<rai-category-nav .scene=${scene}></rai-category-nav>`);

const chips = (nav: CategoryNavElement) => [
  ...nav.shadowRoot!.querySelectorAll<HTMLElement>('[part~="category"]'),
];
const names = (nav: CategoryNavElement) => chips(nav).map((chip) => said(chip.querySelector('bdi')));
const pressed = (nav: CategoryNavElement) =>
  chips(nav)
    .filter((chip) => chip.getAttribute('aria-pressed') === 'true')
    .map((chip) => said(chip.querySelector('bdi')));
const focusedName = () => said(focused()!.querySelector('bdi'));

describe('<rai-category-nav>', () => {
  let scene: Scene;

  before(async () => (scene = await aScene()));

  it('offers all, then each category in its order, with all chosen', async () => {
    const nav = await navOf(scene);

    expect(names(nav)).to.deep.equal(['All', 'Vouchers', 'Merchandise', 'Causes']);
    expect(pressed(nav)).to.deep.equal(['All']);
    expect(within(nav, '[role="group"]')).to.have.attribute('aria-label', 'Categories');
    await expect(nav).to.be.accessible();
  }).timeout(10_000);

  it('shows which category its store has chosen', async () => {
    const nav = await navOf({...scene, category: MERCHANDISE});

    expect(pressed(nav)).to.deep.equal(['Merchandise']);
  });

  it('shows all as chosen where the store’s category is none of them', async () => {
    const nav = await navOf({...scene, category: idOf(0xff)});

    expect(pressed(nav)).to.deep.equal(['All']);
  });

  it('shows a category’s cover where it has one, and reads it to nobody', async () => {
    const cover = `${location.origin}/cover.png`;
    const nav = await navOf({
      ...scene,
      parts: partsOf({
        categories: [aCategoryRecord({_id: VOUCHERS, coverImage: cover, shouldShowCover: true})],
      }),
    });

    const pictures = [...nav.shadowRoot!.querySelectorAll('img')];
    expect(pictures.map((picture) => picture.getAttribute('src'))).to.deep.equal([cover]);
    expect(pictures[0]).to.have.attribute('alt', '');
    expect(pictures[0]).to.have.attribute('referrerpolicy', 'no-referrer');
  });

  it('tells how many products the gateway counts, and what it has to say of the chosen one', async () => {
    const nav = await navOf({
      ...scene,
      category: VOUCHERS,
      total: 1_200,
      parts: {...scene.parts, counts: {[VOUCHERS]: 7, [MERCHANDISE]: 12}},
    });

    expect(chips(nav).map(said)).to.deep.equal(['All', 'Vouchers 1,200', 'Merchandise 12', 'Causes']);
  });

  it('tells no number that is none', async () => {
    const nav = await navOf({
      ...scene,
      parts: {...scene.parts, counts: {[VOUCHERS]: 'many', [MERCHANDISE]: null, [idOf(0xa3)]: {}}},
    });

    expect(chips(nav).map(said)).to.deep.equal(['All', 'Vouchers', 'Merchandise', 'Causes']);
  });

  it('tells what the shopper wants, and leaves it to the store what happens', async () => {
    const nav = await navOf(scene);

    setTimeout(() => chips(nav)[2]!.click());
    const event = (await oneEvent(document.body, 'rai-category-change')) as unknown as RaiCategoryChangeEvent;

    expect(event.category).to.equal(MERCHANDISE);
    expect(event).to.include({bubbles: true, composed: true, cancelable: true});
    await nav.updateComplete;
    expect(pressed(nav)).to.deep.equal(['All']);
  });

  it('says “all” by no category', async () => {
    const nav = await navOf({...scene, category: VOUCHERS});

    setTimeout(() => chips(nav)[0]!.click());
    const event = (await oneEvent(nav, 'rai-category-change')) as unknown as RaiCategoryChangeEvent;

    expect(event.category).to.equal(undefined);
  });

  it('is one stop for the Tab key, at the chosen chip', async () => {
    const around = await fixture(
      html`<div>
        <button id="before"></button>
        <rai-category-nav .scene=${{...scene, category: MERCHANDISE}}></rai-category-nav>
        <button id="after"></button>
      </div>`,
    );
    around.querySelector<HTMLElement>('#before')!.focus();

    await sendKeys({press: 'Tab'});
    expect(focusedName()).to.equal('Merchandise');
    await sendKeys({press: 'Tab'});

    expect(document.activeElement!.id).to.equal('after');
  });

  it('lets the arrow keys go around, and Home and End to the ends', async () => {
    const nav = await navOf(scene);
    chips(nav)[0]!.focus();
    const visited: unknown[] = [];

    for (const key of [
      'ArrowRight',
      'ArrowRight',
      'ArrowLeft',
      'End',
      'ArrowRight',
      'ArrowLeft',
      'Home',
      'ArrowLeft',
    ]) {
      await sendKeys({press: key});
      visited.push(focusedName());
    }

    expect(visited).to.deep.equal([
      'Vouchers',
      'Merchandise',
      'Vouchers',
      'Causes',
      'All',
      'Causes',
      'All',
      'Causes',
    ]);
  });

  it('chooses the focused chip by Enter and Space', async () => {
    const nav = await navOf(scene);
    const wanted: unknown[] = [];
    nav.addEventListener('rai-category-change', ({category}) => wanted.push(category));
    chips(nav)[0]!.focus();

    await sendKeys({press: 'ArrowRight'});
    expect(wanted).to.deep.equal([]);
    await sendKeys({press: 'Enter'});
    await sendKeys({press: ' '});

    expect(wanted).to.deep.equal([VOUCHERS, VOUCHERS]);
  });

  it('mirrors the arrow keys where it runs from right to left', async () => {
    const nav = await navOf(await aScene({language: 'ar'}));
    expect(within(nav, '[part~="nav"]')).to.have.attribute('dir', 'rtl');
    const [first, second] = chips(nav).map((chip) => chip.getBoundingClientRect());
    expect(second!.right).to.be.at.most(first!.left);
    chips(nav)[0]!.focus();

    await sendKeys({press: 'ArrowLeft'});
    expect(focusedName()).to.equal('Vouchers');
    await sendKeys({press: 'ArrowRight'});

    expect(focusedName()).to.equal('الكل');
    await expect(nav).to.be.accessible();
  }).timeout(10_000);

  it('marks what the merchant wrote with the language of the data', async () => {
    const nav = await navOf(await aScene({language: 'th'}));

    expect(chips(nav).map((chip) => chip.getAttribute('lang'))).to.deep.equal([null, 'th', 'th', 'th']);
    expect(names(nav)[0]).to.equal('ทั้งหมด');
  });

  it('shows nothing where there are no categories', async () => {
    for (const categories of [[], undefined]) {
      const nav = await navOf({...scene, parts: partsOf({categories})});

      expect(nav.shadowRoot!.textContent.trim()).to.equal('');
    }
  });
});
