import {chromeLauncher} from '@web/test-runner';
import * as puppeteer from 'puppeteer-core';
import {TIME_ZONE} from '../browsers.mjs';
import {findFirefox, REMEDY} from '../engines.mjs';

/** Firefox for the browser tests, driven by WebDriver BiDi. Throws where there is no Firefox, with what to install. */
export async function firefox() {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error(`Firefox was not found: ${REMEDY.firefox}.`);

  return chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: {
      browser: 'firefox',
      executablePath,
      env: {...process.env, TZ: TIME_ZONE},
      extraPrefsFirefox: {'browser.sessionhistory.max_entries': 1000},
    },
  });
}
