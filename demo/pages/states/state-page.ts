import {html} from 'hono/html';
import {LANGUAGES, type Language} from '../refusals.ts';
import {embedded, embedsOf, snippetOf} from './embed.ts';
import {frame, type Html} from '../frame.ts';
import {directionOf, NAMES} from './languages.ts';
import type {State, Step} from './state.ts';
import {GROUPS, STATES} from './table.ts';

/** What a reader does to come to the state, in words. */
const STEPS: Readonly<Record<Step, string>> = {
  more: 'Press “Show more”.',
  redeem: 'Press “Redeem”.',
  fill: 'Fill in the form and go on.',
  confirm: 'Press “Redeem now”.',
  sent: 'Wait until the page’s server has been asked.',
  close: 'Press Escape.',
  choose: 'Press “Redeem” on the first card.',
  filter: 'Press the filter beside the order.',
  afford: 'Choose “Within my balance”.',
};

/** The address that the demo's server writes the gateway's real one over. */
const WIDGET = 'http://127.0.0.1:4200/widget/rai-store.js';

/** The page of a state, whose store speaks a language; the page's own words are English. */
export function statePage(state: State, language: Language): Html {
  const embeds = embedsOf(state);
  const redeem = state.redeeming && `/states/${state.name}/redeem?lang=${language}`;
  return frame(
    {title: state.title, about: state.see, scripts: [WIDGET, ...(redeem ? ['/states.js'] : [])]},
    html`${bar(state, language)}
      <main class="state">
        <header>
          <p class="mark">${groupOf(state)}</p>
          <h1>${state.title}</h1>
          <p class="lead">${state.see}</p>
          ${steps(state)}
        </header>
        <div
          class="${embeds.some(({tag}) => tag === 'rai-store') ? 'stage' : 'stage cards'}"
          lang="${language}"
          dir="${directionOf(language)}"
          ${redeem ? html`data-redeem="${redeem}"` : ''}
        >
          ${embeds.map((embed) => embedded(embed, state))}
        </div>
        <section aria-labelledby="snippet">
          <h2 id="snippet">On the page</h2>
          <pre tabindex="0" role="region" aria-label="The snippet"><code>${embeds
            .map((embed) => snippetOf(embed, state))
            .join('\n')}</code></pre>
        </section>
        ${turn(state)}
      </main>`,
  );
}

const groupOf = (state: State) => GROUPS.find(({states}) => states.includes(state))?.title;

const bar = (state: State, language: Language) =>
  html`<nav class="bar" aria-label="This page">
    <a href="/states/">Every state</a>
    <ul>
      ${LANGUAGES.map(
        (one) =>
          html`<li>
            <a
              href="/states/${state.name}?lang=${one}"
              lang="${one}"
              ${one === language ? html`aria-current="true"` : ''}
              >${NAMES[one]}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;

const steps = ({steps = []}: State) =>
  steps.length > 0
    ? html`<ol class="steps">
        ${steps.map((step) => html`<li>${STEPS[step]}</li>`)}
      </ol>`
    : '';

/** To the pages before and after it. */
function turn(state: State) {
  const place = STATES.indexOf(state);
  const [before, after] = [STATES[place - 1], STATES[place + 1]];
  return html`<nav class="turn" aria-label="Other states">
    ${before ? html`<a href="/states/${before.name}" rel="prev">${before.title}</a>` : ''}
    ${after ? html`<a href="/states/${after.name}" rel="next">${after.title}</a>` : ''}
  </nav>`;
}
