import {PRODUCTS} from './live.ts';
import {elementsIn, publicOf, type Declaration, type Manifest, type Named, type Typed} from './manifest.ts';

/** A page of the reference. */
export interface ReferencePage {
  /** Path from `docs/`, without ending. */
  readonly path: string;
  readonly markdown: string;
}

/** What whoever opens a page's file is told before they change it. */
const MADE =
  '<!-- Made by "npm run reference" from the comments in src/: what is wrong here is put right there. -->';

/** The pages of the reference: a list of the elements, each by itself, their events, and the tokens that they share. */
export function referencePages(manifest: Manifest): ReferencePage[] {
  const elements = elementsIn(manifest);
  const list = table('Elements', ['element', 'what it is'], elements, ({tagName = '', description = ''}) => [
    `[\`<${tagName}>\`](${tagName}.md)`,
    cell(firstSentence(description)),
  ]);
  const overview = `# Reference

Every element with all that it takes, fires and lets be styled, as its own source says. These pages are made from \`custom-elements.json\`,
which the package holds too, for editors.

${list}

What the elements fire is told in [events](events.md), what they are coloured and measured with in [tokens](tokens.md).

\`\`\`html live
${liveSample('rai-store')}\`\`\`
`;
  return [
    {path: 'reference/README', markdown: overview},
    ...elements.map((element) => ({path: `reference/${element.tagName}`, markdown: elementPage(element)})),
    {path: 'reference/events', markdown: eventsPage(manifest, elements)},
    {path: 'reference/tokens', markdown: tokensPage(elements)},
  ].map(({path, markdown}) => ({path, markdown: `${MADE}\n\n${markdown}`}));
}

function eventsPage({modules}: Manifest, elements: readonly Declaration[]): string {
  const classes = modules.flatMap(({declarations = []}) => declarations.filter(({tagName}) => !tagName));
  const fired = elements.flatMap(({events = []}) => events);
  const names = [...new Set(fired.map(({name}) => name))];
  const sections = names.map((name) => {
    const {type, description} = fired.find((event) => event.name === name)!;
    const own = classes.find((declaration) => declaration.name === type?.text);
    const carried = publicOf(own, 'field').filter(({name}) => name !== 'detail');
    const by = elements.filter(({events}) => events?.some((event) => event.name === name));
    return [
      `## \`${name}\``,
      own?.description ?? description ?? '',
      `Fired by ${by.map(({tagName}) => `[\`<${tagName}>\`](${tagName}.md)`).join(', ')}; its class is \`${type?.text}\`.`,
      table('', ['it carries', 'type', 'what it is'], carried, (field) => [
        code(field.name),
        code(field.type?.text),
        cell(field.description),
      ]),
      table('', ['it can', 'what that does'], publicOf(own, 'method'), plain),
    ]
      .filter(Boolean)
      .join('\n\n');
  });
  return `# Events

Each is a typed \`CustomEvent\` that rises through shadow roots, so that a page may listen anywhere above the element that fires it.

\`\`\`html live
<p>You searched for: <output>nothing yet</output></p>
<rai-store gateway="https://gateway.example/v1" page-size="4"></rai-store>
<script>
  document.addEventListener('rai-search', (event) => {
    document.querySelector('output').textContent = event.search || 'nothing';
  });
</script>
\`\`\`

${sections.join('\n\n')}
`;
}

function tokensPage(elements: readonly Declaration[]): string {
  const tokens = new Map(
    elements.flatMap(({cssProperties = []}) => cssProperties).map((token) => [token.name, token]),
  );
  const rows = table(
    'All of them',
    ['property', 'default', 'what it sets'],
    [...tokens.values()],
    (token) => [code(token.name), code(token.default), cell(token.description)],
  );
  return `# Tokens

Custom properties that the store takes its colours, corners and measures from. Set them on the element, or anywhere above it. How they
work together with parts and a community's own palette is told in [theming](../theming.md).

\`\`\`html live
<style>
  rai-store {
    --rai-color-accent: light-dark(#7a2e8e, #e3a6f2);
    --rai-radius: 4px;
    --rai-control-radius: 999px;
  }
</style>
<rai-store gateway="https://gateway.example/v1" page-size="4"></rai-store>
\`\`\`

${rows}
`;
}

function elementPage(element: Declaration): string {
  const {tagName = '', description = '', attributes, events, slots, cssParts, cssProperties} = element;
  const named = new Set(attributes?.map(({fieldName, name}) => fieldName ?? name));
  const properties = publicOf(element, 'field').filter(({attribute, name}) => !attribute && !named.has(name));
  const parts = [
    `# \`<${tagName}>\`\n\n${description}`,
    `\`\`\`html live\n${liveSample(tagName)}\`\`\``,
    liveSample(tagName).includes(PRODUCTS[0]) &&
      `The id is a placeholder: [where to find a real one](../partner.md#one-card-in-an-article).`,
    attributesTable(attributes),
    table('Properties', ['property', 'type', 'default', 'what it does'], properties, typed),
    table('Methods', ['method', 'what it does'], publicOf(element, 'method'), plain),
    table('Events', ['event', 'type', 'when'], events, ({name, type, description}) => [
      `[\`${name}\`](events.md#${name})`,
      code(type?.text),
      cell(description),
    ]),
    table('Slots', ['slot', 'what stands there'], slots, ({name, description}) => [
      name ? code(name) : '(default)',
      cell(description),
    ]),
    table('Parts', ['part', 'what it is'], cssParts, plain),
    cssProperties?.length
      ? `## Tokens\n\nIt takes its colours and measures from ${cssProperties.length} [tokens](tokens.md).`
      : '',
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** Each attribute, and the property that does the same where that has another name. */
function attributesTable(attributes: Declaration['attributes']): string {
  if (!attributes?.length) return '';
  // Every element of HTML has the property `lang`.
  const alone = attributes.filter(({name, fieldName}) => !fieldName && name !== 'lang');
  const isAlone = attributes.every(({fieldName}) => !fieldName);
  const except = alone.map(({name}) => code(name)).join(', ');
  const lead = isAlone
    ? 'They are attributes alone, not properties.'
    : `Each is a property too, by the name in brackets where that is another one${except && `; ${except} is an attribute alone`}.`;
  const rows = table('', ['attribute', 'type', 'default', 'what it does'], attributes, (attribute) => {
    const [name = '', ...others] = typed(attribute);
    const {fieldName = attribute.name} = attribute;
    return [fieldName === attribute.name ? name : `${name} (${code(fieldName)})`, ...others];
  });
  return `## Attributes\n\n${lead}\n\n${rows}`;
}

/** A sample of an element at work, short enough to be read before the tables. */
function liveSample(tag: string): string {
  const gateway = 'gateway="https://gateway.example/v1"';
  switch (tag) {
    case 'rai-store':
      return `<rai-store ${gateway} page-size="4">\n  <a href="https://community.example/store">Open the rewards store</a>\n</rai-store>\n`;
    case 'rai-store-frame':
      return `<rai-store-frame src="https://gateway.example/channel"></rai-store-frame>\n`;
    case 'rai-category-nav':
      return `<rai-category-nav for="shop"></rai-category-nav>\n<rai-store id="shop" ${gateway} page-size="4"></rai-store>\n`;
    default:
      return `<${tag} ${gateway} product-id="${PRODUCTS[0]}"></${tag}>\n`;
  }
}

function table<Row extends Named>(
  title: string,
  head: readonly string[],
  rows: readonly Row[] | undefined,
  cells: (row: Row) => readonly string[],
): string {
  if (!rows?.length) return '';
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  return [
    title && `## ${title}\n`,
    line(head),
    line(head.map(() => '---')),
    ...rows.map((row) => line(cells(row))),
  ]
    .filter(Boolean)
    .join('\n');
}

const typed = ({name, type, default: value, description}: Typed) => [
  code(name),
  code(type?.text),
  code(value),
  cell(description),
];

const plain = ({name, description}: Named) => [code(name), cell(description)];

const code = (text = '') => (text ? `\`${text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')}\`` : '');

const cell = (text = '') =>
  text
    .trim()
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ');

const firstSentence = (text: string) => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
