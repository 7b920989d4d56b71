import {html} from 'lit';
import {live} from 'lit/directives/live.js';
import {hexOf} from './contrast.ts';
import {faultView, type ControlScene} from './control-scene.ts';
import type {Setting} from './manifest.ts';
import {inEffect, type Model} from './model.ts';
import {resolvedByBrowser} from './resolved.ts';
import {halvesOf, joined, SCHEMES, type Scheme} from './schemes.ts';

/** A colour token's two halves, each with the browser's own palette and a field for any colour of CSS. */
export const colourView = (setting: Setting, scene: ControlScene) =>
  html`<div class="halves" role="group" aria-labelledby="label-${setting.name}">
    ${SCHEMES.map((scheme) => halfView(setting, scheme, scene))}
  </div>`;

function halfView(setting: Setting, scheme: Scheme, {model, words, actions}: ControlScene) {
  const usual = halvesOf(model.community[setting.name] ?? setting.usual);
  const halves = halvesOf(inEffect(setting, model));
  const draft = model.drafts[`${setting.name} ${scheme}`];
  const id = `${`set-${setting.name}`}-${scheme}`;
  const names = {name: words.label(setting), scheme: words.say(scheme)};
  const choose = (text: string) =>
    actions.set(setting, joined({...halves, [scheme]: text || usual[scheme]}), {part: scheme, text});
  const shown = draft?.text ?? halves[scheme];
  return html`<div class="half">
    <span class="swatch"
      ><input
        type="color"
        aria-label=${words.say('pick', names)}
        .value=${live((hexOf(referred(halves[scheme], scheme, model), resolvedByBrowser) ?? '#000000').slice(0, 7))}
        @input=${(event: Event) => choose((event.target as HTMLInputElement).value)}
    /></span>
    <label for=${id}
      ><span class="unseen">${words.say('halfOf', names)}</span
      ><span aria-hidden="true">${names.scheme}</span></label
    >
    <input
      id=${id}
      spellcheck="false"
      autocomplete="off"
      dir="ltr"
      aria-describedby="about-${setting.name} ${draft ? `fault-${setting.name}-${scheme}` : ''}"
      aria-invalid=${draft ? 'true' : 'false'}
      .value=${live(shown)}
      @input=${(event: Event) => choose((event.target as HTMLInputElement).value.trim())}
    />
    ${faultView(setting, draft, words, `-${scheme}`)}
  </div>`;
}

/** The colour that is meant where another token's is taken over. */
function referred(value: string, scheme: Scheme, model: Model, depth = 0): string {
  const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  const other = model.settings.find((setting) => setting.name === name);
  if (!other || depth > 3) return value;
  return referred(halvesOf(inEffect(other, model))[scheme], scheme, model, depth + 1);
}
