import {colord, extend} from 'colord';
import a11y from 'colord/plugins/a11y';
import type {Page} from 'playwright-core';

extend([a11y]);

/** Something drawn that has to be told from what is behind it, which no rule of axe measures. */
export interface Mark {
  /** Where, as a selector that reaches into shadow roots; the first one that is shown. */
  readonly at: string;
  /** Which of its colours. */
  readonly paint: 'color' | 'border-top-color' | 'outline-color';
  readonly pseudo?: '::placeholder' | '::after';
  /** Whether what is behind it is its own ground, or that around it. */
  readonly on: 'its own' | 'around';
  /** The contrast that WCAG 2.2 AA asks for. */
  readonly ratio: 3 | 4.5;
  /** Whether the keyboard is there. */
  readonly isFocused?: boolean;
}

/** Those of the marks that are too pale, each with its colours and its contrast. A mark that is not shown is one of them. */
export async function tooPale(page: Page, marks: readonly Mark[]): Promise<string[]> {
  const found: string[] = [];
  for (const {at, paint, pseudo, on, ratio, isFocused} of marks) {
    const place = page.locator(at).locator('visible=true').first();
    if (isFocused) {
      // What a script focuses has a ring where the keyboard was used last.
      await page.keyboard.press('Shift');
      await place.focus();
    }
    const [colour, ground] = await place.evaluate(coloursAt, {paint, pseudo, on});
    const contrast = colord(colour).contrast(colord(ground));
    if (contrast < ratio) found.push(`${at} ${pseudo ?? ''} ${paint}: ${colour} on ${ground} is ${contrast}`);
  }
  return found;
}

/** The colour, and the nearest opaque one behind it, across shadow roots. */
function coloursAt(
  element: Element,
  {paint, pseudo, on}: Pick<Mark, 'paint' | 'on'> & {pseudo: string | undefined},
): [colour: string, ground: string] {
  let behind: Element | null = element;
  let isOwn = on === 'its own';
  while (behind && (!isOwn || /^rgba\(.*, 0\)$/.test(getComputedStyle(behind).backgroundColor))) {
    const root: Node = behind.getRootNode();
    behind = behind.assignedSlot ?? behind.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    isOwn = true;
  }
  const colour = getComputedStyle(element, pseudo).getPropertyValue(paint);
  return [colour, behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)'];
}
