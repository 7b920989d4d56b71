import axe from 'axe-core';
import type {Page} from 'playwright-core';

/** Puts axe into every page that is opened here from now on, past any policy of the page's. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({content: axe.source});
}

/**
 * What axe finds on a page, shadow roots and all, a line for each place: the rule, what is wrong, and where.
 *
 * @param rules - All of level AA, or those about colour alone, for a page of which only the colours have changed: up to level
 *   AAA in our own colours, up to AA in a community's.
 */
export async function findings(
  page: Page,
  rules: 'all' | 'colour' | 'community colour' = 'all',
): Promise<string[]> {
  return page.evaluate(async (rules) => {
    const {violations} = await (window as unknown as {axe: typeof axe}).axe.run(document, {
      resultTypes: ['violations'],
      ...(rules === 'colour' && {runOnly: ['cat.color']}),
      ...(rules === 'community colour' && {runOnly: ['color-contrast', 'link-in-text-block']}),
    });
    return violations.flatMap(({id, help, nodes}) =>
      nodes.map(({target, html}) => `${id} (${help}) at ${target.flat().join(' » ')}: ${html.slice(0, 120)}`),
    );
  }, rules);
}
