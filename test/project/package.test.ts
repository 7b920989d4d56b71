import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {publint} from 'publint';
import ts from 'typescript';
import {ensureBuilt} from '../../scripts/build.mjs';
import {ROOT} from '../../scripts/install.mjs';

ensureBuilt();

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly sideEffects: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;

describe('the package', () => {
  it('holds every file that its exports promise', () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );

    assert.ok(targets.length > 0);
    assert.deepEqual(
      targets.filter((target) => !filesLike(target).length),
      [],
    );
    assert.deepEqual(filesLike('./dist/lib/no-such/*.js'), []);
  });

  it('gives types to every module that it lets be imported by pattern', () => {
    const modules = filesLike('./dist/lib/define/*.js');

    assert.deepEqual(
      modules.filter((file) => !existsSync(join(ROOT, file.replace(/\.js$/, '.d.ts')))),
      [],
    );
  });

  it('names as side effects only files that there are', () => {
    assert.deepEqual(
      manifest.sideEffects.filter((file) => !filesLike(file).length),
      [],
    );
  });

  it('is packed with what it promises and what its maps name, and with no test, demo or script', () => {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {cwd: ROOT, encoding: 'utf8'}),
    ) as [{unpackedSize: number; files: {path: string}[]}];
    const paths = packed.files.map(({path}) => path);
    const promised = /^(?:LICENSE|README\.md|CHANGELOG\.md|package\.json|src\/.*\.(?:ts|css)|dist\/.*)$/;
    const made =
      /^dist\/(?:[\w.-]+\.js(?:\.map)?|(?:integrity|custom-elements)\.json|\.vite\/manifest\.json|(?:lib|chunks|types|presets)\/.*)$/;

    assert.deepEqual(
      paths.filter((path) => !promised.test(path) || (path.startsWith('dist/') && !made.test(path))),
      [],
    );
    assert.deepEqual(
      paths.filter((path) => /\.test\.|(?:^|\/)(?:test|demo|scripts|node_modules|\.env)/.test(path)),
      [],
    );
    for (const wanted of [
      'LICENSE',
      'README.md',
      'dist/rai-store.js',
      'dist/presets/ink.css',
      'src/index.ts',
    ])
      assert.ok(paths.includes(wanted), wanted);
    assert.ok(packed.unpackedSize < 6_000_000, `${packed.unpackedSize} bytes`);
  });

  it('has entries as bundlers and Node want them', async () => {
    const {messages} = await publint({pkgDir: ROOT, strict: true, pack: false});

    assert.deepEqual(messages, []);
  });

  it('has types for every entry, of the kind that its module is', () => {
    const {status, stdout} = spawnSync(
      'npx',
      ['attw', '--pack', '.', '--profile', 'esm-only', '--no-color'],
      {
        cwd: ROOT,
        encoding: 'utf8',
        env: {...process.env, npm_config_ignore_scripts: 'true'},
      },
    );

    assert.equal(status, 0, stdout);
    assert.match(stdout, /rai-store\/types\/react/);
  });

  it('can be imported where there is no browser, as a server does that renders pages', () => {
    const entries = ['', '/define/all.js', '/types/react', '/gateway'].map((entry) => manifest.name + entry);
    const code = `${entries.map((entry) => `await import('${entry}');`).join('')} console.log('all there')`;

    const said = execFileSync('node', ['--input-type=module', '--eval', code], {cwd: ROOT, encoding: 'utf8'});

    assert.match(said, /all there/);
  });

  it('depends on every package that src/ imports', () => {
    const imported = readdirSync(join(ROOT, 'src'), {recursive: true, encoding: 'utf8'})
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => ts.preProcessFile(read(join('src', file)), true, true).importedFiles)
      .map(({fileName}) => fileName)
      .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
      .map((specifier) =>
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      );

    assert.ok(imported.includes('lit'));
    assert.deepEqual(
      [...new Set(imported)].filter((name) => !(name in manifest.dependencies)),
      [],
    );
  });
});

describe('the repository', () => {
  it('locks every package by its content, and ties none to a host', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, {resolved?: string; integrity?: string}>;
    };
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

    assert.ok(packages.length > 0);
    assert.deepEqual(
      packages.filter(([, {resolved}]) => resolved),
      [],
    );
    assert.deepEqual(
      packages.filter(([, {integrity}]) => !integrity),
      [],
    );
  });

  it('names no folder and no package host of the machine that it was written on', (t) => {
    if (!existsSync(join(ROOT, '.git'))) return t.skip('this is no git checkout');
    const files = execFileSync('git', ['ls-files', '-z'], {cwd: ROOT, encoding: 'utf8'}).split('\0');
    const own = 'test/project/package.test.ts';
    const tied = files
      .filter((file) => file && file !== own && existsSync(join(ROOT, file)))
      .filter((file) => TIED_TO_A_MACHINE.test(read(file)));

    assert.ok(files.includes(own));
    assert.deepEqual(tied, []);
    for (const sample of ['/root/shop', '"/home/ann/x"', 'http://localhost:4873/lit', '/Users/ann/x']) {
      assert.match(sample, TIED_TO_A_MACHINE);
    }
    assert.doesNotMatch(':root{} https://example.com/work/1', TIED_TO_A_MACHINE);
  });
});

/** Absolute paths of somebody's machine, and local package hosts. */
const TIED_TO_A_MACHINE = /(?<![\w.-])\/(root|work|home\/\w+|Users\/\w+)\/|:4873\b/;

/** The files of the project that a path matches; in it, `*` stands for any name. */
function filesLike(path: string): string[] {
  const [folder = '', rest] = path.split('*');
  if (rest === undefined) return existsSync(join(ROOT, path)) ? [path] : [];
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(rest))
    .map((name) => `${folder}${name}`);
}
