import type {Denial, StateGroup} from './state.ts';
import {COFFEE, HOODIE, MANGROVE, MINUTE, TICKET, USUAL} from './wares.ts';

const FAILED: Denial = {status: 502, message: 'The store failed.'};

/** An answer did not come, or not the one that was hoped for. */
export const failures: StateGroup = {
  title: 'Failing',
  states: [
    {
      name: 'offline',
      title: 'Not to be reached',
      see: 'Every connection to the gateway breaks, as without a network. The shopper may try again.',
      answers: {fault: 'broken'},
      looks: [{at: '[part=notice]', says: 'The store can’t be reached. Check your connection.'}],
      isLogged: true,
    },
    {
      name: 'failed',
      title: 'Failing',
      see: 'The gateway answers 502: the store behind it fails, and nothing was kept that could be shown instead.',
      answers: {fault: FAILED},
      looks: [{at: '[part=notice]', says: 'The store isn’t available right now.'}],
      isLogged: true,
    },
    {
      name: 'refused',
      title: 'Refused',
      see: 'The gateway answers 403, as to a page that nobody has allowed.',
      answers: {fault: {status: 403, message: 'Pages of this origin may not read this store.'}},
      looks: [{at: '[part=notice]', says: 'The store can’t be shown on this page.'}],
      isLogged: true,
    },
    {
      name: 'busy',
      title: 'Over the limit',
      see: 'The gateway answers 429 and asks for half a minute by Retry-After.',
      answers: {
        fault: {status: 429, message: 'There were too many requests.', headers: {'Retry-After': '30'}},
      },
      looks: [{at: '[part=notice]', says: 'Many people are looking at the store. Please wait a moment.'}],
      isLogged: true,
    },
    {
      name: 'gone',
      title: 'Product gone',
      see: 'A link leads to a product that is no longer sold. The detail says so; behind it is the store.',
      embeds: [{tag: 'rai-store', attributes: {product: 'No longer sold'}}],
      looks: [{at: 'rai-product-detail [part=notice]', says: 'This reward is no longer there.'}],
      isLogged: true,
    },
    {
      name: 'without-configuration',
      title: 'Configuration failing',
      see: 'Only the store’s configuration fails. Its title, cover and currency are missing; everything can be found and redeemed.',
      answers: {store: FAILED},
      looks: [
        {at: '[part=title]', says: 'Rewards store'},
        {at: '[part=name]', says: 'Coffee for two'},
      ],
    },
    {
      name: 'without-navigation',
      title: 'Categories failing',
      see: 'Only the categories fail. There is no navigation; everything can be found and redeemed.',
      answers: {categories: FAILED},
      looks: [{at: '[part=name]', says: 'Coffee for two'}],
    },
    {
      name: 'without-products',
      title: 'Products failing',
      see: 'Only the products fail. The store has its head and its navigation, and says what is missing.',
      answers: {wares: FAILED},
      looks: [{at: '[part=notice]', says: 'The store isn’t available right now.'}],
      isLogged: true,
    },
    {
      name: 'without-more',
      title: 'Further products failing',
      see: 'The first two products came, the next ones do not. What is there stays, and the shopper may try again.',
      answers: {further: FAILED},
      embeds: [{tag: 'rai-store', attributes: {'page-size': '2'}}],
      steps: ['more'],
      looks: [
        {at: '[part=notice]', says: 'The store isn’t available right now.'},
        {at: '[part=name]', says: 'Coffee for two'},
      ],
      isLogged: true,
    },
    {
      name: 'stale',
      title: 'Last good answer',
      see: 'The store has failed for twenty-five minutes. The gateway serves what it read last, and says so by Rai-Stale and Date.',
      answers: {wares: [COFFEE, HOODIE, TICKET, MANGROVE], staleFor: 25 * MINUTE},
      looks: [
        {at: '[part=name]', says: 'Coffee for two'},
        {at: '[part=stale]', says: 'Shown as of'},
      ],
    },
    {
      name: 'gone-on-its-own',
      title: 'Card of a product that is gone',
      see: 'A card that stands alone on a page names a product that is no longer sold.',
      answers: {wares: USUAL},
      embeds: [
        {
          tag: 'rai-product-card',
          attributes: {'product-id': 'No longer sold'},
        },
      ],
      looks: [{at: '[part=notice]', says: 'This reward is no longer there.'}],
      isLogged: true,
    },
  ],
};
