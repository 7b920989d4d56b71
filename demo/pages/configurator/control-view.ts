import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {colourView} from './colour-view.ts';
import {faultView, type ControlScene} from './control-scene.ts';
import {ownName, STORE_LANGUAGES} from './languages.ts';
import type {Setting} from './manifest.ts';
import type {Draft, Model} from './model.ts';

/** So many options stand beside each other; more are a list to choose from. */
const BESIDE = 3;

/** The control of a setting, labelled by the element with the id `label-<name>` and described by `about-<name>`. */
export function controlView(setting: Setting, scene: ControlScene) {
  const {control} = setting;
  if (control.type === 'switch') return switchView(setting, scene);
  if (control.type === 'choice')
    return control.options.length <= BESIDE && control.options.join('').length < 16
      ? radiosView(setting, control.options, scene)
      : selectView(setting, control.options, scene);
  if (control.type === 'set') return setView(setting, control.options, scene);
  if (control.type === 'colour') return colourView(setting, scene);
  if (control.type === 'length') return lengthView(setting, scene);
  return textView(setting, scene);
}

const idOf = ({name}: Setting) => `set-${name}`;

const wordOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** What to announce of a field: its description, and what is wrong with it. */
const describedBy = ({name}: Setting, draft: Draft | undefined) =>
  draft ? `about-${name} fault-${name}` : `about-${name}`;

const switchView = (setting: Setting, {model, actions}: ControlScene) =>
  html`<input
    type="checkbox"
    role="switch"
    id=${idOf(setting)}
    aria-describedby="about-${setting.name}"
    .checked=${live(setting.name in model.values)}
    @change=${(event: Event) =>
      actions.set(setting, (event.target as HTMLInputElement).checked ? '' : undefined)}
  />`;

function radiosView(setting: Setting, options: readonly string[], {model, words, actions}: ControlScene) {
  const now = model.values[setting.name] ?? setting.usual;
  const all = setting.usual ? options : ['', ...options];
  return html`<div class="segments" role="radiogroup" aria-labelledby="label-${setting.name}">
    ${all.map(
      (option) =>
        html`<label
          ><input
            type="radio"
            name=${idOf(setting)}
            value=${option}
            .checked=${live(option === now)}
            @change=${() => actions.set(setting, option || undefined)}
          /><span>${option || words.say('notSet')}</span></label
        >`,
    )}
  </div>`;
}

const selectView = (setting: Setting, options: readonly string[], {model, words, actions}: ControlScene) =>
  html`<select
    id=${idOf(setting)}
    aria-describedby="about-${setting.name}"
    @change=${(event: Event) => actions.set(setting, wordOf(event) || undefined)}
  >
    ${(setting.usual ? options : ['', ...options]).map(
      (option) =>
        html`<option value=${option} ?selected=${option === (model.values[setting.name] ?? setting.usual)}>
          ${option || words.say('notSet')}
        </option>`,
    )}
  </select>`;

function setView(setting: Setting, options: readonly string[], {model, actions}: ControlScene) {
  const chosen = (model.values[setting.name] ?? setting.usual).split(' ');
  const toggled = (option: string) => {
    const next = options.filter((one) => chosen.includes(one) !== (one === option));
    // None at all is no set; the last one stays.
    actions.set(setting, next.length > 0 ? next.join(' ') : chosen.join(' '));
  };
  return html`<div class="chips" role="group" aria-labelledby="label-${setting.name}">
    ${options.map(
      (option) =>
        html`<label
          ><input
            type="checkbox"
            .checked=${live(chosen.includes(option))}
            @change=${() => toggled(option)}
          /><span>${option}</span></label
        >`,
    )}
  </div>`;
}

function textView(setting: Setting, {model, words, actions}: ControlScene) {
  const {name, control, usual} = setting;
  const number = control.type === 'number' ? control : undefined;
  const draft = model.drafts[name];
  return html`<input
      id=${idOf(setting)}
      class=${number ? 'short' : ''}
      type=${number ? 'number' : 'text'}
      min=${number?.least ?? nothing}
      max=${number?.most ?? nothing}
      step=${number ? (number.isWhole ? 1 : 'any') : nothing}
      inputmode=${control.type === 'address' || control.type === 'template' ? 'url' : nothing}
      spellcheck="false"
      autocomplete="off"
      dir=${control.type === 'text' && setting.kind === 'attribute' ? 'auto' : 'ltr'}
      list=${name === 'lang' ? 'store-languages' : nothing}
      placeholder=${placeholderOf(setting, model)}
      aria-describedby=${describedBy(setting, draft)}
      aria-invalid=${draft ? 'true' : 'false'}
      .value=${live(draft?.text ?? model.values[name] ?? (number ? usual : ''))}
      @input=${(event: Event) => actions.set(setting, wordOf(event) || undefined)}
    />${
      name === 'lang'
        ? html`<datalist id="store-languages">
            ${STORE_LANGUAGES.map((tag) => html`<option value=${tag}>${ownName(tag)}</option>`)}
          </datalist>`
        : nothing
    }${faultView(setting, draft, words)}`;
}

const placeholderOf = ({name, usual}: Setting, {facts}: Model) =>
  name === 'gateway' ? `${facts.gateway}/v1` : usual;

function lengthView(setting: Setting, {model, words, actions}: ControlScene) {
  const {name, usual} = setting;
  const draft = model.drafts[name];
  const now = model.values[name] ?? usual;
  const px = /^(\d+(?:\.\d+)?)px$/.exec(now)?.[1];
  const most = Math.max(32, 2 * (Number.parseFloat(usual) || 16));
  return html`<div class="length">
      <input
        type="range"
        min="0"
        max=${most}
        step="1"
        aria-label=${words.say('slider', {name: words.label(setting)})}
        aria-valuetext=${now}
        .value=${live(px ?? '0')}
        @input=${(event: Event) => actions.set(setting, `${wordOf(event)}px`)}
      />
      <input
        id=${idOf(setting)}
        class="short"
        spellcheck="false"
        autocomplete="off"
        dir="ltr"
        aria-describedby=${describedBy(setting, draft)}
        aria-invalid=${draft ? 'true' : 'false'}
        .value=${live(draft?.text ?? now)}
        @input=${(event: Event) => actions.set(setting, wordOf(event) || undefined)}
      />
    </div>
    ${faultView(setting, draft, words)}`;
}
