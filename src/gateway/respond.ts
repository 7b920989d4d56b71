import {STALE_HEADER} from '../api/contract.ts';
import {codingFor, type Compressors} from './coding.ts';
import {envelope, type Refusal} from './errors.ts';
import {compressed, type Sealed} from './sealed.ts';

/** What an answer needs to know of the request that it answers, and what the log says of both. */
export interface Frame {
  /** Names the request in the answer and in the log. */
  readonly id: string;
  /** The page's origin, once it was found to be allowed. */
  origin?: string;
  route: string;
  store?: string;
  source?: string;
  cause?: unknown;
}

/** What an answer out of the cache is made of. */
export interface Content {
  readonly sealed: Sealed;
  /** When it was read from the store, in epoch milliseconds. */
  readonly at: number;
  readonly isLastGood: boolean;
  /** Who else may keep it: everybody, the asker alone, or nobody. */
  readonly kept: 'shared' | 'private' | 'not';
}

/** How answers are sent. */
export interface Sending {
  readonly compressors: Compressors | undefined;
  /** For how long others may take an answer as new, and as good enough while they ask again. In seconds. */
  readonly fresh: number;
  readonly stale: number;
}

/** What pages of other origins may read of an answer, beyond its body. */
const EXPOSED = `Age, Date, ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, ${STALE_HEADER}`;

const JSON_TYPE = 'application/json; charset=utf-8';

/** The headers of every answer: nothing in it runs, is sniffed, framed or kept for another origin. */
function headersOf({id, origin}: Frame): Record<string, string> {
  // Written out in one go and added to: copying headers again and again took a tenth of a cached read.
  const headers: Record<string, string> = {
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Origin, Accept-Encoding',
    'X-Request-Id': id,
  };
  if (origin !== undefined) {
    headers['Access-Control-Allow-Origin'] = origin;
    headers['Access-Control-Expose-Headers'] = EXPOSED;
  }
  return headers;
}

/** A small answer of the gateway's own; never kept by anybody. */
export function json(
  frame: Frame,
  body: object,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...headersOf(frame),
      'Cache-Control': 'no-store',
      'Content-Type': JSON_TYPE,
      Date: new Date().toUTCString(),
      ...headers,
    },
  });
}

/** The answer to a request that is refused. */
export function failure(frame: Frame, refusal: Refusal): Response {
  frame.cause = refusal.cause;
  return json(frame, envelope(refusal, frame.id), refusal.status, refusal.headers);
}

/** The answer to a page that asks whether it may ask. Request headers change nothing here, so all are allowed. */
export function preflight(frame: Frame, methods: string): Response {
  const headers = {
    ...headersOf(frame),
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Max-Age': '86400',
    Allow: methods,
    Date: new Date().toUTCString(),
  };
  return new Response(null, {status: 204, headers});
}

/**
 * An answer of the store's. `Date` says when it was read and `Age` how long ago that is, so that both together give
 * the time now, by which pages judge discounts. A page that has it already gets 304.
 */
export function content(
  frame: Frame,
  request: Request,
  answer: Content,
  sending: Sending,
): Response | Promise<Response> {
  const {sealed, at, isLastGood} = answer;
  const coded = compressed(sealed, codingFor(request.headers.get('accept-encoding')), sending.compressors);
  const headers = headersOf(frame);
  keep(headers, answer, sending);
  headers['Content-Type'] = JSON_TYPE;
  headers['Date'] = new Date(at).toUTCString();
  headers['Age'] = String(Math.max(0, Math.floor(Date.now() / 1000) - Math.floor(at / 1000)));
  headers['ETag'] = coded ? `"${sealed.tag}.${coded.coding}"` : `"${sealed.tag}"`;
  if (isLastGood) headers[STALE_HEADER] = '1';
  if (isKnown(request.headers.get('if-none-match'), sealed.tag))
    return new Response(null, {status: 304, headers});
  if (!coded) {
    headers['Content-Length'] = String(sealed.body.byteLength);
    return new Response(sealed.body, {headers});
  }
  headers['Content-Encoding'] = coded.coding;
  return coded.body.then((body) => {
    headers['Content-Length'] = String(body.byteLength);
    return new Response(body, {headers});
  });
}

/** Browsers ask each time, which costs a 304: a kept answer would tell them an old time. CDNs keep it for a while. */
function keep(headers: Record<string, string>, {kept, isLastGood}: Content, {fresh, stale}: Sending): void {
  if (kept === 'not') headers['Cache-Control'] = 'no-store';
  else if (kept === 'private') headers['Cache-Control'] = 'private, no-cache';
  else if (isLastGood) headers['Cache-Control'] = 'public, max-age=0, s-maxage=5';
  else {
    headers['Cache-Control'] = `public, max-age=0, s-maxage=${fresh}`;
    headers['CDN-Cache-Control'] =
      `public, max-age=${fresh}, stale-while-revalidate=${stale}, stale-if-error=86400`;
  }
}

/** Whether a page names this body among those that it has, in whatever coding. */
function isKnown(header: string | null, tag: string): boolean {
  if (!header) return false;
  return header.split(',').some((part) => /^(?:W\/)?"([\w-]+)(?:\.\w+)?"$/.exec(part.trim())?.[1] === tag);
}
