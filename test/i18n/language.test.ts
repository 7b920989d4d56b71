import {expect, fixture, html} from '@open-wc/testing';
import {languageAt} from '../../src/i18n/language-at.ts';
import {bestOf, dataLanguageOf, wellFormed} from '../../src/i18n/language.ts';

describe('a language tag', () => {
  const forms: [written: string | null | undefined, tag: string | undefined][] = [
    ['th', 'th'],
    ['TH-th', 'th-TH'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['en_US', undefined],
    ['english please', undefined],
    ['e', undefined],
    ['x-none', undefined],
    ['iw-IL', 'he-IL'],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ];
  for (const [written, tag] of forms) {
    it(`written ${JSON.stringify(written) ?? 'nowhere'} is ${tag ?? 'none'}`, () => {
      expect(wellFormed(written)).to.equal(tag);
    });
  }

  it('is sent to the Store API with what the writing depends on, and no more', () => {
    expect(['en', 'en-GB', 'th-TH', 'zh-Hant-TW', 'pt-BR', 'pt'].map(dataLanguageOf)).to.deep.equal([
      'en',
      'en',
      'th',
      'zh-Hant-TW',
      'pt-BR',
      'pt',
    ]);
  });

  const available = ['ar', 'hi', 'pt', 'th', 'zh', 'zh-Hant'];
  const served: [best: string | undefined, tags: readonly string[]][] = [
    ['th', ['th', 'th-TH', 'th-u-nu-thai']],
    ['ar', ['ar', 'ar-EG', 'ar-001']],
    ['pt', ['pt', 'pt-BR', 'pt-PT', 'pt-AO']],
    ['zh', ['zh', 'zh-CN', 'zh-SG', 'zh-Hans', 'zh-Hans-HK']],
    ['zh-Hant', ['zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant', 'zh-Hant-CN']],
    ['hi', ['hi', 'hi-IN']],
    // Hindi in Latin letters, and a language whose tag only begins like Thai's.
    [undefined, ['hi-Latn', 'tha-Latn', 'thl', 'fr', 'und']],
  ];
  for (const [best, tags] of served) {
    it(`${tags.join(', ')}: best served by ${best ?? 'none'} of ${available.join(', ')}`, () => {
      expect(tags.map((tag) => bestOf(tag, available))).to.deep.equal(tags.map(() => best));
    });
  }
});

describe('the language of an element', () => {
  const browser = Object.getOwnPropertyDescriptor(navigator, 'language');
  const page = document.documentElement.lang;

  beforeEach(() => {
    document.documentElement.removeAttribute('lang');
    Object.defineProperty(navigator, 'language', {value: 'ja-JP', configurable: true});
  });

  afterEach(() => {
    if (browser) Object.defineProperty(navigator, 'language', browser);
    else Reflect.deleteProperty(navigator, 'language');
    document.documentElement.lang = page;
  });

  /** An element within `#host`’s shadow root, which stands where the template says. */
  function shadowed(root: Element): Element {
    const inner = document.createElement('p');
    root.querySelector('#host')!.attachShadow({mode: 'open'}).append(inner);
    return inner;
  }

  it('is its own', async () => {
    const root = await fixture(html`<div lang="th"><p lang="de"></p></div>`);

    expect(languageAt(root.querySelector('p')!)).to.equal('de');
  });

  it('is that of the nearest ancestor', async () => {
    const root = await fixture(
      html`<div lang="de">
        <div lang="th-TH"><p></p></div>
      </div>`,
    );

    expect(languageAt(root.querySelector('p')!)).to.equal('th-TH');
  });

  it('is that of the page', async () => {
    document.documentElement.lang = 'th';

    expect(languageAt(await fixture(html`<p></p>`))).to.equal('th');
  });

  it('is that of the host of the shadow root, or of what the host stands in', async () => {
    const own = await fixture(html`<div lang="de"><div id="host" lang="th"></div></div>`);
    const around = await fixture(html`<div lang="de"><div id="host"></div></div>`);

    expect(languageAt(shadowed(own))).to.equal('th');
    expect(languageAt(shadowed(around))).to.equal('de');
  });

  it('passes over a tag that is none, to the next one above', async () => {
    const root = await fixture(
      html`<div lang="th">
        <div lang=""><p lang="en_US"></p></div>
      </div>`,
    );
    const around = await fixture(html`<div lang="de"><div id="host" lang="not a tag"></div></div>`);

    expect(languageAt(root.querySelector('p')!)).to.equal('th');
    expect(languageAt(shadowed(around))).to.equal('de');
  });

  it('is the browser’s where the page states none', async () => {
    expect(languageAt(await fixture(html`<p lang="?"></p>`))).to.equal('ja-JP');
  });

  it('is English where the browser states none either', async () => {
    Object.defineProperty(navigator, 'language', {value: '', configurable: true});

    expect(languageAt(await fixture(html`<p></p>`))).to.equal('en');
  });
});
