import type {Page} from 'playwright-core';

/** The share of pixels in which two pictures of one size differ to the eye. */
export async function difference(page: Page, a: Buffer, b: Buffer): Promise<number> {
  const blank = await page.context().newPage();
  const share = await blank.evaluate(
    async (pictures) => {
      const [one, other] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
          const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
          pen.drawImage(bitmap, 0, 0);
          return pen.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (one!.width !== other!.width || one!.height !== other!.height) return 1;
      let different = 0;
      for (let at = 0; at < one!.data.length; at += 4) {
        const apart = [0, 1, 2].map((part) => Math.abs(one!.data[at + part]! - other!.data[at + part]!));
        if (Math.max(...apart) > 24) different += 1;
      }
      return different / (one!.data.length / 4);
    },
    [a.toString('base64'), b.toString('base64')],
  );
  await blank.close();
  return share;
}
