import {expect} from '@open-wc/testing';
import {Gateway} from '../support/gateway.ts';
import {part, said} from '../support/look.ts';
import {productRecords} from '../support/record.ts';
import {until} from '../support/until.ts';

/** A page of its own, in a frame: what the boot script does to a page, it does once. */
interface Page {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** What went wrong on it and was told to nobody but the console. */
  readonly errors: readonly unknown[];
}

interface PageOptions {
  /** What stands on the page before the script. */
  readonly body: string;
  /** The gateways that its requests go to. */
  readonly gateways?: readonly Gateway[];
  /** What is done on the page before anything else. */
  readonly before?: (window: Page['window']) => void;
  /** How often, and as what, the page loads the boot script. */
  readonly copies?: readonly string[];
  /** The file that the boot script takes the elements from. */
  readonly show?: string;
}

const BOOT = new URL('../../src/embed/boot.ts', import.meta.url).href;

const frames: HTMLIFrameElement[] = [];

async function pageWith({
  body,
  gateways = [],
  before,
  copies = [''],
  show = './show.ts',
}: PageOptions): Promise<Page> {
  const frame = document.createElement('iframe');
  frames.push(frame);
  const errors: unknown[] = [];
  const prepare = (page: Page['window']) => {
    page.addEventListener('error', ({message}) => errors.push(message));
    page.addEventListener('unhandledrejection', ({reason}) => errors.push(reason));
    const network = page.fetch.bind(page);
    page.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(new URL(input, page.document.baseURI));
      const gateway = gateways.find((one) => url.startsWith(one.url));
      return gateway ? gateway.fetch(input, init) : network(input, init);
    };
    Object.assign(page, {SHOW: show});
    before?.(page);
  };
  const tags = copies.map((copy) => `<script type="module" src="${BOOT}${copy}"></script>`);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  Object.assign(window, {prepare});
  frame.srcdoc = `<!doctype html><html lang="en"><body><script>parent.prepare(window)</script>${body}${tags.join('')}`;
  document.body.append(frame);
  await loaded;
  return {
    window: frame.contentWindow as Page['window'],
    document: frame.contentDocument!,
    errors,
  };
}

/** The names on the cards of the store that the selector finds. */
const namesIn = ({document}: Page, selector = 'rai-store') =>
  [...(document.querySelector(selector)?.shadowRoot?.querySelectorAll('rai-product-card') ?? [])].map(
    (card) => said(part(card, 'name')),
  );

const showing = (page: Page, names: string, selector?: string) =>
  until(names, () => namesIn(page, selector).join() === names);

describe('the boot script', () => {
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove();
    Reflect.deleteProperty(window, 'prepare');
  });

  it('asks for a store’s data before its elements are there, and they ask for nothing again', async () => {
    const gateway = new Gateway();
    let asked: number | undefined;
    const page = await pageWith({
      gateways: [gateway],
      body: `<rai-store gateway="${gateway.url}"></rai-store>`,
      before: ({customElements}) =>
        void customElements.whenDefined('rai-store').then(() => (asked ??= gateway.requests.length)),
    });

    await showing(page, 'Reward 1,Reward 2,Reward 3');

    expect(asked).to.equal(1);
    expect(gateway.requests).to.have.lengthOf(1);
    expect(gateway.options[0]).to.include({credentials: 'omit', referrerPolicy: 'origin'});
    expect(page.errors).to.deep.equal([]);
  });

  it('asks for every store on the page, as its attributes and its language say', async () => {
    const gateway = new Gateway({products: productRecords(2, {translations: {th: {name: 'รางวัล'}}})});
    const page = await pageWith({
      gateways: [gateway],
      body: `<rai-store id="one" gateway="${gateway.url}" search="2" page-size="5"></rai-store>
        <div lang="th"><rai-store id="two" gateway="${gateway.url}" sort="price:desc"></rai-store></div>
        <rai-store id="none"></rai-store>`,
    });

    await showing(page, 'Reward 2', '#one');
    await showing(page, 'รางวัล,รางวัล', '#two');

    const asked = gateway.requests.map(({searchParams}) =>
      ['lang', 'search', 'sort', 'limit'].map((name) => searchParams.get(name)).join(),
    );
    expect(asked).to.deep.equal(['en,keyword:2,displayOrder:asc,5', 'th,,price:desc,24']);
  });

  it('is harmless when it is loaded more than once', async () => {
    const gateway = new Gateway();
    const page = await pageWith({
      gateways: [gateway],
      body: `<rai-store gateway="${gateway.url}"></rai-store>`,
      copies: ['', '?version=2', '', '?version=3'],
    });

    await showing(page, 'Reward 1,Reward 2,Reward 3');

    expect(gateway.requests).to.have.lengthOf(1);
    expect(page.errors).to.deep.equal([]);
  });

  it('is harmless where the page has an element of that name already', async () => {
    const page = await pageWith({
      body: '<rai-store gateway="https://gateway.test/v1">Mine</rai-store>',
      gateways: [new Gateway()],
      before: (page) => page.customElements.define('rai-store', class Mine extends page.HTMLElement {}),
    });

    await until('the card', () => page.window.customElements.get('rai-product-card'));

    expect(page.document.querySelector('rai-store')!.constructor.name).to.equal('Mine');
    expect(page.errors).to.deep.equal([]);
  });

  it('shows a store that comes onto the page later', async () => {
    const gateway = new Gateway();
    const page = await pageWith({gateways: [gateway], body: ''});
    const store = page.document.createElement('rai-store');
    store.setAttribute('gateway', gateway.url);

    page.document.body.append(store);

    await showing(page, 'Reward 1,Reward 2,Reward 3');
  });

  it('lets one store’s bad attributes be that store’s alone', async () => {
    const gateway = new Gateway();
    const page = await pageWith({
      gateways: [gateway],
      body: `<rai-store gateway="https://[nowhere" page-size="-1" sort="?" lang="not a tag"></rai-store>
        <rai-store id="good" gateway="${gateway.url}"></rai-store>`,
    });

    await showing(page, 'Reward 1,Reward 2,Reward 3', '#good');

    expect(page.errors).to.deep.equal([]);
  });

  it('leaves what the page has put into a store where its elements do not come', async () => {
    const gateway = new Gateway();
    const page = await pageWith({
      gateways: [gateway],
      body: `<rai-store gateway="${gateway.url}"><a href="https://shop.test/">Our rewards</a></rai-store>`,
      show: './no-such-file.ts',
    });

    await until('the request', () => gateway.requests.length);

    expect(page.document.querySelector('a')!.checkVisibility()).to.equal(true);
    expect(page.errors).to.deep.equal([]);
  });

  it('adds nothing to the page’s names, and one symbol', async () => {
    const gateway = new Gateway();
    let before: readonly (string | symbol)[] = [];
    const page = await pageWith({
      gateways: [gateway],
      body: `<rai-store gateway="${gateway.url}"></rai-store>`,
      before: (window) => (before = Reflect.ownKeys(window)),
    });
    await showing(page, 'Reward 1,Reward 2,Reward 3');

    const added = Reflect.ownKeys(page.window).filter((key) => !before.includes(key));
    // Lit notes its versions, its warnings and what its decorators say.
    const ours = added.filter((key) => !/^(lit|reactiveElement)[A-Z]/.test(String(key)));
    expect(ours).to.deep.equal([Symbol.for('returningai.store')]);
  });
});
