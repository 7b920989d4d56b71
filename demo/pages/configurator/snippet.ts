import {channelOf, fileOf, partsOf, scriptOf, toldByFrame, type Embedding, type Way} from './embedding.ts';
import type {Values} from './value.ts';

/** What a developer pastes, for a way to embed the store; every value in it is text, whatever it holds. */
export const snippetOf = (way: Way, embedding: Embedding): string => WRITERS[way](embedding);

/** The script of a snippet as a tag, with its hash where the version is pinned; none where there is no script. */
export function scriptTag(way: Way, embedding: Embedding): string | undefined {
  const file = scriptOf(way, embedding);
  if (file === undefined) return undefined;
  const attributes: Record<string, string> = {
    ...(way === 'classic' ? {async: ''} : way === 'frame' ? {defer: ''} : {type: 'module'}),
    src: fileOf(file, embedding),
    ...integrityOf(file, embedding),
    ...(bringsElement(way, embedding) && dataAttributes(embedding)),
  };
  return tag('script', attributes);
}

/** The text of the style element in a snippet; none where no token is set, or none is set by a style element. */
export function styleIn(way: Way, {values}: Embedding): string | undefined {
  const tokens = Object.entries(partsOf(values).tokens);
  if (tokens.length === 0 || (way !== 'module' && way !== 'classic')) return undefined;
  return `\n  rai-store {\n${tokens.map(([name, value]) => `    ${name}: ${value};\n`).join('')}  }\n`;
}

const WRITERS: Readonly<Record<Way, (embedding: Embedding) => string>> = {
  module: (embedding) =>
    [scriptTag('module', embedding), styleTag('module', embedding), storeTag(embedding)]
      .filter(Boolean)
      .join('\n'),
  classic: (embedding) =>
    [
      styleTag('classic', embedding),
      scriptTag('classic', embedding),
      bringsElement('classic', embedding) ? undefined : storeTag(embedding),
    ]
      .filter(Boolean)
      .join('\n'),
  iframe: (embedding) =>
    tag('iframe', {
      src: channelOf(embedding),
      title: 'Rewards store',
      width: '100%',
      height: '900',
      frameborder: '0',
      referrerpolicy: 'origin',
      allow: `clipboard-write ${new URL(embedding.gateway).origin}`,
    }),
  frame: (embedding) =>
    [
      scriptTag('frame', embedding),
      tag('rai-store-frame', {
        src: channelOf(embedding, ['theme', 'lang']),
        ...toldByFrame(embedding.values),
      }),
    ].join('\n'),
  react: (embedding) => reactComponent(embedding),
  vue: (embedding) => vueComponent(embedding),
};

const styleTag = (way: Way, embedding: Embedding) => {
  const style = styleIn(way, embedding);
  return style === undefined ? undefined : `<style>${style}</style>`;
};

function storeTag(embedding: Embedding): string {
  const link = linkOf(embedding);
  return tag('rai-store', attributesOf(embedding), link && tag('a', {href: link}, LINK));
}

/** What the link says that stands in a store until it is there, and where it can't be shown. */
const LINK = 'Open the rewards store';

/** Where that link leads: to where redeeming does, as far as that is told. */
const linkOf = ({values}: Embedding): string | undefined => values['redeem-url']?.replaceAll('{product}', '');

/** Whether the script puts the store where it stands; the one file leaves that to the page. */
const bringsElement = (way: Way, {pinned}: Embedding) => way === 'classic' && !pinned;

const attributesOf = ({values, gateway}: Embedding): Values => ({gateway, ...partsOf(values).attributes});

const dataAttributes = (embedding: Embedding): Values =>
  Object.fromEntries(Object.entries(attributesOf(embedding)).map(([name, value]) => [`data-${name}`, value]));

function integrityOf(file: string, {pinned}: Embedding): Values {
  const hash = pinned?.hashes[file];
  return hash === undefined ? {} : {integrity: hash, crossorigin: 'anonymous'};
}

/** On one line while it is short, else a line for each attribute; what stands in it, on a line of its own where that is a tag. */
function tag(name: string, attributes: Values, inner = ''): string {
  const said = Object.entries(attributes).map(([key, value]) =>
    value === '' ? key : `${key}="${escaped(value)}"`,
  );
  const line = `<${name} ${said.join(' ')}>`;
  const held = inner.startsWith('<') ? `\n  ${inner.replaceAll('\n', '\n  ')}\n` : inner;
  const isShort = line.length + name.length <= 87;
  return `${isShort ? line : `<${name}\n${said.map((one) => `  ${one}\n`).join('')}>`}${held}</${name}>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Attributes by whose names every element has something else, with the properties that they belong to. A framework that sets a property
 * wherever there is one would set that, so it has to be told which is meant.
 */
export const SHADOWED: Values = {scroll: 'scrolling'};

/** The attributes that a framework is told by their names, and those that it would take for something else. */
function toldApart(embedding: Embedding): {
  readonly plain: readonly [string, string][];
  readonly shadowed: readonly [string, string][];
} {
  const all = Object.entries(attributesOf(embedding));
  const isShadowed = ([name]: [string, string]) => Object.hasOwn(SHADOWED, name);
  return {plain: all.filter((one) => !isShadowed(one)), shadowed: all.filter(isShadowed)};
}

// The script stands in the page: one that React makes is refused where scripts have to be trusted.
function reactComponent(embedding: Embedding): string {
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

/** An attribute in JSX that is set as such, also where the element is not yet what it will be. */
const refInJsx = ([name, value]: readonly [
  string,
  string,
]) => `      // React would set every element's method \`${name}\`.
      ref={(store) => store?.setAttribute(${quoted(name)}, ${quoted(value)})}
`;

/** An attribute's value in JSX, where a text that holds something else than plain words is an expression. */
const jsx = (value: string) => (/["&<>{}\\\n]/.test(value) ? `{${quoted(value)}}` : `"${value}"`);

const quoted = (text: string) =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;

function vueComponent(embedding: Embedding): string {
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
