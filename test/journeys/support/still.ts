import type {Browser, Frame, Page, PageScreenshotOptions} from 'playwright-core';

/**
 * A picture of a page, or of a part of it, when it has come to rest: two in a row are the same. Nothing is put into the page for it,
 * which a strict policy would refuse.
 *
 * @param frame - What has to be complete by then, if not the page itself.
 * @throws Where it does not come to rest.
 */
export async function still(
  page: Page,
  clip?: PageScreenshotOptions['clip'],
  frame: Frame = page.mainFrame(),
): Promise<Buffer> {
  await frame.waitForFunction(isComplete);
  let last: Buffer | undefined;
  for (let tries = 0; tries < 30; tries += 1) {
    const next = await page.screenshot({animations: 'allow', caret: 'initial', ...(clip && {clip})});
    if (last?.equals(next)) return next;
    last = next;
  }
  throw new Error('The page does not come to rest.');
}

/** Whether every custom element on the page has its class, and every picture that is in sight has come. */
function isComplete(): boolean {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (!element.matches(':defined')) return false;
      const {top, left, right} = element.getBoundingClientRect();
      const isSeen = element.checkVisibility() && top < innerHeight && left < innerWidth && right > 0;
      if (element instanceof HTMLImageElement && isSeen && !element.complete) return false;
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  return true;
}

/**
 * How many pixels of two pictures of one size are plainly different; all of them where the sizes differ. Where layers meet, a
 * browser does not round alike every time, so a shade of difference is none.
 */
export async function unlike(browser: Browser, one: Buffer, other: Buffer): Promise<number> {
  if (one.equals(other)) return 0;
  const page = await browser.newPage();
  try {
    return await page.evaluate(
      async (files) => {
        const [one, other] = await Promise.all(
          files.map(async (file) => {
            const picture = new Image();
            picture.src = `data:image/png;base64,${file}`;
            await picture.decode();
            const {width, height} = picture;
            const canvas = new OffscreenCanvas(width, height).getContext('2d')!;
            canvas.drawImage(picture, 0, 0);
            return canvas.getImageData(0, 0, width, height);
          }),
        );
        if (one!.width !== other!.width || one!.height !== other!.height) return one!.width * one!.height;
        let count = 0;
        for (let at = 0; at < one!.data.length; at += 4) {
          for (let channel = at; channel < at + 3; channel += 1) {
            if (Math.abs(one!.data[channel]! - other!.data[channel]!) <= 24) continue;
            count += 1;
            break;
          }
        }
        return count;
      },
      [one, other].map((picture) => picture.toString('base64')),
    );
  } finally {
    await page.close();
  }
}
