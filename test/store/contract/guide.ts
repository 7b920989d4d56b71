import assert from 'node:assert/strict';
import {execFile, spawnSync} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {seedMembers} from '../../../demo/store/members/seed.ts';
import {aServedStore, type ServedStore} from '../support/served.ts';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const GUIDE = path.join(ROOT, 'docs', 'store-service.md');
const canRun = ['sh', 'curl'].every((name) => spawnSync(name, ['--version']).error === undefined);

/** What the guide's requests answer, in its order. */
const STATUSES = [
  200, // the first list
  ...[201, 200], // a category, then the product of it (its creation goes into a variable)
  400, // wrong members
  400, // the demo's file, whose durations are no dates
  ...[201, 201], // keys
  ...[200, 200], // members
  ...[200, 201], // the store, a purchase
  200, // events
  ...[200, 503, 200], // faults
];

describe('the guide to the service', () => {
  let store: ServedStore;

  before(async () => {
    store = await aServedStore();
    await seedMembers(store.database.db, store.clock, store.communityId);
  });
  after(() => store.stop());

  it('has examples that do what it says', {skip: !canRun && 'there is no curl'}, async () => {
    const guide = await readFile(GUIDE, 'utf8');
    const script = [...guide.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block]) => block!).join('\n');
    const env = {...process.env, STORE: store.url, KEY: store.apiKey};

    const {stdout} = await promisify(execFile)('sh', ['-ec', script], {env, cwd: ROOT});

    const answers = stdout
      .split(/(?<=\})(?=\{"(?:meta|status)":)/)
      .map((text) => JSON.parse(text) as {meta: {statusCode: number}});
    assert.deepEqual(
      answers.map(({meta}) => meta.statusCode),
      STATUSES,
    );
  });
});
