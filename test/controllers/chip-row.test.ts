import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/define/all.ts';
import type {CategoryNavElement} from '../../src/elements/category-nav.ts';
import {focused, part, said} from '../support/look.ts';
import {idOf} from '../support/product.ts';
import {aScene} from '../support/scene.ts';
import {until} from '../support/until.ts';

const COUNT = 200;

const chipsOf = (nav: CategoryNavElement) => [...part(nav, 'nav')!.children] as HTMLElement[];
const nameOf = (chip: Element | null) => said(chip?.querySelector('bdi') ?? null);

/** The chips that are seen, with where each begins, in px from the window's left edge. */
function seen(nav: CategoryNavElement): Map<string, number> {
  const {left, right} = part(nav, 'nav')!.getBoundingClientRect();
  const boxes = chipsOf(nav).map((chip) => [nameOf(chip)!, chip.getBoundingClientRect()] as const);
  return new Map(
    boxes.filter(([, box]) => box.right > left && box.left < right).map(([name, box]) => [name, box.left]),
  );
}

async function longNav(language: string) {
  const categories = Array.from({length: COUNT}, (_, index) => ({
    _id: idOf(index + 1),
    name: `Shelf ${index + 1}`,
  }));
  const scene = await aScene({language, categories});
  return fixture<CategoryNavElement>(
    html`<rai-category-nav style="width: 600px" .scene=${scene}></rai-category-nav>`,
  );
}

describe('a row of very many chips', () => {
  for (const [language, forward] of [
    ['en', 1],
    ['ar', -1],
  ] as const) {
    it(`is drawn in part, and leads to its end and back without a leap, in ${language}`, async () => {
      const nav = await longNav(language);
      const row = part(nav, 'nav')!;
      const passed = new Set<string>();

      for (const direction of [1, -1]) {
        const end = direction > 0 ? `Shelf ${COUNT}` : `Shelf 1`;
        for (let step = 0; step < 400 && !seen(nav).has(end); step += 1) {
          const before = seen(nav);
          row.scrollLeft += 150 * direction * forward;
          await nextFrame();
          await nav.updateComplete;
          const after = seen(nav);
          for (const name of after.keys()) passed.add(name);
          const stayed = [...after.keys()].filter((name) => before.has(name));
          expect(stayed, 'something that was seen before').to.not.be.empty;
          for (const name of stayed)
            expect(Math.abs(after.get(name)! - before.get(name)!)).to.be.at.most(151);
          expect(chipsOf(nav).length).to.be.at.most(60);
        }
        expect(seen(nav).has(end), end).to.equal(true);
      }

      expect(passed.size).to.be.at.least(COUNT);
    }).timeout(30_000);
  }

  it('gives the focus to any chip by the keyboard, and keeps it there', async () => {
    const nav = await longNav('en');
    const press = (key: string) =>
      focused()!.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true}));
    chipsOf(nav)[0]!.focus();

    press('ArrowLeft');
    await until('the last one', () => nameOf(focused()) === `Shelf ${COUNT}`);
    press('Home');
    await until('the first one', () => nameOf(focused()) === 'All');
    for (let step = 1; step <= 130; step += 1) {
      press('ArrowRight');
      await until(`chip ${step}`, () => nameOf(focused()) === `Shelf ${step}`);
      await until(`chip ${step} in sight`, () => seen(nav).has(`Shelf ${step}`));
      if (step % 10 === 0) await nextFrame();
    }
    expect(nameOf(focused())).to.equal('Shelf 130');
    expect(chipsOf(nav).filter(({tabIndex}) => tabIndex === 0)).to.have.lengthOf(1);
  }).timeout(30_000);
});
