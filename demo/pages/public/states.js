/**
 * Answers the stores of a state's page: what comes of a wish is what the page's server says.
 *
 * @typedef {object} Redemption
 * @property {{id: string}} product
 * @property {(outcome: Promise<unknown>) => void} respondWith
 */

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-redeem]'))) {
  place.addEventListener('rai-redeem', (event) => {
    const redemption = /** @type {Event & Redemption} */ (event);
    redemption.respondWith(redeem(place.dataset.redeem ?? '', redemption.product.id));
  });
}

/**
 * @param {string} address
 * @param {string} productID
 */
async function redeem(address, productID) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({productID}),
  });
  return answer.json();
}
