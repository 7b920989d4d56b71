import {type Context, Hono} from 'hono';
import type {Kysely} from 'kysely';
import * as v from 'valibot';
import {MAX_LENGTH} from '../assumptions.ts';
import type {Tables} from '../database/tables.ts';
import type {Access} from '../http/access.ts';
import {readJson} from '../http/bulk.ts';
import {success} from '../http/envelope.ts';
import {invalid} from '../http/errors.ts';
import {operation} from '../http/operation.ts';
import * as q from '../http/query.ts';
import {id, objectOf, validate} from '../http/validate.ts';
import type {Service} from '../service.ts';
import {translate} from '../translate.ts';
import {buy} from './buy.ts';
import {information} from './information.ts';

const newPurchase = objectOf({productID: id, userID: id, information: v.optional(information, {})});

const purchase = v.pipe(
  v.strictObject({
    _id: v.string(),
    productID: v.string(),
    userID: v.string(),
    name: v.string(),
    price: v.number(),
    status: v.string(),
    code: v.string(),
    voucherExpireDate: v.nullable(v.string()),
    redemptionInstructions: v.string(),
    information: v.looseObject({}),
    balance: v.pipe(v.number(), v.description("The member's balance now.")),
    createdAt: v.string(),
  }),
  v.metadata({ref: 'Purchase'}),
);

/** Buying, as the community does it. Of the demo, not of the partner API, which has no such call. */
export function purchaseRoutes({db, clock}: Service): Hono<Access> {
  return new Hono<Access>()
    .post('/', create, q.query({lang: q.lang}), async (c) => {
      const {productID, userID, information: left} = validate(newPurchase, await readJson(c));
      const writer = {db, clock, communityId: c.get('communityId')};
      const bought = await buy(writer, {
        productID: productID.toLowerCase(),
        userID: userID.toLowerCase(),
        information: left,
        idempotencyKey: readIdempotencyKey(c),
      });
      const [record] = await read(db, {ids: [bought], language: c.req.valid('query').lang});
      return success(c, 'Create purchase success.', record, {}, 201);
    })
    .get('/', list, q.query({userID: q.anId, lang: q.lang}), async (c) => {
      const {userID, lang} = c.req.valid('query');
      const rows = await db
        .selectFrom('purchases')
        .select('id')
        .where('community_id', '=', c.get('communityId'))
        .where('member_id', '=', userID)
        .execute();
      const records = await read(db, {ids: rows.map((row) => row.id), language: lang});
      return success(c, 'Read purchases success.', records);
    });
}

/** Purchases as the shopper sees them, the newest first. */
async function read(
  db: Kysely<Tables>,
  {ids, language}: {ids: readonly string[]; language: string | undefined},
) {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('purchases')
    .innerJoin('products', 'products.id', 'purchases.product_id')
    .innerJoin('vouchers', 'vouchers.id', 'purchases.voucher_id')
    .innerJoin('members', 'members.id', 'purchases.member_id')
    .selectAll('purchases')
    .select(['products.name', 'products.redemption_instructions', 'products.i18n'])
    .select(['vouchers.code', 'vouchers.expires_at', 'members.balance'])
    .where('purchases.id', 'in', ids)
    .orderBy('purchases.id', 'desc')
    .execute();
  return rows.map((row) => ({
    _id: row.id,
    productID: row.product_id,
    userID: row.member_id,
    name: translate(row.name, row.i18n, 'nameTranslations', language),
    price: row.price,
    status: row.status,
    code: row.code,
    voucherExpireDate: row.expires_at,
    redemptionInstructions: translate(
      row.redemption_instructions,
      row.i18n,
      'redemptionInstructionsTranslations',
      language,
    ),
    information: row.information,
    balance: row.balance,
    createdAt: row.created_at,
  }));
}

function readIdempotencyKey(c: Context): string | undefined {
  const key = c.req.header('idempotency-key');
  if (key === undefined || (key !== '' && key.length <= MAX_LENGTH.label)) return key;
  throw invalid([{path: 'Idempotency-Key', expected: `a text of 1 to ${MAX_LENGTH.label} characters`}]);
}

const create = operation({
  tag: 'Demo',
  summary: 'Buy a product for a member',
  description:
    'Checks information, access, limit, balance and stock, and spends one voucher. A 403 or 409 has a `reason`: ' +
    'not-allowed, store-closed, limit-reached, balance-short (with the points `missing`) or sold-out. With the header ' +
    'Idempotency-Key a repeated request answers the first purchase.',
  body: {'application/json': newPurchase},
  status: 201,
  message: 'Create purchase success.',
  data: purchase,
  errors: [404, 409],
});

const list = operation({
  tag: 'Demo',
  summary: "List a member's purchases",
  message: 'Read purchases success.',
  data: v.array(purchase),
});
