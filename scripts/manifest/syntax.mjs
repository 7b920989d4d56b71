/**
 * What is meant by an attribute that is a text or a number, in the notation of CSS values: a text that is free, an address of the web, one in
 * which `{product}` stands for an id, an id of the Store API, a BCP 47 tag, words as JSON, or a number with its least and its most.
 *
 * @type {Readonly<Record<string, string>>}
 */
const SYNTAX = {
  balance: '<number [0,∞]>',
  category: '<id>',
  for: '<text>',
  gateway: '<url>',
  'heading-level': '<integer [1,6]>',
  label: '<text>',
  lang: '<language>',
  'low-stock': '<integer [0,∞]>',
  'page-size': '<integer [1,100]>',
  product: '<id>',
  'product-id': '<id>',
  'redeem-url': '<url-template>',
  scroll: '<text>',
  search: '<text>',
  show: '<text>',
  src: '<url>',
  'user-id': '<id>',
  words: '<json>',
};

/** Says of each attribute whose type leaves it open what may stand in it. */
export const syntax = () => ({
  name: 'syntax',
  /** @param {{customElementsManifest: import('custom-elements-manifest/schema').Package}} context */
  packageLinkPhase({customElementsManifest}) {
    for (const {declarations = []} of customElementsManifest.modules) {
      for (const element of declarations) {
        if (!('tagName' in element && element.tagName)) continue;
        for (const attribute of element.attributes ?? []) {
          if (!/\b(?:string|number)\b/.test(attribute.type?.text ?? '')) continue;
          const said = SYNTAX[attribute.name];
          if (!said) throw new Error(`scripts/manifest/syntax.mjs: say what may stand in ${attribute.name}.`);
          Object.assign(attribute, {syntax: said});
        }
      }
    }
  },
});
