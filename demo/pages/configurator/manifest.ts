/** How a setting is best made. A set is some of its options, apart by spaces. */
export type Control =
  | {
      readonly type:
        'switch' | 'colour' | 'length' | 'text' | 'address' | 'template' | 'id' | 'language' | 'words';
    }
  /** No less than `least`, and no more than `most` where there is one. */
  | {readonly type: 'number'; readonly least: number; readonly most?: number; readonly isWhole: boolean}
  | {readonly type: 'choice' | 'set'; readonly options: readonly string[]}
  /** What a property of CSS takes. */
  | {readonly type: 'css'; readonly property: string};

/** An attribute or a token of an element, as its manifest says it. */
export interface Setting {
  readonly kind: 'attribute' | 'token';
  readonly name: string;
  readonly description: string;
  /** As it would be written; empty where the manifest names none. */
  readonly usual: string;
  readonly control: Control;
}

/** As much of https://github.com/webcomponents/custom-elements-manifest as is read here. */
export interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Declaration[]}[];
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Attribute[];
  readonly cssProperties?: readonly (Named & {readonly syntax?: string})[];
}

interface Attribute extends Named {
  readonly type?: {readonly text?: string};
  /** What may stand in it where its type leaves that open. */
  readonly syntax?: string;
}

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}

/**
 * Every attribute and token of an element, in the manifest's order.
 *
 * @throws Where the manifest does not know the element.
 */
export function settingsOf(manifest: Manifest, tag: string): readonly Setting[] {
  const element = manifest.modules
    .flatMap(({declarations = []}) => declarations)
    .find(({tagName}) => tagName === tag);
  if (!element) throw new Error(`The manifest knows no <${tag}>: build it anew.`);
  const {attributes = [], cssProperties = []} = element;
  return [
    ...attributes.map((attribute) => ({
      ...said(attribute),
      kind: 'attribute' as const,
      control: attributeControl(attribute, said(attribute)),
    })),
    ...cssProperties.map((token) => ({
      ...said(token),
      kind: 'token' as const,
      control: tokenControl(token.name, token.default, token.syntax),
    })),
  ];
}

type Said = Pick<Setting, 'name' | 'description' | 'usual'>;

const said = ({name, description = '', default: usual = ''}: Named): Said => ({
  name,
  description: description.replace(/\s+/g, ' ').trim(),
  // A default in code is a string in its quotes.
  usual: usual.replace(/^(['"`])(.*)\1$/, '$2').replace(/^undefined$/, ''),
});

function attributeControl({type, syntax = ''}: Attribute, {description, usual}: Said): Control {
  const parts = (type?.text ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part && part !== 'undefined' && part !== 'null');
  const words = parts.flatMap((part) => /^(['"])(.+)\1$/.exec(part)?.[2] ?? []);
  // An attribute has words only, whatever the property takes besides.
  if (words.length > 0 && !parts.includes('string')) return {type: 'choice', options: words};
  if (parts.length === 1 && parts[0] === 'boolean') return {type: 'switch'};
  if (parts.length === 1 && parts[0] === 'number') return numberControl(syntax);
  if (/\bsome of these words\b/i.test(description) && usual.includes(' '))
    return {type: 'set', options: usual.split(' ')};
  return {type: TEXTS[syntax] ?? 'text'};
}

/** By an attribute's syntax: the control of a text that is not free. */
const TEXTS: Readonly<Record<string, 'address' | 'template' | 'id' | 'language' | 'words'>> = {
  '<url>': 'address',
  '<url-template>': 'template',
  '<id>': 'id',
  '<language>': 'language',
  '<json>': 'words',
};

/** A number from nought on, unless its syntax names a range. */
function numberControl(syntax: string): Control {
  const [, kind, least = '0', most] = /^<(integer|number) \[(\d+),(\d+|∞)\]>$/.exec(syntax) ?? [];
  return {
    type: 'number',
    least: Number(least),
    ...(most !== undefined && most !== '∞' && {most: Number(most)}),
    isWhole: kind === 'integer',
  };
}

function tokenControl(name: string, usual = '', syntax = ''): Control {
  if (syntax.includes('<color>') || name.startsWith('--rai-color-')) return {type: 'colour'};
  if (syntax.includes('<length') || /^\d+(\.\d+)?px$/.test(usual)) return {type: 'length'};
  const property = Object.keys(PROPERTIES).find((part) => syntax.includes(part));
  return property ? {type: 'css', property: PROPERTIES[property]!} : {type: 'text'};
}

/** By what a token's syntax names: the property that takes the like. */
const PROPERTIES: Readonly<Record<string, string>> = {
  '<image>': 'background',
  '<shadow>': 'box-shadow',
  '<font-family>': 'font-family',
  '<ratio>': 'aspect-ratio',
};
