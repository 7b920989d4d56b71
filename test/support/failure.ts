import {StoreRequestError, type FailureKind} from '../../src/api/errors.ts';

const CAUSES: Readonly<Record<FailureKind, Partial<Response & Error>>> = {
  offline: new TypeError('Failed to fetch'),
  slow: new DOMException('signal timed out', 'TimeoutError'),
  refused: {status: 403},
  gone: {status: 404},
  busy: {status: 429},
  failed: {status: 500},
  malformed: new SyntaxError('Unexpected token'),
};

/** A request that has failed in that way. */
export const aFailure = (kind: FailureKind) =>
  new StoreRequestError('https://gateway.test/v1/products/1', CAUSES[kind]);
