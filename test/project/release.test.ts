import assert from 'node:assert/strict';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {execFileSync} from 'node:child_process';
import {ROOT} from '../../scripts/install.mjs';
import {keepRelease} from '../../scripts/release/keep.ts';

describe('a release', () => {
  let folder: string;
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), text);
  };
  const keep = (version: string) => keepRelease(join(folder, 'dist'), join(folder, 'releases'), version);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'release '));
    write('dist/rai-store.js', 'first');
    write('dist/chunks/store-a1.js', 'elements');
    write('dist/presets/ink.css', '.rai-ink {}');
    write('dist/integrity.json', '{"rai-store.js": "sha384-first"}');
    write('dist/lib/index.js', 'for bundlers');
    write('dist/custom-elements.json', '{}');
  });
  afterEach(() => rmSync(folder, {recursive: true}));

  it('keeps what pages load, with its integrity, and nothing else', () => {
    const kept = keep('1.2.3');

    assert.equal(kept, join(folder, 'releases/1.2.3'));
    for (const name of ['rai-store.js', 'chunks/store-a1.js', 'presets/ink.css', 'integrity.json'])
      assert.equal(readFileSync(join(kept, name), 'utf8'), readFileSync(join(folder, 'dist', name), 'utf8'));
    for (const name of ['lib', 'custom-elements.json']) assert.ok(!existsSync(join(kept, name)), name);
  });

  it('is never changed: the same build may be kept again, another one may not', () => {
    keep('1.2.3');
    assert.equal(keep('1.2.3'), join(folder, 'releases/1.2.3'));

    write('dist/rai-store.js', 'second');
    write('dist/integrity.json', '{"rai-store.js": "sha384-second"}');

    assert.throws(() => keep('1.2.3'), /holds another build/);
    assert.equal(readFileSync(join(folder, 'releases/1.2.3/rai-store.js'), 'utf8'), 'first');
    assert.equal(readFileSync(join(keep('1.2.4'), 'rai-store.js'), 'utf8'), 'second');
  });

  it('is refused where there is no complete build', () => {
    rmSync(join(folder, 'dist/integrity.json'));

    assert.throws(() => keep('1.2.3'), /no complete build/);
    assert.ok(!existsSync(join(folder, 'releases')));
  });

  it('takes the waiting changes into version and change log', () => {
    const manifest = {name: 'rai-store', version: '1.2.3'};
    write('package.json', JSON.stringify(manifest));
    write('.changeset/config.json', readFileSync(join(ROOT, '.changeset/config.json'), 'utf8'));
    write('.changeset/quiet-look.md', "---\n'rai-store': minor\n---\n\nA quiet look.\n");

    execFileSync('node', [join(ROOT, 'node_modules/@changesets/cli/bin.js'), 'version'], {cwd: folder});

    const {version} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {version: string};
    assert.equal(version, '1.3.0');
    assert.match(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8'), /## 1\.3\.0[^]*A quiet look\./);
    assert.ok(!existsSync(join(folder, '.changeset/quiet-look.md')));
  });
});
