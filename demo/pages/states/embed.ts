import {html} from 'hono/html';
import type {Html} from '../frame.ts';
import type {Embed, State} from './state.ts';
import {idOf} from './wares.ts';

/** Attributes in which the table has a product's name, and the element wants its id. */
const PRODUCT_NAMES = ['product', 'product-id'];

/** The attributes of an element that a state's page embeds, as they stand on the page. */
export function attributesOf({attributes, gatewayOf}: Embed, state: State): readonly [string, string][] {
  const said = Object.entries(attributes).map(([name, value]): [string, string] => [
    name,
    PRODUCT_NAMES.includes(name) ? idOf({name: value}) : value,
  ]);
  return [['gateway', `/states/${gatewayOf ?? state.name}/v1`], ...said];
}

/** The elements on a state's page. */
export const embedsOf = ({embeds = [{tag: 'rai-store', attributes: {}}]}: State): readonly Embed[] => embeds;

/** An element, and around it where its events are answered. */
export function embedded(embed: Embed, state: State): Html {
  const attributes = attributesOf(embed, state).map(([name, value]) => html` ${name}="${value}"`);
  return embed.tag === 'rai-store'
    ? html`<rai-store${attributes}></rai-store>`
    : html`<rai-product-card${attributes}></rai-product-card>`;
}

/** What the page's author has written, to be read. */
export const snippetOf = (embed: Embed, state: State): string => {
  const attributes = attributesOf(embed, state).map(([name, value]) => ` ${name}="${value}"`);
  return `<${embed.tag}${attributes.join('')}></${embed.tag}>`;
};
