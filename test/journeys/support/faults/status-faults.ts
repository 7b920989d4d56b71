import {OPEN_HEADERS, type Fault} from './faulty-gateway.ts';

const status =
  (code: number, headers: () => Readonly<Record<string, string>> = () => ({})): Fault =>
  ({response}) => {
    const all = {
      'Content-Type': 'application/json',
      'X-Request-Id': `q-${code}`,
      ...OPEN_HEADERS,
      ...headers(),
    };
    response.writeHead(code, all);
    response.end(
      JSON.stringify({status: 'error', message: 'No.', meta: {statusCode: code, status: 'error'}}),
    );
  };

const retryAfter = (text: string) => () => ({'Retry-After': text});
const retryIn = (ms: number) => () => ({'Retry-After': new Date(Date.now() + ms).toUTCString()});

const CODES = [
  400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 413, 414, 415, 418, 422, 423, 425, 426, 428, 429, 431,
  451,
];
const SERVER_CODES = [500, 501, 502, 503, 504, 505, 507, 508, 510, 511, 520, 599];

/** The statuses that a gateway, or whatever stands before it, can answer. */
export const STATUS_FAULTS: Readonly<Record<string, Fault>> = {
  ...Object.fromEntries([...CODES, ...SERVER_CODES].map((code) => [`status ${code}`, status(code)])),
  '426 with the protocol to use': status(426, () => ({Upgrade: 'HTTP/3.0', Connection: 'Upgrade'})),
  '429, again in a second': status(429, retryAfter('1')),
  '429, again in an hour': status(429, retryAfter('3600')),
  '429, again at a time': status(429, retryIn(45_000)),
  '429, again soon': status(429, retryAfter('soon')),
  '503, again in half a minute': status(503, retryAfter('30')),
  '503, again at a time long past': status(503, retryIn(-86_400_000)),
};
