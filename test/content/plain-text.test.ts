import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {plainText} from '../../src/content/plain-text.ts';

describe('the plain text of merchant HTML', () => {
  const cases: [name: string, html: string, text: string][] = [
    ['is the text where there is no HTML', 'Two scoops, 3 > 2 & more', 'Two scoops, 3 > 2 & more'],
    ['is nothing where there is nothing', '', ''],
    ['has no tags', '<p>Redeem for <b>premium</b> access.</p>', 'Redeem for premium access.'],
    ['parts the words of two blocks', '<p>One</p><p>Two</p>', 'One Two'],
    ['parts the words of list items', '<ul><li>One</li><li>Two</li></ul>', 'One Two'],
    ['parts the words at a line break', 'One<br>Two<BR/>Three', 'One Two Three'],
    ['keeps a word together across elements within a line', 'w<b>or</b>d<SUP>2</SUP>', 'word2'],
    ['is on one line', ' One\n\t two&nbsp;&#160;three \r\n', 'One two three'],
    ['drops a script with its content', 'a<script>alert("</p>")</script>b', 'a b'],
    ['drops a script however it is written', 'a<ScRiPt src=x>alert(1)</sCrIpT >b', 'a b'],
    ['drops a style with its content', '<style>p{color:red}</style>a', 'a'],
    ['drops a drawing with its content', 'a<svg><title>t</title><text>x</text></svg>b', 'a b'],
    ['drops a script that is never closed', 'a<script>alert(1)', 'a'],
    ['drops comments', 'a<!-- <b>x</b> -->b<!---->c', 'a b c'],
    ['drops a comment that is never closed', 'a<!-- b', 'a'],
    [
      'drops a document type and what word processors leave',
      '<!DOCTYPE html><?xml:namespace prefix="o" />a',
      'a',
    ],
    ['drops elements of word processors', 'a<o:p></o:p>b', 'a b'],
    ['does not end a tag at a > within an attribute', '<a title="1 > 0" href=\'>\'>x</a>', 'x'],
    ['takes an attribute’s name with a quote for what it is', "<p it's>a</p><p>b's</p>", "a b's"],
    ['drops a tag that is never closed', 'a <a href="https://shop.test', 'a'],
    ['drops an attribute that is never closed', 'a <a title="b> c', 'a'],
    ['keeps a < that begins no tag', '1 < 2 <3 <- x', '1 < 2 <3 <- x'],
  ];
  for (const [name, html, text] of cases) {
    it(name, () => expect(plainText(html)).to.equal(text));
  }

  const references: [reference: string, text: string][] = [
    ['&amp;', '&'],
    ['&lt;b&gt;', '<b>'],
    ['&quot;&apos;', '"\''],
    ['&ndash;&mdash;&hellip;&rsquo;', '–—…’'],
    ['&#8364;&#x20AC;&#x20ac;', '€€€'],
    ['&#128512;', '😀'],
    ['&amp;lt;', '&lt;'],
    ['&unknown;', '&unknown;'],
    ['&toString;&valueOf;', '&toString;&valueOf;'],
    ['&#0;', '&#0;'],
    ['&#x110000;', '&#x110000;'],
    ['&#99999999;', '&#99999999;'],
    ['AT&T; R&D', 'AT&T; R&D'],
  ];
  for (const [reference, text] of references) {
    it(`reads ${reference} as ${text}`, () => expect(plainText(`<p>${reference}</p>`)).to.equal(text));
  }

  it('is at most as long as it is asked to be', () => {
    expect(plainText('<p>Redeem now</p>', 6)).to.equal('Redeem');
    expect(plainText(`<p>${'a'.repeat(1_000)}</p>`)).to.have.lengthOf(240);
  });

  it('does not end in half of a character', () => {
    expect(plainText('ab😀', 3)).to.equal('ab');
    expect(plainText('ab😀', 4)).to.equal('ab😀');
  });
});

describe('any text as merchant HTML', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '"',
      "'",
      '=',
      '&',
      '&#',
      '&#x',
      ';',
      '/',
      ' ',
      '\n',
      '😀',
      '\0',
    ),
    fc.constantFrom(
      '<a ',
      '<p>',
      '</p>',
      '<script>',
      '</script',
      '<style',
      '<svg>',
      '<!',
      '<?',
      'href=',
      'x',
    ),
    fc.string({unit: 'binary', maxLength: 5}),
  );
  const html = fc.array(piece, {maxLength: 60}).map((pieces) => pieces.join(''));

  it('becomes one line of text of the length asked for, without an error', () => {
    fc.assert(
      fc.property(html, fc.integer({min: 0, max: 80}), (html, length) => {
        const text = plainText(html, length);

        expect(text.length).to.be.at.most(length);
        expect(text).to.equal(text.trim());
        expect(text).to.not.match(/\s\s|[\n\r\t]/);
      }),
      {numRuns: 2_000},
    );
  });

  it('loses every tag that a browser would see, and no word outside of one', () => {
    const words = fc.array(fc.constantFrom('one', 'two', 'three'), {minLength: 1, maxLength: 8});
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<br>',
      '<b class="x>y">',
      '</b>',
      '<!-- c -->',
      "<a href='\">'>",
      '<hr/>',
    );
    fc.assert(
      fc.property(words, fc.array(tag, {minLength: 8, maxLength: 8}), (words, tags) => {
        const html = words.map((word, index) => `${tags[index]} ${word} `).join('');

        expect(plainText(html)).to.equal(words.join(' '));
      }),
    );
  });

  // Each of these would take minutes, not milliseconds, if the time grew faster than the length: the runner ends it.
  const hostile: [name: string, unit: string, end?: string][] = [
    ['<', '<'],
    ['</', '</'],
    ['<a', '<a'],
    ['<a with an open quote at the end', '<a', ' "'],
    ['<a with an open value at the end', '<a', ' ="'],
    ['a name with an open quote at the end', 'a', ' "'],
    ['<a ', '<a '],
    ['<a "', '<a "'],
    ['<a =', '<a ='],
    ['<a ="', '<a ="'],
    ["<a ='", "<a ='"],
    ['open and closed quotes', '<a ="\'" '],
    ['=', '= '],
    ['<!--', '<!--'],
    ['<!-- that nearly ends', '<!-- --'],
    ['<!', '<!'],
    ['<script', '<script'],
    ['<script>', '<script>'],
    ['</script', '<script></script'],
    ['</script with spaces', '</script    '],
    ['<style><script>', '<style><script>'],
    ['&', '&'],
    ['&#', '&#'],
    ['&#x', '&#x1234567'],
    ['spaces', ' '],
    ['spaces in tags', '<  '],
  ];
  for (const [name, unit, end = ''] of hostile) {
    it(`is read in no time when it is 60 kB of ${name}`, () => {
      const length = 60_000;
      const html = unit.repeat(Math.floor(length / unit.length)) + end;

      for (const start of ['', '<', '<a ', '<script>']) {
        expect(plainText(start + html, length).length).to.be.at.most(length);
      }
    });
  }
});
