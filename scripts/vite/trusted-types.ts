import path from 'node:path';
import type {Plugin} from 'vite';

/** Lit's own policy, as the minified file that it publishes makes it. */
const LIT_POLICY = /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:(\w+)=>\2\}\):void 0/;

const OURS = path.resolve(import.meta.dirname, '../../src/content/trusted-types.ts');

/**
 * Gives Lit the project's Trusted Types policy instead of its own.
 *
 * Lit makes a policy named `lit-html` while its module loads, unguarded: on a page whose list of policies lacks that name, or
 * that has another copy of Lit, the import throws. The build fails if Lit's source no longer has what is replaced here.
 */
export function trustedTypes(): Plugin {
  let replaced = 0;
  return {
    name: 'one-trusted-types-policy',
    apply: 'build',
    buildStart() {
      replaced = 0;
    },
    transform: {
      filter: {code: /createPolicy\(\s*["']lit-html/},
      handler(code, id) {
        if (!LIT_POLICY.test(code))
          this.error(`Lit makes its Trusted Types policy in a way that is new to this build: ${id}`);
        replaced += 1;
        const imported = `import {policy as raiPolicy} from ${JSON.stringify(OURS)};\n`;
        return {code: imported + code.replace(LIT_POLICY, 'raiPolicy'), map: null};
      },
    },
    generateBundle() {
      if (replaced !== 1) this.error(`Lit's Trusted Types policy was found ${replaced} times, not once.`);
    },
  };
}
