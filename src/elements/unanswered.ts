/** Ids of the products that were confirmed on this page, and of which nobody has told yet what became of them. */
const unanswered = new Set<string>();

/** Those of them whose answer may still come. */
const awaited = new Set<string>();

/** Has the browser ask before it leaves the page, and with it an answer that was paid for. */
const holdBack = (event: Event) => event.preventDefault();

/** Whether a product was confirmed on this page, and it is not known what became of it. */
export const isUnanswered = (productId: string): boolean => unanswered.has(productId);

/** A product has been confirmed: until it is answered, it is remembered, and the page is not left without a question. */
export function awaitAnswer(productId: string): void {
  unanswered.add(productId);
  awaited.add(productId);
  addEventListener('beforeunload', holdBack);
}

/** No answer will come any more; `isKnown` says whether it is clear what became of the product. */
export function endAnswer(productId: string, isKnown: boolean): void {
  awaited.delete(productId);
  if (isKnown) unanswered.delete(productId);
  if (awaited.size === 0) removeEventListener('beforeunload', holdBack);
}
