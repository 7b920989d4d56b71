import type {GenericSchema} from 'valibot';
import {invalid, type Problem, shown, StoreError} from '../http/errors.ts';
import {checkBodies} from '../products/check.ts';
import {changeOfProduct, type ChangeOfProduct, type NewProduct, newProduct} from '../products/input.ts';
import type {Names} from '../products/lookup.ts';
import {readCell} from './cells.ts';
import {type Column, PERMISSION_COLUMNS, PRODUCT_COLUMNS, PRODUCT_ID} from './columns.ts';
import {readTable, type Row} from './table.ts';

type Members = Record<string, unknown>;

/** A product of a CSV, with the rows that it came from. */
interface Item {
  readonly row: Row;
  readonly body: Members;
  /** The row of each entry of its `productPermission`. */
  readonly permissionRows: Row[];
}

/** Products out of a CSV, and the way back from a place in them to a cell. */
export interface CsvProducts<Body> {
  readonly bodies: readonly Body[];
  /** An error about `[3].price` as one about row and column. */
  readonly locate: (error: StoreError) => StoreError;
}

/** The products of an upload that creates. @throws {StoreError} 400 that lists every wrong cell. */
export function readNewProducts(bytes: Uint8Array, names: Names): CsvProducts<NewProduct> {
  return readProducts(bytes, 'Name', PRODUCT_COLUMNS, newProduct, names) as CsvProducts<NewProduct>;
}

/** The changes of an upload that updates: blank cells say nothing. @throws {StoreError} 400 that lists every wrong cell. */
export function readProductChanges(bytes: Uint8Array, names: Names): CsvProducts<ChangeOfProduct> {
  const columns = [PRODUCT_ID, ...PRODUCT_COLUMNS];
  return readProducts(bytes, 'Product ID', columns, changeOfProduct, names) as CsvProducts<ChangeOfProduct>;
}

function readProducts(
  bytes: Uint8Array,
  key: 'Name' | 'Product ID',
  columns: readonly Column[],
  schema: GenericSchema,
  names: Names,
): CsvProducts<unknown> {
  const headers = [...columns, ...PERMISSION_COLUMNS].map(({header}) => header);
  const {items, problems} = readItems(readTable(bytes, headers), key, columns);
  const {locate, place} = locateIn(items);
  const bodies = items.map(({body}) => body);
  const found = checkBodies(schema, bodies, names, (index) => `[${index}].`).map(place);
  // A cell that could not be read left its member out: it is told once, as what it is.
  const unread = new Set(problems.map(cellOf));
  const all = [...problems, ...found.filter((problem) => !unread.has(cellOf(problem)))];
  const order = ({row = 0, column = ''}: Problem) => row * 1_000 + headers.indexOf(column);
  if (all.length > 0) throw invalid(all.toSorted((a, b) => order(a) - order(b)));
  return {bodies, locate};
}

const cellOf = ({row, column}: Problem) => `${row} ${column}`;

/** Gathers rows to products: one with a key starts a product, one without adds a permission to the product above. */
function readItems(rows: readonly Row[], key: string, columns: readonly Column[]) {
  const problems: Problem[] = [];
  const items: Item[] = [];
  for (const row of rows) {
    if (row.cells.has(key)) {
      items.push({row, body: readMembers(row, columns, problems), permissionRows: []});
    } else if (items.length === 0) {
      problems.push({row: row.row, column: key, expected: 'a value, since no product stands above'});
      continue;
    } else {
      problems.push(...strayCells(row, key, columns));
    }
    addPermission(items.at(-1)!, row, problems);
  }
  return {items, problems};
}

function readMembers(row: Row, columns: readonly Column[], problems: Problem[]): Members {
  const members: Members = {};
  for (const {header, path, kind} of columns) {
    const text = row.cells.get(header);
    if (text === undefined) continue;
    const cell = readCell(kind, text);
    if ('value' in cell) put(members, path, cell.value);
    else problems.push({row: row.row, column: header, value: shown(text), expected: cell.expected});
  }
  return members;
}

function addPermission({body, permissionRows}: Item, row: Row, problems: Problem[]) {
  if (!PERMISSION_COLUMNS.some(({header}) => row.cells.has(header))) return;
  const entry = readMembers(row, PERMISSION_COLUMNS, problems);
  const permission = entry['permission'] as Members | undefined;
  if (permission?.['combination']) permission['combination'] = [permission['combination']];
  body['productPermission'] = [...((body['productPermission'] as Members[] | undefined) ?? []), entry];
  permissionRows.push(row);
}

function strayCells({row, cells}: Row, key: string, own: readonly Column[]): Problem[] {
  return own
    .filter(({header}) => cells.has(header))
    .map(({header}) => ({
      row,
      column: header,
      value: shown(cells.get(header)),
      expected: `a blank cell, since a row without ${key} only adds a permission to the product above`,
    }));
}

/** Sets `a.b.c`, making the objects on the way. */
function put(target: Members, path: string, value: unknown) {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) target[first] = value;
  else put((target[first] ??= {}) as Members, rest.join('.'), value);
}

/** The way from `[3].productPermission[1].type` to a row and a column. */
function locateIn(items: readonly Item[]) {
  const place = (one: Problem): Problem => {
    const [, index = '', path = ''] = /^\[(\d+)\]\.?(.*)$/.exec(one.path ?? '') ?? [];
    const item = items[Number(index)];
    if (!item || index === '') return one;
    const [, entry, below] = /^productPermission\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
    const row = entry === undefined ? item.row : (item.permissionRows[Number(entry)] ?? item.row);
    const columns = entry === undefined ? [PRODUCT_ID, ...PRODUCT_COLUMNS] : PERMISSION_COLUMNS;
    const column = columnOf(columns, (below ?? path).replace(/\[\d+\]/g, ''));
    // The cell as it stands, but of a list the item that is wrong.
    const value = typeof one.value === 'string' ? one.value : shown(column && row.cells.get(column.header));
    return {
      row: row.row,
      ...(column && {column: column.header}),
      ...(value !== undefined && {value}),
      expected: one.expected,
    };
  };
  const locate = (error: StoreError): StoreError => {
    if (error.problems.length === 0) return error;
    const problems = error.problems.map(place);
    if (error.status === 400) return invalid(problems);
    return new StoreError(error.status, error.message, {...definedOf(error), problems});
  };
  return {locate, place};
}

/** The column of a member, or of the nearest member above it that has one. */
function columnOf(columns: readonly Column[], path: string): Column | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) {
    const column =
      columns.find((one) => one.path === at) ?? columns.find((one) => one.path.startsWith(`${at}.`));
    if (column) return column;
  }
  return undefined;
}

const definedOf = ({detail, solution}: StoreError) => ({
  ...(detail !== undefined && {detail}),
  ...(solution !== undefined && {solution}),
});
