import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {type DefaultTreeAdapterTypes, parseFragment, serialize} from 'parse5';
import {
  ALLOWED_TAGS,
  GLOBAL_ATTRIBUTES,
  IMAGE_ATTRIBUTES,
  LINK_ATTRIBUTES,
  MAX_HTML_LENGTH,
  safeImage,
  safeLink,
  TAG_ATTRIBUTES,
} from '../../src/content/policy.ts';
import {cleanHtml} from '../../src/gateway/html.ts';
import {times} from '../support/random.ts';

/** A share of public collections of attacks, which is kept beside the project and not in it. */
const CORPUS = '../shared/xss-corpus.json';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** What in HTML, as browsers read it, the policy has no place for. */
function outsidePolicy(html: string): string[] {
  return parseFragment(html).childNodes.flatMap(faults);
}

function faults(node: Node): string[] {
  if (node.nodeName === '#text') return [];
  if (!('tagName' in node)) return [node.nodeName];
  const {tagName, attrs, childNodes, namespaceURI} = node;
  const own = {a: LINK_ATTRIBUTES, img: IMAGE_ATTRIBUTES}[tagName] ?? {};
  const allowed = [...GLOBAL_ATTRIBUTES, ...(TAG_ATTRIBUTES[tagName] ?? []), ...Object.keys(own)];
  return [
    ...(ALLOWED_TAGS.includes(tagName) && namespaceURI.endsWith('xhtml') ? [] : [`<${tagName}>`]),
    ...attrs.filter(({name}) => !allowed.includes(name)).map(({name}) => `${tagName}[${name}]`),
    ...attrs
      .filter(({name, value}) => name === 'href' && safeLink(value) === undefined)
      .map(({value}) => `href ${value}`),
    ...attrs
      .filter(({name, value}) => name === 'src' && safeImage(value) === undefined)
      .map(({value}) => `src ${value}`),
    ...Object.entries(own)
      .filter(([name, value]) => attrs.find((one) => one.name === name)?.value !== value)
      .map(([name]) => `${tagName} without ${name}`),
    ...childNodes.flatMap(faults),
  ];
}

describe('merchant HTML', () => {
  const cases: [what: string, html: string, clean: string][] = [
    ['keeps what the policy allows', '<p dir="rtl">A <b>b</b><br>c</p>', '<p dir="rtl">A <b>b</b><br>c</p>'],
    ['loses what runs', '<p onclick="x()">a<script>b</script><style>c</style></p>', '<p>a</p>'],
    ['loses how it would look', '<p style="color:red" class="x" id="y">a</p>', '<p>a</p>'],
    ['keeps the text of what it loses', '<form><label>a</label><button>b</button></form>', 'ab'],
    [
      'opens links apart',
      '<a href="https://x.example">a</a>',
      '<a href="https://x.example/" target="_blank" rel="noopener noreferrer nofollow ugc">a</a>',
    ],
    ['keeps the text of a link that leads nowhere good', '<a href="javascript:x()">a</a>', 'a'],
    [
      'keeps no link inside a link',
      '<a href="https://x.example"><b><a href="https://y.example">a</a></b></a>',
      '<a href="https://x.example/" target="_blank" rel="noopener noreferrer nofollow ugc"><b>a</b></a>',
    ],
    [
      'fetches pictures late and tells no page',
      '<img src="https://x.example/a.png" alt="A">',
      '<img src="https://x.example/a.png" alt="A" loading="lazy" decoding="async" referrerpolicy="no-referrer">',
    ],
    ['loses a picture without a good address', 'a<img src=x onerror=alert(1)>b', 'ab'],
    ['closes what was left open', '<ul><li>a<li><b>b', '<ul><li>a</li><li><b>b</b></li></ul>'],
    ['leaves text as text', '1 < 2 &amp;&lt;b&gt; "q"', '1 &lt; 2 &amp;&lt;b&gt; &quot;q&quot;'],
    ['loses comments and what pretends to be one', 'a<!-- b --><![CDATA[c]]><?d?>e', 'ae'],
    ['is nothing where there is nothing', '', ''],
  ];
  for (const [what, html, clean] of cases) it(what, () => assert.equal(cleanHtml(html), clean));

  it('is cut where it is too long', () => {
    const clean = cleanHtml('a'.repeat(2 * MAX_HTML_LENGTH));

    assert.equal(clean.length, MAX_HTML_LENGTH);
  });

  it('is flat where it was deep', () => {
    const clean = cleanHtml('<b>'.repeat(4000) + 'x');

    assert.ok(clean.length < 1000);
    assert.match(clean, /x/);
  });

  it('is the same when cleaned twice', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const once = cleanHtml(html);
        assert.equal(cleanHtml(once), once);
      }),
      {numRuns: times(20_000, 500), seed: 8},
    );
  });

  it('holds nothing outside of the policy, whatever it is made of', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const clean = cleanHtml(html);
        assert.deepEqual(outsidePolicy(clean), []);
        assert.deepEqual(outsidePolicy(serialize(parseFragment(clean))), []);
      }),
      {numRuns: times(100_000, 1500), seed: 9},
    );
  });

  it('holds nothing outside of the policy for the public collections of attacks', (test) => {
    if (!existsSync(CORPUS)) return test.skip('the collections are not beside the project');
    const attacks = JSON.parse(readFileSync(CORPUS, 'utf8')) as {id: string; payload: string}[];

    const left = attacks.flatMap(({id, payload}) =>
      outsidePolicy(cleanHtml(payload)).map((what) => `${id}: ${what}`),
    );

    assert.deepEqual(left, []);
    const raw = attacks.filter(({payload}) => outsidePolicy(payload).length > 0);
    assert.ok(raw.length > attacks.length / 2, 'most attacks must be outside of the policy before');
  });
});

/** Pieces of markup in any order. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '<svg>',
          '</svg>',
          '<math>',
          '<mtext>',
          '<mglyph>',
          '<style>',
          '</style>',
          '<script>',
          '</script>',
          '<template>',
        ],
        ...[
          '</template>',
          '<noscript>',
          '</noscript>',
          '<table>',
          '<tr>',
          '<td>',
          '</table>',
          '<select>',
          '<option>',
          '<p>',
        ],
        ...[
          '</p>',
          '<b>',
          '</b>',
          '<i x="',
          '">',
          "'>",
          '<a href="https://x.example">',
          '</a>',
          '<a href=javascript:x>',
        ],
        ...[
          '<img src=x onerror=y>',
          '<img src="https://x.example/a.png" title="',
          '<form>',
          '</form>',
          '<textarea>',
          '<title>',
        ],
        ...[
          '</title>',
          '<!--',
          '-->',
          '--!>',
          '<![CDATA[',
          ']]>',
          '<?',
          '<',
          '>',
          '/',
          '=',
          '"',
          "'",
          '`',
          '&',
          '&lt;',
          '&#60;',
        ],
        ...[
          '&#x3c;script&#x3e;',
          '\0',
          '\ud800',
          '<iframe srcdoc="',
          '<plaintext>',
          '<xmp>',
          '</xmp>',
          '<br/',
          '<h1',
          '<LI>',
        ],
        ...[
          '<foreignObject>',
          '<annotation-xml encoding="text/html">',
          '<frameset>',
          '<body onload=x>',
          '<base href=//x>',
        ],
      ),
      fc.string({maxLength: 6}),
    ),
    {maxLength: 20},
  )
  .map((pieces) => pieces.join(''));
