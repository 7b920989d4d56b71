import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {ROOT} from '../../scripts/install.mjs';

/** A row of SECURITY.md's tables: the promise's id, and the files of its tests. */
const ROW = /^\| ([A-Z]\d+) +\|.*\| (`test\/.*`) +\|$/gm;

describe('a promise of SECURITY.md', () => {
  const rows = [...readFileSync(join(ROOT, 'SECURITY.md'), 'utf8').matchAll(ROW)];

  it('is one of many', () => assert.ok(rows.length > 25, `${rows.length} rows`));

  for (const [, id, tests] of rows) {
    it(`has tests of its name: ${id}`, () => {
      const files = tests!.match(/test\/[\w/.-]+/g)!;

      for (const file of files) {
        assert.ok(existsSync(join(ROOT, file)), file);
        assert.ok(
          namesIn(readFileSync(join(ROOT, file), 'utf8')).includes(id!),
          `${file} has no test named ${id}`,
        );
      }
    });
  }

  it('would be seen without a test', () => {
    assert.deepEqual(namesIn("// S1: not a test\ndescribe('S2, S3: a thing', () => {});"), ['S2', 'S3']);
  });
});

/** The ids that tests of a file begin with. */
const namesIn = (source: string) =>
  [...source.matchAll(/(?:describe|it)?\(?['`]((?:[A-Z]\d+(?:, )?)+): /g)].flatMap(([, ids]) =>
    ids!.split(', '),
  );
