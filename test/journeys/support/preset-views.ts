import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {STATES} from '../../../demo/pages/states/table.ts';
import {ROOT} from '../../../scripts/install.mjs';
import {visitState, type StateVisit} from './state-visit.ts';

const FOLDER = join(ROOT, 'src/theme/presets');

/** Every look that there is; the usual one has no name. */
export const LOOKS: readonly string[] = ['', ...readdirSync(FOLDER).map((file) => file.replace('.css', ''))];

/** Pages of states that show a store, a detail, and the way to a reward and to its end, and what there is instead of a store. */
const EVERYDAY = ['discount', 'long-texts-detail', 'form', 'confirm', 'code', 'failed'] as const;

/** With these, all that is ever drawn in the colours of a look. */
const FURTHER = [
  'low-stock',
  'sold-out',
  'expiring',
  'filter',
  'shelves',
  'sold-out-detail',
  'redeem-failed',
  'nothing-found',
  'closed',
  'stale',
] as const;

/** The name of the state that a view is of. */
export type PresetView = (typeof EVERYDAY)[number] | (typeof FURTHER)[number];

/** What a run looks at: all of it in the long run. */
export const PRESET_VIEWS: readonly PresetView[] = process.env.LONG ? [...EVERYDAY, ...FURTHER] : EVERYDAY;

/** What a look is around a store: its class, and its colour behind all. Colours that nobody can read are a look too, for tests. */
const WORN = `.stage { background: var(--rai-page, light-dark(#f6f5f1, #12151a)); padding: 16px }
  .rai-pale { --rai-color-muted: #b0b0b0; --rai-color-text: #c0c0c0; --rai-color-surface: #ffffff; --rai-color-edge: #dddddd;
    --rai-color-accent: #ffe38a; --rai-color-on-accent: #ffffff; --rai-color-low: #ffcc99; --rai-page: #ffffff }`;

/** Opens the page of a state in English, where `wear` can then be called. */
export async function openPresetView(
  browser: Browser,
  origin: string,
  name: PresetView,
  width: number,
): Promise<StateVisit> {
  const state = STATES.find((one) => one.name === name)!;
  const visited = await visitState(browser, origin, state, {language: 'en', width});
  const presets = LOOKS.filter(Boolean).map((look) => readFileSync(join(FOLDER, `${look}.css`), 'utf8'));
  await visited.page.evaluate(
    (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    },
    [...presets, WORN].join('\n'),
  );
  return visited;
}

/** Gives the store on a page that `openPresetView` has opened another look. */
export async function wear(page: Page, look: string, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
  await page.locator('.stage').evaluate((stage, look) => {
    stage.classList.remove(...[...stage.classList].filter((name) => name.startsWith('rai-')));
    if (look) stage.classList.add(`rai-${look}`);
  }, look);
}
