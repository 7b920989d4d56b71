import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {samplesIn} from '../../docs/site/samples.ts';
import {ROOT} from '../../scripts/install.mjs';
import {startWorker} from '../gateway/support/edge.ts';
import {startUpstream, type UpstreamServer} from '../gateway/support/upstream.ts';

const KEY = 'operator-canary-key';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const guide = read('docs/operator.md');

/** The guide's sample in a language that holds certain words. */
function sample(language: string, words: string): string {
  const found = samplesIn(guide).find((one) => one.language === language && one.code.includes(words));
  assert.ok(found, `docs/operator.md has no sample in ${language} with ${words}`);
  return found.code;
}

// No test starts nginx, Docker or wrangler: what can be run of their samples is what they run.

let folder: string;
let store: UpstreamServer;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'operator-'));
  writeFileSync(join(folder, 'upstream-key'), `${KEY}\n`);
  store = await startUpstream();
});

after(async () => {
  await store?.close();
  rmSync(folder, {recursive: true});
});

describe('the unit for systemd', () => {
  const unit = sample('ini', '[Service]');
  const said = (name: string) =>
    unit.split('\n').flatMap((line) => (line.startsWith(`${name}=`) ? [line.slice(name.length + 1)] : []));

  it('is what systemd takes, where there is one', (t) => {
    const file = join(folder, 'rai-store-gateway.service');
    writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));

    const {error, status, stdout, stderr} = spawnSync('systemd-analyze', ['verify', file], {
      encoding: 'utf8',
    });

    if (error) return t.skip('there is no systemd here');
    assert.deepEqual([status, stdout, stderr], [0, '', '']);
  });

  it('starts a gateway that reads the store with the key of its credential', async () => {
    const [command = ''] = said('ExecStart');
    const [credential = ''] = said('LoadCredential');
    const [program, file = '', ...others] = command.split(' ');
    const environment = said('Environment').join(' ').replaceAll('%d', folder).split(' ');
    const env = {
      ...Object.fromEntries(
        environment.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]),
      ),
      UPSTREAM_URL: store.url,
      LOG_LEVEL: 'warn',
      PORT: '0',
    };
    const child = spawn(process.execPath, [file.replace('/opt/rai-store', ROOT), ...others], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      const url = /http:\S+/.exec(String(line))?.[0] ?? '';
      const answer = await fetch(`${url}/v1/products`, {headers: {Origin: 'https://www.example.com'}});

      assert.equal(program, '/usr/bin/node');
      assert.equal(credential.split(':')[0], 'upstream-key');
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('access-control-allow-origin'), 'https://www.example.com');
      assert.ok(store.requests.at(-1)?.rawHeaders.includes(`Bearer ${KEY}`));
      assert.deepEqual([healthCheck(new URL(url).port), healthCheck('1')], [0, 1]);
    } finally {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
    }
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');

  it('runs what is there, and copies it', () => {
    const [, command = ''] = /^CMD (\[.*\])$/m.exec(dockerfile)!;
    const [program, file = ''] = JSON.parse(command) as string[];
    const copied = [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, path]) => path!);

    assert.equal(program, 'node');
    assert.ok(existsSync(join(ROOT, file)), file);
    assert.ok(copied.includes('dist') && copied.includes('node_modules'));
    for (const path of copied) assert.ok(existsSync(join(ROOT, path)), path);
  });

  it('is given settings that the guide explains', () => {
    const given = [...sample('sh', 'docker run').matchAll(/-e ([A-Z_]+)=/g)].map(([, name]) => name!);

    assert.ok(given.length > 2);
    assert.deepEqual(
      given.filter((name) => !guide.includes(`| \`${name}`)),
      [],
    );
  });
});

describe('the deployment to an edge platform', () => {
  it('serves the store’s data and the widget in workerd, as its configuration says', async () => {
    const {top, vars, assets} = tablesIn(sample('toml', 'compatibility_date'));
    const {exports} = JSON.parse(read('package.json')) as {exports: Record<string, {default: string}>};
    const entry = exports['./gateway/worker']!.default;
    assert.match(guide, /`export \{default\} from 'rai-store\/gateway\/worker'`/);

    const worker = await startWorker(
      {...(vars as Record<string, string>), UPSTREAM_URL: store.url, UPSTREAM_KEY: KEY},
      join(ROOT, String(assets!.directory).replace('node_modules/rai-store/', '')),
      {entry, date: String(top!.compatibility_date), flags: top!.compatibility_flags as string[]},
    );
    try {
      const headers = {Origin: String(vars!.ALLOWED_ORIGINS), 'CF-Connecting-IP': '192.0.2.1'};
      const data = await fetch(`${worker.url}/v1/products`, {headers});
      const script = await fetch(`${worker.url}/widget/rai-store.js`);

      assert.equal(data.status, 200);
      assert.equal(await script.text(), read('dist/rai-store.js'));
      assert.equal(assets!.binding, 'ASSETS');
    } finally {
      await worker.close();
    }
  });
});

/** What the image's own check exits with, for a gateway on a port. */
function healthCheck(port: string): number | null {
  const [, command = ''] = /^HEALTHCHECK .*?CMD (\[.*\])$/m.exec(read('Dockerfile'))!;
  const [, ...args] = JSON.parse(command) as string[];
  return spawnSync(process.execPath, args, {env: {PORT: port}}).status;
}

/** What a file in TOML says, by its tables, as far as its values are those of JSON too; `top` is what stands above the first. */
function tablesIn(toml: string): Record<string, Record<string, unknown>> {
  const tables: Record<string, Record<string, unknown>> = {top: {}};
  let name = 'top';
  for (const line of toml.split('\n').map((one) => one.trim())) {
    const table = /^\[(\w+)\]$/.exec(line)?.[1];
    const [, key, value] = /^(\w+) = (.*)$/.exec(line) ?? [];
    if (table) tables[(name = table)] = {};
    else if (key && value) tables[name]![key] = JSON.parse(value) as unknown;
    else assert.match(line, /^(?:#.*)?$/);
  }
  return tables;
}
