/** What a refusal may add to its sentence. */
export interface RefusalOptions {
  /** More about what was wrong, without anything that the caller sent or the upstream said. */
  readonly detail?: string;
  /** What the caller can do about it. */
  readonly solution?: string;
  /** Headers that belong to the refusal, such as `Allow` or `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What went wrong underneath; kept for the log, never sent. */
  readonly cause?: unknown;
}

/** A request that ends with an error status; its message is safe to send to anybody. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly detail: string | undefined;
  readonly solution: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, {detail, solution, headers = {}, cause}: RefusalOptions = {}) {
    super(message, {cause});
    this.status = status;
    this.detail = detail;
    this.solution = solution;
    this.headers = headers;
  }
}

/** The refusal in the Store API's error envelope. The id is the one that the log line carries. */
export function envelope({status, message, detail, solution}: Refusal, id: string): object {
  return {status: 'error', message, detail, solution, meta: {statusCode: status, status: 'error', id}};
}

/** Any thrown value as a refusal: what is not one is a fault of ours, told without its text. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(500, 'The gateway failed.', {
    solution: 'Try again; if it stays, give the operator the id in meta.',
    cause: error,
  });
}

/** What else is known of a failed read. */
export interface FaultOptions extends RefusalOptions {
  /** Whether asking once more may help. */
  readonly isPassing?: boolean;
  /** For how long the store asked to be left alone, in milliseconds. */
  readonly waitFor?: number;
}

/** A read that failed on the store's side: what was read before may be served instead. */
export class Fault extends Refusal {
  readonly isPassing: boolean;
  readonly waitFor: number;

  constructor(
    status: 502 | 503 | 504,
    message: string,
    {isPassing = false, waitFor = 0, ...rest}: FaultOptions = {},
  ) {
    super(status, message, rest);
    this.isPassing = isPassing;
    this.waitFor = waitFor;
  }
}
