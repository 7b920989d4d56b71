import {getRequestListener} from '@hono/node-server';
import {createServer, type IncomingMessage, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {clientOf, proxiesOf} from './address.ts';
import {createGateway, type Bindings, type GatewayOptions} from './app.ts';
import {metrics} from './metrics.ts';
import {compressors} from './node-compress.ts';
import {nodeFetch} from './node-fetch.ts';
import {observers, type Observer} from './observe.ts';
import {mayScrape} from './scrape.ts';
import {firstModules, widgetRoutes, type WidgetOptions} from './widget.ts';

/** A gateway on a port of its own. */
export interface NodeGatewayOptions extends GatewayOptions, Partial<WidgetOptions> {
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen on; loopback if not given. */
  readonly host?: string;
  /** The proxies whose `X-Forwarded-For` is believed: addresses, networks or `loopback`. */
  readonly trustedProxies?: readonly string[];
  /** Lets `/metrics` be read from elsewhere by those who know it. */
  readonly metricsToken?: string;
  /** How long running requests have to end when the gateway stops, in milliseconds; 10,000 if not given. */
  readonly grace?: number;
}

/** A gateway that listens. */
export interface RunningGateway {
  readonly url: string;
  /** Takes no new connection, lets running requests end, and resolves when the last is answered. */
  close(): Promise<void>;
}

/** Slow senders are cut off; connections outlive those of a load balancer, which would else meet a closed one. */
const SERVER = {
  headersTimeout: 10_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
};

/** Whoever forgets this has one limit for all of the clients of a proxy. */
const UNTRUSTED_PROXY =
  'A request came by way of a proxy that is not trusted: all of its clients share one limit. ' +
  'If the proxy is yours, name it in TRUSTED_PROXIES.';

/** Targets that a URL can be made of without its being changed. */
const PLAIN_TARGET = /^(?:\/[\w.~%-]+)*\/?(?:\?[^\s#]*)?$/;

/**
 * Starts a gateway on Node, with the widget's files under `/widget/`, and its numbers under `/metrics`.
 *
 * @throws The listening error of Node, such as `EADDRINUSE` for a taken port.
 */
export async function startGateway(options: NodeGatewayOptions): Promise<RunningGateway> {
  const numbers = metrics();
  const upstream = nodeFetch();
  let isDraining = false;
  const observer: Observer = observers(numbers.observer, options.observer ?? {});
  const gateway = createGateway({
    fetch: upstream.fetch,
    compressors: compressors('often'),
    ...(options.widgetDir !== undefined && {channel: {modules: () => firstModules(options.widgetDir!)}}),
    ...options,
    observer,
    isDraining: () => isDraining,
  });
  const widget =
    options.widgetDir === undefined ? undefined : widgetRoutes({...options, widgetDir: options.widgetDir});
  const isProxy = proxiesOf(options.trustedProxies ?? []);
  let isNoticed = false;
  const targets = new WeakMap<IncomingMessage, string>();

  const answer = (request: Request, incoming: IncomingMessage): Response | Promise<Response> => {
    const {remoteAddress = ''} = incoming.socket;
    const forwarded = request.headers.get('x-forwarded-for');
    if (!isNoticed && forwarded !== null && !isProxy(remoteAddress)) {
      isNoticed = true;
      observer.noticed?.(UNTRUSTED_PROXY);
    }
    const bindings: Bindings = {
      target: targets.get(incoming) ?? incoming.url ?? '/',
      client: clientOf(remoteAddress, forwarded, isProxy),
    };
    if (
      bindings.target === '/metrics' &&
      request.method === 'GET' &&
      mayScrape(incoming, options.metricsToken)
    ) {
      return numbers
        .text()
        .then(
          (text) =>
            new Response(text, {headers: {'Content-Type': numbers.contentType, 'Cache-Control': 'no-store'}}),
        );
    }
    return gateway.fetch(request, bindings);
  };
  widget?.notFound((c) => answer(c.req.raw, (c.env as {incoming: IncomingMessage}).incoming));

  const listener = getRequestListener((request, env) => {
    const {incoming} = env as {incoming: IncomingMessage};
    return widget && incoming.url?.startsWith('/widget/')
      ? widget.fetch(request, env)
      : answer(request, incoming);
  });
  const server = createServer(SERVER, (incoming, outgoing) => {
    // The host that a client names is nobody's business here, and an odd target must not become another one.
    incoming.headers.host = 'gateway';
    if (!PLAIN_TARGET.test(incoming.url ?? '')) {
      targets.set(incoming, incoming.url ?? '');
      incoming.url = '/';
    }
    void listener(incoming, outgoing);
  });
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: async () => {
      isDraining = true;
      await closed(server, options.grace ?? 10_000);
      await upstream.close();
    },
  };
}

/** Ends the server when its last request is answered, or when the time of grace is over. */
function closed(server: Server, grace: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const end = setTimeout(() => server.closeAllConnections(), grace);
    server.close((error) => {
      clearInterval(idle);
      clearTimeout(end);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}
