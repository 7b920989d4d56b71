/**
 * Runs every check of the project, or those that the arguments name (`npm test -- lint browser`), one after the other
 * whatever the ones before said. Ends with a line of counts: each test of a runner, and each other step, as one.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {constants, tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {ENGINES, installEngines, isThere, REMEDY} from './engines.mjs';
import {ensureInstalled, ROOT} from './install.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'rai-store-test-'));
process.on('exit', () => rmSync(scratch, {recursive: true}));

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    running?.kill(signal);
    process.exit(128 + constants.signals[signal]);
  });
}

/** Where a test runner's reporter leaves its counts. */
const countsFile = join(scratch, 'counts.json');

/** The longest that one file of tests may take, in ms; one that hangs is a failure, not a wait. The long run asks for everything. */
const LONGEST = process.env.LONG ? 7_200_000 : 300_000;

/** What a step that cannot run here exits with, as Automake's test harness has it. */
const SKIPPED = 77;

/**
 * What is run, and counted by itself; of those that have one name, `of` tells them apart.
 * @typedef {{name: string, of?: import('./engines.mjs').Engine, command: string, args: string[]}} Step
 */

/** @type {Step[]} */
const steps = [
  {name: 'types', command: 'tsc', args: ['-p', 'tsconfig.json']},
  {name: 'types', command: 'tsc', args: ['-p', 'tsconfig.node.json']},
  {name: 'lint', command: 'eslint', args: ['--max-warnings=0', '.']},
  {name: 'format', command: 'prettier', args: ['--check', '--log-level=warn', '.']},
  {name: 'build', command: 'npm', args: ['run', '--silent', 'build']},
  {name: 'store', command: 'node', args: nodeTests('store')},
  {
    name: 'postgres',
    command: 'node',
    args: ['--import', 'tsx', 'test/support/with-postgres.ts', ...nodeTests('store')],
  },
  ...['gateway', 'project', 'journeys'].map((name) => ({name, command: 'node', args: nodeTests(name)})),
  ...ENGINES.map((of) => ({name: 'browser', of, command: 'wtr', args: []})),
];

/** What looks at the build, and is preceded by it. */
const NEEDS_BUILD = ['project', 'journeys'];

const wanted = process.argv.slice(2);
if (wanted.some((name) => NEEDS_BUILD.includes(name))) wanted.push('build');
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length) {
  const names = new Set(steps.map(({name}) => name));
  console.error(`There is no step called ${unknown.join(', ')}; there are ${[...names].join(', ')}.`);
  process.exit(1);
}

const engines = process.env.ENGINES?.split(',') ?? ENGINES;
const strangers = engines.filter((name) => !ENGINES.some((engine) => engine === name));
if (strangers.length) {
  console.error(`ENGINES names ${strangers.join(', ')}; known are ${ENGINES.join(', ')}.`);
  process.exit(1);
}

ensureInstalled();
const chosen = steps.filter(
  ({name, of}) => (!wanted.length || wanted.includes(name)) && (!of || engines.includes(of)),
);
installEngines(chosen.flatMap(({of}) => of ?? []));

/** @type {[title: string, outcome: Outcome][]} */
const results = [];
for (const step of chosen) results.push([titleOf(step), await run(step)]);
const total = {passed: 0, failed: 0, skipped: 0};
console.log();
for (const [title, outcome] of results) {
  console.log(`${title.padEnd(20)} ${inWords(outcome)}`);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
}
console.log(`\n${inWords(total)}`);
process.exitCode = total.failed ? 1 : 0;

/**
 * The arguments that make Node run a group's tests. The files are named one by one: Node 20 knows no patterns here.
 * @param {string} group
 */
function nodeTests(group) {
  const folder = join('test', group);
  const files = existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'})
        .filter((file) => file.endsWith('.test.ts'))
        .map((file) => join(folder, file))
    : [];
  // Without a file to run, Node would look for tests everywhere, and find this script.
  if (!files.length) return ['--eval', `throw new Error('${group} has no tests')`];
  return [
    ...['--import', 'tsx', '--test', `--test-timeout=${LONGEST}`],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./scripts/node-counts.mjs', `--test-reporter-destination=${countsFile}`],
    ...files,
  ];
}

/** @param {Step} step */
function titleOf({name, of}) {
  return of ? `${name} (${of})` : name;
}

/** @typedef {{passed: number, failed: number, skipped: number}} Outcome */

/** @param {Outcome} outcome */
function inWords({passed, failed, skipped}) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
async function run(step) {
  const {of, command, args} = step;
  const title = titleOf(step);
  console.log(`\n── ${title} ${'─'.repeat(72 - title.length)}`);
  if (of && !isThere(of)) return withoutEngine(of);
  rmSync(countsFile, {force: true});
  running = spawn(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PATH: [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter),
      TEST_COUNTS: countsFile,
      ...(of && {ENGINES: of}),
    },
    shell: process.platform === 'win32',
  });
  const [status] = await once(running, 'close').catch((error) => [console.error(error.message)]);

  if (status === SKIPPED) return {passed: 0, failed: 0, skipped: 1};
  const counted = counts();
  const failed = status === 0 ? 0 : 1;
  return counted
    ? {...counted, failed: Math.max(counted.failed, failed)}
    : {passed: 1 - failed, failed, skipped: 0};
}

/**
 * An engine that is missing is a failure where somebody counts on it.
 * @param {import('./engines.mjs').Engine} engine
 * @returns {Outcome}
 */
function withoutEngine(engine) {
  if (process.env.CI || process.env.ENGINES) {
    console.error(`There is no ${engine} here: ${REMEDY[engine]}.`);
    return {passed: 0, failed: 1, skipped: 0};
  }
  console.log(`Skipped: there is no ${engine} here. To test in it, ${REMEDY[engine]}.`);
  return {passed: 0, failed: 0, skipped: 1};
}

/** What the step's reporter counted, or `undefined` where it has none or broke before it could. */
function counts() {
  try {
    return JSON.parse(readFileSync(countsFile, 'utf8'));
  } catch {
    return undefined;
  }
}
