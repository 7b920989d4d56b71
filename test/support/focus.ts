import {executeServerCommand} from '@web/test-runner-commands';

/** Gives the page the focus again, where Tab has carried it on to the browser's own controls. */
export async function takeFocus(): Promise<void> {
  if (!document.hasFocus()) await executeServerCommand('take-focus');
}
