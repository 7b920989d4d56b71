/**
 * Has the site's own server buy what the visitor has confirmed.
 *
 * @param {{id: string}} product
 * @param {{name?: string, phone?: string, address?: string}} information - What the merchant asked the visitor for.
 */
export async function redeem(product, information) {
  const answer = await fetch('/redeem', {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()},
    body: JSON.stringify({productID: product.id, information}),
  });
  if (!answer.ok) throw new Error(`Our server answered ${answer.status}.`);
  return answer.json();
}
