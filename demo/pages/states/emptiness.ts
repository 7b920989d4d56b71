import type {StateGroup} from './state.ts';

/** Nothing failed, and there is nothing to list. */
export const emptiness: StateGroup = {
  title: 'Nothing to list',
  states: [
    {
      name: 'bare',
      title: 'Empty catalogue',
      see: 'The community sells nothing yet.',
      answers: {wares: []},
      looks: [{at: '[part=notice]', says: 'There are no rewards yet. Please come back later.'}],
    },
    {
      name: 'nothing-found',
      title: 'Nothing found',
      see: 'No reward matches what is searched for. One press leads back to all of them.',
      embeds: [{tag: 'rai-store', attributes: {search: 'zeppelin'}}],
      looks: [{at: '[part=notice]', says: 'No reward matches.'}],
    },
    {
      name: 'closed',
      title: 'Store closed',
      see: 'The manager has closed the store (isEnabled is false).',
      answers: {store: {isEnabled: false}},
      looks: [{at: '[part=notice]', says: 'The store is closed right now. Please come back later.'}],
    },
    {
      name: 'no-categories',
      title: 'No categories',
      see: 'The merchant has made no categories, so there is no navigation.',
      answers: {categories: 'none'},
      looks: [{at: '[part=name]', says: 'Coffee for two'}],
    },
  ],
};
