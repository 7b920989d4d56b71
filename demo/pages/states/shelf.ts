import type {Json} from './catalogue.ts';

/** A page of a list, and how long the whole list is. */
export interface Page {
  readonly records: readonly Json[];
  readonly total: number;
}

type Query = Readonly<Record<string, string | undefined>>;

/** The products that a query asks for, as the Store API understands `filter`, `search`, `sort`, `skip` and `limit`. */
export function pageOf(products: readonly Json[], {filter, search, sort, skip, limit}: Query): Page {
  const category = filter?.replace(/^categoryID:/, '');
  const words = search?.replace(/^\w+:/, '').toLowerCase();
  const found = products.filter(
    ({categoryID, name, summary}) =>
      (!category || categoryID === category) &&
      (!words || `${String(name)} ${String(summary)}`.toLowerCase().includes(words)),
  );
  const from = Number(skip) || 0;
  return {records: sorted(found, sort).slice(from, from + (Number(limit) || 20)), total: found.length};
}

/** The fields that are asked for, and the id. */
export function projected(record: Json, fields: string | undefined): Json {
  if (!fields) return record;
  const asked = new Set(['_id', ...fields.split(',')]);
  // A hidden number is answered in its place by whether any are left.
  if (asked.has('stocks')) asked.add('isInStock');
  return Object.fromEntries(Object.entries(record).filter(([name]) => asked.has(name)));
}

/** How many products each category has. */
export function countsOf(products: readonly Json[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const {categoryID} of products) {
    if (typeof categoryID === 'string') counts[categoryID] = (counts[categoryID] ?? 0) + 1;
  }
  return counts;
}

/** The store's own order is the one that the wares are written in. */
function sorted(products: readonly Json[], sort = ''): readonly Json[] {
  const [field = '', direction] = sort.split(':');
  if (!['price', 'name', 'createdAt'].includes(field)) return products;
  const sign = direction === 'desc' ? -1 : 1;
  return [...products].sort((one, other) => sign * compared(one[field], other[field]));
}

const compared = (one: unknown, other: unknown) =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other));
