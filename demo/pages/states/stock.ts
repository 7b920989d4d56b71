import type {StateGroup} from './state.ts';
import {COFFEE, DAY, HOODIE, MANGROVE, TICKET} from './wares.ts';

/** Whether a product can still be had. */
export const stock: StateGroup = {
  title: 'Stock',
  states: [
    {
      name: 'sold-out',
      title: 'Sold out',
      see: 'The keyboard is sold out, and its action says so. The hoodie would be cheaper, if there were one.',
      answers: {
        wares: [
          {name: 'Mechanical keyboard', left: 0},
          {...HOODIE, left: 0, sale: {price: 1_680, ends: 2 * DAY}},
          COFFEE,
          MANGROVE,
        ],
      },
      looks: [{at: '[part=verdict]', says: 'Sold out'}],
    },
    {
      name: 'sold-out-detail',
      title: 'Sold out, opened',
      see: 'The detail of a reward that is sold out: all about it, and an action that is off.',
      answers: {wares: [{name: 'Mechanical keyboard', left: 0}, COFFEE, MANGROVE]},
      embeds: [{tag: 'rai-store', attributes: {product: 'Mechanical keyboard'}}],
      looks: [{at: 'rai-product-detail .foot', says: 'Sold out'}],
    },
    {
      name: 'low-stock',
      title: 'Low stock',
      see: 'Two tickets and one hoodie are left; the dot says it without its colour, too.',
      answers: {
        wares: [
          {...TICKET, left: 2},
          {...HOODIE, left: 1, sale: {price: 1_680, ends: 2 * DAY}},
          COFFEE,
          MANGROVE,
        ],
      },
      looks: [{at: '[part=stock]', says: 'Only 2 left'}],
    },
    {
      name: 'counted-stock',
      title: 'Stock told',
      see: 'The merchant tells how many are left.',
      answers: {
        wares: [{...TICKET, left: 48}, {...HOODIE, left: 1_250}, MANGROVE],
      },
      looks: [{at: '[part=stock]', says: '48 left'}],
    },
    {
      name: 'hidden-stock',
      title: 'Stock hidden',
      see: 'The merchant keeps the number of coffees to themselves: the gateway says no more than that some are left.',
      answers: {wares: [COFFEE, {...TICKET, left: 12}, MANGROVE]},
      looks: [{at: '[part=stock]', says: '12 left'}],
    },
    {
      name: 'expiring',
      title: 'Expiring',
      see: 'The soup’s codes expire the day after tomorrow, within the week that the merchant wants to be highlighted.',
      answers: {
        wares: [{name: 'Soup of the day', expires: 2 * DAY}, {...TICKET, expires: 60 * DAY}, COFFEE],
      },
      looks: [
        {at: '[part=name]', says: 'Soup of the day'},
        {at: '[part=badge]', says: 'Expires in 2 days'},
      ],
    },
  ],
};
