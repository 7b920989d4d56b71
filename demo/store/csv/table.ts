import {CsvError} from 'csv-parse';
import {parse} from 'csv-parse/sync';
import {invalid, type Problem, shown, StoreError} from '../http/errors.ts';

/** More rows than this are refused: a hundred products with a hundred permissions each. */
const MAX_ROWS = 10_000;

/** A row of a CSV under its header. */
export interface Row {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  /** The cells that are not blank, by header. */
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * The rows of a CSV in UTF-8, with or without a byte-order mark, that has exactly these headers in this order. Rows
 * without any content are left out.
 *
 * @throws {StoreError} 400 that says what is wrong with the text, the headers or the length of a row.
 */
export function readTable(bytes: Uint8Array, headers: readonly string[]): Row[] {
  const records = parseRecords(decode(bytes));
  const [first, ...rest] = records;
  if (!first)
    throw new StoreError(400, 'The file is empty.', {solution: 'Begin it with the documented headers.'});
  checkHeaders(first.cells, headers);
  if (rest.length > MAX_ROWS) throw new StoreError(400, `The file has more than ${MAX_ROWS} rows.`);

  const problems: Problem[] = [];
  const rows = rest.flatMap(({row, cells}): Row[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (cells.length !== headers.length) {
      problems.push({
        row,
        value: `${cells.length} cells`,
        expected: `${headers.length} cells, one for each header`,
      });
      return [];
    }
    const filled = cells.flatMap((cell, at): [string, string][] =>
      cell.trim() === '' ? [] : [[headers[at]!, cell]],
    );
    return [{row, cells: new Map(filled)}];
  });
  if (problems.length > 0) throw invalid(problems);
  return rows;
}

interface Parsed {
  readonly row: number;
  readonly cells: readonly string[];
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw new StoreError(400, 'The file is not UTF-8.', {
      detail: 'It holds bytes that stand for no character.',
      solution: 'Save it as CSV UTF-8.',
    });
  }
}

function parseRecords(text: string): Parsed[] {
  try {
    const records = parse(text, {
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      to: MAX_ROWS + 2,
    }) as unknown as {info: {records: number; empty_lines: number}; record: string[]}[];
    return records.map(({info, record}) => ({row: info.records + info.empty_lines, cells: record}));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const {records, lines} = error as unknown as {records?: number; lines?: number};
    throw new StoreError(400, `The file is not well-formed CSV, near row ${(records ?? 0) + 1}.`, {
      detail: `${error.message.replace(/\.?$/, '.')} Line ${lines ?? 1}.`,
      solution:
        'Put quotes around a cell that holds commas, quotes or line breaks, and double the quotes in it.',
    });
  }
}

function checkHeaders(found: readonly string[], headers: readonly string[]) {
  const names = found.map((name) => name.trim());
  if (names.length === headers.length && names.every((name, at) => name === headers[at])) return;
  const missing = headers.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !headers.includes(name));
  const repeated = names.filter((name, at) => headers.includes(name) && names.indexOf(name) !== at);
  const problems: Problem[] = [
    ...missing.map((column): Problem => ({row: 1, column, expected: 'this header, which is missing'})),
    ...unknown.map((value): Problem => ({
      row: 1,
      value: shown(value),
      expected: 'only the documented headers',
    })),
    ...repeated.map((column): Problem => ({row: 1, column, expected: 'this header once'})),
  ];
  if (problems.length === 0) {
    const at = headers.findIndex((name, place) => names[place] !== name);
    problems.push({
      row: 1,
      column: headers[at]!,
      value: names[at],
      expected: `this header as number ${at + 1}`,
    });
  }
  throw invalid(problems);
}
