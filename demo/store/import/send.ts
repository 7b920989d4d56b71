/** A store service and the key of the community whose catalogue it is. */
export interface Target {
  /** The service's address, with or without `/v1`. */
  readonly url: string;
  readonly apiKey: string;
}

/** A request of the import was refused, or got no answer. The message says which step, and which row and column. */
export class ImportError extends Error {
  constructor(step: string, reason: string, options?: ErrorOptions) {
    super(`${step} failed: ${reason}`, options);
    this.name = 'ImportError';
  }
}

/** What a request carries. */
export interface Body {
  readonly method: 'POST' | 'PUT';
  readonly json?: unknown;
  readonly csv?: string;
}

/** A success envelope. */
export interface Answer {
  readonly meta: {readonly total?: number};
  readonly data: unknown;
}

/** Sends one request of the step that is under way. @throws {ImportError} for every answer that is not a success. */
export async function send({url, apiKey}: Target, step: string, path: string, body?: Body): Promise<Answer> {
  const headers: Record<string, string> = {Authorization: `Bearer ${apiKey}`};
  let content: string | FormData | undefined;
  if (body?.csv !== undefined) {
    content = new FormData();
    content.append('file', new Blob([body.csv], {type: 'text/csv'}), 'products.csv');
  } else if (body) {
    content = JSON.stringify(body.json);
    headers['Content-Type'] = 'application/json';
  }
  let answer: Response;
  try {
    answer = await fetch(url.replace(/\/$/, '') + path, {
      method: body?.method ?? 'GET',
      headers,
      ...(content !== undefined && {body: content}),
    });
  } catch (error) {
    throw new ImportError(step, `${url} does not answer.`, {cause: error});
  }
  const envelope: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) return envelope as Answer;
  throw new ImportError(step, `${answer.status} ${reasons(envelope)}`);
}

/** Every wrong cell, one a line. */
function reasons(envelope: unknown): string {
  const {message = 'without a message', errors = []} = (envelope ?? {}) as {
    message?: string;
    errors?: {row?: number; column?: string; path?: string; value?: unknown; expected?: string}[];
  };
  const lines = errors.map(({row, column, path, value, expected}) => {
    const place = row === undefined ? path : `row ${row}, ${column ?? 'whole row'}`;
    return `\n  ${place ?? ''}: expected ${expected ?? ''}${value === undefined ? '' : `, found ${JSON.stringify(value)}`}`;
  });
  return message + lines.join('');
}
