import {fileOf, partsOf, scriptOf, type Embedding, type Way} from './embedding.ts';
import type {Values} from './value.ts';

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

/** The element on the page, with what stands in it until it is a store. */
export function storeTag(embedding: Embedding): string {
  const link = linkOf(embedding);
  return tag('rai-store', attributesOf(embedding), link && tag('a', {href: link}, LINK));
}

/** What the link says that stands in a store until it is there, and where it can't be shown. */
export const LINK = 'Open the rewards store';

/** Where that link leads: to where redeeming does, as far as that is told. */
export const linkOf = ({values}: Embedding): string | undefined =>
  values['redeem-url']?.replaceAll('{product}', '');

/** Whether the script puts the store where it stands; the one file leaves that to the page. */
export const bringsElement = (way: Way, {pinned}: Embedding) => way === 'classic' && !pinned;

/** What is said on the element, besides its looks. */
export const attributesOf = ({values, gateway}: Embedding): Values => ({
  gateway,
  ...partsOf(values).attributes,
});

const dataAttributes = (embedding: Embedding): Values =>
  Object.fromEntries(Object.entries(attributesOf(embedding)).map(([name, value]) => [`data-${name}`, value]));

function integrityOf(file: string, {pinned}: Embedding): Values {
  const hash = pinned?.hashes[file];
  return hash === undefined ? {} : {integrity: hash, crossorigin: 'anonymous'};
}

/** On one line while it is short, else a line for each attribute; what stands in it, on a line of its own where that is a tag. */
export function tag(name: string, attributes: Values, inner = ''): string {
  const said = Object.entries(attributes).map(([key, value]) =>
    value === '' ? key : `${key}="${escaped(value)}"`,
  );
  const line = `<${name} ${said.join(' ')}>`;
  const held = inner.startsWith('<') ? `\n  ${inner.replaceAll('\n', '\n  ')}\n` : inner;
  const isShort = line.length + name.length <= 87;
  return `${isShort ? line : `<${name}\n${said.map((one) => `  ${one}\n`).join('')}>`}${held}</${name}>`;
}

/** A text as it stands in an attribute or between tags. */
export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
