/** One value that is not as it must be, with where it stands. */
export interface Problem {
  /** Where in a JSON body: `[3].price`. */
  readonly path?: string;
  /** Where in a CSV: the row as a spreadsheet counts it, the header being row 1. */
  readonly row?: number;
  readonly column?: string;
  /** What stood there, shortened where it is long. */
  readonly value?: unknown;
  /** What belongs there, as the end of "expected …". */
  readonly expected: string;
}

export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 500;

/** A failure that the caller is told, in the Store API's error envelope. */
export class StoreError extends Error {
  readonly status: ErrorStatus;
  readonly detail: string | undefined;
  readonly solution: string | undefined;
  /** A word for programs, where one status has several causes. */
  readonly reason: string | undefined;
  /** How many points a member lacks, where that is the reason. */
  readonly missing: number | undefined;
  readonly problems: readonly Problem[];

  constructor(
    status: ErrorStatus,
    message: string,
    more: {
      detail?: string;
      solution?: string;
      reason?: string;
      missing?: number;
      problems?: readonly Problem[];
    } = {},
  ) {
    super(message);
    this.name = 'StoreError';
    this.status = status;
    this.detail = more.detail;
    this.solution = more.solution;
    this.reason = more.reason;
    this.missing = more.missing;
    this.problems = more.problems ?? [];
  }
}

/** A 400 that names everything that is wrong; its message is the first of it. */
export function invalid(problems: readonly Problem[]): StoreError {
  const [first] = problems;
  if (!first) throw new TypeError('A refusal needs at least one problem.');
  const more = problems.length - 1;
  return new StoreError(400, sentence(first) + (more > 0 ? ` (and ${more} more)` : ''), {problems});
}

/** A 404 for a record that this community does not have. */
export const notFound = (what: string, id: string) =>
  new StoreError(404, `${what} not found.`, {detail: `No ${what.toLowerCase()} has the id ${id}.`});

/** A 409 that names what is there already. */
export const conflict = (message: string, problems: readonly Problem[] = []) =>
  new StoreError(409, message, {problems});

function sentence({path, row, column, value, expected}: Problem): string {
  const place = [row !== undefined && `Row ${row}`, column, path].filter(Boolean).join(', ');
  const found = value === undefined ? '' : `, found ${JSON.stringify(value)}`;
  return `${place ? `${place}: ` : ''}expected ${expected}${found}.`;
}

/** A value as an error may carry it: long texts and nested values shortened. */
export function shown(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 100 ? `${value.slice(0, 100)}…` : value;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  return value;
}
