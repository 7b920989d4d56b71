import {LRUCache} from 'lru-cache';
import {isPersonal, type Part, type Read} from './allow.ts';
import type {Caller, Hit} from './cache.ts';
import type {CountById} from './counts.ts';
import {envelope, Refusal, refusalOf} from './errors.ts';
import type {Content} from './respond.ts';
import {sealed, type Sealed} from './sealed.ts';
import type {Store, StoredAnswer} from './store.ts';

const PARTS: readonly Part[] = ['store', 'categories', 'products'];

interface Composed {
  readonly counts: CountById;
  readonly sealed: Sealed;
}

/** The same parts come together again and again until one of them is refreshed. */
const composed = new LRUCache<string, Composed>({
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: (value) => 3 * value.sealed.body.byteLength + 1000,
});

/**
 * Configuration, categories and first page of products in one answer, read from the store side by side and each
 * cached by itself. A part that failed is there as its error, for its asker alone.
 *
 * @param id - The request's, for the error of a part.
 * @throws {Refusal} The products' error when every part failed.
 */
export async function storefront(
  store: Store,
  reads: Readonly<Record<Part, Read>>,
  id: string,
  caller: Caller,
): Promise<Content & {readonly source: string}> {
  const hits = await Promise.all(PARTS.map((part) => settled(store.read(reads[part], caller))));
  const good = hits.flatMap((hit) => (hit instanceof Refusal ? [] : [hit]));
  if (good.length === 0) throw hits[2] as Refusal;
  const counts = hits[1] instanceof Refusal ? {} : store.counts.of(hits[1]!.value.ids, caller.waitUntil);
  const isWhole = good.length === hits.length;
  return {
    sealed: isWhole ? await whole(good, counts) : await sealed(text(hits, counts, id)),
    at: Math.min(...good.map(({at}) => at)),
    isLastGood: good.some(({isLastGood}) => isLastGood),
    kept: keptBy(
      isWhole && good.every(({value}) => value.isShared),
      isPersonal(reads.products) || store.options.tokenSecret !== undefined,
    ),
    source: good.find(({source}) => source !== 'fresh')?.source ?? 'fresh',
  };
}

function keptBy(isShared: boolean, isPrivate: boolean): Content['kept'] {
  if (!isShared) return 'not';
  return isPrivate ? 'private' : 'shared';
}

async function whole(hits: readonly Hit<StoredAnswer>[], counts: CountById): Promise<Sealed> {
  const key = hits.map(({value}) => value.sealed.tag).join();
  const kept = composed.get(key);
  if (kept?.counts === counts) return kept.sealed;
  const fresh = await sealed(text(hits, counts, ''));
  composed.set(key, {counts, sealed: fresh});
  return fresh;
}

function text(hits: readonly (Hit<StoredAnswer> | Refusal)[], counts: CountById, id: string): string {
  const members = hits.map((hit, index) => {
    const json = hit instanceof Refusal ? JSON.stringify(envelope(hit, id)) : hit.value.sealed.text;
    return `"${PARTS[index]}":${json}`;
  });
  const head = '"meta":{"status":"success","statusCode":200},"message":"Read storefront success."';
  return `{${head},"data":{${members.join()},"counts":${JSON.stringify(counts)}}}`;
}

/** A refusal is an answer here; whoever has left gets none. */
async function settled(hit: Promise<Hit<StoredAnswer>>): Promise<Hit<StoredAnswer> | Refusal> {
  try {
    return await hit;
  } catch (error) {
    return refusalOf(error);
  }
}
