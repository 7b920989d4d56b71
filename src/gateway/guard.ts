import {Refusal} from './errors.ts';

/** The methods that are answered, as the `Allow` header names them. */
export const METHODS = 'GET, HEAD, OPTIONS';

/** The longest path and query together, in characters. */
export const MAX_TARGET_LENGTH = 2048;

/** What paths of ours consist of: so nothing in one can be read in two ways, and nothing in it needs decoding. */
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\/?$/;

/**
 * Refuses what no route of ours could mean: 405 for another method, 414 for a long address, 413 for a body,
 * 404 for a path that holds an escape, a backslash, an empty or a dotted segment.
 *
 * @param target - The request's target as it came over the wire, where the adapter knows it.
 */
export function guard(request: Request, target = targetOf(request.url)): void {
  if (!METHODS.split(', ').includes(request.method)) {
    throw new Refusal(405, 'This method is not allowed.', {
      detail: 'The gateway only reads.',
      solution: 'Use GET.',
      headers: {Allow: METHODS},
    });
  }
  if (target.length > MAX_TARGET_LENGTH) {
    throw new Refusal(414, 'The address is too long.', {
      solution: `Keep path and query under ${MAX_TARGET_LENGTH} characters.`,
    });
  }
  if (hasBody(request.headers)) {
    throw new Refusal(413, 'The request has a body.', {solution: 'Send the request without a body.'});
  }
  const query = target.indexOf('?');
  if (!PLAIN_PATH.test(query < 0 ? target : target.slice(0, query))) throw notFound();
}

/** The answer to every path that is not one of ours. */
export function notFound(): Refusal {
  return new Refusal(404, 'There is nothing at this path.', {
    solution: 'Read /v1/storefront, /v1/products, /v1/categories or /v1/stores.',
  });
}

/** Path and query of an absolute address. */
export function targetOf(url: string): string {
  const path = url.indexOf('/', url.indexOf('://') + 3);
  return path < 0 ? '/' : url.slice(path);
}

function hasBody(headers: Headers): boolean {
  return headers.has('transfer-encoding') || (headers.get('content-length') ?? '0') !== '0';
}
