import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {bounded} from '../../src/content/bounded.ts';
import {MAX_HTML_LENGTH} from '../../src/content/policy.ts';
import {inert} from '../support/oracle.ts';
import {runs, times} from '../support/runs.ts';

const nodesOf = (html: string) => inert(html).querySelectorAll('*').length;

const repeated = (count: number, piece: (at: number) => string) =>
  Array.from({length: count}, (_, at) => piece(at)).join('');

describe('S11: as much of merchant HTML as is parsed', () => {
  const whole: Readonly<Record<string, string>> = {
    'nothing': '',
    'words': 'Show this <at> the till, 3 < 4 & 5 > 4.',
    'a long description': repeated(300, (at) => `<p>Step <b>${at}</b>, <em>then</em> <a href="https://shop.test/${at}">this</a>.</p>`),
    'a long table': `<table>${repeated(250, (at) => `<tr><td>${at}</td><td lang="de">Größe</td></tr>`)}</table>`,
    'words of other languages': repeated(8, (at) => `<p><i lang="la" title="${at}">in vitro</i></p>`),
    'broken markup': '<b><p>x</b>y</p><<<>></></ ><a b',
  }; // prettier-ignore
  for (const [what, html] of Object.entries(whole)) {
    it(`is all of it: ${what}`, () => expect(bounded(html)).to.equal(html));
  }

  it('has no attributes on its formatting where many pieces of that have some', () => {
    const html = repeated(9, (at) => `<font color="#00${at}"><B\ntitle="x">y</B></font><i>z</i>`);

    expect(bounded(html)).to.equal('<font><B>y</B></font><i>z</i>'.repeat(9));
  });

  it('ends before a tag, and at the greatest length', () => {
    expect(bounded('<p>x</p>'.repeat(5_000))).to.equal('<p>x</p>'.repeat(2_000));
    expect(bounded('x'.repeat(2 * MAX_HTML_LENGTH))).to.have.lengthOf(MAX_HTML_LENGTH);
  });

  it('would become a hundred times as much without a bound, and does not with it', () => {
    const html = `<p>${repeated(60, (at) => `<b title=${at}>`)}${'<p>x'.repeat(500)}`;

    expect(nodesOf(html)).to.be.above(30_000);
    expect(nodesOf(bounded(html))).to.be.below(3_000);
  });

  it('never becomes more than the bound, whatever it is made of', function () {
    this.timeout(times(900_000, 30_000));
    const name = fc.constantFrom(
      'b',
      'i',
      'u',
      'font',
      'a',
      'nobr',
      'p',
      'div',
      'td',
      'table',
      'xmp',
      'object',
      'h1',
      'li',
    );
    const tag = fc
      .tuple(
        name,
        fc.constantFrom('<#>', '</#>', '<# x=%>', '<#\n%>', '<#/x="%>">', '<!--</#>-->', '<#>x', '<# <# %>'),
      )
      .map(([name, form]) => form.replaceAll('#', name));
    fc.assert(
      fc.property(
        fc.array(tag, {minLength: 1, maxLength: 12}),
        fc.array(tag, {minLength: 1, maxLength: 4}),
        (some, others) => {
          const html = `<p>${repeated(200, (at) => some.join('').replaceAll('%', String(at)))}${others.join('x').repeat(2_000)}`;

          expect(nodesOf(bounded(html))).to.be.at.most(25_000);
        },
      ),
      runs(2_000, 10),
    );
  });
});
