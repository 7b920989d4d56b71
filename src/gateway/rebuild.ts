import * as v from 'valibot';
import {IN_STOCK} from '../api/contract.ts';
import type {Read, Resource} from './allow.ts';
import {Refusal} from './errors.ts';
import {categorySchema, productSchema, storeSchema} from './schema.ts';

/** A record of which only public members are left. */
export type PublicRecord = Readonly<Record<string, unknown>>;

/** An answer in the Store API's envelope. */
export interface Answer {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly message: string;
  readonly data: PublicRecord | readonly PublicRecord[];
}

const SCHEMAS = {
  products: productSchema,
  product: productSchema,
  categories: categorySchema,
  category: categorySchema,
  store: storeSchema,
} satisfies Record<Resource, v.GenericSchema>;

const MESSAGES: Readonly<Record<Resource, string>> = {
  products: 'Read products success.',
  product: 'Read product success.',
  categories: 'Read categories success.',
  category: 'Read category success.',
  store: 'Read store config success.',
};

/** Fields that the gateway must know to answer with another one. */
const NEEDS: Readonly<Record<string, string>> = {stocks: 'shouldDisplayRemainingQuantity'};

/** The fields to ask the upstream for, so that `read` can be answered. */
export function upstreamFields({fields}: Read): readonly string[] {
  return [...new Set([...fields, ...fields.flatMap((field) => NEEDS[field] ?? [])])];
}

/**
 * Builds the answer anew from what the upstream sent: only members of the schema that were asked for are taken over.
 * A list's items that are no objects are skipped.
 *
 * @throws {Refusal} 502 when the upstream's answer is not of the Store API's shape.
 */
export function rebuild(read: Read, sent: unknown): Answer {
  const body = isObject(sent) ? sent : undefined;
  const isList = read.resource === 'products' || read.resource === 'categories';
  const meta = {status: 'success', statusCode: 200};
  const message = MESSAGES[read.resource];
  if (isList && Array.isArray(body?.data)) {
    const records = body.data.filter(isObject).filter((item) => item.isArchived !== true);
    return {meta: {...meta, ...paging(body.meta)}, message, data: records.map((item) => record(read, item))};
  }
  if (!isList && isObject(body?.data)) return {meta, message, data: record(read, body.data)};
  throw new Refusal(502, 'The store sent an answer that cannot be read.');
}

function record({resource, fields}: Read, sent: object): PublicRecord {
  const known: PublicRecord = v.parse(SCHEMAS[resource], sent);
  const taken = fields.flatMap((field) =>
    known[field] === undefined ? [] : [[field, known[field]] as const],
  );
  return Object.fromEntries(taken.flatMap((entry) => (entry[0] === 'stocks' ? [stock(known)] : [entry])));
}

/** How many are left where the merchant shows it; else only whether any are. */
function stock(product: PublicRecord): readonly [string, unknown] {
  return product.shouldDisplayRemainingQuantity === true
    ? ['stocks', product.stocks]
    : [IN_STOCK, (product.stocks as number) > 0];
}

const PAGING = v.object({
  skip: v.fallback(v.optional(v.number()), undefined),
  limit: v.fallback(v.optional(v.number()), undefined),
  total: v.fallback(v.optional(v.number()), undefined),
});

const paging = (meta: unknown) => (isObject(meta) ? v.parse(PAGING, meta) : {});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
