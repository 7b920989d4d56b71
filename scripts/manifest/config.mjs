// `npm run manifest`: what an editor, the documentation and the configurator know of the elements, read from their sources.
import {customElementJetBrainsPlugin} from 'custom-element-jet-brains-integration';
import {customElementVsCodePlugin} from 'custom-element-vs-code-integration';
import {syntax} from './syntax.mjs';
import {tidy} from './tidy.mjs';
import {tokens} from './tokens.mjs';
import {types} from './types.mjs';

export default {
  globs: [
    'src/elements/{store,product-card,category-nav}.ts',
    'src/elements/{events,finding-events,product-view-event,redeem-event}.ts',
    'src/define/{store,product-card,category-nav}.ts',
    'src/channel/{store-frame,host-page}.ts',
  ],
  outdir: 'dist',
  litelement: true,
  plugins: [
    tokens(),
    tidy(),
    syntax(),
    types({outdir: 'dist/types'}),
    customElementVsCodePlugin({
      outdir: 'dist/types',
      htmlFileName: 'vscode.html-data.json',
      cssFileName: 'vscode.css-data.json',
      hideLogs: true,
    }),
    customElementJetBrainsPlugin({
      outdir: 'dist/types',
      webTypesFileName: 'web-types.json',
      packageJson: false,
      hideLogs: true,
    }),
  ],
};
