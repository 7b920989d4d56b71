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
      name: 'list',
      title: 'As a list',
      see: 'One wide card below the other, the picture beside the words.',
      answers: {wares: USUAL},
      embeds: [{tag: 'rai-store', attributes: {layout: 'list'}}],
      looks: [{at: '[part=verdict]', says: 'Redeem'}],
    },
  ],
};
