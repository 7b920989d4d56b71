import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {parse} from 'csv-parse/sync';
import {type Answer, send, type Target} from './import/send.ts';
import {readTranslations} from './import/translations.ts';
import {csvLine, gather, withDates} from './import/table.ts';

const CATALOGUE = path.join(import.meta.dirname, 'catalogue');

/** The most products that one request carries. */
const BATCH = 100;

/** Whether the community has neither a product nor a category. */
export async function isEmpty(target: Target): Promise<boolean> {
  const lists = ['products', 'categories'].map((list) => send(target, `Reading ${list}`, `/${list}?limit=1`));
  return (await Promise.all(lists)).every(({meta}) => meta.total === 0);
}

/**
 * Whether no import has come to its end here. The store's settings are the last that an import writes, so a store
 * that is still closed and bare, as it is made, has at most a part of the catalogue.
 */
export async function needsCatalogue(target: Target): Promise<boolean> {
  const {data} = await send(target, 'Reading the store', '/stores?fields=isEnabled,description,cover');
  const {isEnabled, description, cover} = data as {isEnabled: boolean; description: string; cover: object};
  return !isEnabled && description === '' && Object.keys(cover).length === 0;
}

/**
 * Brings the demo catalogue into a community through the Store API alone, as any partner would. Dates of the catalogue
 * that are durations count from `now` (epoch ms). What a run that failed half-way has brought is not brought twice.
 *
 * @returns how many categories and products this run has created.
 * @throws {ImportError} that says which step failed, and which rows and columns are wrong.
 */
export async function importCatalogue({
  now = Date.now(),
  ...target
}: Target & {readonly now?: number}): Promise<{categories: number; products: number}> {
  const categories = await createCategories(target);
  const products = await createProducts(target, now);
  await translateProducts(target);
  await send(target, 'Setting up the store', '/stores', {method: 'PUT', json: await readJson('store.json')});
  return {categories, products};
}

async function createCategories(target: Target): Promise<number> {
  const present = await idsByName(target, 'categories');
  const categories = ((await readJson('categories.json')) as {name: string}[]).filter(
    ({name}) => !present.has(name),
  );
  for (const json of categories) {
    await send(target, `Creating the category "${json.name}"`, '/categories', {method: 'POST', json});
  }
  return categories.length;
}

async function createProducts(target: Target, now: number): Promise<number> {
  const file = await readFile(path.join(CATALOGUE, 'products.csv'));
  const [headers = [], ...rows] = parse(file, {bom: true, relaxColumnCount: true});
  const present = await idsByName(target, 'products');
  let created = 0;
  for (const batch of batches(gather(headers, rows))) {
    // A batch came whole or not at all, and archived products are on no list: one of it that is here speaks for all.
    if (batch.some(({name}) => present.has(name))) continue;
    const table = [
      headers,
      ...batch.flatMap((product) => product.rows.map((row) => withDates(headers, row, now))),
    ];
    const step = `Creating ${batch.length} products from "${batch[0]!.name}" on (row 2 is its row)`;
    const csv = table.map(csvLine).join('\r\n');
    await send(target, step, '/products/bulk', {method: 'POST', csv});
    created += batch.length;
  }
  return created;
}

async function translateProducts(target: Target): Promise<void> {
  const translations = await readTranslations(path.join(CATALOGUE, 'translations'));
  const present = await idsByName(target, 'products');
  const items = [...translations].flatMap(([name, i18n]) =>
    (present.get(name) ?? []).map((productID) => ({productID, i18n})),
  );
  for (const json of batches(items)) {
    await send(target, `Translating ${json.length} products`, '/products/bulk', {method: 'PUT', json});
  }
}

/** Every record of a list: its ids by its name. */
async function idsByName(target: Target, list: 'categories' | 'products'): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (let skip = 0, total = 1; skip < total; skip += BATCH) {
    const page = `/${list}?fields=name&skip=${skip}&limit=${BATCH}`;
    const {data, meta}: Answer = await send(target, `Reading ${list}`, page);
    for (const {_id, name} of data as {_id: string; name: string}[])
      ids.set(name, [...(ids.get(name) ?? []), _id]);
    total = meta.total ?? 0;
  }
  return ids;
}

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}

const readJson = async (name: string) =>
  JSON.parse(await readFile(path.join(CATALOGUE, name), 'utf8')) as unknown;
