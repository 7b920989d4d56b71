import vue from '@vitejs/plugin-vue';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'vite';
import {ROOT} from '../../../scripts/install.mjs';

/** What a page gets from a project that a snippet was pasted into. */
export interface Mounted {
  /** What stands in the page's body: what the snippet puts there itself, the place for the application, and its script. */
  readonly body: string;
  /** The application with its framework, as the script at `/mounted.js`. */
  readonly script: string;
}

/** Does what a developer does with a snippet for a framework: puts its pieces where they say, and builds the project. */
export async function mounted(way: 'react' | 'vue', snippet: string): Promise<Mounted> {
  // Within the project, so that the frameworks are found.
  mkdirSync(join(ROOT, '.cache'), {recursive: true});
  const folder = mkdtempSync(join(ROOT, '.cache/mounted-'));
  try {
    const {page, files} = way === 'react' ? inReact(snippet) : inVue(snippet);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const isCustomElement = (tag: string) => tag.startsWith('rai-');
    await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      plugins: way === 'vue' ? [vue({template: {compilerOptions: {isCustomElement}}})] : [],
      define: {'process.env.NODE_ENV': '"production"'},
      build: {
        outDir: 'built',
        lib: {entry: join(folder, Object.keys(files)[0]!), formats: ['es'], fileName: 'mounted'},
      },
    });
    const script = readFileSync(join(folder, 'built/mounted.js'), 'utf8');
    return {body: `${page}<div id="app"></div><script type="module" src="/mounted.js"></script>`, script};
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function inReact(snippet: string) {
  const [, page = '', component = ''] = snippet.split(/<!-- index\.html -->|\/\/ RewardsStore\.jsx/);
  const main = `import {createRoot} from 'react-dom/client';
import {RewardsStore} from './RewardsStore.jsx';
createRoot(document.getElementById('app')).render(<RewardsStore />);`;
  return {page, files: {'main.jsx': main, 'RewardsStore.jsx': component}};
}

function inVue(snippet: string) {
  const [, page = '', , component = ''] = snippet.split(
    /<!-- (?:index\.html|vite\.config\.js: .*|RewardsStore\.vue) -->/,
  );
  const main = `import {createApp} from 'vue';
import RewardsStore from './RewardsStore.vue';
createApp(RewardsStore).mount('#app');`;
  return {page, files: {'main.js': main, 'RewardsStore.vue': component}};
}
