import type {StateGroup} from './state.ts';
import {COFFEE, DAY, HOODIE, HOUR, MANGROVE, MINUTE, TICKET} from './wares.ts';

/** What a product costs, and for how long. */
export const offers: StateGroup = {
  title: 'Price',
  states: [
    {
      name: 'list-price',
      title: 'No discount',
      see: 'Four rewards at their list prices. The merchant says nothing about how many are left.',
      answers: {wares: [COFFEE, HOODIE, TICKET, MANGROVE]},
      looks: [{at: '[part=price]', says: '2,400'}],
    },
    {
      name: 'discount',
      title: 'Discount running',
      see: 'The coffee is a fifth off for three hours, the hoodie until the day after tomorrow, the ticket without an end.',
      answers: {
        wares: [
          {...COFFEE, sale: {price: 256, starts: -DAY, ends: 3 * HOUR}},
          {...HOODIE, sale: {price: 1_680, starts: -DAY, ends: 2 * DAY}},
          {...TICKET, sale: {price: 855, starts: -DAY}},
          MANGROVE,
        ],
      },
      looks: [
        {at: '[part=saving]', says: '−20%'},
        {at: '[part=was]', says: '320'},
        {at: '[part=ends]', says: 'ends in'},
      ],
    },
    {
      name: 'discount-ends',
      title: 'Discount about to end',
      see: 'The loaf is cheaper for one more minute. Stay: its list price comes back by itself, at that very moment.',
      answers: {
        wares: [{name: 'Sourdough loaf, still warm', sale: {price: 120, ends: MINUTE}}, COFFEE, MANGROVE],
      },
      looks: [{at: '[part=ends]', says: 'ends in'}],
    },
    {
      name: 'discount-begins',
      title: 'Discount about to begin',
      see: 'The hut night costs 2,900 for one more minute, and 1,900 from then on. Stay: the lower price comes by itself.',
      answers: {
        wares: [
          {name: 'Hut night for one', sale: {price: 1_900, starts: MINUTE, ends: 7 * DAY}},
          COFFEE,
          MANGROVE,
        ],
      },
      looks: [{at: '[part=price]', says: '2,900'}],
    },
    {
      name: 'free',
      title: 'Free',
      see: 'The badge costs nothing at all, the album nothing while its discount runs.',
      answers: {
        wares: [
          {name: 'Early-access badge'},
          {name: 'Rain on a tent, the album', price: 300, sale: {price: 0, ends: 5 * DAY}},
          COFFEE,
        ],
      },
      looks: [{at: '[part=price]', says: 'Free'}],
    },
  ],
};
