import {expect} from '@open-wc/testing';
import {colord, extend} from 'colord';
import a11y from 'colord/plugins/a11y';
import fc from 'fast-check';
import {colorsOf, CONTROLS, legible, PAGES, USUAL, WORDS, type Colors} from '../../src/theme/palette.ts';
import {tokens} from '../../src/theme/tokens.ts';
import {lateTokens} from '../../src/theme/late-tokens.ts';
import {runs} from '../support/runs.ts';

extend([a11y]);

const SCHEMES = ['light', 'dark'] as const;

/** What stands on what, and the contrast that it needs there. */
const PAIRS: readonly (readonly [keyof Colors, keyof Colors, number])[] = [
  ['text', 'surface', WORDS],
  ['muted', 'surface', WORDS],
  ['link', 'surface', WORDS],
  ['sale', 'surface', WORDS],
  ['sale', 'sale-surface', WORDS],
  ['low', 'surface', WORDS],
  ['on-accent', 'accent', WORDS],
  ['accent', 'surface', CONTROLS],
  ['edge', 'surface', CONTROLS],
];

const tooPale = (colors: Colors) =>
  PAIRS.filter(([on, ground, ratio]) => colord(colors[on]).contrast(colors[ground]) < ratio);

const anyColour = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .chain(([r, g, b]) => fc.constantFrom(`rgb(${r}, ${g}, ${b})`, colord({r, g, b}).toHex()));
const anyPalette = fc.record(
  {accent: anyColour, text: anyColour, background: anyColour, divider: anyColour, shadow: anyColour},
  {requiredKeys: ['accent']},
);

describe('the colours of a community’s palette', () => {
  it('are legible, whatever the palette', () => {
    fc.assert(
      fc.property(anyPalette, fc.constantFrom(...SCHEMES), (palette, scheme) => {
        expect(tooPale(colorsOf(palette, scheme)!)).to.deep.equal([]);
        const {'cover-start': start, 'cover-end': end} = colorsOf(palette, scheme)!;
        for (const cover of [start, end]) expect(colord(cover).contrast('#fff')).to.be.least(WORDS);
        for (const name of ['page-text', 'page-muted', 'page-link'] as const)
          for (const page of PAGES[scheme])
            expect(colord(colorsOf(palette, scheme)![name]).contrast(page)).to.be.least(WORDS);
      }),
      runs(5_000, 200),
    );
  });

  it('can be told from those that are not', () => {
    const {text, ...others} = USUAL.light;

    expect(tooPale({...others, text: '#999999'}).map(([on]) => on)).to.deep.equal(['text']);
    expect(tooPale({...others, text})).to.deep.equal([]);
  });

  it('stay as they are where they are legible', () => {
    const palette = {
      accent: 'rgb(91, 33, 182)',
      text: '#111827',
      background: 'rgb(250 250 249)',
      divider: '#DDDDDD',
    };

    expect(colorsOf(palette, 'light')).to.include({
      accent: '#5b21b6',
      link: '#5b21b6',
      'on-accent': '#ffffff',
      text: '#111827',
      surface: '#fafaf9',
      line: '#dddddd',
    });
  });

  it('are changed by no more than they have to be', () => {
    fc.assert(
      fc.property(anyColour, anyColour, fc.constantFrom(CONTROLS, WORDS), (wanted, ground, ratio) => {
        const found = legible(colord(wanted), [colord(ground)], ratio);

        const distance = (other: string) => {
          const [a, b] = [colord(wanted).toRgb(), colord(other).toRgb()];
          return Math.max(Math.abs(a.r - b.r), Math.abs(a.g - b.g), Math.abs(a.b - b.b));
        };
        // A mixture that is nearer by two percent of the way to the same end would not do.
        const end = colord(found.toHex()).luminance() > colord(wanted).luminance() ? 255 : 0;
        const {r, g, b} = colord(wanted).toRgb();
        const far = Math.max(Math.abs(end - r), Math.abs(end - g), Math.abs(end - b));
        const share = far ? distance(found.toHex()) / far : 0;
        const back = Math.max(0, share - 0.03);
        const part = (value: number) => Math.round(value + (end - value) * back);
        const nearer = colord({r: part(r), g: part(g), b: part(b)});
        if (share > 0.03) expect(nearer.contrast(ground)).to.be.below(ratio);
        else expect(distance(found.toHex())).to.be.at.most(8);
      }),
      runs(5_000, 200),
    );
  });

  it('keep a bright accent for the ground of an action, with dark words on it, and darken it where it is the words', () => {
    const colors = colorsOf({accent: '#ff6a00'}, 'light')!;

    expect(colors).to.include({accent: '#f76700', 'on-accent': '#000000'});
    expect(colord(colors.link).contrast('#fff')).to.be.within(WORDS, WORDS + 0.2);
  });

  it('take words for a ground that the palette alone names', () => {
    const colors = colorsOf({background: '#123456'}, 'light')!;

    expect(colors.surface).to.equal('#123456');
    expect(colord(colors.text).isLight()).to.equal(true);
  });

  it('are read as hex, rgb and hsl, and see through to what is below', () => {
    expect(colorsOf({accent: 'hsl(262 69% 42%)'}, 'light')!.accent).to.equal('#5721b5');
    expect(colorsOf({divider: 'rgb(0 0 0 / 50%)'}, 'light')!.line).to.equal('#808080');
  });

  for (const rubbish of [
    {},
    {accent: ''},
    {accent: 'rgb(…)'},
    {accent: 'url(//x)', text: '#12'},
    {accent: 7, text: null, background: {}},
    {colour: '#ffffff'},
  ]) {
    it(`are none for ${JSON.stringify(rubbish)}`, () => {
      expect(colorsOf(rubbish, 'light')).to.equal(undefined);
    });
  }

  it('are, without a palette, what the tokens say, and legible', () => {
    const css = `${tokens.cssText} ${lateTokens.cssText}`;

    for (const name of Object.keys(USUAL.light) as (keyof Colors)[]) {
      const said = new RegExp(`--_c-${name}, light-dark\\((#\\w+), (#\\w+)\\)`).exec(css);
      if (said) expect([...said].slice(1)).to.deep.equal([USUAL.light[name], USUAL.dark[name]], name);
    }
    for (const scheme of SCHEMES) expect(tooPale(USUAL[scheme])).to.deep.equal([]);
  });
});
