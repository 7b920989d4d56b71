import type {StateGroup} from './state.ts';
import {COFFEE, HOODIE, MANGROVE, TICKET, USUAL} from './wares.ts';

/** What the page tells of its shopper. */
export const shopper: StateGroup = {
  title: 'The shopper',
  states: [
    {
      name: 'signed-out',
      title: 'Not signed in',
      see: 'The page knows that nobody is signed in. Every action says so, and the details can still be read.',
      answers: {wares: USUAL},
      embeds: [{tag: 'rai-store', attributes: {'signed-in': 'false'}}],
      looks: [{at: '[part=verdict]', says: 'Sign in to redeem'}],
    },
    {
      name: 'short',
      title: 'Balance short',
      see: 'The page gives a balance. What it does not reach says how much is missing.',
      answers: {wares: [HOODIE, COFFEE, TICKET, MANGROVE]},
      embeds: [{tag: 'rai-store', attributes: {'signed-in': '', balance: '500'}}],
      looks: [
        {at: '[part=balance]', says: '500'},
        {at: '[part=verdict]', says: 'You need'},
      ],
    },
    {
      name: 'short-detail',
      title: 'Balance short, opened',
      see: 'The detail of a reward beyond the balance: the action is off and says how much is missing, above it the balance.',
      answers: {wares: [HOODIE, COFFEE, TICKET, MANGROVE]},
      embeds: [{tag: 'rai-store', attributes: {balance: '500', product: HOODIE.name}}],
      looks: [{at: 'rai-product-detail .foot', says: 'You need'}],
    },
    {
      name: 'filter',
      title: 'What the list can be narrowed by',
      see: 'The filter beside the order is open. The balance is known, so it can be chosen by.',
      answers: {wares: [HOODIE, COFFEE, TICKET, MANGROVE]},
      embeds: [{tag: 'rai-store', attributes: {balance: '500'}}],
      steps: ['filter'],
      looks: [{at: '[part=narrow] .choice', says: 'Within my balance'}],
    },
    {
      name: 'within-balance',
      title: 'Within my balance',
      see: 'Only what the balance of 500 is enough for is left; the filter says that one wish is on.',
      answers: {wares: [HOODIE, COFFEE, TICKET, MANGROVE]},
      embeds: [{tag: 'rai-store', attributes: {balance: '500'}}],
      steps: ['filter', 'afford'],
      looks: [
        {at: '[part=narrow] summary', says: '1'},
        {at: '[part=name]', says: 'Coffee for two'},
      ],
    },
    {
      name: 'beyond-balance',
      title: 'Nothing within my balance',
      see: 'A balance of 5 is enough for nothing. One press leads back to all rewards.',
      answers: {wares: [HOODIE, COFFEE, TICKET]},
      embeds: [{tag: 'rai-store', attributes: {balance: '5'}}],
      steps: ['filter', 'afford'],
      looks: [{at: '[part=notice]', says: 'No reward matches.'}],
    },
    {
      name: 'shelves',
      title: 'Categories with a preview',
      see: 'Below all rewards, the merchant’s preview categories: the first of their products under their names, and the way to all of them.',
      answers: {
        wares: [
          COFFEE,
          MANGROVE,
          {name: 'Hut night for one'},
          {name: 'Early-access badge'},
          {name: 'Rain on a tent, the album'},
        ],
      },
      looks: [{at: '[part=shelf-title]', says: 'Digital'}],
    },
    {
      name: 'list',
      title: 'As a list',
      see: 'One wide card below the other, the picture beside the words.',
      answers: {wares: USUAL},
      embeds: [{tag: 'rai-store', attributes: {layout: 'list'}}],
      looks: [{at: '[part=verdict]', says: 'Redeem'}],
    },
  ],
};
