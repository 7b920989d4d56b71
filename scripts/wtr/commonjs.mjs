import {build} from 'vite';

/**
 * Serves the named exports of packages that are published as CommonJS alone, which a browser cannot load.
 * @param {Readonly<Record<string, readonly string[]>>} exportsOf - By the package's name.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function commonjs(exportsOf) {
  /** @param {string} name */
  const address = (name) => `/__commonjs/${name}.js`;
  return {
    name: 'commonjs',
    resolveImport: ({source}) => (source in exportsOf ? address(source) : undefined),
    async serve({path}) {
      const found = Object.entries(exportsOf).find(([name]) => path === address(name));
      return found && {body: await bundle(...found), type: 'js'};
    },
  };
}

/**
 * @param {string} name
 * @param {readonly string[]} names
 */
async function bundle(name, names) {
  const entry = 'virtual:entry';
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? `export {${names.join()}} from ${JSON.stringify(name)};` : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: {input: entry, preserveEntrySignatures: 'strict'},
    },
  });
  return /** @type {import('vite').Rolldown.RolldownOutput} */ (built).output[0].code;
}
