import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from '../../../../scripts/install.mjs';
import {en} from '../../../../src/i18n/messages/en.ts';
import {VIEWS} from './views.ts';

/** What was shown, by fault and view. */
export type Report = Map<string, Map<string, string>>;

const FILE = join(ROOT, 'docs/faults.md');

/** The words of the table that stand for sentences. */
const SENTENCES = ['offline', 'slow', 'refused', 'busy', 'failed', 'gone', 'bare', 'empty'] as const;

const HEAD = `# What a shopper sees when something goes wrong

Each row is a fault of the network, of a proxy or of a gateway; each column is what the shopper was doing. The table is made by the tests
themselves (\`npm run faults\`), in Chromium: a server on the loopback inflicts each fault upon the built widget. The same cells are played in
Firefox and WebKit, which may give another reason, but always one of these. In every cell there is a way on, it works once the fault is over, and
the page's own \`error\` and \`unhandledrejection\` hear nothing.

- **shown**: what was asked for is on screen, as far as it can be read; **stale** says that it is marked with its time
- **done**: “${en['redeem.done']}” The redemption is the page's own; what cannot be read again before it does not stand in its way
`;

/** Writes all of it as the page of the documentation. */
export function writeReport(report: Report): void {
  const names = VIEWS.map(({name}) => name);
  const legend = SENTENCES.map((key) => `- **${key}**: “${en[`store.${key}`]}”`).join('\n');
  const rows = [...report].map(([fault, cells]) => [fault, ...names.map((name) => cells.get(name) ?? '')]);
  const table = [['fault', ...names], names.concat('').map(() => '---'), ...rows];
  const lines = table.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  writeFileSync(FILE, `${HEAD}${legend}\n\n<!-- prettier-ignore -->\n${lines}\n`);
}

/** What that page says; nothing where there is none. */
export function readReport(): Report {
  const rows = (existsSync(FILE) ? readFileSync(FILE, 'utf8') : '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '));
  const [head = [], , ...body] = rows;
  return new Map(
    body.map(([fault = '', ...cells]) => [
      fault,
      new Map(cells.map((cell, index) => [head[index + 1]!, cell])),
    ]),
  );
}
