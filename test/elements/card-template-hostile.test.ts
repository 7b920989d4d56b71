import {expect} from '@open-wc/testing';
import {readFile} from '@web/test-runner-commands';
import type {Product} from '../../src/catalog/product.ts';
import type {Scene} from '../../src/controllers/scene.ts';
import {CardCopy} from '../../src/elements/card-copy.ts';
import {ATTACKS} from '../support/attacks.ts';
import {aGateway} from '../support/gateway.ts';
import {said} from '../support/look.ts';
import {aTemplate, bound, copiesOf, openOwn, WHOLE_CARD} from '../support/own-cards.ts';
import {aProduct} from '../support/product.ts';
import {aProductRecord} from '../support/record.ts';
import {aScene} from '../support/scene.ts';
import {until} from '../support/until.ts';

/** A share of public collections of attacks, which is kept beside the project and not in it. */
const CORPUS = '../../../shared/xss-corpus.json';

const WHERE = `
  <article>
    <img data-rai="image"><b data-rai="name"></b><p data-rai="summary"></p><i data-rai="currency"></i>
    <button data-rai="choose"></button>
  </article>`;

describe('merchants’ words in a page’s own card', () => {
  let scene: Scene;
  const PLAIN = Object.values(ATTACKS).flat();
  let payloads: readonly string[] = PLAIN;

  before(async () => {
    scene = await aScene();
    // Without the file the project's own attacks are all there is.
    const file = await readFile({path: CORPUS}).catch(() => undefined);
    const attacks = file ? (JSON.parse(file) as {readonly payload: string}[]) : [];
    payloads = [...PLAIN, ...attacks.map(({payload}) => payload)];
  });

  /** The copy of a template for a product. */
  function copyOf(product: Product, content = WHERE, own: Partial<Scene> = {}): HTMLElement {
    const copy = new CardCopy(aTemplate(content).content, 'test', () => {});
    const all = {...scene, ...own};
    copy.show({product, scene: all, words: all.text.product(product, 0, all), shows: () => true}, false);
    return copy.root;
  }

  /** The elements within what is bound. */
  const within = (root: Element) =>
    [...root.querySelectorAll('[data-rai] *')].map(({localName}) => localName);

  it('are text and nothing else, whatever they hold', () => {
    const wrong = payloads.filter((payload) => {
      const product = aProduct({name: payload, summary: payload});
      const root = copyOf(product, WHERE, {profile: {isOpen: true, currency: {name: payload}}});
      const isText = ['name', 'summary', 'currency'].every((it) => bound(root, it).textContent === payload);
      // The currency's one is ours.
      return !isText || within(root).join() !== 'span';
    });

    expect(payloads.length).to.be.greaterThan(50);
    expect(wrong).to.deep.equal([]);
  });

  it('would be seen, did they come in as HTML', () => {
    const root = copyOf(aProduct());
    const seen = payloads.filter((payload) => {
      // In a document of its own, in which nothing runs.
      const inert = document.implementation.createHTMLDocument().importNode(root, true);
      bound(inert, 'name').innerHTML = payload;
      return within(inert).length > 1;
    });

    expect(seen.length).to.be.greaterThan(payloads.length / 2);
  });

  it('make no code in a template that asks for it', () => {
    const content =
      '<script data-rai="name"></script><style data-rai="summary"></style><svg><style data-rai="name"/></svg><button data-rai="choose"></button>';
    const root = copyOf(aProduct({name: 'window.bitten = 1', summary: '* {display: none}'}), content);

    expect([...root.querySelectorAll('script, style')].map(({textContent}) => textContent)).to.deep.equal([
      '',
      '',
      '',
    ]);
  });

  it('give a picture no other address than one of the web', () => {
    const addresses = [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:image/svg+xml,<svg onload=alert(1)>',
      'blob:https://shop.test/1',
      'file:///etc/passwd',
      '//evil.test/a.png',
      '/a.png',
      'https:evil.test',
    ];
    const pictureOf = (image: string) => bound<HTMLImageElement>(copyOf(aProduct({image})), 'image');

    for (const address of addresses) {
      expect(pictureOf(address).hasAttribute('src'), address).to.equal(false);
      expect(pictureOf(address).hidden, address).to.equal(true);
    }
    const good = pictureOf('https://127.0.0.1:1/a.png');
    expect([good.src, good.loading, good.referrerPolicy, good.alt, good.hidden]).to.deep.equal([
      'https://127.0.0.1:1/a.png',
      'lazy',
      'no-referrer',
      '',
      false,
    ]);
  });

  it('hide a picture that does not load', async () => {
    const image = 'https://127.0.0.1:1/a.png';
    const store = await openOwn(aGateway({products: [aProductRecord({image})]}));
    const picture = bound<HTMLImageElement>(copiesOf(store)[0], 'image');
    expect(picture.loading).to.equal('eager');

    await until('that it is broken', () => picture.hidden && !picture.hasAttribute('src'));
  });

  describe('S13: on a page whose framework takes the page’s text for its template', () => {
    interface Framework {
      createApp(options: object): {mount(element: Element): void; unmount(): void};
    }
    const page = globalThis as unknown as {Vue: Framework; bitten?: unknown};
    const BAIT = "{{ _toDisplayString.constructor('window.bitten = 1')() }}";

    before(async () => {
      const script = document.createElement('script');
      script.src = '/node_modules/vue/dist/vue.global.prod.js';
      await new Promise((resolve, reject) => {
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
      });
    });
    afterEach(() => delete page.bitten);

    it('are words and no more', async () => {
      const store = await openOwn(aGateway({products: [aProductRecord({name: BAIT})]}), [
        aTemplate(WHOLE_CARD),
      ]);
      const app = page.Vue.createApp({});
      const place = store.parentElement!;

      app.mount(place);
      await until('the cards of the store that it has made', () => {
        const made = place.querySelector('rai-store')!;
        return made !== store && copiesOf(made).length === 1;
      });

      expect(page.bitten).to.equal(undefined);
      expect(said(bound(copiesOf(place.querySelector('rai-store')!)[0], 'name'))).to.equal(BAIT);
      app.unmount();
    });

    it('would be acted on elsewhere in the page', () => {
      const place = document.createElement('div');
      place.append(BAIT);
      const app = page.Vue.createApp({});

      app.mount(place);

      expect(page.bitten).to.equal(1);
      app.unmount();
    });
  });
});
