import * as v from 'valibot';

/** A record as the gateway answers it. */
export type Json = Readonly<Record<string, unknown>>;

/** What the demo's store holds, in one language. */
export interface Catalogue {
  readonly store: Json;
  readonly categories: readonly Json[];
  /** By their original names. */
  readonly products: ReadonlyMap<string, Json>;
}

/** The demo's own store is not there, or not as it was imported. */
export class CatalogueFault extends Error {
  override readonly name = 'CatalogueFault';
}

/** How long the gateway may take, in ms. */
const PATIENCE = 10_000;

/** All that a widget can ask for. */
const FIELDS = [
  ...['name', 'description', 'summary', 'image', 'price', 'type', 'categoryID', 'userInformation'],
  ...['redemptionInstructions', 'createdAt', 'displayOrder'],
].join();

const record = v.looseObject({});
const list = v.object({data: v.array(record)});
const single = v.object({data: record});

/**
 * Reads the demo's store through its gateway, as anybody may.
 *
 * @param gateway - Its origin.
 * @param lang - The language of the texts, as the Store API takes it.
 * @throws {CatalogueFault} Where the gateway does not answer as it should.
 */
export async function readCatalogue(gateway: string, lang: string): Promise<Catalogue> {
  const read = (path: string, language: string) =>
    readJson(`${gateway}/v1${path}${new URLSearchParams({lang: language}).toString()}`);
  const [store, categories, originals, products] = await Promise.all([
    read('/stores?', lang),
    read('/categories?limit=100&sort=displayOrder:asc&', lang),
    read('/products?limit=100&fields=name&', 'en'),
    read(`/products?limit=100&fields=${FIELDS}&`, lang),
  ]);
  const names = new Map(v.parse(list, originals).data.map(({_id, name}) => [_id, String(name)]));
  return {
    store: v.parse(single, store).data,
    categories: v.parse(list, categories).data,
    products: new Map(
      v.parse(list, products).data.flatMap((product) => {
        const name = names.get(product._id);
        return name === undefined ? [] : [[name, product]];
      }),
    ),
  };
}

async function readJson(address: string): Promise<unknown> {
  const answer = await fetch(address, {signal: AbortSignal.timeout(PATIENCE)}).catch((cause: unknown) => {
    throw new CatalogueFault('The demo’s gateway does not answer.', {cause});
  });
  if (!answer.ok) throw new CatalogueFault(`The demo’s gateway answers ${answer.status}.`);
  return answer.json();
}
