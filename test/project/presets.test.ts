import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {colord, extend} from 'colord';
import a11y from 'colord/plugins/a11y';
import postcss, {type Declaration} from 'postcss';
import {ROOT} from '../../scripts/install.mjs';
import {tokensOf} from '../../scripts/manifest/tokens.mjs';

extend([a11y]);

const folder = join(ROOT, 'src/theme/presets');
const files = readdirSync(folder);
const tokensIn = (file: string) => readFileSync(join(folder, file), 'utf8').match(/--rai-[\w-]+(?=:)/g) ?? [];
const everyToken = [...new Set(files.flatMap(tokensIn))].sort();

/** Which token is seen on which, and the contrast that WCAG 2.2 AA asks for: of words (1.4.3), of what has to be found (1.4.11). */
const SEEN: readonly [token: string, ground: string, ratio: number][] = [
  ['text', 'surface', 4.5],
  ['text', 'page', 4.5],
  ['muted', 'surface', 4.5],
  ['muted', 'page', 4.5],
  ['link', 'surface', 4.5],
  ['link', 'page', 4.5],
  ['on-accent', 'accent', 4.5],
  ['accent', 'surface', 3],
  ['accent', 'page', 3],
  ['edge', 'surface', 3],
  ['edge', 'page', 3],
  ['sale', 'surface', 4.5],
  ['sale', 'sale-surface', 4.5],
  ['low', 'surface', 4.5],
  ['white', 'cover', 4.5],
];

describe('the presets', () => {
  it('are at least five', () => {
    assert.ok(files.length >= 5);
  });

  for (const file of files) {
    const name = file.replace('.css', '');
    const root = postcss.parse(readFileSync(join(folder, file), 'utf8'));
    const told = new Map<string, string>();
    root.walkDecls(({prop, value}: Declaration) => void told.set(prop, value));

    it(`${name} is a class of public tokens and nothing else`, () => {
      const known = ['--rai-page', ...tokensOf(ROOT).map((token) => token.name)];

      assert.deepEqual(
        root.nodes.map((node) => (node.type === 'rule' ? node.selector : node.type)),
        ['comment', `.rai-${name}`],
      );
      assert.deepEqual(
        [...told.keys()].filter((token) => !known.includes(token)),
        [],
      );
    });

    it(`${name} says each token that any of them says, so that it is whole also within another`, () => {
      assert.deepEqual([...told.keys()].sort(), everyToken);
    });

    for (const scheme of ['light', 'dark'] as const) {
      it(`${name} can be read in ${scheme} surroundings`, () => {
        const unreadable = SEEN.flatMap(([token, ground, ratio]) =>
          coloursOf(told, token, scheme).flatMap((colour) =>
            coloursOf(told, ground, scheme).flatMap((on) => {
              const contrast = colord(colour).contrast(colord(on));
              return contrast >= ratio
                ? []
                : `${token} ${colour} on ${ground} ${on}: ${contrast}, not ${ratio}`;
            }),
          ),
        );

        assert.deepEqual(unreadable, []);
      });
    }
  }
});

/** The colours of a token in a scheme: one, or of a gradient all that it is made of. */
function coloursOf(told: ReadonlyMap<string, string>, token: string, scheme: 'light' | 'dark'): string[] {
  if (token === 'white') return ['#ffffff'];
  const value =
    told.get(`--rai-color-${token}`) ??
    told.get(`--rai-${token}`) ??
    (token === 'link' ? told.get('--rai-color-accent') : undefined);
  assert.ok(value, `there is no ${token}`);
  const one = value.replaceAll(/light-dark\((#\w+), (#\w+)\)/g, scheme === 'light' ? '$1' : '$2');
  const colours = one.match(/#\w+/g) ?? [];
  assert.ok(colours.length > 0 && colours.every((colour) => colord(colour).isValid()), value);
  return colours;
}
