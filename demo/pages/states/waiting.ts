import type {StateGroup} from './state.ts';

/** The answer is not there yet. */
export const waiting: StateGroup = {
  title: 'Waiting',
  states: [
    {
      name: 'loading',
      title: 'Loading',
      see: 'The gateway never answers. Cards without words stand where cards will be, in the size that those will have.',
      answers: {fault: 'never'},
      looks: [{at: 'rai-store [aria-busy=true]'}],
    },
    {
      name: 'slow',
      title: 'Slow',
      see: 'The gateway answers after three seconds. The store takes the place of the empty cards, and nothing moves.',
      answers: {fault: {late: 3_000}},
      looks: [{at: '[part=name]', says: 'Coffee for two'}],
    },
    {
      name: 'too-slow',
      title: 'Too slow',
      see: 'The gateway never answers. After twenty seconds, and three tries, the shopper is told, and may try again.',
      answers: {fault: 'never'},
      looks: [{at: '[part=notice]', says: 'The store takes too long to answer.'}],
    },
  ],
};
