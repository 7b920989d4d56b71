import {Parser} from 'htmlparser2';
import {LRUCache} from 'lru-cache';
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
} from '../content/policy.ts';

/** Tags nested deeper than this are left out and their text stays: a browser is slow in deep trees. */
const MAX_DEPTH = 64;

/** What stands behind this many tags is cut off: a parser's work on them can grow with the square of their number. */
const MAX_TAGS = 5000;

const ALLOWED: ReadonlySet<string> = new Set(ALLOWED_TAGS);
const DROPPED: ReadonlySet<string> = new Set(DROPPED_WITH_CONTENT);
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

/** The same descriptions come again with every refresh. */
const cleaned = new LRUCache<string, string>({
  maxSize: 4 * 1024 * 1024,
  sizeCalculation: (clean, dirty) => clean.length + dirty.length + 1,
});

/**
 * Merchant HTML as the policy allows it. The result is written anew from what a parser found, so that whatever it did
 * not understand is text. It is what a page may parse without running or reporting anything; the page sanitises it
 * all the same.
 */
export function cleanHtml(html: string): string {
  let clean = cleaned.get(html);
  if (clean === undefined) {
    clean = rewrite(cut(html));
    cleaned.set(html, clean);
  }
  return clean;
}

function cut(html: string): string {
  let at = -1;
  for (let tags = 0; tags <= MAX_TAGS; tags++) {
    at = html.indexOf('<', at + 1);
    if (at < 0) break;
  }
  return html.slice(0, at < 0 ? MAX_HTML_LENGTH : Math.min(at, MAX_HTML_LENGTH));
}

function rewrite(html: string): string {
  let out = '';
  /** For each open element whether its tag was written. */
  const open: {readonly name: string; readonly isWritten: boolean}[] = [];
  let written = 0;
  let hidden = 0;
  let isInLink = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (DROPPED.has(name)) hidden++;
        const attributeText =
          hidden === 0 && written < MAX_DEPTH && !(name === 'a' && isInLink)
            ? tagText(name, attributes)
            : undefined;
        const isWritten = attributeText !== undefined;
        open.push({name, isWritten});
        if (!isWritten) return;
        out += `<${name}${attributeText}>`;
        written++;
        if (name === 'a') isInLink = true;
      },
      ontext(text) {
        if (hidden === 0) out += escaped(text);
      },
      onclosetag() {
        const element = open.pop();
        if (!element) return;
        if (DROPPED.has(element.name)) hidden--;
        if (!element.isWritten) return;
        if (!VOID.has(element.name)) out += `</${element.name}>`;
        written--;
        if (element.name === 'a') isInLink = false;
      },
    },
    {decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true},
  );
  parser.end(html);
  return out;
}

/** The attributes that an element is written with; `undefined` where the policy has no place for it. */
function tagText(name: string, found: Readonly<Record<string, string>>): string | undefined {
  if (!ALLOWED.has(name)) return undefined;
  const attributes: Record<string, string> = {};
  for (const attribute of [...GLOBAL_ATTRIBUTES, ...(TAG_ATTRIBUTES[name] ?? [])]) {
    if (Object.hasOwn(found, attribute)) attributes[attribute] = found[attribute]!;
  }
  if (name === 'a') {
    const href = safeLink(attributes.href ?? '');
    if (href === undefined) return undefined;
    Object.assign(attributes, {href}, LINK_ATTRIBUTES);
  }
  if (name === 'img') {
    const src = safeImage(attributes.src ?? '');
    if (src === undefined) return undefined;
    Object.assign(attributes, {src}, IMAGE_ATTRIBUTES);
  }
  return Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\0': '',
};

const escaped = (text: string) => text.replace(/[&<>"\0]/g, (character) => ENTITIES[character]!);
