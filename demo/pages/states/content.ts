import type {StateGroup} from './state.ts';
import {COFFEE, DAY, HOODIE, MANGROVE, TICKET} from './wares.ts';

/** What merchants write and draw, or do not. */
export const content: StateGroup = {
  title: 'Words and pictures',
  states: [
    {
      name: 'no-picture',
      title: 'No picture',
      see: 'The ticket has no picture. A drawing keeps its place.',
      answers: {wares: [COFFEE, {...TICKET, picture: 'none'}, MANGROVE]},
      looks: [{at: '[part=image].placeholder'}, {at: '[part=name]', says: TICKET.name}],
    },
    {
      name: 'broken-picture',
      title: 'Broken picture',
      see: 'The ticket’s picture is no longer where the merchant said. A drawing takes its place.',
      answers: {wares: [COFFEE, {...TICKET, picture: 'broken'}, MANGROVE]},
      looks: [{at: '[part=image].placeholder'}, {at: '[part=name]', says: TICKET.name}],
      isLogged: true,
    },
    {
      name: 'long-texts',
      title: 'Very long texts',
      see: 'Names and prices that are longer than anybody planned for. Cards stay equally high, and nothing overlaps.',
      answers: {
        wares: [
          {
            ...HOODIE,
            called:
              'Hand-numbered anniversary hoodie of the founding members of the Northwind Hikers, organic cotton, ' +
              'brushed inside, with the outline of the whole northern ridge and all of its eleven summits',
            about:
              'Made to order by a two-person print shop in the valley, which cuts, prints, sews, washes and packs ' +
              'each of them by hand, and therefore asks for a little patience in the weeks before the winter solstice.',
            price: 123_456_789,
            sale: {price: 98_765_432, ends: 20 * DAY},
            left: 1_234_567,
          },
          {
            ...COFFEE,
            called: 'Wanderwegmarkierungspatenschaftsurkundenübergabeveranstaltungseintrittskarte',
            about:
              'https://www.northwind-hikers.example/trails/northern-ridge/signposts/adopt-one?from=rewards',
          },
          {name: 'Go', left: 1},
          TICKET,
        ],
      },
      looks: [{at: '[part=name]', says: 'Hand-numbered anniversary hoodie'}],
    },
    {
      name: 'long-texts-detail',
      title: 'Very long texts, opened',
      see: 'The detail of a reward whose name is one word of seventy-six letters.',
      answers: {
        wares: [
          {
            ...COFFEE,
            called: 'Wanderwegmarkierungspatenschaftsurkundenübergabeveranstaltungseintrittskarte',
            price: 123_456_789,
            left: 1_234_567,
          },
          TICKET,
        ],
      },
      embeds: [{tag: 'rai-store', attributes: {product: 'Coffee for two'}}],
      looks: [{at: 'rai-product-detail .title', says: 'Wanderweg'}],
    },
    {
      name: 'other-directions',
      title: 'Names of other directions',
      see: 'Names in Arabic, Hebrew, Japanese and French on one page. Each reads in its own direction; numbers stay whole.',
      answers: {
        wares: [
          {name: 'شاي بالنعناع لشخصين', called: 'شاي بالنعناع لشخصين (2 أكواب)', left: 3},
          {
            ...COFFEE,
            called: 'קפה לשניים ב-Harbour Roasters',
            about: 'שני כוסות קפה בכל אחד מ-40 בתי הקפה שלנו.',
          },
          {name: '抹茶と和菓子のセット', left: 8},
          {name: 'Käsespätzle night at Zoë’s Café Édouard'},
        ],
      },
      looks: [{at: '[part=name]', says: 'شاي بالنعناع'}],
    },
  ],
};
