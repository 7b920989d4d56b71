import type {Preset} from './built.ts';
import {paleIn, type Pale} from './contrast.ts';
import {resolvedByBrowser} from './resolved.ts';
import {partsOf, type Embedding, type Way} from './embedding.ts';
import type {Facts} from './facts.ts';
import {directionOf} from './languages.ts';
import {settingsOf, type Setting} from './manifest.ts';
import type {PreviewScene} from './preview-scene.ts';
import type {Scheme} from './schemes.ts';
import {faultOf, withValue, type Fault, type Supports, type Values} from './value.ts';

/** Widths of a window that the store is seen in, with a height that goes with each, in px. */
export const DEVICES = {phone: [390, 760], tablet: [768, 960], desktop: [1280, 860]} as const;

export type Device = keyof typeof DEVICES;

/** How the store is looked at, which is no part of its configuration. */
export interface View {
  readonly device: Device;
  readonly scheme: Scheme;
  /** Language of the page around the store. */
  readonly lang: string;
  /** Name of a state; empty for the demo's store itself. */
  readonly state: string;
}

/** What was typed for a setting and cannot be used, and why. */
export interface Draft {
  readonly text: string;
  readonly fault: Fault;
}

/** All that the page shows. */
export interface Model {
  readonly facts: Facts;
  readonly settings: readonly Setting[];
  /** The language of the page itself. */
  readonly language: string;
  /** Its colours. */
  readonly ownScheme: 'system' | Scheme;
  readonly values: Values;
  /** The colours that the store in the preview has from its community, where it is not told others: by the names of tokens. */
  readonly community: Values;
  /** By the names of settings, with the scheme after a space where a colour has two. */
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly view: View;
  readonly way: Way;
  readonly isPinned: boolean;
  /** What settings are looked for by. */
  readonly sought: string;
  /** The policy's lines for the snippet. */
  readonly policy: string;
  /** What has just been copied. */
  readonly copied: string;
  /** What the page has to say about its link. */
  readonly notice: string;
}

/** The device that a window of that width, in px, has room for. */
export const deviceFor = (width: number): Device =>
  width < 600 ? 'phone' : width < 1000 ? 'tablet' : 'desktop';

/** The model with which the page begins. */
export const firstModel = (
  facts: Facts,
  {language, scheme, device}: {language: string; scheme: Scheme; device: Device},
): Model => ({
  facts,
  settings: settingsOf(facts.manifest, 'rai-store'),
  language,
  ownScheme: 'system',
  values: {},
  community: {},
  drafts: {},
  view: {device, scheme, lang: language, state: ''},
  way: 'module',
  isPinned: false,
  sought: '',
  policy: '',
  copied: '',
  notice: '',
});

/** What the snippets are made from. */
export function embeddingOf({values, facts, isPinned}: Model): Embedding {
  const {gateway = `${facts.gateway}/v1`, ...others} = values;
  return {values: others, gateway, ...(isPinned && {pinned: facts})};
}

/** The origins of the store's pictures: known where it is the demo's, else anything encrypted. */
export const picturesOf = ({values, facts}: Model): readonly string[] =>
  values.gateway === undefined ? facts.pictures : ['https:'];

/** What a preset sets, as far as it is known, can be used and is not usual anyway. */
export function presetValues(settings: readonly Setting[], {tokens}: Preset, supports: Supports): Values {
  let values: Values = {};
  for (const setting of settings) {
    const value = setting.kind === 'token' ? tokens[setting.name] : undefined;
    if (value !== undefined && !faultOf(setting, value, supports)) values = withValue(values, setting, value);
  }
  return values;
}

/** What the page in the preview's frame is to be. */
export function sceneOf({values, facts, view}: Model): PreviewScene {
  const {attributes, tokens} = partsOf(values);
  return {
    type: 'rai-preview',
    lang: view.lang,
    dir: directionOf(view.lang),
    scheme: view.scheme,
    gateway: view.state ? `/states/${view.state}/v1` : `${facts.gateway}/v1`,
    attributes,
    tokens,
  };
}

/** The value of a colour token as the store in the preview has it: what is set, else its community's, else the usual one. */
export const inEffect = (
  {name, usual}: Pick<Setting, 'name' | 'usual'>,
  {values, community}: Pick<Model, 'values' | 'community'>,
): string => values[name] ?? community[name] ?? usual;

/** The pairs of colours in effect that are too close together. */
export function paleOf(model: Pick<Model, 'settings' | 'values' | 'community'>): readonly Pale[] {
  const colours = model.settings
    .filter(({control}) => control.type === 'colour')
    .map((setting): [string, string] => [setting.name, inEffect(setting, model)]);
  return paleIn(new Map(colours), resolvedByBrowser);
}
