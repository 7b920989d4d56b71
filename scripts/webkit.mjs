import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createRequire} from 'node:module';
import {constants} from 'node:os';
import {Builder, Capabilities} from 'selenium-webdriver';
import {TIME_ZONE} from './browsers.mjs';
import {findWebKit, REMEDY} from './engines.mjs';

// A folder, which `import` would not take.
const {DriverService} = /** @type {typeof import('selenium-webdriver/remote.js')} */ (
  createRequire(import.meta.url)('selenium-webdriver/remote')
);

/** What WebKitGTK needs on a machine that has neither a screen nor a graphics card. */
const ON_NO_SCREEN = {
  GDK_BACKEND: 'x11',
  LIBGL_ALWAYS_SOFTWARE: '1',
  NO_AT_BRIDGE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
};

/**
 * Starts WebKitGTK on a screen of its own that nobody sees, in the tests' time zone. `close` ends all of its processes;
 * they also end with this one. Throws where something is missing, with what to install.
 */
export async function startWebKit() {
  const found = findWebKit();
  if (!found) throw new Error(`WebKit was not found: ${REMEDY.webkit}.`);

  // What is started here ends on `exit`, which a signal alone does not bring about.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  const screen = await startScreen(found.screen);
  const service = new DriverService.Builder(found.driver)
    .setLoopback(true)
    .setEnvironment({...environment(), ...ON_NO_SCREEN, DISPLAY: screen.display, TZ: TIME_ZONE})
    .build();
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': {binary: found.browser, args: ['--automation']},
  });
  const driver = await new Builder()
    .usingServer(await service.start())
    .withCapabilities(capabilities)
    .build();
  return {
    driver,
    async close() {
      await driver.quit();
      await service.kill();
      screen.close();
    },
  };
}

/**
 * Starts an X server without a screen on a display that it chooses itself.
 * @param {string} command
 */
async function startScreen(command) {
  const args = ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'];
  const server = spawn(command, args, {stdio: ['ignore', 'pipe', 'ignore']});
  const close = () => void server.kill();
  process.once('exit', close);
  server.once('exit', () => process.off('exit', close));
  const [number] = await once(server.stdout, 'data');
  return {display: `:${String(number).trim()}`, close};
}

/** The environment as the driver takes it: without what is not set. */
function environment() {
  return /** @type {Record<string, string>} */ (process.env);
}
