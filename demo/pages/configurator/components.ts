import {partsOf, type Embedding} from './embedding.ts';
import {attributesOf, escaped, LINK, linkOf, scriptTag} from './tags.ts';
import type {Values} from './value.ts';

/**
 * Attributes by whose names every element has something else, with the properties that they belong to. A framework that sets a property
 * wherever there is one would set that, so it has to be told which is meant.
 */
export const SHADOWED: Values = {scroll: 'scrolling'};

/** A component of React. Its script stands in the page: one that React makes is refused where scripts have to be trusted. */
export function reactComponent(embedding: Embedding): string {
  const {tokens} = partsOf(embedding.values);
  const {plain, shadowed} = toldApart(embedding);
  const link = linkOf(embedding);
  const attributes = plain.map(([name, value]) => `${name}=${jsx(value)}`);
  const style = Object.entries(tokens).map(([name, value]) => `        ${quoted(name)}: ${quoted(value)},\n`);
  return `<!-- index.html -->
${scriptTag('react', embedding)}

// RewardsStore.jsx
export function RewardsStore() {
  return (
    <rai-store
${attributes.map((one) => `      ${one}\n`).join('')}${
    style.length > 0 ? `      style={{\n${style.join('')}      }}\n` : ''
  }${shadowed.map(refInJsx).join('')}${
    link === undefined
      ? '    />'
      : `    >
      <a href=${jsx(link)}>${LINK}</a>
    </rai-store>`
  }
  );
}`;
}

/** A component of Vue, with what its compiler has to be told. */
export function vueComponent(embedding: Embedding): string {
  const {tokens} = partsOf(embedding.values);
  const style = Object.entries(tokens).map(([name, value]) => `${name}: ${value}`);
  const {plain, shadowed} = toldApart(embedding);
  const link = linkOf(embedding);
  const attributes: Values = {
    ...Object.fromEntries(plain),
    ...(style.length > 0 && {style: style.join('; ')}),
    // A property that is asked for by name is set also where the element is not yet what it will be.
    ...Object.fromEntries(
      shadowed.map(([name, value]) => [`:${SHADOWED[name] ?? name}.prop`, quoted(value)]),
    ),
  };
  const said = Object.entries(attributes).map(([name, value]) =>
    value === '' ? `    ${name}\n` : `    ${name}="${escaped(value)}"\n`,
  );
  return `<!-- index.html -->
${scriptTag('vue', embedding)}

<!-- vite.config.js: vue({template: {compilerOptions: {isCustomElement: (tag) => tag.startsWith('rai-')}}}) -->

<!-- RewardsStore.vue -->
<template>
  <rai-store
${said.join('')}  >${link === undefined ? '' : `\n    <a href="${escaped(link)}">${LINK}</a>\n  `}</rai-store>
</template>`;
}

/** The attributes that a framework is told by their names, and those that it would take for something else. */
function toldApart(embedding: Embedding): {
  readonly plain: readonly [string, string][];
  readonly shadowed: readonly [string, string][];
} {
  const all = Object.entries(attributesOf(embedding));
  const isShadowed = ([name]: [string, string]) => Object.hasOwn(SHADOWED, name);
  return {plain: all.filter((one) => !isShadowed(one)), shadowed: all.filter(isShadowed)};
}

/** An attribute in JSX that is set as such, also where the element is not yet what it will be. */
function refInJsx([name, value]: readonly [string, string]): string {
  return `      // React would set every element's method \`${name}\`.
      ref={(store) => store?.setAttribute(${quoted(name)}, ${quoted(value)})}
`;
}

/** An attribute's value in JSX, where a text that holds something else than plain words is an expression. */
const jsx = (value: string) => (/["&<>{}\\\n]/.test(value) ? `{${quoted(value)}}` : `"${value}"`);

const quoted = (text: string) =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
