/** How a store is read: the simplest request there is, so that no preflight goes before it. */
export const REQUEST: RequestInit = {credentials: 'omit', referrerPolicy: 'origin', cache: 'no-cache'};

/** How long one attempt may take, in ms. */
export const ATTEMPT_LIMIT = 8_000;

/** What stands before an address in the name under which the tab keeps its answer; another shape of what is kept has another one. */
export const KEPT = 'rai1 ';

/**
 * Answers that are there before anybody could use them, by address, each to be taken once: one that the tab has kept, and the one
 * that was asked for. All scripts on a page have them together, by the one name that this code puts on the global object: a symbol,
 * so that it shadows nothing.
 */
export const early = ((globalThis as Record<symbol, unknown>)[Symbol.for('returningai.store')] ??=
  new Map()) as Map<string, (Response | Promise<Response>)[]>;

/** Asks now for what will be needed soon, once. */
export function askEarly(url: string): void {
  if (early.has(url)) return;
  const answer = fetch(url, {...REQUEST, signal: AbortSignal.timeout(ATTEMPT_LIMIT)});
  early.set(url, [answer]);
  // Whoever takes it hears of its failure; nobody may have come by then.
  answer.catch(() => {});
}

/** The next answer that is there early: who asks after the last one wants it anew. */
export const takeEarly = (url: string): Response | Promise<Response> | undefined => early.get(url)?.shift();
