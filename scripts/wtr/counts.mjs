import {writeFileSync} from 'node:fs';

/**
 * Writes how many tests passed, failed and were skipped as JSON into the file; a test file that broke outside of its
 * tests counts as one failed.
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
export function counts(file) {
  return {
    onTestRunFinished({sessions}) {
      const total = {passed: 0, failed: 0, skipped: 0};
      for (const {passed, testResults} of sessions) {
        const outcomes = testResults ? outcomesOf(testResults) : [];
        for (const outcome of outcomes) total[outcome] += 1;
        if (!passed && !outcomes.includes('failed')) total.failed += 1;
      }
      writeFileSync(file, JSON.stringify(total));
    },
  };
}

/**
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @returns {('passed' | 'failed' | 'skipped')[]}
 */
function outcomesOf({tests, suites}) {
  return [
    ...tests.map(({skipped, passed}) => (skipped ? 'skipped' : passed ? 'passed' : 'failed')),
    ...suites.flatMap(outcomesOf),
  ];
}
