import {join} from 'node:path';

/** The scripts of the configurator's pages, by their names in addresses: the modules that they begin with. */
const ENTRIES = {configurator: 'app.ts', 'configurator-preview': 'preview-page.ts'} as const;

export type Script = keyof typeof ENTRIES;

const made = new Map<Script, Promise<string>>();

/** A script of the configurator in one file. It is made when it is first asked for, and kept as long as the server runs. */
export function bundled(name: Script): Promise<string> {
  const script = made.get(name) ?? bundle(name);
  made.set(name, script);
  // What could not be made is tried again when it is asked for again.
  script.catch(() => made.delete(name));
  return script;
}

async function bundle(name: Script): Promise<string> {
  const {build} = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      write: false,
      target: 'es2022',
      lib: {entry: join(import.meta.dirname, ENTRIES[name]), formats: ['es'], fileName: name},
      rolldownOptions: {output: {minify: true, codeSplitting: false}},
    },
  });
  const [file] = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (file?.type !== 'chunk') throw new Error(`The build of ${ENTRIES[name]} gave no script.`);
  return file.code;
}
