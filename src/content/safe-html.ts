import createDOMPurify, {type Config} from 'dompurify';
import {bounded} from './bounded.ts';
import {plainText} from './plain-text.ts';
import {
  ALLOWED_TAGS,
  DROPPED_WITH_CONTENT,
  GLOBAL_ATTRIBUTES,
  IMAGE_ATTRIBUTES,
  LINK_ATTRIBUTES,
  MAX_HTML_LENGTH,
  safeImage,
  safeLink,
  TAG_ATTRIBUTES,
} from './policy.ts';
import {policy} from './trusted-types.ts';

/** An instance of our own: what a page does to its DOMPurify does not reach it, nor the other way round. */
const purifier = createDOMPurify(globalThis.window);

// On a server, which may import this but draws nothing, there is no more of it than that.
if (purifier.isSupported) {
  purifier.addHook('uponSanitizeAttribute', (element, attribute) => {
    const tag = element.localName;
    const {attrName: name, attrValue: value} = attribute;
    const isAllowed = GLOBAL_ATTRIBUTES.includes(name) || (TAG_ATTRIBUTES[tag]?.includes(name) ?? false);
    // DOMPurify's own rule for addresses lets `data:` through on pictures, so the address is judged here.
    const address = name === 'href' ? safeLink(value) : name === 'src' ? safeImage(value) : value;
    attribute.keepAttr = isAllowed && address !== undefined;
    if (attribute.keepAttr) attribute.attrValue = address!;
  });

  purifier.addHook('afterSanitizeAttributes', (element) => {
    const isLink = element.localName === 'a' && element.hasAttribute('href');
    const isPicture = element.localName === 'img';
    if (isPicture && !element.hasAttribute('src')) element.remove();
    const attributes = isLink ? LINK_ATTRIBUTES : isPicture ? IMAGE_ATTRIBUTES : {};
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  });
}

const SETTINGS: Config & {RETURN_DOM_FRAGMENT: true} = {
  ALLOWED_TAGS: [...ALLOWED_TAGS],
  ALLOWED_ATTR: [...GLOBAL_ATTRIBUTES, ...Object.values(TAG_ATTRIBUTES).flat()],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  FORBID_CONTENTS: [...DROPPED_WITH_CONTENT],
  RETURN_DOM_FRAGMENT: true,
  ...(policy && {TRUSTED_TYPES_POLICY: policy}),
};

/**
 * Merchant HTML as nodes that hold nothing but what the policy allows, ready to be put into the page.
 *
 * Where the sanitiser fails, or gives nothing for something, the words come back as text: never the HTML itself.
 */
export function safeHtml(html: string): DocumentFragment {
  const short = bounded(html);
  try {
    // Of framesets it makes `null`, whatever its types say.
    const fragment = purifier.sanitize(short, SETTINGS) as DocumentFragment | null;
    if (fragment?.firstChild) return fragment;
  } catch {
    // Told by showing the text instead.
  }
  const fallback = new DocumentFragment();
  fallback.textContent = plainText(short, MAX_HTML_LENGTH);
  return fallback;
}
