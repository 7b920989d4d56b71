import type {HostSite} from './host-site.ts';

/** What somebody might say who is not who they seem: each name of ours and of the vendor's, in either direction. */
export const FORGERIES = `[
  {type: 'height', height: 9}, {type: 'welcome'}, {type: 'bye'}, {type: 'pong'}, {type: 'ready'}, {type: 'error', status: 500},
  {type: 'redeem', number: 1, product: {id: '507f1f77bcf86cd799439031', showsStock: true}, information: {}},
  {type: 'view', product: {id: '507f1f77bcf86cd799439031', showsStock: true}}, {type: 'search', search: 'x', sort: ''},
  {type: 'settings', theme: 'dark', lang: 'th', isFollowed: true}, {type: 'redeemed', number: 1, code: 'FORGED'},
  {type: 'WIDGET_READY'}, {type: 'WIDGET_HEIGHT_UPDATE', payload: {height: 9}}, {type: 'WIDGET_ERROR'},
  {type: 'RETURNINGAI_WIDGET_REFRESH'}, {type: 'RETURNINGAI_WIDGET_TOKEN', token: 'forged'},
  {type: 'RETURNINGAI_WIDGET_REQUEST_TOKEN'}, {channel: 'rai-store', version: 1}, 'WIDGET_READY', null,
]`;

/** What stands in such a message instead, one time in three. */
const VALUES = `[9, -1, NaN, 1e9, '9', null, true, [], {}, {height: 9}, 'x'.repeat(2000), ['__proto__']]`;

/**
 * A page that forges `count` messages to the page on top, or to its opener, and to the first frame there; the same ones each time for the
 * same name in its address's fragment. At its end it says `{done: name}`.
 */
const attacker = (count: number) => `<!doctype html><script>
  const name = decodeURIComponent(location.hash.slice(1));
  let state = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) >>> 0, 0xca7a10);
  const random = (below) => Math.floor(((state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32) * below);
  const one = (list) => list[random(list.length)];
  const forgeries = ${FORGERIES};
  const values = ${VALUES};
  const forged = () => {
    const message = one(forgeries);
    if (typeof message !== 'object' || message === null) return message;
    return Object.fromEntries(Object.entries(message).map(([key, value]) => [key, random(3) ? value : one(values)]));
  };
  const host = opener ?? top;
  for (let sent = 0; sent < ${count}; sent += 1) {
    const message = random(3) ? forged() : one(forgeries);
    const ports = () => (message?.channel ? [new MessageChannel().port2] : []);
    for (const target of [host, host[0]]) target.postMessage(message, '*', ports());
  }
  host.postMessage({done: name}, '*');
</script>`;

/**
 * Puts the pages of a forging on a site: `/forged`, where the store stands in a plain frame, which is the page's first, and in
 * `<rai-store-frame>`; `/attacks`; and `/nests`, which has that in a frame.
 */
export function putForging(site: HostSite, count: number, gateway = site.gateway.url): void {
  site.put('/attacks', {html: attacker(count)});
  site.put('/nests', {
    html: `<script>
      const frame = document.createElement('iframe');
      frame.src = '/attacks' + location.hash;
      document.documentElement.append(frame);
    </script>`,
  });
  site.put('/forged', {
    html: `<!doctype html><meta charset="utf-8">
      <iframe src="${gateway}/channel?lang=en" width="500" height="400"></iframe>
      <script src="${gateway}/widget/channel-host.js"></script>
      <rai-store-frame src="${gateway}/channel" lang="en" balance="500"></rai-store-frame>
      <script>
        window.done = [];
        const element = document.querySelector('rai-store-frame');
        const told = [];
        let begun = 0;
        let hasHeight = false;
        for (const name of ['ready', 'error', 'category-change', 'search', 'product-choose', 'product-view', 'redeem'])
          addEventListener('rai-' + name, ({type}) => told.push(type));
        // What the plain frame says: that it has begun, and how high it is.
        addEventListener('message', ({data, source, origin}) => {
          if (data?.done) done.push(data.done);
          if (source !== document.querySelector('iframe').contentWindow || origin !== '${gateway}') return;
          if (data?.type === 'WIDGET_READY') begun += 1;
          if (data?.type === 'WIDGET_HEIGHT_UPDATE') hasHeight = true;
        });
        window.begun = () => begun;
        window.isThere = () => told.length > 0 && hasHeight && element.shadowRoot.innerHTML.includes('height:');
        window.state = () => JSON.stringify({
          element: element.outerHTML, inside: element.shadowRoot.innerHTML, told, address: location.href,
          stores: document.body.querySelectorAll('rai-store, rai-store-frame, a').length,
        });
        window.attack = (src, sandbox) => {
          const frame = document.createElement('iframe');
          if (sandbox) frame.setAttribute('sandbox', sandbox);
          frame.src = src;
          document.body.append(frame);
        };
        // A host that believes what it hears, as a control: the same messages change it.
        window.believe = () => addEventListener('message', ({data}) => {
          const height = data?.height ?? data?.payload?.height;
          if (height) element.shadowRoot.querySelector('iframe').style.height = height + 'px';
        });
      </script>`,
  });
}

/** The parts of `/forged` that a test calls in the page. */
export interface ForgedWindow {
  readonly done: readonly string[];
  /** All that a forged message might change, as text. */
  state(): string;
  /** How often the plain frame has begun. */
  begun(): number;
  /** Whether the store has come in both frames, and their heights. */
  isThere(): boolean;
  attack(src: string, sandbox?: string): void;
  believe(): void;
}
