import {createAdaptorServer} from '@hono/node-server';
import type {IncomingMessage, Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {Hono} from 'hono';
import {createGateway, type Bindings, type GatewayOptions} from './app.ts';
import {filesIn} from './files.ts';
import {widgetRoutes} from './widget.ts';

/** A gateway on a port of its own. */
export interface NodeGatewayOptions extends GatewayOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen on; loopback if not given. */
  readonly host?: string;
  /** The folder of the widget's build, served under `/widget/`. */
  readonly widgetDir?: string;
}

/** A gateway that listens. */
export interface RunningGateway {
  readonly url: string;
  /** Takes no new connection, lets running requests end, and resolves when the last is answered. */
  close(): Promise<void>;
}

/**
 * Starts a gateway on Node.
 *
 * @throws The listening error of Node, such as `EADDRINUSE` for a taken port.
 */
export async function startGateway(options: NodeGatewayOptions): Promise<RunningGateway> {
  const gateway = createGateway(options);
  const app = new Hono();
  if (options.widgetDir !== undefined) app.route('/', widgetRoutes(filesIn(options.widgetDir)));
  app.all('*', (c) => {
    const {incoming} = c.env as {incoming: IncomingMessage};
    const bindings: Bindings = {target: incoming.url ?? '/'};
    return gateway.fetch(c.req.raw, bindings);
  });
  const host = options.host ?? '127.0.0.1';
  const server = createAdaptorServer({fetch: app.fetch, hostname: host}) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const {port} = server.address() as AddressInfo;
  return {url: `http://${host}:${port}`, close: () => closed(server)};
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
}
