import {brotliCompressSync, gzipSync} from 'node:zlib';
import {OPEN_HEADERS, sendJson, type Exchange, type Fault} from './faulty-gateway.ts';

const OPEN = Object.entries(OPEN_HEADERS)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');

const bodyOf = ({envelope}: Exchange) => JSON.stringify(envelope);

/** Writes to the connection, past all rules of HTTP. */
const raw =
  (text: string | ((exchange: Exchange) => string), then: 'reset' | 'end' | 'hang' = 'end'): Fault =>
  (exchange) => {
    const {socket} = exchange;
    const said = typeof text === 'string' ? text : text(exchange);
    if (then === 'end') socket.end(said);
    else socket.write(said, () => then === 'reset' && setTimeout(() => socket.resetAndDestroy(), 20));
  };

const head = (headers = '', status = '200 OK') =>
  `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\n${OPEN}${headers}\r\n`;

const half = (exchange: Exchange) => bodyOf(exchange).slice(0, 200);
const length = (exchange: Exchange) => Buffer.byteLength(bodyOf(exchange));

/** Sends bytes that say of themselves how they are packed. */
const packed =
  (encoding: string, pack: (body: Buffer) => Buffer): Fault =>
  (exchange) => {
    const {response} = exchange;
    const headers = {'Content-Type': 'application/json', 'Content-Encoding': encoding, ...OPEN_HEADERS};
    response.writeHead(200, headers);
    response.end(pack(Buffer.from(bodyOf(exchange))));
  };

/** Sends a megabyte of white space again and again, for as long as anybody listens. */
const endless =
  (headers: Readonly<Record<string, string>>): Fault =>
  ({response}) => {
    const spaces = Buffer.alloc(1_000_000, ' ');
    response.writeHead(200, {'Content-Type': 'application/json', ...OPEN_HEADERS, ...headers});
    let left = 1_000;
    const go = () => {
      while (left > 0 && !response.destroyed) {
        left -= 1;
        if (!response.write(spaces)) return void response.once('drain', go);
      }
      response.end();
    };
    go();
  };

const redirect =
  (status: number, to: (exchange: Exchange) => string | undefined): Fault =>
  (exchange) => {
    const location = to(exchange);
    exchange.response.writeHead(status, {
      ...OPEN_HEADERS,
      ...(location !== undefined && {Location: location}),
    });
    exchange.response.end();
  };

/** What can happen to a connection, and to the bytes on it. */
export const CONNECTION_FAULTS: Readonly<Record<string, Fault>> = {
  'connection refused': 'closed',
  'reset before an answer': ({socket}) => socket.resetAndDestroy(),
  'closed before an answer': ({socket}) => socket.end(),
  'reset within the headers': raw('HTTP/1.1 200 OK\r\nContent-Ty', 'reset'),
  'closed within the headers': raw('HTTP/1.1 200 OK\r\nContent-Ty'),
  'reset within the body': raw(
    (exchange) => `${head(`Content-Length: ${length(exchange)}\r\n`)}${half(exchange)}`,
    'reset',
  ),
  'closed within the body': raw(
    (exchange) => `${head(`Content-Length: ${length(exchange)}\r\n`)}${half(exchange)}`,
  ),
  'chunks without an end': raw(
    (exchange) => `${head('Transfer-Encoding: chunked\r\n')}c8\r\n${half(exchange)}\r\n`,
  ),
  'a chunk’s length that is none': raw(`${head('Transfer-Encoding: chunked\r\n')}many\r\n{}\r\n`),
  'body cut short': (exchange) => {
    exchange.response.writeHead(200, {'Content-Type': 'application/json', ...OPEN_HEADERS});
    exchange.response.end(half(exchange));
  },
  'no answer, ever': () => {},
  'headers that never end': raw('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n', 'hang'),
  'a body that never ends': raw(
    (exchange) => `${head(`Content-Length: ${length(exchange)}\r\n`)}${half(exchange)}`,
    'hang',
  ),
  'a byte now and then': (exchange) => {
    const {response} = exchange;
    response.writeHead(200, {'Content-Type': 'application/json', ...OPEN_HEADERS});
    const body = bodyOf(exchange);
    let at = 0;
    const timer = setInterval(
      () => (response.destroyed ? clearInterval(timer) : response.write(body[at++])),
      100,
    );
  },
  'no HTTP at all': raw('SSH-2.0-OpenSSH_9.2\r\n'),
  'random bytes': raw('\0\x01\x02\x80\r\n\r\n'),
  'two lengths that differ': raw(`${head('Content-Length: 2\r\nContent-Length: 3\r\n')}{}`),
  'a length that is too short': raw(
    (exchange) => `${head('Content-Length: 20\r\nConnection: close\r\n')}${bodyOf(exchange)}`,
  ),
  'a length that is too long': raw(
    (exchange) => `${head(`Content-Length: ${length(exchange) + 500}\r\n`)}${bodyOf(exchange)}`,
  ),
  'a length that is no number': raw(
    (exchange) => `${head('Content-Length: many\r\nConnection: close\r\n')}${bodyOf(exchange)}`,
  ),
  'a header of 300 kB': (exchange) => sendJson(exchange, exchange.envelope, {'X-Long': 'x'.repeat(300_000)}),
  'corrupt gzip': packed('gzip', (body) => {
    const bytes = gzipSync(body);
    return bytes.fill(0x55, 20, 60);
  }),
  'gzip cut short': packed('gzip', (body) => gzipSync(body).subarray(0, 80)),
  'gzip that is none': packed('gzip', (body) => body),
  'corrupt Brotli': packed('br', (body) => brotliCompressSync(body).fill(0x55, 5, 40)),
  'Brotli that is none': packed('br', (body) => body),
  'an unknown encoding': packed('x-rot13', (body) => body),
  'a gzip bomb': packed('gzip', () => gzipSync(Buffer.alloc(100_000_000, ' '))),
  'a gigabyte in chunks': endless({}),
  'a gigabyte that says so': endless({'Content-Length': '1000000000'}),
  'a redirect to itself': redirect(302, ({request}) => request.url),
  'a redirect to nowhere': redirect(302, () => undefined),
  'a redirect to a page that shows a login': redirect(302, ({foreign}) => `${foreign}/open`),
  'a redirect to a foreign origin that refuses': redirect(307, ({foreign}) => `${foreign}/shut`),
  'a redirect to another scheme': redirect(308, () => 'ftp://127.0.0.1/store'),
  'a choice of several': redirect(300, () => undefined),
  'no CORS': ({response, ...exchange}) => {
    response.writeHead(200, {'Content-Type': 'application/json'});
    response.end(JSON.stringify(exchange.envelope));
  },
  'CORS for somebody else': (exchange) =>
    sendJson(exchange, exchange.envelope, {'Access-Control-Allow-Origin': 'https://elsewhere.example'}),
  'CORS for two at once': (exchange) =>
    sendJson(exchange, exchange.envelope, {
      'Access-Control-Allow-Origin': `${exchange.request.headers.origin}, *`,
    }),
  'CORS with all headers hidden': (exchange) =>
    sendJson(exchange, exchange.envelope, {'Access-Control-Expose-Headers': ''}),
};
