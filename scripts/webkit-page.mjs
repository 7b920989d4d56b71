import {Button, Key} from 'selenium-webdriver';

/** @typedef {import('selenium-webdriver').WebDriver} WebDriver */
/** @typedef {{width: number, height: number}} Size */

/** How long a window may take to have the size that it was given, in ms. */
const RESIZING = 5_000;

/**
 * The page that a driver shows, with as much of puppeteer's page as tests use.
 * @param {WebDriver} driver
 */
export function pageOf(driver) {
  const act = () => driver.actions();
  return {
    /** @param {string} url */
    goto: (url) => driver.get(url),
    /**
     * What a function brings that is run in the page; its arguments and that are JSON.
     * @template {unknown[]} A
     * @template R
     * @param {(...args: A) => R} inPage
     * @param {A} args
     * @returns {Promise<Awaited<R>>}
     */
    evaluate: (inPage, ...args) =>
      driver.executeScript(`return (${inPage.toString()}).apply(null, arguments)`, ...args),
    keyboard: {
      /** @param {string} text */
      type: (text) => act().sendKeys(text).perform(),
      /** @param {string} key */
      press: (key) => act().keyDown(keyOf(key)).keyUp(keyOf(key)).perform(),
      /** @param {string} key */
      down: (key) => act().keyDown(keyOf(key)).perform(),
      /** @param {string} key */
      up: (key) => act().keyUp(keyOf(key)).perform(),
    },
    mouse: {
      /**
       * @param {number} x
       * @param {number} y
       * @param {{button?: string}} [options]
       */
      click: (x, y, options) =>
        act().move({x, y, duration: 0}).press(buttonOf(options)).release(buttonOf(options)).perform(),
      /**
       * @param {number} x
       * @param {number} y
       */
      move: (x, y) => act().move({x, y, duration: 0}).perform(),
      /** @param {{button?: string}} [options] */
      down: (options) => act().press(buttonOf(options)).perform(),
      /** @param {{button?: string}} [options] */
      up: (options) => act().release(buttonOf(options)).perform(),
      reset: () => act().clear(),
    },
    /** @param {Size} wanted - In px; WebKitGTK knows no window narrower than about 450. */
    async setViewport(wanted) {
      const window = driver.manage().window();
      const is = async () => {
        const inner = await sizeOf(driver);
        return inner.width === wanted.width && inner.height === wanted.height;
      };
      if (await is()) return;
      const [outer, inner] = [await window.getRect(), await sizeOf(driver)];
      await window.setRect({
        width: outer.width + wanted.width - inner.width,
        height: outer.height + wanted.height - inner.height,
      });
      await driver.wait(is, RESIZING, `WebKit's window will not be ${wanted.width} by ${wanted.height} px.`);
    },
  };
}

/**
 * @param {WebDriver} driver
 * @returns {Promise<Size>}
 */
function sizeOf(driver) {
  return driver.executeScript('return {width: innerWidth, height: innerHeight}');
}

/**
 * A key by the name that puppeteer gives it, such as `ArrowLeft`.
 * @param {string} name
 */
function keyOf(name) {
  const code = Key[/** @type {'TAB'} */ (name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase())];
  return typeof code === 'string' ? code : name;
}

/** @param {{button?: string}} [options] */
function buttonOf({button = 'left'} = {}) {
  return Button[/** @type {'LEFT'} */ (button.toUpperCase())];
}
