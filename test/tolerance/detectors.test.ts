import {expect, fixture, html} from '@open-wc/testing';
import {ABSURD_TEXTS} from '../support/absurd.ts';
import {makesSense, nodesIn, nonsenseIn, overflowIn} from '../support/screen.ts';

/** A box with a shadow root, in which there is what is given. */
async function box(inner: string): Promise<HTMLElement> {
  const element = await fixture<HTMLElement>(html`<div style="width: 200px"></div>`);
  element.attachShadow({mode: 'open'}).innerHTML = inner;
  return element.parentElement!;
}

describe('the search for nonsense on screen', () => {
  for (const planted of [
    'undefined',
    '1 null',
    `${NaN} left`,
    `${Infinity} Coins`,
    new Intl.NumberFormat('ar').format(NaN),
    new Intl.NumberFormat('th').format(-Infinity),
    Object.prototype.toString.call({}),
    String(new Date(NaN)),
    'Only {{count, number}} left',
    '$t(nav.all)',
  ]) {
    it(`finds “${planted}” in a text and in what is read out`, async () => {
      expect(nonsenseIn(await box(`<p>Reward <b>${planted}</b></p>`))).to.have.lengthOf(1);
      expect(
        nonsenseIn(await box(`<button aria-label="Redeem: ${planted}">Redeem</button>`)),
      ).to.have.lengthOf(1);
    });
  }

  it('finds nothing in what makes sense, nor in a style sheet', async () => {
    const sense =
      '<style>p { content: "undefined" }</style><p title="Nan">Nullify the undefinedness of 1,000</p>';

    expect(nonsenseIn(await box(sense))).to.deep.equal([]);
    for (const text of Object.values(ABSURD_TEXTS)) expect(makesSense(text), text).to.equal(true);
  });
});

describe('the search for what overflows its box', () => {
  it('finds what is wider than its box, also where that is clipped', async () => {
    const wide = '<p style="width: 300px">x</p>';

    expect(overflowIn(await box(`<div>${wide}</div>`))).to.include('div.: 300 > 200');
    expect(overflowIn(await box(`<div style="overflow: hidden">${wide}</div>`))).to.deep.equal([
      'div.: 300 > 200',
    ]);
    expect(overflowIn(await box(`<p class="name">${'x'.repeat(10_000)}</p>`))).to.have.lengthOf(1 + 1);
  });

  it('finds it in a text from right to left', async () => {
    expect(overflowIn(await box(`<p dir="rtl">${'س'.repeat(1_000)}</p>`))).to.have.lengthOf(1);
  });

  it('leaves alone what fits, what scrolls or ends in an ellipsis, and what is there to be read aloud', async () => {
    const ellipsis = 'overflow: hidden; white-space: nowrap; text-overflow: ellipsis';
    const unseen = 'position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap';
    const fine = [
      `<p style="overflow-wrap: anywhere">${'x'.repeat(10_000)}</p>`,
      `<p style="${ellipsis}">${'x'.repeat(100)}</p>`,
      `<div part="nav" style="overflow: auto"><p style="width: 400px"><b>x</b></p></div>`,
      `<p class="unseen" style="${unseen}">${'x'.repeat(100)}</p>`,
    ].join('');

    expect(overflowIn(await box(fine))).to.deep.equal([]);
  });
});

it('All nodes of a tree are counted, those in shadow roots too', async () => {
  const root = await box('<p>one</p><!--two-->');
  const names = ['P', '#text', '#comment'];

  expect([...nodesIn(root.firstElementChild!)].map(({nodeName}) => nodeName)).to.deep.equal(names);
  expect([...nodesIn(root)].map(({nodeName}) => nodeName)).to.include.members([
    'DIV',
    'P',
    '#text',
    '#comment',
  ]);
});
