import {early} from '../api/early.ts';
import type {Source} from '../controllers/source.ts';

/** What all copies of this code on a page, of whatever version, know together; it is where their early answers are. */
interface Slot {
  /** How the copy that has the page asks. */
  source?: Source;
}

const slot = early as Slot;

/** Takes the page for this copy, and leaves the source there for the elements' file. False where another copy has it. */
export const takePage = (source: Source): boolean => (slot.source ??= source) === source;
