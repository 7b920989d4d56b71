/**
 * A reporter for Node's test runner: one line of JSON that says how many tests passed, failed and were skipped. A suite
 * counts by its tests, and once more where it broke by itself, as in a hook.
 * @param {AsyncIterable<{type: string, data: any}>} events
 */
export default async function* counts(events) {
  const total = {passed: 0, failed: 0, skipped: 0};
  for await (const {type, data} of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const byItsTests = type === 'test:pass' || data.details.error?.failureType === 'subtestsFailed';
    if (data.details.type === 'suite' && byItsTests) continue;
    if (data.skip !== undefined || data.todo !== undefined) total.skipped += 1;
    else total[type === 'test:pass' ? 'passed' : 'failed'] += 1;
  }
  yield JSON.stringify(total);
}
