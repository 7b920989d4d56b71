// `npm run manifest`: what an editor, the documentation and the configurator know of the elements, read from their sources.
import {tidy} from './tidy.mjs';
import {tokens} from './tokens.mjs';

export default {
  globs: [
    'src/elements/{store,product-card,category-nav}.ts',
    'src/elements/{events,finding-events,product-view-event,redeem-event}.ts',
    'src/define/{store,product-card,category-nav}.ts',
    'src/channel/{store-frame,host-page}.ts',
  ],
  outdir: 'dist',
  litelement: true,
  plugins: [tokens(), tidy()],
};
