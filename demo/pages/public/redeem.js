import {setBalance, showMember} from './member.js';

/**
 * Answers the store: what a shopper redeems there, our server buys for the member who is signed in.
 *
 * @typedef {object} Redemption
 * @property {{id: string, name?: string}} product
 * @property {{name?: string, phone?: string, address?: string}} information
 * @property {(outcome: Promise<unknown>) => void} respondWith
 */

document.addEventListener('rai-redeem', (event) => {
  const redemption = /** @type {Event & Redemption} */ (event);
  redemption.respondWith(redeem(redemption));
});
void showMember();

/**
 * Rejects where nobody knows what became of it; the store then tells the shopper that it failed.
 * @param {Redemption} redemption
 */
async function redeem({product, information}) {
  // Sent again with every further try until its outcome is known, even after a reload: what was bought is not bought twice.
  const place = `redeeming ${product.id}`;
  const key = sessionStorage.getItem(place) ?? crypto.randomUUID();
  sessionStorage.setItem(place, key);
  const answer = await fetch(`/redeem?lang=${document.documentElement.lang}`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': key},
    body: JSON.stringify({productID: product.id, information}),
  });
  if (!answer.ok) throw new Error(`Our server answered ${answer.status} to a redemption.`);
  const outcome = await answer.json();
  sessionStorage.removeItem(place);
  if (outcome.redeemed) {
    setBalance(outcome.balance);
    const redeemed = new CustomEvent('member-redeemed', {detail: {product}});
    document.dispatchEvent(redeemed);
  }
  return outcome;
}
