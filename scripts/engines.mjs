import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';

/** The engines that the browser tests run in. Chromium is always there: it comes as a package where it is not installed. */
export const ENGINES = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

/** @typedef {typeof ENGINES[number]} Engine */

/** What Debian and Ubuntu call what an engine needs; the first of several names that the system knows. */
const PACKAGES = {
  chromium: [],
  firefox: [['firefox-esr', 'firefox']],
  webkit: [['webkit2gtk-driver'], ['xvfb']],
};

/** What to do about an engine that is missing. */
export const REMEDY = {
  chromium: 'install Chrome or Chromium, or name one in CHROME_PATH',
  firefox: 'install Firefox (Debian: firefox-esr), or name one in FIREFOX_PATH',
  webkit: 'install WebKitGTK with its driver and Xvfb (Debian: webkit2gtk-driver xvfb)',
};

/** The path of Firefox: `$FIREFOX_PATH`, on the PATH, or in the usual places; `undefined` where there is none. */
export function findFirefox() {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen && !existsSync(chosen)) {
    throw new Error(`FIREFOX_PATH names ${chosen}, and there is no such file.`);
  }
  const places = [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:/Program Files/Mozilla Firefox/firefox.exe',
  ];
  return chosen || onPath('firefox-esr') || onPath('firefox') || places.find((path) => existsSync(path));
}

/** The paths of WebKitGTK's driver, of its browser and of the X server without a screen; `undefined` where one is missing. */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const browser = ['/usr/lib', '/usr/libexec', ...inside('/usr/lib')]
    .map((folder) => join(folder, 'webkit2gtk-4.1/MiniBrowser'))
    .find((path) => existsSync(path));
  const screen = onPath('Xvfb');
  return driver && browser && screen ? {driver, browser, screen} : undefined;
}

/**
 * Whether the engine can be started here.
 * @param {Engine} engine
 */
export function isThere(engine) {
  if (engine === 'chromium') return true;
  return Boolean(engine === 'firefox' ? findFirefox() : findWebKit());
}

/**
 * Installs the engines that are missing where that asks nobody: by apt, as root, on Debian and Ubuntu. Says so, and
 * leaves out what cannot be had.
 * @param {readonly Engine[]} engines
 */
export function installEngines(engines) {
  const missing = engines.filter((engine) => !isThere(engine));
  const apt = onPath('apt-get');
  if (!missing.length || !apt || process.getuid?.() !== 0) return;

  console.log(`Installing ${missing.join(' and ')} by apt …`);
  /** @param {string[]} args */
  const run = (...args) =>
    spawnSync(apt, ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
    }).status === 0;
  run('update');
  for (const engine of missing) {
    const names = PACKAGES[engine].map((ones) => ones.find(isKnown) ?? String(ones[0]));
    if (!run('install', '--yes', '--no-install-recommends', ...names)) {
      console.error(`apt could not install ${names.join(' and ')}.`);
    }
  }
}

/** @param {string} name - Of a package. */
function isKnown(name) {
  const {status, stdout} = spawnSync('apt-cache', ['show', '--no-all-versions', name], {encoding: 'utf8'});
  return status === 0 && stdout !== '';
}

/** @param {string} name - Of a program. */
function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** @param {string} folder */
function inside(folder) {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}
