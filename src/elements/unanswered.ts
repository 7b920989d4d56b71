/** What a confirmed redemption whose outcome nobody has told yet is remembered by, until the tab is closed. */
const place = (productId: string) => `rai-redeem ${productId}`;

/** Whether this tab has confirmed a product and does not know what became of it, as after a reload in the middle. */
export function isUnanswered(productId: string): boolean {
  try {
    return sessionStorage.getItem(place(productId)) !== null;
  } catch {
    // Where nothing may be kept, nothing is known.
    return false;
  }
}

/** Remembers that a product has been confirmed, or forgets it, once the outcome is known. */
export function keepUnanswered(productId: string, isSo: boolean): void {
  try {
    if (isSo) sessionStorage.setItem(place(productId), '');
    else sessionStorage.removeItem(place(productId));
  } catch {
    // A sandbox, or a browser that is told to keep nothing.
  }
}
