import {minify} from 'terser';
import type {Plugin} from 'vite';

/** What i18next says to its developers, which is only heard in its debug mode. */
const UNHEARD = ['log', 'warn', 'deprecate'].map((level) => `this.logger.${level}`);

/** Goes over what Vite has minified once more, with its source map: some two in a hundred bytes less, after compression. */
export const terser = (): Plugin => ({
  name: 'terser',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const mapFile = bundle[`${chunk.fileName}.map`];
        const {code, map} = await minify(chunk.code, {
          module: !chunk.fileName.endsWith('.single.js'),
          ecma: 2020,
          compress: {passes: 3, unsafe_arrows: true, keep_fargs: false, pure_funcs: UNHEARD},
          ...(mapFile?.type === 'asset' && {
            sourceMap: {content: String(mapFile.source)},
          }),
        });
        if (code === undefined) this.error(`terser made nothing of ${chunk.fileName}.`);
        chunk.code = code;
        if (mapFile?.type === 'asset' && typeof map === 'string') mapFile.source = map;
      }
    },
  },
});
