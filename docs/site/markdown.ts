import type MarkdownIt from 'markdown-it';
import Prism from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';
import {linkOnSite} from './pages.ts';

loadLanguages(['bash', 'css', 'http', 'json', 'jsx', 'markup', 'tsx', 'typescript']);

/** What a fence calls a language, where the highlighter has another name for it. */
const GRAMMARS: Readonly<Record<string, string>> = {
  html: 'markup',
  js: 'javascript',
  sh: 'bash',
  svelte: 'markup',
  ts: 'typescript',
  vue: 'markup',
};

/** What stands above a piece of code, where the fence's word in capitals would not do. */
const NAMES: Readonly<Record<string, string>> = {
  csp: 'Content-Security-Policy',
  ini: 'Settings',
  js: 'JavaScript',
  nginx: 'nginx',
  sh: 'Terminal',
  svelte: 'Svelte',
  ts: 'TypeScript',
  vue: 'Vue',
};

/** What the pieces of a table are, however they are laid out. */
const ROLES: Readonly<Record<string, string>> = {
  table_open: 'table',
  thead_open: 'rowgroup',
  tbody_open: 'rowgroup',
  tr_open: 'row',
  th_open: 'columnheader',
  td_open: 'cell',
};

/** How many columns a table may have to be read row by row on a phone; a wider one scrolls. */
const MOST_STACKED = 4;

/** What the rendering of one page is told. */
export interface PageEnvironment {
  /** Path of the page from `docs/`, without ending. */
  readonly path: string;
  /** From the page's folder to the site's root, such as `../`. */
  readonly root: string;
  /** Where the page's samples in HTML are found at work from the site's root, by their number. */
  readonly example: (number: number) => string;
  /** How many samples in HTML the page has had so far. */
  samples?: number;
}

/** Has a parser write pages of the docs: anchors at headings, links between pages, samples that can be copied and seen. */
export function prepareMarkdown(
  markdown: MarkdownIt,
  environmentOf: (env: object) => PageEnvironment,
  isPage: (path: string) => boolean,
): void {
  const {escapeHtml} = markdown.utils;
  const rules = markdown.renderer.rules;

  markdown.core.ruler.push('anchors', (state) => {
    const taken = new Map<string, number>();
    state.tokens.forEach((token, at) => {
      if (token.type !== 'heading_open') return;
      const words = slug(plain(state.tokens[at + 1]?.children ?? []));
      const times = taken.get(words) ?? 0;
      taken.set(words, times + 1);
      token.attrSet('id', times ? `${words}-${times}` : words);
    });
  });

  markdown.core.ruler.push('links', (state) => {
    const {path} = environmentOf(state.env as object);
    for (const {children} of state.tokens) {
      let isPlain = false;
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          const href = linkOnSite(token.attrGet('href') ?? '', path, isPage);
          isPlain = href === undefined;
          if (href !== undefined) token.attrSet('href', href);
          else Object.assign(token, {tag: 'span', attrs: [['class', 'file']]});
        } else if (token.type === 'link_close' && isPlain) {
          token.tag = 'span';
        }
      }
    }
  });

  rules.html_block = (tokens, at) =>
    tokens[at]!.content.trim().startsWith('<!--') ? '' : tokens[at]!.content;

  // A style in the page would be refused by its policy.
  markdown.core.ruler.push('alignments', ({tokens}) => {
    for (const token of tokens) {
      const align = /text-align:(\w+)/.exec(token.attrGet('style') ?? '')?.[1];
      if (align) token.attrs = [['class', align]];
    }
  });

  // On a phone the rows of a narrow table are laid out as blocks, which are a table still for those who hear it.
  markdown.core.ruler.push('tables', ({tokens}) => {
    let heads: string[] = [];
    let table: (typeof tokens)[number] | undefined;
    let column = 0;
    tokens.forEach((token, at) => {
      const role = ROLES[token.type];
      if (role) token.attrSet('role', role);
      if (token.type === 'table_open') [table, heads] = [token, []];
      if (token.type === 'tr_open') column = 0;
      if (token.type === 'th_open') heads.push(plain(tokens[at + 1]?.children ?? []));
      if (token.type === 'thead_close' && heads.length <= MOST_STACKED) table?.attrSet('class', 'stacked');
      if (token.type === 'td_open') token.attrSet('data-head', heads[column++] ?? '');
    });
  });

  rules.table_open = (tokens, at, options, _env, self) =>
    `<div class="table" tabindex="0" role="group" aria-label="Table">${self.renderToken(tokens, at, options)}`;
  rules.table_close = () => '</table></div>';

  rules.fence = (tokens, at, _options, env: object) => {
    const token = tokens[at]!;
    const [language = '', ...flags] = token.info.trim().split(/\s+/);
    const grammar = Prism.languages[GRAMMARS[language] ?? language];
    const code = grammar ? Prism.highlight(token.content, grammar, language) : escapeHtml(token.content);
    const shown = `<pre tabindex="0" role="group" aria-label="Code"><code>${code}</code></pre>`;
    const head = language
      ? `<div class="codehead" data-name="${escapeHtml(NAMES[language] ?? language.toUpperCase())}"><button class="copy" type="button" hidden>Copy</button></div>`
      : '';
    const block = `<div class="code">${head}${shown}</div>`;
    const page = environmentOf(env);
    if (language === 'html') page.samples = (page.samples ?? 0) + 1;
    if (!flags.includes('live')) return block;
    const address = page.root + page.example(page.samples ?? 0);
    return `<figure class="sample">${block}<div class="live"><iframe src="${address}" loading="lazy" title="The sample above at work"></iframe></div>
<figcaption><a href="${address}">Open it by itself</a></figcaption></figure>`;
  };
}

interface Piece {
  readonly content: string;
  readonly type: string;
  readonly children: readonly Piece[] | null;
}

const plain = (pieces: readonly Piece[]): string =>
  pieces.map(({type, content}) => (/^(?:text|code_inline)$/.test(type) ? content : '')).join('');

/** The anchor of a heading, as forges make it, so that a link holds on both. */
export const slug = (words: string): string =>
  words
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
