import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {CustomElement, Package} from 'custom-elements-manifest/schema';
import {ROOT} from '../../scripts/install.mjs';
import {PAGE_LIMIT} from '../../src/api/contract.ts';

/** The elements as the package has them. */
const {StoreElement, ProductCardElement, CategoryNavElement} = (await import(
  pathToFileURL(join(ROOT, 'dist/lib/index.js')).href
)) as Readonly<Record<string, {readonly observedAttributes: readonly string[]}>>;

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('dist/custom-elements.json')) as Package;
const classes = manifest.modules.flatMap(({declarations = []}) => declarations as CustomElement[]);
const elementOf = (tag: string) => {
  const element = classes.find(({tagName}) => tagName === tag);
  assert.ok(element, `${tag} is not in the manifest`);
  return element;
};

/** What an element draws by itself, and what it has drawn by others in its own shadow. */
const DRAWN_BY: Readonly<Record<string, readonly string[]>> = {
  'rai-store': [
    'elements/store.ts',
    'elements/head.ts',
    'elements/category-nav.ts',
    'elements/finder.ts',
    'elements/product-card.ts',
    'elements/offer-line.ts',
    'elements/notice.ts',
    'elements/shelf.ts',
    'elements/stale.ts',
    'elements/product-detail.ts',
    'elements/detail-offer.ts',
    'elements/detail-steps.ts',
    'elements/redeem.ts',
    'elements/redeem-form.ts',
  ],
  'rai-product-card': ['elements/product-card.ts', 'elements/offer-line.ts', 'elements/notice.ts'],
  'rai-category-nav': ['elements/category-nav.ts'],
  'rai-store-frame': readdirSync(join(ROOT, 'src/channel')).map((file) => `channel/${file}`),
};
const TAGS = Object.keys(DRAWN_BY);

/** Attributes that an element reads although it is not told when they change, and the `lang` that every element has. */
const READ_ONCE: Readonly<Record<string, readonly string[]>> = {
  'rai-store': ['lang', 'json-ld'],
  'rai-product-card': ['lang', 'words'],
  'rai-category-nav': ['lang', 'words'],
  'rai-store-frame': ['lang'],
};

/** An attribute with what may stand in it, which the manifest's schema does not know. */
type Meant = NonNullable<CustomElement['attributes']>[number] & {readonly syntax?: string};

/** A token with the syntax that the manifest's later version knows. */
type Token = NonNullable<CustomElement['cssProperties']>[number] & {readonly syntax?: string};

const names = (list: readonly {readonly name: string}[] = []) => list.map(({name}) => name).sort();
const sorted = (list: Iterable<string>) => [...new Set(list)].sort();
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);

describe('the manifest of custom elements', () => {
  it('tells of every element that a page writes, and of no other', () => {
    assert.deepEqual(classes.flatMap(({tagName}) => tagName ?? []).sort(), TAGS.toSorted());
    assert.deepEqual(
      sorted(
        manifest.modules
          .flatMap(({exports = []}) => exports)
          .flatMap(({kind, name}) => (kind === 'custom-element-definition' ? name : [])),
      ),
      TAGS.toSorted(),
    );
  });

  it('names modules that the package has', () => {
    const paths = manifest.modules.map(({path}) => path);

    assert.deepEqual(
      paths.filter((path) => !read(path)),
      [],
    );
  });

  for (const [tag, source] of [
    ['rai-store', StoreElement!.observedAttributes],
    ['rai-product-card', ProductCardElement!.observedAttributes],
    ['rai-category-nav', CategoryNavElement!.observedAttributes],
    // Its class cannot be made without a browser.
    ['rai-store-frame', observedIn(read('src/channel/store-frame.ts'))],
  ] as const) {
    it(`tells of the attributes that <${tag}> observes, each with its type`, () => {
      const {attributes = []} = elementOf(tag);

      assert.deepEqual(names(attributes), sorted([...source, ...READ_ONCE[tag]!]));
      assert.deepEqual(
        attributes.filter(({type, description}) => !type?.text || !description),
        [],
      );
    });
  }

  it('tells what may stand in an attribute that is a text or a number, within the bounds that its description names', () => {
    const open = TAGS.flatMap((tag) => (elementOf(tag).attributes ?? []) as readonly Meant[]).filter(
      ({type}) => /string|number/.test(type?.text ?? ''),
    );
    const bounded = open.flatMap(({name, description, syntax}) => {
      const [, least, most] = /\b(\d+) to (\d+)\b/.exec(description ?? '') ?? [];
      return most === undefined ? [] : [{name, syntax, is: `<integer [${least},${most}]>`}];
    });
    const ids = open.filter(({description = ''}) => /^Id of (?!the `)/.test(description));

    assert.deepEqual(
      open.filter(({syntax}) => !syntax),
      [],
    );
    assert.deepEqual(sorted(bounded.map(({name}) => name)), ['heading-level', 'page-size']);
    assert.deepEqual(
      bounded.map(({syntax}) => syntax),
      bounded.map(({is}) => is),
    );
    assert.deepEqual(sorted(ids.map(({name}) => name)), ['category', 'product', 'product-id']);
    assert.deepEqual(sorted(ids.map(({syntax}) => syntax ?? '')), ['<id>']);
    assert.ok(open.some(({syntax}) => syntax === `<integer [1,${PAGE_LIMIT}]>`));
  });

  for (const tag of TAGS) {
    const text = DRAWN_BY[tag]!.map((file) => read(join('src', file))).join('\n');

    it(`tells of the parts that <${tag}> has`, () => {
      const drawn = [...found(text, /\bpart="([\w-]+)"/g), ...found(text, /part\.add\('([\w-]+)'\)/g)];

      assert.deepEqual(names(elementOf(tag).cssParts), sorted(drawn));
    });
  }

  it('tells of the slots that there are', () => {
    const own = (file: string) => read(join('src', file));

    // Those that a notice lends to the store that it stands in.
    const lent = found(
      /of \[([^\]]+)\]\) \{\s+if \(name !== own\)/.exec(own('elements/notice.ts'))?.[1] ?? '',
      /'(\w+)'/g,
    );
    // Those in which it looks for a template; what they show stands in slots that nobody else is to use.
    const templates = found(
      /\[([^\]]+)\]\.map\(\(slot\)/.exec(own('elements/card-templates.ts'))?.[1] ?? '',
      /'([\w-]+)'/g,
    );
    assert.equal(templates.length, 2);
    assert.deepEqual(
      names(elementOf('rai-store').slots),
      sorted([...slotsIn(own('elements/store.ts')), ...lent, ...templates]),
    );
    assert.deepEqual(names(elementOf('rai-store-frame').slots), slotsIn(own('channel/store-frame.ts')));
    for (const tag of ['rai-product-card', 'rai-category-nav']) {
      assert.deepEqual(names(elementOf(tag).slots), slotsIn(own(DRAWN_BY[tag]![0]!)));
    }
  });

  it('tells of the events that are fired, each by its class, whose own fields are told of', () => {
    const events = readdirSync(join(ROOT, 'src/elements'))
      .flatMap((file) => [
        ...read(join('src/elements', file)).matchAll(/class (Rai\w+).*?super\('(rai-[\w-]+)'/gs),
      ])
      .map(([, className, name]) => `${name} ${className}`);
    const told = ({events = []}: CustomElement) =>
      events.map(({name, type}) => `${name} ${type.text}`).sort();

    assert.equal(events.length, 7);
    assert.deepEqual(told(elementOf('rai-store')), events.toSorted());
    assert.deepEqual(told(elementOf('rai-store-frame')), events.toSorted());
    assert.deepEqual(told(elementOf('rai-product-card')), ['rai-product-choose RaiProductChooseEvent']);
    assert.deepEqual(told(elementOf('rai-category-nav')), ['rai-category-change RaiCategoryChangeEvent']);
    for (const event of events) {
      const [, className] = event.split(' ');
      assert.ok(
        classes.some(({name}) => name === className),
        `${className} is not in the manifest`,
      );
    }
  });

  it('tells of the tokens that the styles use', () => {
    const used = ['src/theme', 'src/elements']
      .flatMap((folder) => readdirSync(join(ROOT, folder)).map((file) => join(folder, file)))
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => found(read(file), /var\((--rai-[\w-]+)/g));

    for (const tag of ['rai-store', 'rai-product-card', 'rai-category-nav']) {
      const {cssProperties = []} = elementOf(tag);
      assert.deepEqual(names(cssProperties), sorted(used));
      assert.deepEqual(
        (cssProperties as readonly Token[]).filter(({syntax, default: usual}) => !syntax || !usual),
        [],
      );
    }
  });

  it('leaves nothing undescribed', () => {
    const undescribed = classes.flatMap(({name: owner, description, members, ...told}) => {
      const {attributes = [], events = [], slots = [], cssParts = [], cssProperties = []} = told;
      const described = [{name: '', description}, ...(members ?? []), ...attributes, ...events, ...slots];
      return [...described, ...cssParts, ...cssProperties]
        .filter((one) => !one.description)
        .map(({name}) => `${owner}.${name}`);
    });

    assert.deepEqual(undescribed, []);
  });

  it('holds no member that is not for the page', () => {
    const members = classes.flatMap(({members = []}) => members);

    assert.deepEqual(
      members.filter(({name, privacy}) => name.startsWith('#') || (privacy && privacy !== 'public')),
      [],
    );
    assert.deepEqual(
      names(members).filter((name) => ['scene', 'cards', 'follow', 'retry'].includes(name)),
      [],
    );
  });
});

/** The names in a list of observed attributes that is written in two. */
function observedIn(source: string): string[] {
  const told = /TOLD = \[([^\]]*)\]/.exec(source)?.[1] ?? '';
  const others = /observedAttributes = \[([^\]]*)\]/.exec(source)?.[1] ?? '';
  return found(`${told},${others}`, /'([\w-]+)'/g);
}

function slotsIn(source: string): string[] {
  const named = found(source, /<slot name="([\w-]+)"/g);
  const unnamed = /<slot>|createElement\('slot'\)/.test(source) ? [''] : [];
  return sorted([...named, ...unnamed]);
}
