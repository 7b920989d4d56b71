/** Starts the demo on a fresh clone: installs and builds what is missing, then runs demo/start.ts in this very process. */
import {ensureBuilt} from './build.mjs';
import {ensureDocs} from './docs.mjs';
import {ensureInstalled} from './install.mjs';

ensureInstalled();
try {
  ensureBuilt();
  ensureDocs();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const {register} = await import('tsx/esm/api');
register();
await import('../demo/start.ts');
