import type {Browser, Page} from 'playwright-core';
import type {State, Step} from '../../../demo/pages/states/state.ts';
import {bringAxe} from './axe.ts';
import {visit} from './browser.ts';

/** The page of a state in a window of its own. */
export interface StateVisit {
  readonly page: Page;
  /** Uncaught errors, refused policies, and what the console calls an error where the state is not about just that. */
  faults(): readonly string[];
  close(): Promise<void>;
}

/**
 * Opens the page of a state, does what leads to the state, and waits until that is on screen: in English by its words, in
 * other languages by their places.
 *
 * @param origin - Of the demo's pages.
 * @param width - Of the window, in px.
 */
export async function visitState(
  browser: Browser,
  origin: string,
  state: State,
  {language, width}: {language: 'en' | 'ar'; width: number},
): Promise<StateVisit> {
  // What fades in has its final colours only at the end, so nothing fades.
  const visited = await visit(browser, {reducedMotion: 'reduce', viewport: {width, height: 900}});
  const {page} = visited;
  const logged: string[] = [];
  page.on('console', (message) => {
    const {url} = message.location();
    if (message.type() === 'error' && !isOf(state, url)) logged.push(`console: ${message.text()} (${url})`);
  });
  await bringAxe(page);
  const sent = page.waitForRequest((request) => request.method() === 'POST', {timeout: 0});
  sent.catch(() => undefined);
  await page.goto(`${origin}/states/${state.name}?lang=${language}`);
  for (const step of state.steps ?? []) await (step === 'sent' ? sent : STEPS[step](page));
  for (const {at, says} of state.looks) {
    const places = page.locator(at);
    const told = says !== undefined && language === 'en' ? places.filter({hasText: says}) : places;
    // A store that never answers says so after twenty seconds.
    await told.first().waitFor({timeout: 40_000});
  }
  // Where there are words, everything around them comes too.
  if (state.looks.some(({says}) => says)) await page.waitForFunction(isComplete);
  return {page, faults: () => [...visited.faults, ...logged], close: () => visited.close()};
}

/** Whether a request failed that the state is about. */
const isOf = ({name, isLogged}: State, url: string) =>
  isLogged === true && (url.includes(`/states/${name}/`) || url.includes('/states/pictures/'));

const press = (selector: string) => (page: Page) => page.locator(selector).click();

const STEPS: Readonly<Record<Exclude<Step, 'sent'>, (page: Page) => Promise<void>>> = {
  more: press('[part=more]'),
  redeem: press('[part=redeem]'),
  confirm: async (page) => {
    await page.locator('[part=confirm]').click();
    await page.locator('[part=confirm]').waitFor({state: 'detached'});
  },
  close: async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({state: 'detached'});
  },
  filter: press('[part=narrow] summary'),
  afford: (page) => page.locator('[part=narrow] .choice').last().click(),
  choose: (page) => page.locator('[part=action]').first().click(),
  fill: async (page) => {
    const said = {name: 'Alex Morgan', phone: '+66 81 234 5678', address: '12 Harbour Lane, Chiang Mai'};
    for (const [field, value] of Object.entries(said)) {
      await page.locator(`rai-store-redeem [name=${field}]`).fill(value);
    }
    await page.locator('rai-store-redeem form button:not([type])').click();
  },
};

/** Whether every custom element on the page has its class. */
function isComplete(): boolean {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (!element.matches(':defined')) return false;
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  return true;
}
