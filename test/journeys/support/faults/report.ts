import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ENGINES, type Engine} from '../../../../scripts/engines.mjs';
import {ROOT} from '../../../../scripts/install.mjs';
import {en} from '../../../../src/i18n/messages/en.ts';
import {VIEWS} from './views.ts';

/** What the table's rows and columns stand for. */
interface Cell {
  readonly fault: string;
  readonly view: string;
  readonly engine: Engine;
}

const FILE = join(ROOT, 'docs/faults.md');

/** The words of the table that stand for sentences. */
const SENTENCES = ['offline', 'slow', 'refused', 'busy', 'failed', 'gone', 'bare', 'empty'] as const;

const NAMES: Readonly<Record<Engine, string>> = {chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit'};

const HEAD = `# What a shopper sees when something goes wrong

Each row is a fault of the network, of a proxy or of a gateway; each column is what the shopper was doing. The table is made by the tests
themselves (\`npm run faults\`) in Chromium, Firefox and WebKit: a server on the loopback inflicts each fault upon the built widget. A cell says what all
three show; where one shows something else, it is named. In every cell there is a way on, it works once the fault is over, and the page's own
\`error\` and \`unhandledrejection\` hear nothing.

- **shown**: what was asked for is on screen, as far as it can be read; **stale** says that it is marked with its time
- **done**: “${en['redeem.done']}” The redemption is the page's own; what cannot be read again before it does not stand in its way
`;

/** What was shown, by fault, view and engine: what the page of the documentation says, and what is found out anew. */
export class Report {
  readonly #cells = new Map<string, string>();
  readonly #faults: readonly string[];

  /** @param faults - The names of all faults, in their order; a row of another one is forgotten. */
  constructor(faults: readonly string[]) {
    this.#faults = faults;
    const rows = (existsSync(FILE) ? readFileSync(FILE, 'utf8') : '')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.slice(2, -2).split(' | '));
    const [[, ...views] = [], , ...body] = rows;
    for (const [fault = '', ...cells] of body)
      cells.forEach((cell, index) => this.#read({fault, view: views[index]!}, cell));
  }

  shown(cell: Cell): string | undefined {
    return this.#cells.get(keyOf(cell));
  }

  set(cell: Cell, shown: string): void {
    this.#cells.set(keyOf(cell), shown);
  }

  /** Writes all of it as that page. */
  write(): void {
    const names = VIEWS.map(({name}) => name);
    const legend = SENTENCES.map((key) => `- **${key}**: “${en[`store.${key}`]}”`).join('\n');
    const rows = this.#faults.map((fault) => [fault, ...names.map((view) => this.#written({fault, view}))]);
    const table = [['fault', ...names], ['', ...names].map(() => '---'), ...rows];
    const lines = table.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
    writeFileSync(FILE, `${HEAD}${legend}\n\n<!-- prettier-ignore -->\n${lines}\n`);
  }

  /** What Chromium shows, and after it what others show that is something else. */
  #written(place: Omit<Cell, 'engine'>): string {
    const usual = this.shown({...place, engine: 'chromium'}) ?? '';
    const others = ENGINES.flatMap((engine) => {
      const shown = this.shown({...place, engine}) ?? usual;
      return shown === usual ? [] : [`${shown} in ${NAMES[engine]}`];
    });
    return [usual, ...others].join('; ');
  }

  #read(place: Omit<Cell, 'engine'>, cell: string): void {
    const [usual = '', ...others] = cell.split('; ');
    for (const engine of ENGINES) {
      const ending = ` in ${NAMES[engine]}`;
      const other = others.find((one) => one.endsWith(ending));
      this.set({...place, engine}, other?.slice(0, -ending.length) ?? usual);
    }
  }
}

const keyOf = ({fault, view, engine}: Cell) => [fault, view, engine].join('\n');
