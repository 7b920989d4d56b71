import {chromeLauncher} from '@web/test-runner';
import * as puppeteer from 'puppeteer-core';
import {firefoxOptions} from '../firefox.mjs';

/** Firefox for the browser tests. One tab at a time: behind another one it would have neither focus nor frames. */
export async function firefox() {
  return chromeLauncher({puppeteer, concurrency: 1, launchOptions: firefoxOptions()});
}
