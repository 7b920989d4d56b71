import type {Source} from '../controllers/source.ts';

/**
 * The one name that this code puts on a page's global object: a symbol, so that it shadows nothing. Whoever finds it taken
 * leaves the page to the copy that was first.
 */
const SLOT = Symbol.for('returningai.store');

const page = globalThis as {[SLOT]?: Source};

/** Takes the page for this copy, and leaves the source there for the elements' file. False where another copy has it. */
export function takePage(source: Source): boolean {
  if (page[SLOT]) return false;
  page[SLOT] = source;
  return true;
}

/** The source that the boot script left. */
export const sourceOfPage = (): Source => page[SLOT]!;
