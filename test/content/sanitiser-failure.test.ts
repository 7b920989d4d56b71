import {expect} from '@open-wc/testing';
import {safeHtml} from '../../src/content/safe-html.ts';
import {htmlOf} from '../support/oracle.ts';

const HTML =
  '<p>Redeem <b>now</b>, 3 &lt; 4</p><script>alert(1)</script><img src="https://pictures.test/a.png">';
const WORDS = 'Redeem now, 3 < 4';

describe('S12: merchant HTML that the sanitiser fails on', () => {
  let restore = () => {};

  afterEach(() => restore());

  function replace(prototype: object, name: string, value: unknown) {
    const before = Object.getOwnPropertyDescriptor(prototype, name)!;
    Object.defineProperty(prototype, name, {...before, value});
    restore = () => Object.defineProperty(prototype, name, before);
  }

  it('is shown as its words where the sanitiser throws', () => {
    replace(Element.prototype, 'setAttribute', () => {
      throw new Error('broken by the page');
    });

    const fragment = safeHtml(HTML);

    expect(fragment.childNodes).to.have.lengthOf(1);
    expect(fragment.textContent).to.equal(WORDS);
  });

  it('is shown as its words where the sanitiser gives nothing for it', () => {
    const empty = document.implementation.createHTMLDocument();
    replace(DOMParser.prototype, 'parseFromString', () => empty);

    const fragment = safeHtml(HTML);

    expect(htmlOf(fragment)).to.equal('Redeem now, 3 &lt; 4');
  });

  for (const html of [
    '<frameset><frame src="https://evil.test/"></frameset>',
    '<frameset>Words</frameset>',
    '<html><frameset><noframes>Words</noframes></frameset></html>',
    '<script>alert(1)</script>',
    '<!-- nothing -->',
  ]) {
    it(`is a fragment of text at most: ${html}`, () => {
      const fragment = safeHtml(html);

      expect(fragment).to.be.instanceOf(DocumentFragment);
      expect(fragment.childElementCount).to.equal(0);
    });
  }
});
