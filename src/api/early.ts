/** How a store is read: the simplest request there is, so that no preflight goes before it. */
export const REQUEST: RequestInit = {credentials: 'omit', referrerPolicy: 'origin', cache: 'no-cache'};

/** How long one attempt may take, in ms. */
export const ATTEMPT_LIMIT = 8_000;

/**
 * Answers that were asked for before anybody could use them, by address. All scripts on a page have them together, by the one name
 * that this code puts on the global object: a symbol, so that it shadows nothing.
 */
export const early = ((globalThis as Record<symbol, unknown>)[Symbol.for('returningai.store')] ??=
  new Map()) as Map<string, Promise<Response>>;

/** Asks now for what will be needed soon, once. */
export function askEarly(url: string): void {
  if (early.has(url)) return;
  const answer = fetch(url, {...REQUEST, signal: AbortSignal.timeout(ATTEMPT_LIMIT)});
  early.set(url, answer);
  // Whoever takes it hears of its failure; nobody may have come by then.
  answer.catch(() => {});
}

/** The answer that was asked for early, once: who asks again wants it anew. */
export function takeEarly(url: string): Promise<Response> | undefined {
  const answer = early.get(url);
  early.delete(url);
  return answer;
}
