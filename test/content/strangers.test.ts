import {expect} from '@open-wc/testing';
import DOMPurify from 'dompurify';
import {MAX_HTML_LENGTH} from '../../src/content/policy.ts';
import {safeHtml} from '../../src/content/safe-html.ts';
import {ATTACKS} from '../support/attacks.ts';
import {htmlOf, inert, outsidePolicy} from '../support/oracle.ts';

const PAYLOADS = Object.values(ATTACKS).flat();

const cleaned = () => PAYLOADS.map((payload) => htmlOf(safeHtml(payload)));

describe('S9: merchant HTML on a page whose prototypes are polluted', () => {
  const POLLUTION: Readonly<Record<string, unknown>> = {
    ALLOWED_TAGS: ['script', 'iframe', 'style'],
    ADD_TAGS: ['script', 'iframe', 'style', 'x-card'],
    ALLOWED_ATTR: ['onclick', 'onerror', 'style'],
    ADD_ATTR: ['onclick', 'onerror', 'style', 'id'],
    ALLOW_DATA_ATTR: true,
    ALLOW_UNKNOWN_PROTOCOLS: true,
    ALLOWED_URI_REGEXP: /.*/,
    SAFE_FOR_XML: false,
    WHOLE_DOCUMENT: true,
    FORCE_BODY: true,
    IN_PLACE: true,
    tagNameCheck: /.*/,
    attributeNameCheck: /.*/,
    allowCustomizedBuiltInElements: true,
    script: true,
    onclick: true,
    p: ['onclick'],
  };

  afterEach(() => {
    for (const name of Object.keys(POLLUTION)) Reflect.deleteProperty(Object.prototype, name);
  });

  it('is cleaned as ever', () => {
    const before = cleaned();
    for (const [name, value] of Object.entries(POLLUTION))
      Object.defineProperty(Object.prototype, name, {value, configurable: true, writable: true});

    expect(cleaned()).to.deep.equal(before);
  });

  it('would be seen cleaned otherwise, were the names the settings’ own', () => {
    const html = '<p onclick="x()">a</p>';

    expect(DOMPurify.sanitize(html, {ADD_ATTR: ['onclick']})).to.equal(html);
    expect(DOMPurify.sanitize(html)).to.not.equal(html);
  });
});

describe('S10: the page’s DOMPurify and the widget’s', () => {
  afterEach(() => {
    DOMPurify.removeAllHooks();
    DOMPurify.clearConfig();
  });

  it('know nothing of each other', () => {
    const ours = cleaned();
    const theirs = PAYLOADS.map((payload) => DOMPurify.sanitize(payload));
    expect(theirs).to.not.deep.equal(ours);

    DOMPurify.addHook('uponSanitizeElement', (node) => void (node.textContent = 'hooked'));
    DOMPurify.addHook('uponSanitizeAttribute', (_node, data) => void (data.forceKeepAttr = true));
    DOMPurify.setConfig({ADD_TAGS: ['script', 'iframe'], ADD_ATTR: ['onclick', 'style']});
    expect(cleaned()).to.deep.equal(ours);

    DOMPurify.removeAllHooks();
    DOMPurify.clearConfig();
    expect(PAYLOADS.map((payload) => DOMPurify.sanitize(payload))).to.deep.equal(theirs);
  });
});

describe('S11: merchant HTML that is far too much', () => {
  const shapes: Readonly<Record<string, string>> = {
    'a megabyte of words': 'word '.repeat(200_000),
    'elements 20,000 deep': '<div>'.repeat(20_000) + 'x',
    '2,000 tables, each in the one before': '<table><tr><td>'.repeat(2_000) + 'x',
    'broken UTF-16': '\ud800<b>\udfff'.repeat(50_000),
  };
  for (const [shape, html] of Object.entries(shapes)) {
    it(`is parsed up to 64 KiB, and within the policy: ${shape}`, () => {
      const before = Object.getOwnPropertyDescriptor(DOMParser.prototype, 'parseFromString')!;
      const lengths: number[] = [];
      const noting = new Proxy(before.value as DOMParser['parseFromString'], {
        apply(parse, parser, given: [string, DOMParserSupportedType]) {
          lengths.push(String(given[0]).length);
          return Reflect.apply(parse, parser, given);
        },
      });
      Object.defineProperty(DOMParser.prototype, 'parseFromString', {...before, value: noting});
      try {
        expect(outsidePolicy(safeHtml(html))).to.deep.equal([]);
      } finally {
        Object.defineProperty(DOMParser.prototype, 'parseFromString', before);
      }
      expect(Math.max(0, ...lengths)).to.be.at.most(MAX_HTML_LENGTH + 64);
      expect(lengths.length).to.be.greaterThan(0);
    });
  }
});

const isWebKit = /AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent);

describe('S2: merchant HTML in a live page', () => {
  let frame: HTMLIFrameElement;

  beforeEach(async () => {
    frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="script-src 'nonce-x'; img-src 'none'; connect-src 'none'; frame-src 'none'">
      <body><div id="host"></div></body>`;
    document.body.append(frame);
    await loaded;
  });

  afterEach(() => frame.remove());

  /** How many of the payloads have the page's policy refuse a script, each put into a shadow root by `put`. */
  async function scripts(put: (root: ShadowRoot, payload: string) => void): Promise<number> {
    const page = frame.contentDocument!;
    let count = 0;
    for (const payload of PAYLOADS) {
      const host = page.createElement('div');
      page.body.append(host);
      const refused = new Promise<number>((resolve) => {
        page.addEventListener('securitypolicyviolation', ({effectiveDirective}) => {
          if (effectiveDirective.startsWith('script-src')) resolve(1);
        });
        // What is refused is told before the frame that follows it has been drawn.
        requestAnimationFrame(() => setTimeout(() => resolve(0)));
      });
      put(host.attachShadow({mode: 'open'}), payload);
      count += await refused;
      host.remove();
    }
    return count;
  }

  it('has no script run, nor tried', async function () {
    this.timeout(30_000);

    expect(await scripts((root, payload) => root.append(safeHtml(payload)))).to.equal(0);
  });

  it('would be seen trying, were it not cleaned', async function () {
    this.timeout(30_000);

    const tried = await scripts((root, payload) => void (root.innerHTML = payload));
    // WebKit has told of fewer by then: of a picture that fails it tells some frames later.
    expect(tried).to.be.at.least(PAYLOADS.length / (isWebKit ? 12 : 5));
    expect(outsidePolicy(inert(PAYLOADS[0]!))).to.not.deep.equal([]);
  });
});
