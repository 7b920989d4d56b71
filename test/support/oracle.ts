import {
  ALLOWED_TAGS,
  GLOBAL_ATTRIBUTES,
  IMAGE_ATTRIBUTES,
  LINK_ATTRIBUTES,
  safeImage,
  safeLink,
  TAG_ATTRIBUTES,
} from '../../src/content/policy.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * What in a tree is outside of the policy for merchant HTML, each as a sentence; nothing where all is within it. It looks at
 * every node, those in templates and shadow roots too, by the prototypes' own getters: a form can replace those of an element.
 */
export function outsidePolicy(root: Node): readonly string[] {
  return [...childrenOf(root)].flatMap((node) => [...ofNode(node), ...outsidePolicy(node)]);
}

const getter = <T>(prototype: object, name: string) => {
  const property = Object.getOwnPropertyDescriptor(prototype, name)!;
  return (node: Node) => property.get!.call(node) as T;
};
const childNodes = getter<NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
const nodeName = getter<string>(Node.prototype, 'nodeName');
const localName = getter<string>(Element.prototype, 'localName');
const namespaceURI = getter<string | null>(Element.prototype, 'namespaceURI');
const attributes = getter<NamedNodeMap>(Element.prototype, 'attributes');
const shadowRoot = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
const content = getter<DocumentFragment>(HTMLTemplateElement.prototype, 'content');

function* childrenOf(node: Node): Iterable<Node> {
  yield* childNodes(node);
  if (node instanceof HTMLTemplateElement) yield* childNodes(content(node));
  const shadow = node instanceof Element && shadowRoot(node);
  if (shadow) yield* childNodes(shadow);
}

function ofNode(node: Node): readonly string[] {
  if (node instanceof Text && !(node instanceof CDATASection)) return [];
  if (!(node instanceof Element)) return [`a node ${nodeName(node)}`];
  const tag = localName(node);
  if (namespaceURI(node) !== XHTML || !ALLOWED_TAGS.includes(tag)) return [`an element <${tag}>`];

  const given = new Map([...attributes(node)].map(({name, value}) => [name, value]));
  const forced = tag === 'img' ? IMAGE_ATTRIBUTES : tag === 'a' && given.has('href') ? LINK_ATTRIBUTES : {};
  const own = [...GLOBAL_ATTRIBUTES, ...(TAG_ATTRIBUTES[tag] ?? [])];
  return [
    ...[...given]
      .filter(([name, value]) => (name in forced ? forced[name] !== value : !own.includes(name)))
      .map(([name, value]) => `an attribute ${name}="${value}" on <${tag}>`),
    ...Object.keys(forced)
      .filter((name) => !given.has(name))
      .map((name) => `no attribute ${name} on <${tag}>`),
    ...(given.has('href') && !safeLink(given.get('href')!) ? [`a link to ${given.get('href')}`] : []),
    ...(tag === 'img' && !safeImage(given.get('src') ?? '') ? [`a picture at ${given.get('src')}`] : []),
  ];
}

/** HTML as the browser parses it where nothing of it can run or be fetched. */
export function inert(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** The HTML of a fragment. */
export function htmlOf(fragment: DocumentFragment): string {
  const root = document.createElement('div');
  root.append(fragment.cloneNode(true));
  return root.innerHTML;
}
