import {join} from 'node:path';
import {transformWithOxc} from 'vite';

/**
 * Serves TypeScript to the test browser, compiled by the transformer that the build uses, so that tests run what ships.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function oxc() {
  let root = '';
  return {
    name: 'oxc',
    serverStart({config}) {
      root = config.rootDir;
    },
    resolveMimeType: ({path}) => (path.endsWith('.ts') ? 'js' : undefined),
    async transform({path, body}) {
      if (!path.endsWith('.ts')) return;
      const file = join(root, path);
      const {code, map} = await transformWithOxc(String(body), file, {
        target: 'es2022',
        sourcemap: true,
        define: {LONG_RUN: String(Boolean(process.env.LONG))},
        decorator: {legacy: true},
        assumptions: {setPublicClassFields: true},
        typescript: {removeClassFieldsWithoutInitializer: true},
      });
      const inline = Buffer.from(JSON.stringify(map)).toString('base64');
      return `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}`;
    },
  };
}
