let told: unknown[] | undefined;
/** Mocha's own handler, which fails the test. */
let mochas: typeof window.onerror = null;
const {error} = console;

const keep = (event: ErrorEvent) => told?.push(event.error);
const keepReason = (event: PromiseRejectionEvent) => told?.push(event.reason);

/**
 * Everything that is thrown from now on to the end of the test and that nobody catches, as the page hears of it. Meanwhile the
 * test does not fail for it, and the log does not tell.
 */
export function uncaught(): readonly unknown[] {
  if (!told) {
    addEventListener('error', keep);
    addEventListener('unhandledrejection', keepReason);
    mochas = window.onerror;
    window.onerror = null;
    console.error = () => {};
  }
  return (told ??= []);
}

afterEach(() => {
  if (!told) return;
  removeEventListener('error', keep);
  removeEventListener('unhandledrejection', keepReason);
  window.onerror = mochas;
  console.error = error;
  told = undefined;
});
