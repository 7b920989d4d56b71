import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path/posix';
import {before, describe, it} from 'node:test';
import {createPages} from '../../demo/pages/server.ts';
import {slug} from '../../docs/site/markdown.ts';
import {elementsIn, type Manifest} from '../../docs/site/manifest.ts';
import {referencePages} from '../../docs/site/reference.ts';
import {samplesIn} from '../../docs/site/samples.ts';
import {DOCS, ensureDocs} from '../../scripts/docs.mjs';
import {ROOT} from '../../scripts/install.mjs';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const built = (file: string) => readFileSync(join(DOCS, file), 'utf8');

/** Every page of ours in Markdown, by its path in the repository. */
const PAGES = [
  ...readdirSync(ROOT).map((file) => file),
  ...readdirSync(join(ROOT, 'docs'), {recursive: true, encoding: 'utf8'}).map((file) => `docs/${file}`),
  'samples/README.md',
].filter((file) => file.endsWith('.md'));

const REMEDY = 'the sources say something else, which "npm run reference" writes down';

let site: readonly string[] = [];
let manifest: Manifest;

before(() => {
  ensureDocs();
  site = JSON.parse(built('made.json')) as string[];
  manifest = JSON.parse(read('dist/custom-elements.json')) as Manifest;
});

describe('the docs’ site', () => {
  it('has no link, picture or frame that leads nowhere', async () => {
    const pages = createPages(() => ({gateway: '', store: '', pages: ''}), {
      memberID: '',
      name: '',
      apiKey: '',
    });
    const broken: string[] = [];
    let checked = 0;
    for (const page of site) {
      for (const link of linksIn(built(page))) {
        checked += 1;
        if (/^(?:https?|mailto):/.test(link)) continue;
        const isThere = link.startsWith('/')
          ? (await pages.request(link)).status === 200
          : leadsSomewhere(page, link);
        if (!isThere) broken.push(`${page} → ${link}`);
      }
    }

    assert.ok(checked > 1000, String(checked));
    assert.deepEqual(broken, []);
    assert.equal(leadsSomewhere('index.html', 'no-such-page.html'), false);
    assert.equal(leadsSomewhere('index.html', 'operator.html#no-such-heading'), false);
  });

  it('leads to every page of it', () => {
    const seen = new Set(['index.html']);
    for (const page of seen) {
      for (const link of linksIn(built(page))) {
        const file = fileAt(page, link);
        if (file.endsWith('.html') && existsSync(join(DOCS, file))) seen.add(file);
      }
    }

    assert.ok(site.length > 30);
    assert.deepEqual(
      site.filter((page) => !seen.has(page)),
      [],
    );
  });

  it('shows the store at work on every page for those who use it', () => {
    const without = site
      .filter((page) => !/^(?:decisions\/|faults|security|architecture|contributing)/.test(page))
      .filter((page) => !built(page).includes('<iframe'));

    assert.deepEqual(without, []);
  });

  it('finds in its search what is told of every page', () => {
    const index = built('search.json');

    assert.deepEqual(
      site.filter((page) => !index.includes(`"${page}"`)),
      [],
    );
  });

  it('lists every page for machines, decisions apart', () => {
    const listed = built('llms.txt');
    const wanted = site
      .filter((page) => !page.startsWith('decisions/0'))
      .map((page) => page.replace('.html', '.md'));

    assert.deepEqual(
      wanted.filter((page) => !listed.includes(`](${page}): `) || !existsSync(join(DOCS, page))),
      [],
    );
  });
});

describe('the reference', () => {
  it('is kept in the repository as the sources tell it', () => {
    const told = new Map(referencePages(manifest).map(({path, markdown}) => [`docs/${path}.md`, markdown]));
    const kept = PAGES.filter((file) => file.startsWith('docs/reference/'));

    assert.deepEqual(kept.toSorted(), [...told.keys()].toSorted(), REMEDY);
    for (const file of kept) assert.equal(read(file), told.get(file), `${file}: ${REMEDY}`);
  });

  it('tells of every element, attribute, property, event, slot, part and token', () => {
    const elements = elementsIn(manifest);
    const tokens = built('reference/tokens.html');
    const untold = elements.flatMap((element) => {
      const {tagName = '', attributes = [], members = [], events = [], slots = [], cssParts = []} = element;
      const page = built(`reference/${tagName}.html`);
      const named = [
        ...attributes,
        ...members.filter(({privacy, kind}) => kind === 'field' && (privacy ?? 'public') === 'public'),
        ...events,
        ...slots.filter(({name}) => name),
        ...cssParts,
      ];
      return [
        ...named.filter(({name, description}) => !description || !page.includes(`<code>${name}</code>`)),
        ...(element.cssProperties ?? []).filter(
          ({name, description}) => !description || !tokens.includes(`<code>${name}</code>`),
        ),
      ].map(({name}) => `${tagName}: ${name}`);
    });

    assert.ok(elements.length >= 4);
    assert.deepEqual(untold, []);
  });

  it('knows every attribute that the README and the guides give to an element', () => {
    const known = new Map(
      elementsIn(manifest).map(({tagName, attributes = []}) => [tagName, attributes.map(({name}) => name)]),
    );
    const unknown = PAGES.flatMap((file) =>
      samplesIn(read(file))
        .filter(({language}) => language === 'html')
        .flatMap(({code}) => [
          ...code.matchAll(/<(rai-[\w-]+)((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s*>/g),
        ])
        .flatMap(([, tag, attributes = '']) =>
          [...attributes.matchAll(/([\w-]+)(?:=(?:"[^"]*"|'[^']*'))?/g)]
            .map(([, name]) => name!)
            .filter((name) => !known.get(tag)?.includes(name) && !['id', 'class', 'slot'].includes(name))
            .map((name) => `${file}: <${tag} ${name}>`),
        ),
    );

    assert.deepEqual(unknown, []);
  });
});

describe('the pages in the repository', () => {
  it('have no link that leads nowhere', () => {
    const broken = PAGES.flatMap((file) =>
      [
        ...read(file)
          .replaceAll(/```[^]*?```/g, '')
          .matchAll(/\]\(([^)\s]+)\)/g),
      ]
        .map(([, link]) => link!)
        .filter((link) => !/^(?:https?|mailto):/.test(link))
        .filter((link) => !isInRepository(file, link))
        .map((link) => `${file} → ${link}`),
    );

    assert.deepEqual(broken, []);
  });
});

function linksIn(html: string): string[] {
  return [...html.matchAll(/<(?:a|link|img|script|iframe)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(
    ([, link]) => link!.replaceAll('&amp;', '&'),
  );
}

const fileAt = (page: string, link: string) => {
  const [path = ''] = link.split('#');
  return path ? normalize(join(dirname(page), path)) : page;
};

function leadsSomewhere(page: string, link: string): boolean {
  const file = fileAt(page, link);
  if (!existsSync(join(DOCS, file))) return false;
  const anchor = link.split('#')[1];
  return !anchor || built(file).includes(`id="${decodeURIComponent(anchor)}"`);
}

/** Whether a link of a page leads to a file of the repository and, in Markdown, to a heading. */
function isInRepository(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path ? normalize(join(dirname(page), path)) : page;
  if (!existsSync(join(ROOT, file))) return false;
  if (!anchor || !file.endsWith('.md')) return true;
  const headings = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, words]) =>
    slug(words!.replaceAll('`', '')),
  );
  return headings.includes(anchor);
}
