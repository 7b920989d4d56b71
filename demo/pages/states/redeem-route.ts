import {Hono} from 'hono';
import {wordsFor, type Language} from '../refusals.ts';
import {befall} from './fault.ts';
import {languageOf} from './languages.ts';
import type {Redeeming} from './state.ts';
import {stateCalled} from './table.ts';

/** What a shopper's wish comes to at `/<state>/redeem`, in the place of a partner's server. Nothing is bought. */
export function redeemRoute(): Hono {
  const app = new Hono();
  app.post('/:state/redeem', async (c) => {
    const redeeming = stateCalled(c.req.param('state'))?.redeeming;
    if (redeeming === undefined) return c.notFound();
    if (typeof redeeming === 'object') return c.json(outcomeOf(redeeming, languageOf(c.req.query('lang'))));
    return (await befall(redeeming, c))!;
  });
  return app;
}

function outcomeOf(redeeming: Exclude<Redeeming, string>, language: Language) {
  if (!('refusal' in redeeming)) return {redeemed: true, ...redeeming};
  return {redeemed: false, reason: wordsFor(redeeming.refusal, language)};
}
