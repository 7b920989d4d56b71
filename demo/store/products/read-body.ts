import type {Context} from 'hono';
import type {Kysely} from 'kysely';
import * as v from 'valibot';
import type {CsvProducts} from '../csv/products.ts';
import type {Tables} from '../database/tables.ts';
import type {Access} from '../http/access.ts';
import {checkCount, readBulk, readJson} from '../http/bulk.ts';
import {invalid} from '../http/errors.ts';
import {checkBodies} from './check.ts';
import {type Names, readNames} from './lookup.ts';

/** The products of a bulk request, whichever form they have, and the way to tell where one of them is wrong. */
export async function readProducts<Body>(
  c: Context<Access>,
  db: Kysely<Tables>,
  schema: v.GenericSchema<unknown, Body>,
  fromCsv: (bytes: Uint8Array, names: Names) => CsvProducts<Body>,
): Promise<CsvProducts<Body>> {
  const body = await readBulk(c);
  const names = await readNames(db, c.get('communityId'));
  if ('items' in body)
    return {bodies: checked(schema, body.items, names, itemPath), locate: (error) => error};
  const products = fromCsv(body.csv, names);
  checkCount(products.bodies.length);
  return products;
}

/** The product of a request that carries one. @throws {StoreError} 400 that lists everything that is wrong. */
export async function readProduct<Body>(
  c: Context<Access>,
  db: Kysely<Tables>,
  schema: v.GenericSchema<unknown, Body>,
): Promise<Body> {
  const body = await readJson(c);
  const [product] = checked(schema, [body], await readNames(db, c.get('communityId')), () => '');
  return product as Body;
}

/** Bodies as their schema types them. @throws {StoreError} 400 that lists everything that is wrong. */
function checked<Body>(
  schema: v.GenericSchema<unknown, Body>,
  bodies: readonly unknown[],
  names: Names,
  pathOf: (index: number) => string,
): readonly Body[] {
  const problems = checkBodies(schema, bodies, names, pathOf);
  if (problems.length > 0) throw invalid(problems);
  return bodies.map((body) => v.parse(schema, body));
}

/** What stands before the names of an item's members in errors. */
export const itemPath = (index: number) => `[${index}].`;
