import {useSource} from '../controllers/source.ts';
import type {Source} from '../controllers/source.ts';

// A module of its own, so that it has run before the modules after it register their elements. It takes the source from where
// `slot.ts` has left it, without a second copy of what that file knows.
useSource((globalThis as Record<symbol, {source: Source}>)[Symbol.for('returningai.store')]!.source);
