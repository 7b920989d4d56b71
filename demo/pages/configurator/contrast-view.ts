import {html, nothing, svg} from 'lit';
import type {ControlScene} from './control-scene.ts';
import {icons} from './icons.ts';
import {paleOf} from './model.ts';
import type {Pale} from './contrast.ts';

/** What is too pale: each pair with a sample, what it has and what it needs; a line of praise where nothing is. */
export function contrastView({model, words}: ControlScene) {
  const pale = paleOf(model);
  if (pale.length === 0)
    return html`<p class="contrast fine">${icons.done}<span>${words.say('contrastFine')}</span></p>`;
  return html`<section class="contrast pale" aria-labelledby="contrast">
    <h4 id="contrast">${icons.warning}<span>${words.count('contrastPale', pale.length)}</span></h4>
    <ul>
      ${pale.map((one) => pairView(one))}
    </ul>
  </section>`;

  function pairView({scheme, over, under, colours, ratio, needed}: Pale) {
    const name = (token: string) => {
      const setting = model.settings.find((one) => one.name === token);
      return setting ? words.label(setting) : token;
    };
    const two = {minimumFractionDigits: 2, maximumFractionDigits: 2};
    const pair = words.say('contrastPair', {over: name(over), under: name(under)});
    return html`<li data-pair="${over} ${under} ${scheme}">
      ${sampleView(colours)}
      <span>
        <b>${words.say('halfOf', {name: pair, scheme: words.say(scheme)})}</b>
        <span
          >${words.say('contrastRatio', {ratio: words.number(ratio, two), needed: words.number(needed)})}</span
        >
      </span>
    </li>`;
  }
}

/** Letters in both colours; what is seen here is said beside it. */
const sampleView = ([over, under]: Pale['colours']) =>
  html`<svg viewBox="0 0 36 28" width="36" height="28" aria-hidden="true">
    <rect width="36" height="28" rx="6" fill=${under} />
    ${svg`<path d="m8 20 4.6-12h1.8L19 20m-9.4-4h7.8M28 20v-8m0 4a3.6 3.6 0 1 1-7.2 0 3.6 3.6 0 0 1 7.2 0Z" fill="none" stroke=${over} stroke-width="2" />`}
    ${nothing}
  </svg>`;
