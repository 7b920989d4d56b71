/**
 * The command `take-focus`: gives a page the focus again that Tab has carried to the browser's own controls, from where
 * neither the page nor a key brings it back.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function takeFocus() {
  return {
    name: 'take-focus',
    async executeCommand({command, session}) {
      if (command !== 'take-focus') return;
      const {getPage} = /** @type {import('@web/test-runner-chrome').ChromeLauncher} */ (session.browser);
      const page = getPage.call(session.browser, session.id);
      // The tab that is shown next has the focus in its page.
      const other = await page.browserContext().newPage();
      await other.close();
      return true;
    },
  };
}
