import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** @typedef {import('custom-elements-manifest/schema').Package} Package */
/** @typedef {import('custom-elements-manifest/schema').CustomElement} CustomElement */

/**
 * Writes what TypeScript knows of the elements in the templates of React, Preact, Vue and Svelte: `react.d.ts` and so on beside
 * `elements.d.ts`, which holds what they share. Each has an empty module beside it, so that it can also be imported.
 *
 * @param {{outdir: string}} options
 */
export const types = ({outdir}) => ({
  name: 'types',
  /** @param {{customElementsManifest: Package}} context */
  packageLinkPhase({customElementsManifest}) {
    mkdirSync(outdir, {recursive: true});
    const write = (/** @type {string} */ name, /** @type {string} */ text) =>
      writeFileSync(join(outdir, name), text);
    const elements = elementsOf(customElementsManifest);
    const tags = elements.map(({element}) => element.tagName ?? '');
    write('elements.d.ts', sharedTypes(customElementsManifest, elements));
    for (const [framework, text] of Object.entries(FRAMEWORKS)) {
      write(`${framework}.d.ts`, text(tags));
      write(`${framework}.js`, 'export {};\n');
    }
  },
});

/** @param {Package} manifest */
const elementsOf = ({modules}) =>
  modules.flatMap(({path, declarations = []}) =>
    declarations
      .filter((one) => 'tagName' in one && one.tagName)
      .map((one) => ({path, element: /** @type {CustomElement & {name: string}} */ (one)})),
  );

/**
 * @param {Package} manifest
 * @param {ReturnType<typeof elementsOf>} elements
 */
function sharedTypes({modules}, elements) {
  const events = new Set(elements.flatMap(({element}) => element.events?.map(({type}) => type.text) ?? []));
  const homes = modules.flatMap(({path, declarations = []}) =>
    declarations
      .filter(({name}) => events.has(name) || elements.some(({element}) => element.name === name))
      .map(({name}) => `import type {${name}} from '${path.replace('dist/', '../')}';`),
  );
  return [
    ...homes.sort(),
    '/** Properties of an element, as a template sets them. */',
    'type Properties<E, Names extends keyof E> = {[Name in Names]?: E[Name] | undefined};',
    '',
    '/** What a template may say of each element, besides what it may say of any. */',
    'export interface Said {',
    ...elements.map(({element}) => `  '${element.tagName}': ${saidOf(element)};`),
    '}',
    '',
    '/** What may be said where a framework sets a property wherever there is one: `scroll` would replace what every element has by that name. */',
    'export type SaidByProperty<Tag extends keyof Said> = Omit<Said[Tag], keyof HTMLElement>;',
    '',
    '/** The class of each element. */',
    'export interface Elements {',
    ...elements.map(({element}) => `  '${element.tagName}': ${element.name};`),
    '}',
    '',
    '/** The events of each element, by their names. */',
    'export interface Events {',
    ...elements.map(({element}) => {
      const lines = (element.events ?? []).map(
        ({name, type, description}) => `${comment(description)}    '${name}': ${type.text};\n`,
      );
      return `  '${element.tagName}': {\n${lines.join('')}  };`;
    }),
    '}',
    '',
    "/** The listeners of an element, by their events' names after a prefix. */",
    'export type Listeners<Tag extends keyof Events, Prefix extends string> = {',
    '  [Name in keyof Events[Tag] as `${Prefix}${Name & string}`]?: ((event: Events[Tag][Name]) => void) | undefined;',
    '};',
    '',
  ].join('\n');
}

/**
 * The properties that can be set, as the class has them, and the attributes that are no properties.
 *
 * @param {CustomElement & {name: string}} element
 */
function saidOf({name: className, members = [], attributes = []}) {
  const properties = members.flatMap((member) =>
    member.kind === 'field' && !('readonly' in member && member.readonly) ? member.name : [],
  );
  const others = attributes.filter(({name}) => !properties.includes(name) && name !== 'lang');
  const lines = others.map(
    ({name, type, description}) =>
      `${comment(description)}    '${name}'?: ${attributeType(type?.text ?? 'string')} | undefined;\n`,
  );
  const names = properties.map((name) => `'${name}'`).join(' | ') || 'never';
  return `Properties<${className}, ${names}> & {\n${lines.join('')}  }`;
}

/**
 * What may be written for an attribute: numbers also as their digits.
 *
 * @param {string} text
 */
function attributeType(text) {
  if (text === 'number') return 'number | `${number}`';
  if (text === 'boolean') return "boolean | ''";
  return text;
}

const comment = (/** @type {string | undefined} */ text) => (text ? `    /** ${text} */\n` : '');

/** @type {Readonly<Record<string, (tags: readonly string[]) => string>>} */
const FRAMEWORKS = {
  react: (tags) => `import type {HTMLAttributes, RefAttributes} from 'react';
import type {Elements, Listeners, SaidByProperty} from './elements.js';

type Props<Tag extends keyof Elements> = SaidByProperty<Tag> &
  Listeners<Tag, 'on'> &
  Omit<HTMLAttributes<Elements[Tag]>, keyof SaidByProperty<Tag>> &
  RefAttributes<Elements[Tag]> & {class?: string | undefined};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${entries(tags, (tag) => `Props<'${tag}'>`)}
    }
  }
}
`,
  preact: (tags) => `import type {ClassAttributes, HTMLAttributes} from 'preact';
import type {Elements, Listeners, SaidByProperty} from './elements.js';

type Props<Tag extends keyof Elements> = SaidByProperty<Tag> &
  Listeners<Tag, 'on'> &
  Omit<HTMLAttributes<HTMLElement>, keyof SaidByProperty<Tag> | 'ref'> &
  ClassAttributes<Elements[Tag]>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
${entries(tags, (tag) => `Props<'${tag}'>`)}
    }
  }
}
`,
  vue: (tags) => `import type {HTMLAttributes} from 'vue';
import type {Elements, Events, SaidByProperty} from './elements.js';

/** An event's name as the listener's property in Vue: \`onRaiReady\`. */
type Camel<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\`
  ? \`\${Capitalize<First>}\${Camel<Rest>}\`
  : Capitalize<Name>;

type Component<Tag extends keyof Elements> = new () => {
  $props: SaidByProperty<Tag> & {
    [Name in keyof Events[Tag] as \`on\${Camel<Name & string>}\`]?: ((event: Events[Tag][Name]) => void) | undefined;
  } & Omit<HTMLAttributes, keyof SaidByProperty<Tag>>;
};

declare module 'vue' {
  interface GlobalComponents {
${entries(tags, (tag) => `Component<'${tag}'>`, 4)}
  }
}
`,
  svelte: (tags) => `import type {HTMLAttributes} from 'svelte/elements';
import type {Elements, Listeners, Said} from './elements.js';

type Props<Tag extends keyof Elements> = Said[Tag] &
  Listeners<Tag, 'on'> &
  Omit<HTMLAttributes<Elements[Tag] & HTMLElement>, keyof Said[Tag]>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${entries(tags, (tag) => `Props<'${tag}'>`, 4)}
  }
}
`,
};

/**
 * @param {readonly string[]} tags
 * @param {(tag: string) => string} type
 */
function entries(tags, type, indent = 6) {
  return tags.map((tag) => `${' '.repeat(indent)}'${tag}': ${type(tag)};`).join('\n');
}
