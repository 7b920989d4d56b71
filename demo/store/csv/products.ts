import {invalid, type Problem, shown, StoreError} from '../http/errors.ts';
import {problemsOf} from '../http/validate.ts';
import {type NewProduct, newProduct, type ProductChange, productChange} from '../products/input.ts';
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
  locate(error: StoreError): StoreError;
}

/** The products of an upload that creates. @throws {StoreError} 400 that lists every wrong cell. */
export function readNewProducts(bytes: Uint8Array): CsvProducts<NewProduct> {
  const columns = [...PRODUCT_COLUMNS, ...PERMISSION_COLUMNS];
  const items = readItems(readTable(bytes, headersOf(columns)), 'Name', PRODUCT_COLUMNS, (body) =>
    problemsOf(newProduct, body),
  );
  return {bodies: items.map(({body}) => body as NewProduct), locate: locateIn(items)};
}

/** The changes of an upload that updates: blank cells say nothing. @throws {StoreError} 400 that lists every wrong cell. */
export function readProductChanges(bytes: Uint8Array): CsvProducts<ProductChange & {productID: string}> {
  const own = [PRODUCT_ID, ...PRODUCT_COLUMNS];
  const items = readItems(
    readTable(bytes, headersOf([...own, ...PERMISSION_COLUMNS])),
    'Product ID',
    own,
    ({productID, ...body}) => [
      ...problemsOf(productChange, body),
      ...(/^[0-9a-f]{24}$/i.test(String(productID))
        ? []
        : [{path: 'productID', expected: 'an id of 24 hexadecimal digits'}]),
    ],
  );
  return {
    bodies: items.map(({body}) => body as ProductChange & {productID: string}),
    locate: locateIn(items),
  };
}

const headersOf = (columns: readonly Column[]) => columns.map(({header}) => header);

/** Gathers rows to products: one with a key starts a product, one without adds a permission to the product above. */
function readItems(
  rows: readonly Row[],
  key: 'Name' | 'Product ID',
  own: readonly Column[],
  check: (body: Members) => readonly Problem[],
): Item[] {
  const problems: Problem[] = [];
  const items: Item[] = [];
  for (const row of rows) {
    const current = items.at(-1);
    if (row.cells.has(key)) {
      items.push({row, body: readMembers(row, own, problems), permissionRows: []});
    } else if (!current) {
      problems.push({row: row.row, column: key, expected: 'a value, since no product stands above'});
      continue;
    } else {
      problems.push(...strayCells(row, key, own));
    }
    addPermission(items.at(-1)!, row, problems);
  }
  const locate = locateIn(items);
  for (const [index, {body}] of items.entries()) {
    const found = check(body).map((problem) => ({...problem, path: `[${index}].${problem.path ?? ''}`}));
    const located = found.map((problem) => locate.problem(problem));
    // A cell that could not be read left its member out: it is told once, as what it is.
    problems.push(
      ...located.filter(
        (one) => !problems.some((told) => told.row === one.row && told.column === one.column),
      ),
    );
  }
  if (problems.length > 0) throw invalid(problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  return items;
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
  const problem = (one: Problem): Problem => {
    const [, index = '', path = ''] = /^\[(\d+)\]\.?(.*)$/.exec(one.path ?? '') ?? [];
    const item = items[Number(index)];
    if (!item || index === '') return one;
    const [, place, below] = /^productPermission\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
    const row = place === undefined ? item.row : (item.permissionRows[Number(place)] ?? item.row);
    const columns = place === undefined ? [PRODUCT_ID, ...PRODUCT_COLUMNS] : PERMISSION_COLUMNS;
    const column = columnOf(columns, (below ?? path).replace(/\[\d+\]/g, ''));
    const value = one.value ?? shown(column && row.cells.get(column.header));
    return {
      row: row.row,
      ...(column && {column: column.header}),
      ...(value !== undefined && {value}),
      expected: one.expected,
    };
  };
  const locate = (error: StoreError): StoreError => {
    if (error.problems.length === 0) return error;
    const problems = error.problems.map(problem);
    if (error.status === 400) return invalid(problems);
    return new StoreError(error.status, error.message, {...definedOf(error), problems});
  };
  return Object.assign(locate, {problem});
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
