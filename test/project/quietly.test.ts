import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {describe, it} from 'node:test';
import {ROOT} from '../../scripts/install.mjs';

const LINES = "console.log('first'); console.error('second'); console.log('third');";

describe('what is built on the way to something else', () => {
  it('is built without a word where that succeeds', () => {
    assert.deepEqual(run(LINES), {status: 0, output: ''});
  });

  it('shows all that was said, in its order, and why it matters where that fails', () => {
    assert.deepEqual(run(`${LINES} process.exitCode = 3;`), {
      status: 1,
      output: 'first\nsecond\nthird\nIt could not be done.\n',
    });
  });

  it('says so where there is no such program', () => {
    const {status, output} = run('', 'no-such-program');

    assert.equal(status, 1);
    assert.match(output, /no-such-program ENOENT/);
  });
});

/** What somebody at a terminal sees of a script that is run quietly. */
function run(script: string, program = process.execPath): {status: number | null; output: string} {
  const quietly = `
    import {runQuietly} from './scripts/quietly.mjs';
    try {
      runQuietly(${JSON.stringify(program)}, ['-e', ${JSON.stringify(script)}], 'It could not be done.');
    } catch (error) {
      console.error(error.message);
      process.exitCode = 1;
    }`;
  const {status, stdout, stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', quietly], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return {status, output: stdout + stderr};
}
