import type {StateGroup} from './state.ts';
import {USUAL} from './wares.ts';

/** The colours that a community has configured for its store. */
export const palettes: StateGroup = {
  title: 'In the community’s colours',
  states: [
    {
      name: 'palette',
      title: 'A community’s palette',
      see: 'The colours of the store’s configuration, one palette for light and one for dark. They are legible as they are, and stay so to the digit.',
      answers: {
        wares: USUAL,
        store: {
          widget: {
            isEnabled: true,
            appearance: {
              light: {
                name: 'plum',
                palette: {
                  accent: 'rgb(91, 33, 182)',
                  text: 'rgb(30, 16, 56)',
                  background: 'rgb(255, 255, 255)',
                  divider: 'rgb(226, 219, 240)',
                  shadow: 'rgba(64, 16, 120, 0.08)',
                },
              },
              dark: {
                name: 'night plum',
                palette: {
                  accent: 'rgb(196, 181, 253)',
                  text: 'rgb(240, 235, 255)',
                  background: 'rgb(33, 24, 51)',
                  divider: 'rgb(62, 48, 92)',
                },
              },
            },
          },
        },
      },
      looks: [{at: '[part=verdict]', says: 'Redeem'}],
    },
    {
      name: 'pale-palette',
      title: 'A palette that is too pale',
      see: 'Yellow on cream, and words hardly darker: each colour is darkened by as little as leaves it legible, less for the ground of an action, which has dark words, than for words.',
      answers: {
        wares: USUAL,
        store: {
          widget: {
            isEnabled: true,
            appearance: {
              light: {
                name: 'custard',
                palette: {accent: '#ffd400', text: '#d9c98c', background: '#fffbe6', divider: '#fff1b8'},
              },
              dark: {palette: {accent: '#4a3b00', text: '#55502f', background: '#1f1b0a'}},
            },
          },
        },
      },
      looks: [{at: '[part=verdict]', says: 'Redeem'}],
    },
  ],
};
