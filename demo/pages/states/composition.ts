import type {StateGroup} from './state.ts';
import {COFFEE, DAY, HOODIE, MANGROVE, TICKET} from './wares.ts';

/** More than one element on a page, or less than a store. */
export const composition: StateGroup = {
  title: 'On the page',
  states: [
    {
      name: 'single-card',
      title: 'A card of its own',
      see: 'Two products that a page’s author has picked, outside of any store. Each reads its own product.',
      answers: {wares: [{...HOODIE, sale: {price: 1_680, ends: 2 * DAY}}, {...TICKET, left: 2}, COFFEE]},
      embeds: [
        {tag: 'rai-product-card', attributes: {'product-id': HOODIE.name, 'heading-level': '2'}},
        {tag: 'rai-product-card', attributes: {'product-id': TICKET.name, 'heading-level': '2'}},
      ],
      looks: [
        {at: '[part=name]', says: 'Founders’ hoodie'},
        {at: '[part=stock]', says: 'Only 2 left'},
      ],
    },
    {
      name: 'two-stores',
      title: 'Two stores, two languages',
      see: 'Two stores behind two gateways: the first in the page’s language, the second in Thai. Neither knows of the other.',
      answers: {wares: [COFFEE, {...TICKET, left: 12}, MANGROVE]},
      embeds: [
        {tag: 'rai-store', attributes: {}},
        {tag: 'rai-store', attributes: {lang: 'th'}, gatewayOf: 'discount'},
      ],
      looks: [
        {at: '[part=name]', says: 'Coffee for two'},
        {at: '[part=name]', says: 'กาแฟ'},
      ],
    },
  ],
};
