/** How many frames are waited for something; some seconds on an idle machine, more on a busy one. */
const FRAMES = 300;

/**
 * Waits, a frame at a time, until something is there (or true), and returns it. Fails with what was waited for where it does
 * not come. Real frames go on while time is stopped.
 */
export async function until<T>(what: string, look: () => T): Promise<NonNullable<T>> {
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const found = look();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`Waited in vain for ${what}.`);
}
