import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {chosenEngines, missing, openIn, until, type EnginePage} from './support/engine-page.ts';
import {setStage} from './support/stage.ts';

const PRODUCT = 'Night-sky walk';
const SEARCH = 'مسير تحت';
const NAME = 'مسير تحت النجوم';
const PHONE = '+971 50 123 4567';

/** What the focus is on, in whatever shadow tree. */
interface Focus {
  readonly host?: string | undefined;
  readonly part: string;
  readonly name: string;
  readonly role: string;
  readonly text: string;
}

describe('a shopper with a keyboard alone, in Arabic', () => {
  const stage = setStage('engines-key-93ad17');

  for (const engine of chosenEngines()) {
    it(`finds, reads and redeems in ${engine}, and is told the truth`, async (t) => {
      const reason = missing(engine);
      if (reason) return t.skip(reason);
      const id = await stage.desk.find(PRODUCT);
      const left = await stage.desk.stock(id);
      const {page, close} = await openIn(engine);
      try {
        await page.goto(`${stage.demo.pages.url}/partner.html?lang=ar`);
        await seen(page, 'the search field', 'rai-store-finder [part=search]');

        await redeem(page);

        assert.equal(await stage.desk.stock(id), left - 1);
      } finally {
        await close();
      }
    });
  }
});

async function redeem(page: EnginePage) {
  const {keyboard} = page;
  await tabTo(page, 'the search field', ({part}) => part === 'search');
  await keyboard.type(SEARCH);
  await until('the product alone', async () => {
    const names = await textsOf(page, 'rai-product-card [part=name]');
    return names.join() === NAME;
  });
  await tabTo(page, 'the card', ({part, text}) => part === 'name' && text === NAME);
  await keyboard.press('Enter');

  await seen(page, 'all of the detail', 'rai-product-detail details');
  assert.deepEqual(await textsOf(page, 'rai-product-detail #title'), [NAME]);
  assert.equal((await focusIn(page)).role, 'group');
  await keyboard.press('End');
  await tabTo(page, 'the way to redeem', ({part}) => part === 'redeem');
  await keyboard.press('Enter');

  await focusedHeading(page);
  await tabTo(page, 'the phone', ({name}) => name === 'phone');
  await keyboard.press('Enter');
  await seen(page, 'the mistake', 'rai-product-detail rai-store-redeem #phone-mistake');
  assert.equal((await focusIn(page)).name, 'phone');
  await keyboard.type(PHONE);
  await keyboard.press('Enter');

  await seen(page, 'the question', 'rai-product-detail rai-store-redeem [part=confirm]');
  await focusedHeading(page);
  await tabTo(page, 'yes', ({part}) => part === 'confirm');
  await keyboard.press('Enter');
  await seen(page, 'the code', 'rai-product-detail rai-store-redeem [part=code]');
  await focusedHeading(page);
  await tabTo(page, 'the way back', ({host, part, role}) => host === 'rai-store-redeem' && !part && !role);
  await keyboard.press('Escape');

  await until('the end of the detail', async () => !(await textsOf(page, 'rai-product-detail')).length);
  const {part, text} = await focusIn(page);
  assert.deepEqual([part, text], ['name', NAME]);
}

/** Presses Tab until something has the focus. */
async function tabTo(page: EnginePage, what: string, isIt: (focus: Focus) => boolean): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    if (isIt(await focusIn(page))) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${what} is not reached by Tab.`);
}

const focusIn = (page: EnginePage): Promise<Focus> =>
  page.evaluate(() => {
    let element = document.activeElement!;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const root = element.getRootNode();
    return {
      host: root instanceof ShadowRoot ? root.host.localName : undefined,
      part: element.getAttribute('part') ?? '',
      name: element.getAttribute('name') ?? '',
      role: element.getAttribute('role') ?? '',
      text: element.textContent.trim(),
    };
  });

/** The text of each element, in whatever shadow tree, that the last of the words selects within what the others do. */
const textsOf = (page: EnginePage, path: string): Promise<string[]> =>
  page.evaluate((steps) => {
    let found: Element[] = [document.querySelector('rai-store')!];
    for (const step of steps) {
      found = found.flatMap((element) => [...(element.shadowRoot ?? element).querySelectorAll(step)]);
    }
    return found.map(({textContent}) => textContent.trim());
  }, path.split(' '));

const seen = (page: EnginePage, what: string, path: string) =>
  until(what, async () => (await textsOf(page, path)).length > 0);

const focusedHeading = (page: EnginePage) =>
  until('the heading', async () => (await focusIn(page)).role === 'heading');
