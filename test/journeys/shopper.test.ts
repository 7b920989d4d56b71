import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {BrowserContextOptions, Locator, Page} from 'playwright-core';
import {visit} from './support/browser.ts';
import {setStage} from './support/stage.ts';

const apiKey = 'shopper-key-61b7e2';

/** What a shopper looks for in a language, and what they are to find. */
interface Wish {
  readonly lang: 'th' | 'ar';
  readonly product: string;
  readonly search: string;
  readonly name: string;
  /** What is filled in, first wrongly and then rightly, by field. */
  readonly wrong: Readonly<Record<string, string>>;
  readonly right: Readonly<Record<string, string>>;
  /** The first field that is told to be wrong, and what is said beside it. */
  readonly mistake: readonly [field: string, words: string];
}

const MISSING = {th: 'โปรดกรอกข้อมูลนี้', ar: 'يُرجى ملء هذا الحقل.'};

const BY_KEYBOARD: readonly Wish[] = [
  {
    lang: 'th',
    product: 'Summit sunrise breakfast',
    search: 'มื้อเช้ารับตะวัน',
    name: 'มื้อเช้ารับตะวันบนยอดเขา',
    wrong: {name: 'สมชาย ใจดี', phone: 'โทรหาฉัน'},
    right: {name: 'สมชาย ใจดี', phone: '081 234 5678'},
    mistake: ['phone', 'โปรดกรอกหมายเลขโทรศัพท์ เช่น 081 234 5678'],
  },
  {
    lang: 'ar',
    product: 'Night-sky walk',
    search: 'مسير تحت',
    name: 'مسير تحت النجوم',
    wrong: {phone: ''},
    right: {phone: '+971 50 123 4567'},
    mistake: ['phone', MISSING.ar],
  },
];

const BY_TOUCH: readonly Wish[] = [
  {
    lang: 'th',
    product: 'Sauna by the lake',
    search: 'ซาวน่า',
    name: 'ซาวน่าริมทะเลสาบ',
    wrong: {name: '', phone: '081 234 5678'},
    right: {name: 'สมหญิง ใจดี', phone: '081 234 5678'},
    mistake: ['name', MISSING.th],
  },
  {
    lang: 'ar',
    product: 'Enamel mug, speckled',
    search: 'كوب مينا',
    name: 'كوب مينا مرقّط',
    wrong: {name: 'ليلى حسن', address: ''},
    right: {name: 'ليلى حسن', address: 'شارع النخيل 7، دبي'},
    mistake: ['address', MISSING.ar],
  },
];

describe('a shopper on the partner’s page', () => {
  const stage = setStage(apiKey);

  /** Opens the page in a language; at the end nothing on it may have failed. */
  async function onPage(lang: string, options: BrowserContextOptions, walk: (page: Page) => Promise<void>) {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const visited = await visit(stage.browser, {permissions, ...options});
    const {page, faults} = visited;
    await page.goto(`${stage.demo.pages.url}/partner.html?lang=${lang}`);
    await page.locator('rai-store-finder [part=search]').waitFor();
    await walk(page);
    assert.deepEqual(faults, []);
    await visited.close();
  }

  for (const wish of BY_KEYBOARD) {
    const {lang, search, name, wrong, right, mistake} = wish;
    it(`finds, reads and redeems by keyboard alone in ${lang}, and is told the truth`, async () => {
      const left = await stage.desk.stock(await stage.desk.find(wish.product));
      await onPage(lang, {}, async (page) => {
        const {keyboard} = page;

        await tabTo(page, page.locator('rai-store-finder [part=search]'));
        await keyboard.insertText(search);
        await only(page, name);
        await saysLeft(page, lang, left);
        const card = page.locator('rai-product-card [part=name]');
        await tabTo(page, card);
        await keyboard.press('Enter');

        const detail = page.locator('rai-product-detail');
        await detail.locator('details').waitFor();
        assert.equal(await detail.locator('#title').innerText(), name);
        await isFocused(detail.locator('.scroll'));
        await keyboard.press('End');
        await tabTo(page, detail.locator('[part=redeem]'));
        await keyboard.press('Enter');

        const way = page.locator('rai-store-redeem');
        await isFocused(way.getByRole('heading'));
        for (const [field, words] of Object.entries(wrong)) {
          await tabTo(page, way.locator(`[name=${field}]`));
          await keyboard.insertText(words);
        }
        await keyboard.press('Enter');
        const [field, words] = mistake;
        await isFocused(way.locator(`[name=${field}]`));
        assert.equal(await way.locator(`#${field}-mistake`).innerText(), words);
        await keyboard.press('ControlOrMeta+a');
        await keyboard.insertText(right[field]!);
        await keyboard.press('Enter');

        await way.locator('[part=confirm]').waitFor();
        await isFocused(way.getByRole('heading'));
        await tabTo(page, way.locator('[part=confirm]'));
        await keyboard.press('Enter');
        const code = way.locator('[part=code]');
        await code.waitFor();
        await isFocused(way.getByRole('heading'));
        await tabTo(page, way.locator('.ticket button'));
        await keyboard.press('Enter');
        await isCopied(page, await code.innerText());

        await tabTo(page, way.locator('.root > button'));
        await keyboard.press('Enter');
        await isFocused(detail.locator('[part=redeem]'));
        await keyboard.press('Escape');
        await detail.waitFor({state: 'detached'});
        await isFocused(card);
        await saysLeft(page, lang, left - 1);
        assert.equal(await stage.desk.stock(await stage.desk.find(wish.product)), left - 1);
      });
    });
  }

  for (const wish of BY_TOUCH) {
    const {lang, search, name, wrong, right, mistake} = wish;
    it(`finds, reads and redeems by touch on a phone of 360 px in ${lang}, and is told the truth`, async () => {
      const left = await stage.desk.stock(await stage.desk.find(wish.product));
      const phone = {viewport: {width: 360, height: 740}, hasTouch: true, isMobile: true};
      await onPage(lang, phone, async (page) => {
        const field = page.locator('rai-store-finder [part=search]');
        await field.tap();
        await field.pressSequentially(search);
        await only(page, name);
        await saysLeft(page, lang, left);
        await fitsIn(page, 360);
        await page.locator('rai-product-card [part=name]').tap();

        const detail = page.locator('rai-product-detail');
        await detail.locator('details').waitFor();
        await isSheet(page);
        await detail.locator('[part=redeem]').tap();

        const way = page.locator('rai-store-redeem');
        await fill(way, wrong);
        await way.locator('form button').first().tap();
        await isFocused(way.locator(`[name=${mistake[0]}]`));
        assert.equal(await way.locator(`#${mistake[0]}-mistake`).innerText(), mistake[1]);
        await isSheet(page);
        await fill(way, right);
        await way.locator('form button').first().tap();
        await way.locator('[part=confirm]').tap();
        const code = way.locator('[part=code]');
        await code.waitFor();
        await way.locator('.ticket button').tap();
        await isCopied(page, await code.innerText());

        await way.locator('.root > button').tap();
        await detail.locator('.close').tap();
        await detail.waitFor({state: 'detached'});
        await saysLeft(page, lang, left - 1);
        await fitsIn(page, 360);
        assert.equal(await stage.desk.stock(await stage.desk.find(wish.product)), left - 1);
      });
    });
  }

  const spoken: [lang: string, name: string, sayings: string[]][] = [
    [
      'en',
      'One-to-one mentoring',
      ['Price:', '2,800', 'Coins', 'List price:', '3,500', '20% off', 'Only 5 left', 'ends in 6 days'],
    ],
    [
      'th',
      'คุยกับที่ปรึกษาตัวต่อตัว',
      ['ราคา:', '2,800', 'Coins', 'ราคาปกติ:', '3,500', 'ลด 20%', 'เหลือเพียง 5 ชิ้น', 'สิ้นสุดในอีก 6 วัน'],
    ],
  ];
  for (const [lang, name, sayings] of spoken) {
    it(`hears of a discounted product of which few are left, in ${lang}`, async () => {
      await onPage(lang, {}, async (page) => {
        await page.locator('rai-product-card').filter({hasText: name}).waitFor();

        const heard = await readAloud(page, name);

        // Between the summary and the action.
        assert.deepEqual(heard.slice(2, -1), sayings);
      });
    });
  }
});

/** Presses Tab until something has the focus, as a shopper without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${String(wanted)} is not reached by Tab.`);
}

const hasFocus = (wanted: Locator) =>
  wanted.evaluateAll((found) =>
    found.some((element) => (element.getRootNode() as ShadowRoot | Document).activeElement === element),
  );

/** Waits until something has the focus. */
async function isFocused(wanted: Locator): Promise<void> {
  await wanted.and(wanted.page().locator(':focus')).waitFor({state: 'attached'});
}

/** Waits until a product is all that is listed. */
async function only(page: Page, name: string): Promise<void> {
  await page.waitForFunction((name) => {
    const cards = document.querySelector('rai-store')!.shadowRoot!.querySelectorAll('rai-product-card');
    const names = [...cards].map(({shadowRoot}) =>
      shadowRoot?.querySelector('[part=name]')?.textContent.trim(),
    );
    return names.join() === name;
  }, name);
}

/** Waits until the first card says how many are left, in a language's own numbers. */
async function saysLeft(page: Page, lang: string, left: number): Promise<void> {
  const number = new Intl.NumberFormat(lang).format(left);
  const words = new RegExp(`(^|\\P{N})${number}($|\\P{N})`, 'u');
  await page.locator('rai-product-card').first().locator('[part=stock]').filter({hasText: words}).waitFor();
}

/** Fails where the page can be moved sideways. */
async function fitsIn(page: Page, width: number): Promise<void> {
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
}

/** Fails unless the detail is a sheet that stands on the lower edge of the screen, from side to side. */
async function isSheet(page: Page): Promise<void> {
  const dialog = page.locator('rai-product-detail dialog');
  await dialog.evaluate((it) => Promise.all(it.getAnimations().map(({finished}) => finished)));
  const {left, right, bottom, width, height} = await dialog.evaluate((it) => {
    const {left, right, bottom} = it.getBoundingClientRect();
    return {left, right, bottom, width: innerWidth, height: innerHeight};
  });
  assert.deepEqual([left, right, Math.round(bottom)], [0, width, height]);
}

async function fill(way: Locator, said: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, words] of Object.entries(said)) await way.locator(`[name=${field}]`).fill(words);
}

/** Waits until the clipboard holds a code. */
async function isCopied(page: Page, code: string): Promise<void> {
  assert.ok(code);
  await page.waitForFunction(async (code) => (await navigator.clipboard.readText()) === code, code);
}

interface Spoken {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: {readonly value?: unknown};
  readonly name?: {readonly value?: unknown};
}

/** What a screen reader has to say of a product's card, in its order, by the browser's own accessibility tree. */
async function readAloud(page: Page, name: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const {nodes} = (await session.send('Accessibility.getFullAXTree')) as {nodes: readonly Spoken[]};
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  let card = nodes.find((node) => node.role?.value === 'button' && node.name?.value === name);
  while (card && card.role?.value !== 'article') card = byId.get(card.parentId ?? '');
  assert.ok(card, `There is no card of ${name}.`);
  return textsIn(card, byId);
}

function textsIn(node: Spoken, byId: ReadonlyMap<string, Spoken>): string[] {
  if (!node.ignored && node.role?.value === 'StaticText') return [String(node.name?.value).trim()];
  return (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? textsIn(child, byId) : [];
  });
}
