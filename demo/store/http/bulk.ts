import type {Context} from 'hono';
import {StoreError} from './errors.ts';

/** The most products that one request carries. */
const MAX_ITEMS = 100;
const MAX_FILE = 10 * 1024 * 1024;
const CSV_TYPES = ['text/csv', 'application/csv', 'application/vnd.ms-excel'];

/** What a bulk request carries: JSON items as they came, or the bytes of a CSV. */
export type BulkBody = {readonly items: readonly unknown[]} | {readonly csv: Uint8Array};

/**
 * Reads the body of a bulk request: a raw JSON array, or a multipart form with a CSV in the field `file`.
 *
 * @throws {StoreError} 400 for anything else, and for a file that is too big.
 */
export async function readBulk(c: Context): Promise<BulkBody> {
  const type = mimeOf(c.req.header('content-type') ?? '');
  if (type === 'application/json') {
    const items = await readJson(c);
    if (!Array.isArray(items)) {
      throw new StoreError(400, 'The body must be a raw array of products.', {
        solution: 'Send [ … ], without an object around it.',
      });
    }
    checkCount(items.length);
    return {items};
  }
  if (type === 'multipart/form-data') return {csv: await readFile(c)};
  throw new StoreError(400, 'The body must be application/json or multipart/form-data.', {
    detail: type === '' ? 'The request has no Content-Type.' : `The Content-Type is ${type.slice(0, 100)}.`,
  });
}

/** A body of JSON. @throws {StoreError} 400 for what is not JSON. */
export async function readJson(c: Context): Promise<unknown> {
  const type = mimeOf(c.req.header('content-type') ?? '');
  if (type !== 'application/json') {
    throw new StoreError(400, 'The body must be application/json.', {
      detail: type === '' ? 'The request has no Content-Type.' : `The Content-Type is ${type.slice(0, 100)}.`,
    });
  }
  const text = await c.req.text();
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new StoreError(400, 'The body is not valid JSON.', {
      detail: (error as SyntaxError).message.slice(0, 200),
    });
  }
}

/** @throws {StoreError} 400 for none, or for more than one request may carry. */
export function checkCount(items: number): void {
  if (items === 0) throw new StoreError(400, 'There is no product in the body.');
  if (items > MAX_ITEMS) {
    throw new StoreError(400, `A request carries at most ${MAX_ITEMS} products, and this one has ${items}.`);
  }
}

async function readFile(c: Context): Promise<Uint8Array> {
  let file: unknown;
  try {
    file = (await c.req.parseBody({all: true}))['file'];
  } catch {
    throw new StoreError(400, 'The body is not a well-formed multipart form.');
  }
  if (!(file instanceof File)) {
    throw new StoreError(400, 'The form must hold one CSV file in the field "file".', {
      solution: 'With curl: -F "file=@products.csv;type=text/csv".',
    });
  }
  if (!CSV_TYPES.includes(mimeOf(file.type))) {
    throw new StoreError(400, `The file must be of type ${CSV_TYPES.join(', ')}.`, {
      detail: file.type === '' ? 'It has no type.' : `It is ${file.type.slice(0, 100)}.`,
    });
  }
  if (file.size > MAX_FILE) {
    throw new StoreError(400, 'The file is bigger than 10 MiB.', {detail: `It has ${file.size} bytes.`});
  }
  return new Uint8Array(await file.arrayBuffer());
}

const mimeOf = (type: string) => (type.split(';')[0] ?? '').trim().toLowerCase();
