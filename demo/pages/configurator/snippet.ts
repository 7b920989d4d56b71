import {reactComponent, vueComponent} from './components.ts';
import {channelOf, partsOf, toldByFrame, type Embedding, type Way} from './embedding.ts';
import {bringsElement, scriptTag, storeTag, tag} from './tags.ts';

/** What a developer pastes, for a way to embed the store; every value in it is text, whatever it holds. */
export const snippetOf = (way: Way, embedding: Embedding): string => WRITERS[way](embedding);

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
  react: reactComponent,
  vue: vueComponent,
};

const styleTag = (way: Way, embedding: Embedding) => {
  const style = styleIn(way, embedding);
  return style === undefined ? undefined : `<style>${style}</style>`;
};
