import {envelope, type Refusal} from './errors.ts';

/** What an answer needs to know of the request that it answers. */
export interface Frame {
  /** Names the request in the answer and in the log. */
  readonly id: string;
  /** The page's origin, once it was found to be allowed. */
  origin?: string;
}

/** What pages of other origins may read of an answer, beyond its body. */
const EXPOSED = 'Age, Date, ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id';

const SECURITY = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The headers of every answer: nothing in it runs, is sniffed, framed or kept for another origin. */
export function headersOf({id, origin}: Frame): Record<string, string> {
  return {
    ...SECURITY,
    Vary: 'Origin',
    'X-Request-Id': id,
    ...(origin && {'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': EXPOSED}),
  };
}

/** An answer with a JSON body. `Date` is written here, since pages judge discounts by it and not every host adds it. */
export function json(
  frame: Frame,
  body: object,
  headers: Readonly<Record<string, string>>,
  status = 200,
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...headersOf(frame),
      'Content-Type': 'application/json; charset=utf-8',
      Date: new Date().toUTCString(),
      ...headers,
    },
  });
}

/** The answer to a request that is refused; never kept by anybody. */
export function failure(frame: Frame, refusal: Refusal): Response {
  return json(
    frame,
    envelope(refusal, frame.id),
    {'Cache-Control': 'no-store', ...refusal.headers},
    refusal.status,
  );
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
