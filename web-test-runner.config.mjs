import {defaultReporter} from '@web/test-runner';
import {chromium} from './scripts/wtr/chromium.mjs';
import {commonjs} from './scripts/wtr/commonjs.mjs';
import {counts} from './scripts/wtr/counts.mjs';
import {firefox} from './scripts/wtr/firefox.mjs';
import {oxc} from './scripts/wtr/oxc.mjs';
import {takeFocus} from './scripts/wtr/take-focus.mjs';
import {webkit} from './scripts/wtr/webkit.mjs';

/** @type {Record<string, () => Promise<import('@web/test-runner').BrowserLauncher>>} */
const engines = {chromium, firefox, webkit};

/** The browsers to test in: those that `ENGINES` names, separated by commas. */
const browsers = (process.env.ENGINES ?? 'chromium').split(',').map((name) => {
  const launcher = engines[name];
  if (!launcher) throw new Error(`ENGINES names "${name}"; known are ${Object.keys(engines).join(', ')}.`);
  return launcher();
});

const countsFile = process.env.TEST_COUNTS;

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.test.ts', '!test/{store,gateway,project,journeys,bench}/**'],
  nodeResolve: {exportConditions: ['development']},
  concurrency: 2,
  plugins: [oxc(), commonjs({'@sinonjs/fake-timers': ['install']}), takeFocus()],
  browsers: await Promise.all(browsers),
  reporters: [defaultReporter(), ...(countsFile ? [counts(countsFile)] : [])],
  // The first accessibility audit takes longer than Mocha's 2 s on a busy machine.
  testFramework: {config: {timeout: 10_000}},
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: process.env.LONG ? 900_000 : 300_000,
  // What Lit says of itself while developing; an element that finds its store does update twice.
  filterBrowserLogs: ({args}) =>
    !/Lit is in dev mode|scheduled an update .* after an update/.test(String(args[0])),
};
