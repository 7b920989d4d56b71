import {once} from 'node:events';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {promisify} from 'node:util';
import {answerTo, type Envelope} from './catalogue.ts';
import {deafen} from './deaf-port.ts';

/** A request for the store's data, and what a gateway in good order would answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly socket: Socket;
  readonly envelope: Envelope;
  /** A host of another origin, which answers everything with a web page. */
  readonly foreign: string;
}

/** What goes wrong while it is on. `closed` is a port that nobody listens on, `deaf` one on which connections hang. */
export type Fault = 'closed' | 'deaf' | ((exchange: Exchange) => void);

/** What a browser sends along that a request for public data has no need of. */
export interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<NodeJS.Dict<string | string[]>>;
}

/** The headers of an answer that a page of any origin may read. */
export const OPEN_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Age, Date, Retry-After, X-Request-Id, Rai-Stale',
} as const;

/** Sends an envelope as a gateway in good order does. */
export function sendJson(
  {response}: Exchange,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(200, {'Content-Type': 'application/json', ...OPEN_HEADERS, ...headers});
  response.end(JSON.stringify(body));
}

/** A gateway on a port of its own that fails in one way as long as that is switched on. */
export class FaultyGateway {
  readonly #fault: Fault;
  readonly #foreign: string;
  #server: Server | undefined;
  #port = 0;
  #isOn = false;
  /** Ends the port's deafness. */
  #hear: (() => Promise<void>) | undefined;

  /** Every request that it got, in order. */
  readonly heard: Heard[] = [];

  constructor(fault: Fault, foreign: string) {
    this.#fault = fault;
    this.#foreign = foreign;
  }

  /** Base URL. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}/v1`;
  }

  async open(): Promise<void> {
    const server = createServer((request, response) => this.#answer(request, response));
    // Whoever asks may leave, and whatever happens to a connection is what this is for.
    server.on('connection', (socket) => socket.on('error', () => {}));
    server.on('clientError', (_error, socket) => socket.destroy());
    this.#server = server;
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Has it fail from now on, or no longer. */
  async set(isOn: boolean): Promise<void> {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    if (typeof this.#fault !== 'string') return this.#server?.closeAllConnections();
    await this.close();
    if (!isOn) await this.open();
    else if (this.#fault === 'deaf') this.#hear = await deafen(this.#port);
  }

  /** How many connections are open to it. */
  async connections(): Promise<number> {
    const server = this.#server;
    return server ? promisify(server.getConnections.bind(server))() : 0;
  }

  async close(): Promise<void> {
    await this.#hear?.();
    this.#hear = undefined;
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const {method = '', url = '', headers, socket} = request;
    this.heard.push({method, url, headers});
    response.on('error', () => {});
    const exchange = {request, response, socket, foreign: this.#foreign, envelope: answerTo(url)};
    if (this.#isOn && typeof this.#fault !== 'string') this.#fault(exchange);
    else sendJson(exchange, exchange.envelope);
  }
}
