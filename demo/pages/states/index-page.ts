import {html} from 'hono/html';
import {frame, type Html} from '../frame.ts';
import {GROUPS, STATES} from './table.ts';

const ABOUT = 'What a shopper sees when all is well, when something is missing, and when something fails.';

/** The list of all states, each with a link to its page. */
export const indexPage = (): Html =>
  frame(
    {title: 'Every state', about: ABOUT},
    html`<main>
      <header>
        <p class="mark"><a href="/">rai-store</a></p>
        <h1>Every state of the storefront</h1>
        <p class="lead">
          ${ABOUT} ${STATES.length} pages: the store on each is the real one, and only the gateway that it
          reads answers by a script.
        </p>
      </header>
      ${GROUPS.map(
        ({title, states}) =>
          html`<section class="group">
            <h2>${title}</h2>
            <ul class="states">
              ${states.map(
                (state) =>
                  html`<li>
                    <h3><a href="/states/${state.name}">${state.title}</a></h3>
                    <p>${state.see}</p>
                  </li>`,
              )}
            </ul>
          </section>`,
      )}
    </main>`,
  );
