import {type ExpressionBuilder, type Kysely, sql} from 'kysely';
import type {Tables} from '../database/tables.ts';
import {fold, gramsToFind} from '../fold.ts';
import type {Page, Sort} from '../http/query.ts';
import {findViewer, type Viewer} from '../members/member.ts';
import type {ProductRow} from './record.ts';
import {isVisibleTo} from './visibility.ts';

/** What a product list can be asked. */
export interface ProductQuestion extends Page {
  readonly communityId: string;
  readonly sort: Sort<keyof typeof COLUMNS>;
  readonly search?: {readonly field: 'keyword' | 'name' | 'description'; readonly value: string} | undefined;
  readonly filter?: {readonly name: 'categoryID' | 'type'; readonly value: string} | undefined;
  /** Whose eyes the list is for; without one, every listed product is in it. */
  readonly userID?: string | undefined;
  /** Judges which vouchers have expired. */
  readonly now: Date;
}

const COLUMNS = {
  displayOrder: 'display_order',
  name: 'name_key',
  price: 'price',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  totalOrders: 'total_orders',
  stocks: 'stocks',
} as const;

/** Written out, not as a parameter, so that the planner always sees that the partial indexes fit. */
const isListed = sql<boolean>`not products.is_archived`;

/** One page of a community's listed products, in order, and how many there are in all. */
export async function listProducts(
  db: Kysely<Tables>,
  question: ProductQuestion,
): Promise<{rows: ProductRow[]; total: number}> {
  const {communityId, sort, skip, limit, search, now} = question;
  const viewer = await findViewer(db, communityId, question.userID);
  const page = await matching(db, question, viewer)
    .select('products.id')
    // A search looks at every match to sort them, so it may as well count them.
    .$if(search !== undefined, (query) => query.select(sql<number>`count(*) over ()::int`.as('total')))
    .orderBy(`products.${COLUMNS[sort.field]}`, sort.direction)
    .orderBy('products.id', sort.direction)
    .offset(skip)
    .limit(limit)
    .execute();
  const ids = page.map(({id}) => id);
  const total = page[0]?.total ?? (await totalOf(db, question, viewer));
  return {rows: await rowsOf(db, ids, now), total};
}

/** A listed product, or undefined where this community has none of that id, or none that the viewer sees. */
export async function findProduct(
  db: Kysely<Tables>,
  {communityId, id, userID, now}: {communityId: string; id: string; userID?: string | undefined; now: Date},
): Promise<ProductRow | undefined> {
  const viewer = await findViewer(db, communityId, userID);
  return productRows(db, now)
    .where('products.community_id', '=', communityId)
    .where('products.id', '=', id)
    .where(isListed)
    .$if(viewer !== undefined, (query) => query.where(isVisibleTo(viewer!)))
    .executeTakeFirst();
}

/** The rows of these products, archived ones too, in the order of the ids. */
export async function rowsOf(db: Kysely<Tables>, ids: readonly string[], now: Date): Promise<ProductRow[]> {
  if (ids.length === 0) return [];
  const rows = await productRows(db, now).where('products.id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const productRows = (db: Kysely<Tables>, now: Date) =>
  db
    .selectFrom('products')
    .leftJoin('categories', 'categories.id', 'products.category_id')
    .leftJoin('purchase_statuses', 'purchase_statuses.id', 'products.purchase_status_id')
    .selectAll('products')
    .select(['categories.name as category_name', 'purchase_statuses.name as purchase_status_name'])
    .select((eb) => nextExpiry(eb, now));

const nextExpiry = (eb: ExpressionBuilder<Tables, 'products'>, now: Date) =>
  eb
    .selectFrom('vouchers')
    .select('expires_at')
    .whereRef('vouchers.product_id', '=', 'products.id')
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('expires_at')
    .limit(1)
    .as('next_expiry');

function matching(db: Kysely<Tables>, {communityId, filter, search}: ProductQuestion, viewer?: Viewer) {
  return db
    .selectFrom('products')
    .where('products.community_id', '=', communityId)
    .where(isListed)
    .$if(viewer !== undefined, (query) => query.where(isVisibleTo(viewer!)))
    .$if(filter?.name === 'categoryID', (query) => query.where('products.category_id', '=', filter!.value))
    .$if(filter?.name === 'type', (query) => query.where('products.type', '=', filter!.value))
    .$if(search !== undefined, (query) =>
      query.where('products.id', 'in', found(db, communityId, search!.field, fold(search!.value))),
    );
}

/** Products whose text holds the value: the index finds candidates, the text decides. */
function found(
  db: Kysely<Tables>,
  communityId: string,
  field: 'keyword' | 'name' | 'description',
  value: string,
) {
  const holds = (column: string) => sql<boolean>`strpos(${sql.ref(`product_texts.${column}`)}, ${value}) > 0`;
  return db
    .selectFrom('product_texts')
    .select('product_texts.product_id')
    .where('product_texts.community_id', '=', communityId)
    .where(sql<boolean>`product_texts.grams @> ${gramsToFind(value)}::integer[]`)
    .where(field === 'keyword' ? sql<boolean>`(${holds('name')} or ${holds('description')})` : holds(field));
}

async function totalOf(
  db: Kysely<Tables>,
  question: ProductQuestion,
  viewer: Viewer | undefined,
): Promise<number> {
  const {communityId, filter, search} = question;
  if (search !== undefined) return countOf(matching(db, question, viewer));
  const {total} = await db
    .selectFrom('product_counts')
    .select(sql<number>`coalesce(sum(active), 0)::int`.as('total'))
    .where('community_id', '=', communityId)
    .$if(filter?.name === 'categoryID', (query) => query.where('category_id', '=', filter!.value))
    .$if(filter?.name === 'type', (query) => query.where('type', '=', filter!.value))
    .executeTakeFirstOrThrow();
  if (viewer === undefined || total === 0) return total;
  // Few products are restricted, and they have an index of their own: only what is hidden among them is counted.
  const hidden = matching(db, question)
    .where(sql<boolean>`products.is_product_access_enabled`)
    .where(sql<boolean>`not ${isVisibleTo(viewer)}`);
  return total - (await countOf(hidden));
}

async function countOf(matched: ReturnType<typeof matching>): Promise<number> {
  const {total} = await matched.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  return total;
}
