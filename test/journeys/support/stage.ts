import {after, before} from 'node:test';
import type {Browser} from 'playwright-core';
import {startDemo, type Demo} from '../../../demo/demo.ts';
import {launch} from './browser.ts';
import {StoreDesk} from './desk.ts';

/** What journeys play on; there from the first test of the group that has set it up to its last. */
export interface Stage {
  demo: Demo;
  /** The community's side of the demo's store. */
  desk: StoreDesk;
  browser: Browser;
}

/** Has the tests of a group, or of a file, find a demo of their own and a browser. */
export function setStage(apiKey: string): Stage {
  const stage = {} as Stage;
  before(async () => {
    stage.demo = await startDemo({storePort: 0, gatewayPort: 0, pagesPort: 0, apiKey});
    stage.desk = new StoreDesk(stage.demo.store.url, apiKey);
    stage.browser = await launch();
  });
  after(async () => {
    await stage.browser?.close();
    await stage.demo?.close();
  });
  return stage;
}
