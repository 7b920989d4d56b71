import assert from 'node:assert/strict';
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {describe, it} from 'node:test';
import {pictures} from '../../../demo/store/catalogue/pictures.ts';
import {categories, csv, folder, products, store, text} from './reading.ts';

describe('the pictures', () => {
  const drawn = pictures();

  it('are, file by file, what draw.ts draws', async () => {
    const files = await readdir(path.join(folder, 'pictures'));

    assert.deepEqual(files.toSorted(), [...drawn.keys()].toSorted());
    for (const [name, svg] of drawn) assert.equal(await text(`pictures/${name}`), svg, name);
  });

  it('are all there for whatever names one, and none is there for nothing', async () => {
    const sources = [csv, JSON.stringify(categories), JSON.stringify(store)];
    const used = sources.flatMap((source) =>
      [...source.matchAll(/\/pictures\/([\w-]+\.svg)/g)].map(([, name]) => name!),
    );

    assert.deepEqual([...new Set(used)].toSorted(), [...drawn.keys()].toSorted());
  });

  it('belong to one product each', () => {
    const images = products.map((row) => row['Image']!);

    assert.equal(new Set(images).size, products.length);
    assert.ok(images.every((image) => /^\/pictures\/[a-z-]+\.svg$/.test(image)));
  });

  it('hold shapes alone: no text, script, style, link or other file', () => {
    for (const [name, svg] of drawn) {
      assert.match(
        svg,
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="[\d ]+">/,
        name,
      );
      assert.doesNotMatch(
        svg,
        /<(text|script|style|a|image|use|foreignObject)\b|\son|href|NaN|undefined/,
        name,
      );
    }
  });
});
