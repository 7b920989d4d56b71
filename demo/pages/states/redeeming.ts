import type {Embed, StateGroup, Ware} from './state.ts';
import {HOODIE, MANGROVE, TICKET} from './wares.ts';

const KEYBOARD: Ware = {name: 'Mechanical keyboard', asks: ['Name', 'Phone', 'Address']};

const opened = ({name}: Ware): readonly Embed[] => [{tag: 'rai-store', attributes: {product: name}}];

/** What the shopper is told. */
const TITLE = 'rai-store-redeem .title';

/** The way back, where there is no other. */
const BACK = 'rai-store-redeem .title + .action.quiet';

/** The way to a reward, and where it ends. The page answers in its own server's place. */
export const redeeming: StateGroup = {
  title: 'Redeeming',
  states: [
    {
      name: 'form',
      title: 'The form',
      see: 'The merchant asks for a name, a phone number and an address.',
      answers: {wares: [KEYBOARD, TICKET, HOODIE]},
      embeds: opened(KEYBOARD),
      steps: ['redeem'],
      looks: [
        {at: TITLE, says: 'A few details, so that your reward finds you.'},
        {at: 'textarea[name=address]'},
      ],
    },
    {
      name: 'confirm',
      title: 'The question',
      see: 'Nothing is redeemed before the shopper has seen once more what it is and what it costs.',
      embeds: opened(TICKET),
      steps: ['redeem'],
      looks: [{at: TITLE, says: 'Redeem Cinema ticket, any day for 900 Coins?'}, {at: '[part=confirm]'}],
    },
    {
      name: 'confirm-form',
      title: 'The question after the form',
      see: 'The form is filled in; the question comes before anything is redeemed.',
      answers: {wares: [KEYBOARD, TICKET, HOODIE]},
      embeds: opened(KEYBOARD),
      steps: ['redeem', 'fill'],
      looks: [{at: TITLE, says: 'Redeem Mechanical keyboard for 12,800 Coins?'}, {at: '[part=confirm]'}],
    },
    {
      name: 'redeem-waiting',
      title: 'Still waiting',
      see: 'The page’s server never answers. The shopper sees that something is under way, and can’t redeem twice.',
      embeds: opened(TICKET),
      redeeming: 'never',
      steps: ['redeem', 'confirm'],
      looks: [{at: TITLE, says: 'Redeeming…'}, {at: 'rai-store-redeem .bar'}],
    },
    {
      name: 'unanswered',
      title: 'Never answered',
      see: 'The shopper has closed the detail while the page’s server had not answered, and opens it again: they are warned before they redeem twice.',
      answers: {wares: [TICKET, HOODIE, MANGROVE]},
      embeds: opened(TICKET),
      redeeming: 'never',
      steps: ['redeem', 'confirm', 'sent', 'close', 'choose', 'redeem'],
      looks: [
        {at: TITLE, says: 'You have confirmed this before, and no answer came.'},
        {at: 'rai-store-redeem .title + .actions'},
      ],
    },
    {
      name: 'code',
      title: 'Redeemed: a code',
      see: 'The page’s server answers with a code. How to use it is what the product says.',
      embeds: opened(TICKET),
      redeeming: {code: 'NWH-LANTERN-5WNM5'},
      steps: ['redeem', 'confirm'],
      looks: [
        {at: TITLE, says: 'It’s yours!'},
        {at: '[part=code]', says: 'NWH-LANTERN-5WNM5'},
      ],
    },
    {
      name: 'instructions',
      title: 'Redeemed: instructions only',
      see: 'There is no code; what to do comes from the page’s server.',
      embeds: opened(MANGROVE),
      redeeming: {
        instructions:
          '<p>We plant in the <strong>next rainy season</strong>. Your tree’s place comes by message, with a picture.</p>' +
          '<p><a href="https://www.northwind-hikers.example/mangroves">Where we plant</a></p>',
      },
      steps: ['redeem', 'confirm'],
      looks: [
        {at: TITLE, says: 'It’s yours!'},
        {at: 'rai-store-redeem .prose', says: 'next rainy season'},
      ],
    },
    {
      name: 'too-late',
      title: 'Refused: sold out meanwhile',
      see: 'Somebody took the last one after this page had read the stock.',
      answers: {wares: [{...TICKET, left: 1}, HOODIE, MANGROVE]},
      embeds: opened(TICKET),
      redeeming: {refusal: 'sold-out'},
      steps: ['redeem', 'confirm'],
      looks: [{at: TITLE, says: 'Somebody was faster: this reward is sold out.'}, {at: BACK}],
    },
    {
      name: 'limit-reached',
      title: 'Refused: limit reached',
      see: 'The shopper has had as many as the merchant lets one person have.',
      embeds: opened(TICKET),
      redeeming: {refusal: 'limit-reached'},
      steps: ['redeem', 'confirm'],
      looks: [
        {at: TITLE, says: 'You have redeemed this reward as often as one person may for now.'},
        {at: BACK},
      ],
    },
    {
      name: 'redeem-failed',
      title: 'Connection lost',
      see: 'The connection breaks while the page’s server is at it. Nobody knows how far it went, and the shopper is told just that.',
      embeds: opened(TICKET),
      redeeming: 'broken',
      steps: ['redeem', 'confirm'],
      looks: [{at: TITLE, says: 'That didn’t work, and we can’t tell how far it went.'}, {at: BACK}],
      isLogged: true,
    },
    {
      name: 'in-the-community',
      title: 'Left to the community',
      see: 'The page does not answer. The store leads to the community, by the link of its configuration.',
      embeds: opened(TICKET),
      steps: ['redeem', 'confirm'],
      looks: [
        {at: TITLE, says: 'This reward is redeemed in the community.'},
        {at: 'rai-store-redeem a.action'},
      ],
    },
  ],
};
