import type {Plugin} from 'vite';

/** What of Lit nothing here calls, and what it becomes. */
const UNUSED: readonly [what: RegExp, instead: string][] = [
  // The parts of a template, which those directives need that move them about.
  [/const\{I:(\w+)\}=\w+,/, 'const $1=0,'],
  // A promise of a task's next end.
  [/get taskComplete\(\)\{.*?\}constructor/s, 'constructor'],
  [/:\((?:this\.\w+=void 0,?){3}\)/, ':0'],
  [/(this\.\w+=[23]),this\.\w+\?\.\(\w+\)/g, '$1'],
  // A value before a task's first run, and who wants to hear of its ends.
  [/this\.\w+=\w+\.onComplete,this\.\w+=\w+\.onError,/, ''],
  [/,"initialValue"in \w+&&\(.*?\?\.\(\)\)/s, ''],
  [/try\{this\.\w+\?\.\(\w+\)\}catch\{\}/g, ''],
  // Another time to run than when its host updates.
  [/hostUpdated\(\)\{"afterUpdate"===this\.autoRun&&this\.\w+\(\)\}/, ''],
  [/"afterUpdate"===this\.autoRun\?queueMicrotask\(.*?\)\)\):/, ''],
  // What types say already.
  [/if\(!Array\.isArray\(\w+\)\)throw Error\("The args function[^"]*"\);/, ''],
  // What a task is drawn as in each of its states.
  [/render\(\w+\)\{switch\(this\.\w+\)\{.*?"Unexpected status: "[^}]*\}\}/s, ''],
];

/**
 * Leaves out of Lit what a bundler cannot tell to be unused: it would be a part of the first file. The build fails if Lit's source
 * no longer has it.
 */
export function litUnused(): Plugin {
  let found = 0;
  return {
    name: 'no-unused-lit',
    apply: 'build',
    buildStart() {
      found = 0;
    },
    transform: {
      filter: {id: /\/(?:lit-html\/directive-helpers|@lit\/task\/task)\.js$/},
      handler(code) {
        for (const [what, instead] of UNUSED) {
          if (!what.test(code)) continue;
          found += 1;
          code = code.replace(what, instead);
        }
        return {code, map: null};
      },
    },
    generateBundle() {
      if (found !== UNUSED.length)
        this.error(`Of what is unused in Lit, ${found} pieces were found, not ${UNUSED.length}.`);
    },
  };
}
