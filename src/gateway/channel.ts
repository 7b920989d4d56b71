import {ID_PATTERN} from '../api/contract.ts';
import type {Caller} from './cache.ts';
import type {Frame} from './respond.ts';
import {RULES} from './rules.ts';
import type {Store} from './store.ts';

/** What the channel page is made with. */
export interface ChannelOptions {
  /** The widget's files that the page needs first, below `/widget/`; asked for while the page itself is on its way. */
  readonly modules: () => Promise<readonly string[]>;
}

/** How a store's page for an iframe channel is answered. */
export interface ChannelRequest {
  readonly store: Store;
  readonly query: URLSearchParams;
  readonly frame: Frame;
  readonly caller: Caller;
}

/**
 * The page of a store that fills a frame. Only pages of the store's origins may have it in theirs: where those cannot be read, nobody may.
 * What the address says is a hint that anybody may have written: what is not plainly a theme, a language or an id is left out.
 */
export async function channelPage(
  {store, query, frame, caller}: ChannelRequest,
  {modules}: ChannelOptions,
): Promise<Response> {
  const parents = await store.parents(caller);
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const widget = store.name === undefined ? 'widget/' : '../../widget/';
  const page = pageOf({
    nonce,
    hints: hintsOf(query, store),
    parents,
    widget,
    modules: await modules(),
    wantsToken: store.options.tokenSecret !== undefined,
  });
  return new Response(page, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policyOf(nonce, parents, store),
      'Permissions-Policy':
        'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)',
      'Cache-Control': 'no-store',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Referrer-Policy': 'origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Request-Id': frame.id,
      Date: new Date().toUTCString(),
    },
  });
}

interface Hints {
  readonly theme?: string | undefined;
  readonly lang?: string | undefined;
  readonly category?: string | undefined;
  readonly product?: string | undefined;
  readonly userID?: string | undefined;
}

function hintsOf(query: URLSearchParams, store: Store): Hints {
  const first = (...names: string[]) =>
    names.map((name) => query.get(name)).find((value) => value !== null) ?? '';
  const idIn = (name: string) => {
    const id = first(name);
    return ID_PATTERN.test(id) ? id : undefined;
  };
  const theme = first('theme', 'color');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    lang: RULES.products.lang?.(first('lang', 'locale')),
    category: idIn('category'),
    product: idIn('product'),
    userID: store.options.userID ? idIn('userID') : undefined,
  };
}

/** Scripts by nonce and what they load, nothing from elsewhere but pictures; no frame, form or base of anybody's. */
function policyOf(nonce: string, parents: readonly string[], {options}: Store): string {
  const {origin, protocol} = new URL(options.upstream);
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    // Pictures come from wherever the merchant keeps them; without TLS only from a store on this very machine.
    `img-src https: data:${protocol === 'http:' ? ` ${origin}` : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${parents.join(' ') || "'none'"}`,
    "require-trusted-types-for 'script'",
    'trusted-types returningai-store',
  ].join('; ');
}

interface PageParts {
  readonly nonce: string;
  readonly hints: Hints;
  readonly parents: readonly string[];
  readonly widget: string;
  readonly modules: readonly string[];
  readonly wantsToken: boolean;
}

const STYLE = `
:root{color-scheme:light dark;background:var(--rai-page,light-dark(#f6f5f1,#12151a))}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
body{margin:0;padding:16px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}
rai-store{display:block}
rai-store:not(:defined){min-height:1200px}
noscript{display:block;color:light-dark(#1d2129,#eef0f3)}
`;

function pageOf({nonce, hints, parents, widget, modules, wantsToken}: PageParts): string {
  const {theme, lang, category, product, userID} = hints;
  return `<!doctype html>
<html${attributes({lang, 'data-theme': theme, 'data-parents': parents.join(' '), 'data-token': wantsToken ? '' : undefined})}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Rewards</title>
${modules.map((file) => `<link rel="modulepreload" nonce="${nonce}" href="${escaped(widget + file)}">\n`).join('')}\
<style nonce="${nonce}">${STYLE}</style>
<script type="module" nonce="${nonce}" src="${widget}channel.js"></script>
<script type="module" nonce="${nonce}" src="${widget}rai-store.js"></script>
</head>
<body>
<rai-store${attributes({gateway: 'v1', theme, category, product, 'user-id': userID})}></rai-store>
<noscript>The rewards store needs JavaScript.</noscript>
</body>
</html>
`;
}

const attributes = (values: Readonly<Record<string, string | undefined>>) =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(value!)}"`)
    .join('');

/** Nothing that comes here needs it, by what is let in; it is the second lock. */
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
