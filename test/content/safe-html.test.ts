import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {ALLOWED_TAGS, MAX_HTML_LENGTH, TAG_ATTRIBUTES} from '../../src/content/policy.ts';
import {safeHtml} from '../../src/content/safe-html.ts';
import {ATTACKS} from '../support/attacks.ts';
import {htmlOf, inert, outsidePolicy} from '../support/oracle.ts';
import {runs, times} from '../support/runs.ts';

const LINK = 'target="_blank" rel="noopener noreferrer nofollow ugc"';
const IMAGE = 'loading="lazy" decoding="async" referrerpolicy="no-referrer"';

describe('merchant HTML that is as it should be', () => {
  const kept = [
    '<p>Redeem for <b>premium</b> <em>access</em>.</p>',
    '<h3>How</h3><ul><li>One</li><li>Two</li></ul><ol start="3" reversed=""><li>Three</li></ol>',
    '<table><caption>Sizes</caption><thead><tr><th scope="col" colspan="2">S</th></tr></thead><tbody><tr><td rowspan="2">M</td></tr></tbody></table>',
    '<p dir="rtl" lang="ar" title="Tip">مرحبا</p>',
    '<blockquote>Fine<br>words</blockquote><hr><pre><code>x</code></pre>',
    'No tags at all, 3 &gt; 2 &amp; more',
  ];
  for (const html of kept) {
    it(`stays as it is: ${html.slice(0, 40)}…`, () => {
      const fragment = safeHtml(html);

      expect(htmlOf(fragment)).to.equal(html);
      expect(outsidePolicy(fragment)).to.deep.equal([]);
    });
  }

  it('S6: gets links that open apart, tell nothing and vouch for nothing', () => {
    expect(htmlOf(safeHtml('<a href="https://shop.test/a" target="_top" rel="opener">x</a>'))).to.equal(
      `<a href="https://shop.test/a" ${LINK}>x</a>`,
    );
    expect(htmlOf(safeHtml('<a href="mailto:a@shop.test">x</a>'))).to.include('href="mailto:a@shop.test"');
  });

  it('S7: gets pictures that come late and do not say where from', () => {
    const html = '<img src="https://pictures.test/a.png" alt="A" width="10" height="20">';

    expect(htmlOf(safeHtml(html))).to.equal(`${html.slice(0, -1)} ${IMAGE}>`);
  });

  it('loses a link that leads nowhere safe, and keeps its words', () => {
    expect(htmlOf(safeHtml('<a href="/relative">x</a><a href="#top">y</a>'))).to.equal('<a>x</a><a>y</a>');
  });

  it('loses a picture without a safe address', () => {
    expect(
      htmlOf(safeHtml('a<img src="/a.png"><img alt="b"><img src="http://pictures.test/c.png">d')),
    ).to.equal('ad');
  });

  it('keeps the words of elements that it does not know, and not those of scripts', () => {
    expect(htmlOf(safeHtml('<center>a <o:p>b</o:p></center><script>c</script>'))).to.equal('a b');
  });

  it('is nothing where there is nothing', () => {
    expect(safeHtml('').childNodes).to.have.lengthOf(0);
    expect(safeHtml('<p></p>').textContent).to.equal('');
  });
});

for (const [what, payloads] of Object.entries(ATTACKS)) {
  describe(`S1, S3: merchant HTML that ${what}`, () => {
    for (const payload of payloads) {
      it(`keeps nothing outside of the policy: ${JSON.stringify(payload.slice(0, 60))}`, () => {
        const fragment = safeHtml(payload);

        expect(outsidePolicy(fragment)).to.deep.equal([]);
        expect(outsidePolicy(inert(htmlOf(fragment)))).to.deep.equal([]);
        expect(htmlOf(safeHtml(htmlOf(fragment)))).to.equal(htmlOf(fragment));
      });

      it(`would be found by the test if it stayed: ${JSON.stringify(payload.slice(0, 60))}`, () => {
        expect(outsidePolicy(inert(payload))).to.not.deep.equal([]);
      });
    }
  });
}

describe('merchant HTML of a whole page', () => {
  // In a template, which is how the test sees what stays, these are no elements at all.
  for (const payload of [
    '<body onload=alert(1)><p onclick=alert(1)>x</p></body>',
    '<html onclick=alert(1)><head><base href="https://evil.test/"></head><body background="https://evil.test/">x</body></html>',
    '<frameset onload=alert(1)><frame src="javascript:alert(1)"></frameset>',
  ]) {
    it(`keeps nothing outside of the policy: ${JSON.stringify(payload.slice(0, 60))}`, () => {
      expect(outsidePolicy(safeHtml(payload))).to.deep.equal([]);
    });
  }
});

describe('S4: any merchant HTML', () => {
  it('stays within the policy, parses to itself, and keeps to it when it is cleaned again', function () {
    this.timeout(times(900_000, 10_000));
    const piece = fc.oneof(
      fc.constantFrom(...Object.values(ATTACKS).flat()),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<table>',
        '<tr>',
        '<svg>',
        '</svg>',
        '<math>',
        '<mtext>',
        '<style>',
        '</style>',
        '<!--',
        '-->',
      ),
      fc.string({maxLength: 6}),
      // Halves of characters, forms in each other, other languages in each other, and whatever is far too deep.
      fc.constantFrom(
        '\ud800',
        '\udfff',
        '<form>',
        '<form><form>',
        '<svg><math>',
        '<math><svg>',
        '<svg><foreignObject>',
      ),
      fc
        .tuple(fc.constantFrom('div', 'b', 'table', 'svg', 'li'), fc.integer({min: 1, max: 3_000}))
        .map(([tag, depth]) => `<${tag}>`.repeat(depth)),
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 6}), (pieces) => {
        const fragment = safeHtml(pieces.join(''));
        const html = htmlOf(fragment);

        expect(outsidePolicy(fragment)).to.deep.equal([]);
        expect(outsidePolicy(inert(html))).to.deep.equal([]);
      }),
      runs(100_000, 200),
    );
  });

  it('is cut at the greatest length before it is parsed', () => {
    const {textContent} = safeHtml(`${'a'.repeat(MAX_HTML_LENGTH - 4)}<b>xy</b>`);

    expect(textContent.length).to.equal(MAX_HTML_LENGTH - 3);
    expect(textContent.slice(-2)).to.equal('ax');
    expect(safeHtml('a'.repeat(2 * MAX_HTML_LENGTH)).textContent).to.have.lengthOf(MAX_HTML_LENGTH);
  });
});

describe('the policy itself', () => {
  it('knows no element that runs, frames, asks, styles or is another’s', () => {
    expect(ALLOWED_TAGS).to.not.include.oneOf([
      'script', 'style', 'link', 'meta', 'base', 'title', 'template', 'slot', 'iframe', 'frame', 'object', 'embed', 'form',
      'input', 'button', 'select', 'textarea', 'svg', 'math', 'video', 'audio', 'source', 'picture', 'dialog', 'details', 'noscript',
    ]); // prettier-ignore
    expect(ALLOWED_TAGS.filter((tag) => tag.includes('-'))).to.deep.equal([]);
  });

  it('knows no attribute that runs, styles, names or fetches anything else', () => {
    const attributes = Object.values(TAG_ATTRIBUTES).flat();

    expect(attributes.filter((name) => name.startsWith('on'))).to.deep.equal([]);
    expect(attributes).to.not.include.oneOf([
      'style',
      'class',
      'id',
      'name',
      'srcset',
      'slot',
      'is',
      'target',
      'ping',
    ]);
  });
});
