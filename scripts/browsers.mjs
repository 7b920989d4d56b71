import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {delimiter, join} from 'node:path';
import {ROOT} from './install.mjs';

/** Far from the machines of most of us and 45 minutes off the hour, so that a time that forgets its zone shows. */
export const TIME_ZONE = 'Asia/Kathmandu';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/**
 * How puppeteer and playwright start Chromium for a test: headless, without a sandbox (containers run as root),
 * in a time zone of its own. Throws where there is no Chromium, with what to do about it.
 */
export async function chromiumOptions() {
  const {executablePath, env} = await findChromium();
  return {
    executablePath,
    env: /** @type {Record<string, string>} */ ({...process.env, ...env, TZ: TIME_ZONE}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  };
}

/** @typedef {{executablePath: string, env: Record<string, string>}} Browser */

/**
 * Chromium or Chrome: `$CHROME_PATH`, on the PATH, in the usual places, Playwright's own, else the one that the package
 * @sparticuz/chromium carries for Linux on x64.
 * @returns {Promise<Browser>}
 */
async function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen && !existsSync(chosen))
    throw new Error(`CHROME_PATH names ${chosen}, and there is no such file.`);

  const {chromium} = await import('playwright-core');
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [chosen, ...onPath, ...USUAL_PLACES, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
  if (found) return {executablePath: found, env: {}};

  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  throw new Error('No Chromium was found: install Chrome or Chromium, or name one in CHROME_PATH.');
}

/**
 * The Chromium inside @sparticuz/chromium, unpacked once into node_modules/.cache together with the shared libraries and
 * the font that a bare container lacks.
 * @returns {Browser}
 */
function packagedChromium() {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const {version} = JSON.parse(readFileSync(join(entry, '../../package.json'), 'utf8'));
  const folder = join(ROOT, 'node_modules/.cache', `chromium-${version}`);
  if (!existsSync(folder)) unpack(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts')},
  };
}

/** @param {string} folder - Appears whole or not at all, whoever else is unpacking at the same time. */
function unpack(folder) {
  mkdirSync(join(folder, '..'), {recursive: true});
  const draft = mkdtempSync(`${folder}-`);
  // The package unpacks into the temporary folder, and its libraries only where it believes itself on AWS Lambda;
  // both are read from the environment while it loads, hence a process of its own.
  execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', 'await (await import("@sparticuz/chromium")).default.executablePath()'],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: {...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x'},
    },
  );
  // Its font settings name /tmp; a renderer that finds no font at all crashes.
  const settings = join(draft, 'fonts/fonts.conf');
  writeFileSync(settings, readFileSync(settings, 'utf8').replaceAll('/tmp/', `${folder}/`));
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, {recursive: true});
  }
}
