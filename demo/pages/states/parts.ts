import type {Catalogue, Json} from './catalogue.ts';
import {envelope, FailedPart, type Part} from './envelope.ts';
import {countsOf, pageOf, projected} from './shelf.ts';
import type {Answers} from './state.ts';
import {USUAL} from './wares.ts';

/** What a state's gateway answers from: the demo's store in one language, and the state's own products. */
export interface Shop {
  readonly answers: Answers;
  readonly catalogue: Catalogue;
  readonly products: readonly Json[];
}

/** The store's configuration, as far as it is asked for. */
export function storePart({answers: {store = {}}, catalogue}: Shop, fields: string | undefined): Part {
  if ('status' in store) return new FailedPart(store);
  return envelope('store config', projected({...catalogue.store, ...store}, fields));
}

/** The categories that the state's products stand in. */
export function categoriesPart({answers, catalogue, products}: Shop, fields: string | undefined): Part {
  const {categories} = answers;
  if (typeof categories === 'object') return new FailedPart(categories);
  const counts = categories === 'none' ? {} : countsOf(products);
  const shown = catalogue.categories.filter(({_id}) => String(_id) in counts);
  return envelope(
    'categories',
    shown.map((category) => projected(category, fields)),
    {skip: 0, limit: shown.length, total: shown.length},
  );
}

/** The page of products that a query asks for. */
export function productsPart({answers, products}: Shop, query: Readonly<Record<string, string>>): Part {
  const {wares = USUAL, further} = answers;
  const {fields, skip, limit} = query;
  if ('status' in wares) return new FailedPart(wares);
  if (further && Number(skip)) return new FailedPart(further);
  const {records, total} = pageOf(products, query);
  return envelope(
    'products',
    records.map((record) => projected(record, fields)),
    {skip: Number(skip) || 0, limit: Number(limit) || 20, total},
  );
}
