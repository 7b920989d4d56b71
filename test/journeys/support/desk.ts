import assert from 'node:assert/strict';

/** The community's side of a demo's store: its products and whether it is open. */
export class StoreDesk {
  readonly #url: string;
  readonly #key: string;

  constructor(url: string, key: string) {
    this.#url = url;
    this.#key = key;
  }

  /** Adds a product and gives its id; it costs 1 where the test does not care. */
  async add(product: object): Promise<string> {
    const data = await this.#send('POST', '/products', {name: 'Mug', price: 1, ...product});
    return (data as {_id: string})._id;
  }

  /** The id of the one product that is called so. */
  async find(name: string): Promise<string> {
    const data = await this.#send('GET', `/products?search=${encodeURIComponent(`name:${name}`)}`);
    const [found, ...more] = data as {_id: string}[];
    assert.ok(found && more.length === 0, `There is not one product called ${name}.`);
    return found._id;
  }

  /** How many are left, as the store service knows at this moment. */
  async stock(id: string): Promise<number> {
    return ((await this.#send('GET', `/products/${id}?fields=stocks`)) as {stocks: number}).stocks;
  }

  /** Opens or closes the whole store. */
  async setOpen(isEnabled: boolean): Promise<void> {
    await this.#send('PUT', '/stores', {isEnabled});
  }

  async #send(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.#url}/v1${path}`, {
      method,
      headers: {Authorization: `Bearer ${this.#key}`, 'Content-Type': 'application/json'},
      ...(body && {body: JSON.stringify(body)}),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return (JSON.parse(text) as {data: unknown}).data;
  }
}
