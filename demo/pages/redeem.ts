import {Hono, type Context, type MiddlewareHandler} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import * as v from 'valibot';
import {StoreFault, type Account, type Purse} from './purse.ts';
import {LANGUAGES, wordsFor} from './refusals.ts';

/** The most that a wish may take, in bytes: three fields, in any script. */
const MAX_BODY = 8 * 1024;

const field = v.optional(v.pipe(v.string(), v.maxLength(500)));

const wish = v.object({
  productID: v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/i, 'productID: expected 24 hexadecimal digits.')),
  information: v.optional(v.object({name: field, phone: field, address: field}), {}),
});

const idempotencyKey = v.pipe(v.string(), v.uuid());

const language = v.fallback(v.picklist(LANGUAGES), 'en');

/**
 * What the partner's page asks of the partner's own server: who is signed in, and to buy for them. Pages of other
 * origins are refused.
 *
 * @param origins - Gives the origins of the partner's site.
 */
export function redeemRoutes(
  purse: Purse,
  {name}: Pick<Account, 'name'>,
  origins: () => readonly string[],
): Hono {
  const app = new Hono();
  app.use('/member', fromOwnPages);
  app.use('/redeem', fromOwnPages, bodyLimit({maxSize: MAX_BODY, onError: refuseSize}));

  app.get('/member', async (c) => c.json({name, balance: await purse.balance()}));

  app.post('/redeem', async (c) => {
    if (!origins().includes(c.req.header('Origin') ?? ''))
      return refuse(c, 403, 'This is for our own pages.');
    if (!/^application\/json *(;|$)/i.test(c.req.header('Content-Type') ?? '')) {
      return refuse(c, 415, 'Content-Type: expected application/json.');
    }
    const key = v.safeParse(idempotencyKey, c.req.header('Idempotency-Key'));
    if (!key.success) return refuse(c, 400, 'Idempotency-Key: expected a UUID, one for each wish.');
    const sent = v.safeParse(wish, await c.req.json().catch(() => undefined));
    if (!sent.success) return refuse(c, 400, sent.issues[0].message);

    const lang = v.parse(language, c.req.query('lang'));
    const outcome = await purse.spend({...sent.output, idempotencyKey: key.output, language: lang});
    if (!('refusal' in outcome)) return c.json({redeemed: true, ...outcome});
    return c.json({redeemed: false, reason: wordsFor(outcome.refusal, lang, outcome.missing)});
  });

  app.onError((error, c) => {
    if (!(error instanceof StoreFault)) throw error;
    return refuse(c, 502, 'The store does not answer as it should. Sending the same again is safe.');
  });
  return app;
}

/** Browsers say where a request comes from, and no page can make them say otherwise. */
export const fromOwnPages: MiddlewareHandler = async (c, next) => {
  c.header('Cache-Control', 'no-store');
  if ((c.req.header('Sec-Fetch-Site') ?? 'same-origin') === 'same-origin') return next();
  return refuse(c, 403, 'This is for our own pages.');
};

const refuseSize = (c: Context) => refuse(c, 413, `The body is longer than ${MAX_BODY} bytes.`);

function refuse(c: Context, status: 400 | 403 | 413 | 415 | 502, error: string) {
  return c.json({error}, status);
}
