import {defineConfig, type BuildEnvironmentOptions} from 'vite';
import {integrity} from './scripts/vite/integrity.ts';
import {languageFiles} from './scripts/vite/language-files.ts';
import {litGlobals} from './scripts/vite/lit-globals.ts';
import {litUnused} from './scripts/vite/lit-unused.ts';
import {minifyLiterals} from './scripts/vite/minify-literals.ts';
import {presets} from './scripts/vite/presets.ts';
import {showFile} from './scripts/vite/show-file.ts';
import {terser} from './scripts/vite/terser.ts';
import {trustedTypes} from './scripts/vite/trusted-types.ts';

/**
 * The builds of the widget, by `--mode`:
 *
 * - `split`: the elements, in files whose names hold their hashes, each loaded when it is needed;
 * - `boot`: `rai-store.js`, the small script that a page names, which asks for those files, the words and the data at once;
 * - `loader`: `embed.js`, the one classic script tag that puts a store where it stands and brings the boot script;
 * - `channel`: `channel.js`, what the page in an iframe channel says to the page around it;
 * - `host`: `channel-host.js`, the frame's other side as one classic script, for the page around it;
 * - `single`: `rai-store.single.js`, everything in one file, for pages that state its hash.
 */
const BUILDS: Readonly<Record<string, () => BuildEnvironmentOptions>> = {
  split: () => ({
    emptyOutDir: true,
    manifest: true,
    lib: {entry: 'src/embed/show.ts', formats: ['es']},
    rolldownOptions: {
      // What is loaded later takes what it shares from the first file, whose own name holds its hash; a further file for
      // that would be a further way to the server.
      preserveEntrySignatures: 'allow-extension',
      output: {
        // Library mode leaves white space in ES output unless told otherwise.
        minify: true,
        entryFileNames: 'chunks/store-[hash].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  }),
  boot: () => ({
    emptyOutDir: false,
    lib: {entry: 'src/embed/boot.ts', formats: ['es']},
    rolldownOptions: {
      output: {minify: true, entryFileNames: 'rai-store.js', chunkFileNames: 'chunks/[name]-[hash].js'},
    },
  }),
  loader: () => ({
    emptyOutDir: false,
    lib: {entry: 'src/embed/loader.ts', name: 'raiStore', formats: ['iife'], fileName: () => 'embed.js'},
    rolldownOptions: {output: {codeSplitting: false}},
  }),
  channel: () => ({
    emptyOutDir: false,
    lib: {entry: 'src/channel/frame-page.ts', formats: ['es']},
    rolldownOptions: {output: {minify: true, entryFileNames: 'channel.js', codeSplitting: false}},
  }),
  host: () => ({
    emptyOutDir: false,
    lib: {
      entry: 'src/channel/host-page.ts',
      name: 'raiStoreFrame',
      formats: ['iife'],
      fileName: () => 'channel-host.js',
    },
    rolldownOptions: {output: {codeSplitting: false}},
  }),
  single: () => ({
    emptyOutDir: false,
    lib: {
      entry: 'src/embed/single.ts',
      name: 'raiStore',
      formats: ['iife'],
      fileName: () => 'rai-store.single.js',
    },
    rolldownOptions: {output: {codeSplitting: false}},
  }),
};

export default defineConfig(({mode}) => {
  const build = BUILDS[mode];
  if (!build) throw new Error(`--mode is one of ${Object.keys(BUILDS).join(', ')}, not ${mode}.`);
  return {
    plugins: [
      minifyLiterals(),
      terser(),
      integrity(),
      ...(mode === 'boot' ? [languageFiles(), presets()] : []),
      ...(mode === 'split' || mode === 'single' ? [trustedTypes(), litGlobals(), litUnused()] : []),
    ],
    define: {
      'process.env.NODE_ENV': JSON.stringify('production'),
      ...(mode === 'boot' && {SHOW: showFile()}),
    },
    publicDir: false,
    build: {target: 'es2022', sourcemap: 'hidden', modulePreload: false, ...build()},
  };
});
