import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {parse} from 'csv-parse/sync';

/** A row of the CSV by its headers. */
export type Row = Readonly<Record<string, string>>;

/** Translated texts of one kind, as the Store API takes them. */
type Texts = readonly {readonly language: string; readonly value: string}[];

export const folder = path.join(import.meta.dirname, '../../../demo/store/catalogue');

/** The languages of the catalogue besides English. */
export const LANGUAGES = ['ar', 'de', 'ja', 'th'];

/** The text of a file of the catalogue. */
export const text = (name: string) => readFile(path.join(folder, name), 'utf8');

/** What a JSON file of the catalogue holds. */
export const json = async (name: string) => JSON.parse(await text(name)) as unknown;

export const csv = await text('products.csv');
export const rows: readonly Row[] = parse(csv, {columns: true});

/** The rows that start a product. */
export const products = rows.filter(({Name}) => Name);

export const categories = (await json('categories.json')) as {
  name: string;
  coverImage: string;
  i18n: Record<string, Texts>;
}[];

export const store = (await json('store.json')) as {
  title: string;
  widget: object;
  i18n: Record<string, Texts>;
};

/** The voucher codes of a product: as many as there are in stock. */
export const codesOf = (row: Row) => row['Vouchers']!.split(',').filter(Boolean);

/** The product of a name; fails where there is none. */
export const named = (name: string) =>
  products.find(({Name}) => Name === name) ?? assert.fail(`no "${name}"`);
