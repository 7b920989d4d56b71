import type {Source} from '../controllers/source.ts';
import * as out from './lead-out.ts';

/** Leads out as the split edition does: the frame's element is in a file beside this one's folder. */
export const leadAllOut = (source: Source): void =>
  out.leadAllOut(
    source,
    () => import(/* @vite-ignore */ new URL('../channel-host.js', import.meta.url).href),
  );
