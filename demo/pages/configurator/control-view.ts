import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Actions} from './actions.ts';
import {hexOf} from './contrast.ts';
import {ownName, STORE_LANGUAGES} from './languages.ts';
import type {Setting} from './manifest.ts';
import type {Draft, Model} from './model.ts';
import {resolvedByBrowser} from './resolved.ts';
import {halvesOf, joined, SCHEMES, type Scheme} from './schemes.ts';
import type {Words} from './words.ts';

/** What a control is drawn from. */
export interface ControlScene {
  readonly model: Model;
  readonly words: Words;
  readonly actions: Actions;
}

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
  const draft = model.drafts[name];
  return html`<input
      id=${idOf(setting)}
      class=${control.type === 'number' ? 'short' : ''}
      type=${control.type === 'number' ? 'number' : 'text'}
      min=${control.type === 'number' ? '0' : nothing}
      step=${control.type === 'number' ? 'any' : nothing}
      inputmode=${control.type === 'address' ? 'url' : nothing}
      spellcheck="false"
      autocomplete="off"
      dir=${control.type === 'address' || setting.kind === 'token' ? 'ltr' : 'auto'}
      list=${name === 'lang' ? 'store-languages' : nothing}
      placeholder=${placeholderOf(setting, model)}
      aria-describedby=${describedBy(setting, draft)}
      aria-invalid=${draft ? 'true' : 'false'}
      .value=${live(draft?.text ?? model.values[name] ?? (control.type === 'number' ? usual : ''))}
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

const colourView = (setting: Setting, scene: ControlScene) =>
  html`<div class="halves" role="group" aria-labelledby="label-${setting.name}">
    ${SCHEMES.map((scheme) => halfView(setting, scheme, scene))}
  </div>`;

function halfView(setting: Setting, scheme: Scheme, {model, words, actions}: ControlScene) {
  const usual = halvesOf(setting.usual);
  const halves = halvesOf(model.values[setting.name] ?? setting.usual);
  const draft = model.drafts[`${setting.name} ${scheme}`];
  const id = `${idOf(setting)}-${scheme}`;
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
        @input=${(event: Event) => choose(wordOf(event))}
    /></span>
    <label for=${id}><span class="unseen">${names.name}, </span>${names.scheme}</label>
    <input
      id=${id}
      spellcheck="false"
      autocomplete="off"
      dir="ltr"
      aria-describedby="about-${setting.name} ${draft ? `fault-${setting.name}-${scheme}` : ''}"
      aria-invalid=${draft ? 'true' : 'false'}
      .value=${live(shown)}
      @input=${(event: Event) => choose(wordOf(event).trim())}
    />
    ${faultView(setting, draft, words, `-${scheme}`)}
  </div>`;
}

/** The colour that is meant where another token's is taken over. */
function referred(value: string, scheme: Scheme, {settings, values}: Model, depth = 0): string {
  const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  const other = settings.find((setting) => setting.name === name);
  if (!other || depth > 3) return value;
  const halves = halvesOf(values[other.name] ?? other.usual);
  return referred(halves[scheme], scheme, {settings, values} as Model, depth + 1);
}

const faultView = ({name}: Setting, draft: Draft | undefined, words: Words, part = '') =>
  draft ? html`<p class="fault" id="fault-${name}${part}">${words.say(`fault_${draft.fault}`)}</p>` : nothing;
