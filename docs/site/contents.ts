import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from '../../scripts/install.mjs';
import {AT_ROOT, REFERENCE, SECTIONS, type Section} from './pages.ts';

/** All that the docs hold. A page is named by its path from `docs/`, without ending. */
export interface Contents {
  readonly sections: readonly Section[];
  /** Each page's Markdown: the listed ones in the order of the list, then the decisions. */
  readonly pages: ReadonlyMap<string, string>;
  /** Those among them that no file below `docs/` holds. */
  readonly made: ReadonlySet<string>;
}

/** Reads the guides, the reference and the project's own pages. Throws where one of them is missing. */
export function readContents(): Contents {
  const decisions = readdirSync(join(ROOT, 'docs/decisions'))
    .filter((file) => /^\d+.*\.md$/.test(file))
    .map((file) => `decisions/${file.slice(0, -'.md'.length)}`)
    .sort();
  const made = new Map([
    ...AT_ROOT.map((name): [string, string] => [name, readFileSync(join(ROOT, `${name}.md`), 'utf8')]),
    ['decisions/README', decisionsPage(decisions)],
  ]);
  const sections = [
    ...SECTIONS,
    {title: 'Look up', pages: othersThan([...SECTIONS, REFERENCE].flatMap(({pages}) => pages))},
    REFERENCE,
    {title: 'The project', pages: [...AT_ROOT, 'decisions/README']},
  ];
  const paths = [...sections.flatMap(({pages}) => pages), ...decisions];
  return {
    sections,
    pages: new Map(paths.map((path) => [path, made.get(path) ?? readPage(path)])),
    made: new Set(made.keys()),
  };
}

/** The words of a page's first heading, as Markdown. */
export const headingOf = (markdown: string): string => /^# (.+)$/m.exec(markdown)?.[1] ?? '';

/** The pages of docs/ and of its folders for users that nobody has named. */
const othersThan = (named: readonly string[]) =>
  ['', 'recipes/', 'reference/']
    .flatMap((folder) => readdirSync(join(ROOT, 'docs', folder)).map((file) => `${folder}${file}`))
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length))
    .filter((path) => !named.includes(path));

function decisionsPage(decisions: readonly string[]): string {
  const lines = decisions.map(
    (path) => `- [${headingOf(readPage(path))}](${path.slice('decisions/'.length)}.md)`,
  );
  return `# Decisions\n\nWhat was weighed, what was taken, and what follows from it, a page each.\n\n${lines.join('\n')}\n`;
}

const readPage = (path: string) => readFileSync(join(ROOT, 'docs', `${path}.md`), 'utf8');
