import {join} from 'node:path';
import type {Browser, CDPSession, Page} from 'playwright-core';

/** How fast the line and the machine are. */
export interface Profile {
  readonly name: string;
  /** Milliseconds that each request waits before its answer begins. */
  readonly roundTrip: number;
  /** Bits a second, for all requests of a page together; 0 for no limit. */
  readonly down: number;
  /** The processor is slower by this factor. */
  readonly slowdown: number;
}

export const SLOW: Profile = {name: 'slow line', roundTrip: 150, down: 1_600_000, slowdown: 4};
export const FAST: Profile = {name: 'no throttling', roundTrip: 0, down: 0, slowdown: 1};

/** What a page loads, by what it is for; its own document is none of them. */
export type Kind = 'scripts' | 'data' | 'pictures';

const KINDS: Readonly<Record<string, Kind>> = {
  Script: 'scripts',
  Stylesheet: 'scripts',
  Fetch: 'data',
  XHR: 'data',
  Image: 'pictures',
};

/** A request of a page; times in ms since the page was asked for. */
export interface Requested {
  readonly name: string;
  readonly kind: Kind | undefined;
  readonly began: number;
  answered?: number;
  ended?: number;
  /** Header and body as they came over the line. */
  bytes?: number;
}

/** A window with a cold cache that is watched from its first moment. */
export interface Visit {
  readonly page: Page;
  readonly session: CDPSession;
  readonly requests: readonly Requested[];
  /** Resolves when nothing has been on its way for a while. */
  readonly quiet: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How long nothing may be on its way until a page counts as quiet, in ms. */
const QUIET = 400;

/**
 * Opens a window of its own.
 *
 * DevTools' emulation delays the answer to each request by the round trip, and gives all of a page's answers one
 * common bandwidth. It does not see connections: opening one costs nothing here, neither its handshake nor its slow start, so a
 * page that asks a further origin pays one or two round trips more on a real line than in these figures.
 */
export async function visit(browser: Browser, {roundTrip, down, slowdown}: Profile): Promise<Visit> {
  const context = await browser.newContext({locale: 'en-US', viewport: {width: 1280, height: 900}});
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.addInitScript({path: join(import.meta.dirname, 'probe.js')});
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', {rate: slowdown});
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTrip,
    downloadThroughput: down ? down / 8 : -1,
    uploadThroughput: -1,
  });

  const requests = new Map<string, Requested>();
  let start: number | undefined;
  let open = 0;
  let last = performance.now();
  const since = (timestamp: number) => (timestamp - (start ?? timestamp)) * 1000;
  session.on('Network.requestWillBeSent', ({requestId, request, timestamp, type = ''}) => {
    start ??= timestamp;
    const {pathname} = new URL(request.url);
    requests.set(requestId, {
      name: pathname.split('/').slice(-2).join('/'),
      kind: KINDS[type],
      began: since(timestamp),
    });
    open++;
  });
  session.on('Network.responseReceived', ({requestId, response: {timing}}) => {
    if (!timing) return;
    const answered = since(timing.requestTime) + timing.receiveHeadersEnd;
    Object.assign(requests.get(requestId) ?? {}, {answered});
  });
  const ended = (requestId: string, timestamp: number, bytes: number) => {
    Object.assign(requests.get(requestId) ?? {}, {ended: since(timestamp), bytes});
    open--;
    last = performance.now();
  };
  session.on('Network.loadingFinished', ({requestId, timestamp, encodedDataLength}) =>
    ended(requestId, timestamp, encodedDataLength),
  );
  session.on('Network.loadingFailed', ({requestId, timestamp}) => ended(requestId, timestamp, 0));

  return {
    page,
    session,
    get requests() {
      return [...requests.values()];
    },
    quiet: async () => {
      while (open > 0 || performance.now() - last < QUIET) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    close: () => context.close(),
  };
}
