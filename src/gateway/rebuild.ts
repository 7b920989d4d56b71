import * as v from 'valibot';
import {IN_STOCK, PAGE_LIMIT, SUMMARY_FIELD} from '../api/contract.ts';
import type {Read} from './allow.ts';
import type {Resource} from './rules.ts';
import {Fault} from './errors.ts';
import {cleanHtml} from './html.ts';
import {summaryOf} from './summary.ts';
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

/** What the upstream must be asked for instead of, or besides, a field so that it can be answered. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  stocks: ['stocks', 'shouldDisplayRemainingQuantity'],
  [SUMMARY_FIELD]: ['description'],
};

/** Members that merchants write as HTML. */
const HTML_FIELDS = ['description', 'redemptionInstructions'];

/** Milliseconds. */
const LONGEST_TURN = 10;

/** The fields to ask the upstream for, so that `read` can be answered. */
export function upstreamFields({fields}: Read): readonly string[] {
  return [...new Set(fields.flatMap((field) => NEEDS[field] ?? [field]))];
}

/**
 * Builds the answer anew from what the upstream sent: only members of the schema that were asked for are taken over.
 * A list's items that are no objects are skipped, unless all of them are none.
 *
 * @throws {Fault} 502 when the upstream's answer is not of the Store API's shape.
 */
export async function rebuild(read: Read, sent: unknown): Promise<Answer> {
  const body = isObject(sent) ? sent : undefined;
  const isList = read.resource === 'products' || read.resource === 'categories';
  const meta = {status: 'success', statusCode: 200};
  const message = MESSAGES[read.resource];
  if (isList && Array.isArray(body?.data)) {
    const sound = body.data.filter(isObject);
    if (body.data.length && !sound.length) throw unreadable();
    const items = sound.filter((item) => item.isArchived !== true);
    return {
      meta: {...meta, ...paging(body.meta)},
      message,
      data: await records(read, items.slice(0, PAGE_LIMIT)),
    };
  }
  if (!isList && isObject(body?.data)) return {meta, message, data: record(read, body.data)};
  throw unreadable();
}

const unreadable = () => new Fault(502, 'The store sent an answer that cannot be read.');

/** A page of long descriptions takes a while to clean: other requests get a turn in between. */
async function records(read: Read, items: readonly object[]): Promise<readonly PublicRecord[]> {
  const built: PublicRecord[] = [];
  let since = performance.now();
  for (const item of items) {
    if (performance.now() - since > LONGEST_TURN) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    built.push(record(read, item));
  }
  return built;
}

function record({resource, fields}: Read, sent: object): PublicRecord {
  const known: PublicRecord = summarised(v.parse(SCHEMAS[resource], sent), fields);
  const taken = fields.flatMap((field) =>
    known[field] === undefined ? [] : [[field, known[field]] as const],
  );
  return Object.fromEntries(taken.map(([name, value]) => published(known, name, value)));
}

function summarised(known: PublicRecord, fields: readonly string[]): PublicRecord {
  if (!fields.includes(SUMMARY_FIELD) || typeof known.description !== 'string') return known;
  return {...known, [SUMMARY_FIELD]: summaryOf(known.description)};
}

/** A member as it leaves: HTML clean, and of a hidden stock only whether there is any. */
function published(
  known: PublicRecord,
  name: string,
  value: unknown,
): readonly [name: string, value: unknown] {
  if (HTML_FIELDS.includes(name)) return [name, cleanHtml(value as string)];
  if (name === 'stocks' && known.shouldDisplayRemainingQuantity !== true)
    return [IN_STOCK, (value as number) > 0];
  return [name, value];
}

const PAGING = v.object({
  skip: v.fallback(v.optional(v.number()), undefined),
  limit: v.fallback(v.optional(v.number()), undefined),
  total: v.fallback(v.optional(v.number()), undefined),
});

const paging = (meta: unknown) => (isObject(meta) ? v.parse(PAGING, meta) : {});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
