import {STORE, type Host} from './host.ts';

/** Where a page is from, and what it shows. */
export interface HostPlace {
  /** The gateway's origin. */
  readonly gateway: string;
  /** What stands before the store, in whatever document that is. */
  readonly before?: string;
}

/** The store's box on every page: at one place, of one width, whatever the page says to a `div`. */
const BOX = [
  'position: absolute', 'left: 16px', 'top: 16px', 'width: 900px', 'height: auto', 'margin: 0', 'padding: 0', 'border: 0',
  'min-height: 0', 'max-width: none', 'display: block', 'float: none', 'transform: none', 'opacity: 1', 'filter: none',
  'box-shadow: none', 'outline: 0', 'animation: none', 'direction: ltr', 'overflow: visible', 'background: none', 'border-radius: 0',
].map((rule) => `${rule} !important`).join('; '); // prettier-ignore

/** A frame in that box's place. */
const FRAME = `position: absolute; left: 0; top: 0; width: 932px; height: 1400px; border: 0`;

/** The HTML of a host's page, with a store in it. */
export function hostPage(host: Host, {gateway, before = ''}: HostPlace): string {
  const store = `${before}<div id="box" style="${BOX}; --rai-font-family: sans-serif"><script async="" src="${gateway}/widget/embed.js" data-gateway="${gateway}/v1" data-page-size="6" data-sort="name:asc" data-lang="en" data-theme="light" data-redeem-url="https://community.northwind-hikers.example/store"></script></div>`;
  const quoted = `<!doctype html><html lang='en'><body>${store}</body></html>`;
  const filled = (html: string) =>
    html
      .replace(STORE, store)
      .replace('FRAME', FRAME)
      .replace('ENCODED', encodeURIComponent(store).replaceAll("'", '%27'))
      .replace('QUOTED', quoted.replaceAll('&', '&amp;').replaceAll('"', '&quot;'));
  if (host.whole) return filled(host.whole);
  const {doctype = '<!doctype html>', root = 'lang="en"', head = '', body = STORE} = host;
  return `${doctype}
<html ${root}>
  <head>
    <meta charset="utf-8">
    <title>${host.title}</title>
    ${head}
  </head>
  <body>${filled(body)}</body>
</html>`;
}
