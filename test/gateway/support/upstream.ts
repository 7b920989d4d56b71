import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {respondAsSample} from './store.ts';

/** A request as it came over the wire. */
export interface Recorded {
  readonly method: string;
  readonly target: string;
  /** Names as they were written, each before its value. */
  readonly rawHeaders: readonly string[];
}

/** A Store API on a port of its own. It answers what a test says, and remembers every request. */
export interface UpstreamServer {
  readonly url: string;
  readonly requests: Recorded[];
  /** What it answers from now on. */
  answer: (request: Request) => Response | Promise<Response>;
  /** Takes the connection over, for faults below HTTP. */
  handle: ((incoming: IncomingMessage, outgoing: ServerResponse) => void) | undefined;
  /** How many requests are unanswered. */
  readonly open: () => number;
  /** Forgets what it was asked, and answers the samples again. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts a store that answers the samples. */
export async function startUpstream(port = 0): Promise<UpstreamServer> {
  let open = 0;
  const server = createServer((incoming, outgoing) => {
    const {method = '', url: target = '', rawHeaders} = incoming;
    store.requests.push({method, target, rawHeaders});
    open++;
    outgoing.on('close', () => open--);
    if (store.handle) store.handle(incoming, outgoing);
    else void reply(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const reply = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const left = new AbortController();
    outgoing.on('close', () => left.abort(new Error('left')));
    const request = new Request(`http://store.example${incoming.url}`, {signal: left.signal});
    const answer = await store.answer(request);
    outgoing.writeHead(answer.status, [...answer.headers].flat());
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  };
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const store: UpstreamServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests: [],
    answer: respondAsSample,
    handle: undefined,
    open: () => open,
    reset: () => {
      store.requests.length = 0;
      store.answer = respondAsSample;
      store.handle = undefined;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return store;
}
