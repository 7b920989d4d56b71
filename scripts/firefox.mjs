import {TIME_ZONE} from './browsers.mjs';
import {findFirefox, REMEDY} from './engines.mjs';

/**
 * How puppeteer starts Firefox for a test: headless, by WebDriver BiDi, in the tests' time zone. Throws where there is no
 * Firefox, with what to install.
 */
export function firefoxOptions() {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error(`Firefox was not found: ${REMEDY.firefox}.`);
  return {
    browser: /** @type {const} */ ('firefox'),
    executablePath,
    env: {...process.env, TZ: TIME_ZONE},
    // Tests share a tab, and so its history: the usual 50 entries are soon full.
    extraPrefsFirefox: {'browser.sessionhistory.max_entries': 1000},
  };
}
