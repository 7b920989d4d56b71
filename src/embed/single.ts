import {networkSource} from '../define/source.ts';
import {leadAllOut} from './lead-out.ts';
import {takePage} from './slot.ts';

// Everything is in this one file; its elements run only where no other copy, of this edition or the split one, has the page.
if (takePage(networkSource))
  import('./all-elements.ts').catch(() => leadAllOut(networkSource, () => import('../channel/host-page.ts')));
