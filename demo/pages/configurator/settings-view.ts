import {html, nothing} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {live} from 'lit/directives/live.js';
import {repeat} from 'lit/directives/repeat.js';
import {codeIn} from './code-in.ts';
import {contrastView} from './contrast-view.ts';
import type {ControlScene} from './control-scene.ts';
import {controlView} from './control-view.ts';
import {GROUP_NAMES, inGroup, type GroupName} from './groups.ts';
import {icons} from './icons.ts';
import type {Setting} from './manifest.ts';
import {presetsView} from './presets-view.ts';

/** Which groups stand open at first: fewer where there is little room. */
const OPEN: readonly GroupName[] = innerWidth < 600 ? ['look'] : ['look', 'colours'];

/** Every setting, in groups that open and close, with a field to find one by its name. */
export function settingsView(scene: ControlScene) {
  const {model, words, actions} = scene;
  const sought = model.sought.trim().toLowerCase();
  const found = model.settings.filter((setting) => isFound(setting, sought, scene));
  return html`<div class="find">
      ${icons.search}
      <label class="unseen" for="find">${words.say('find')}</label>
      <input
        id="find"
        type="search"
        placeholder=${words.say('find')}
        autocomplete="off"
        spellcheck="false"
        .value=${live(model.sought)}
        @input=${(event: Event) => actions.change({sought: (event.target as HTMLInputElement).value})}
      />
    </div>
    ${sought ? nothing : presetsView(scene)}
    ${found.length > 0 ? nothing : html`<p class="none" role="status">${words.say('nothingFound')}</p>`}
    ${GROUP_NAMES.map((name) => {
      const settings = inGroup(name, found);
      // What is sought is seen, also in a group that somebody has closed.
      return settings.length > 0 ? keyed(sought !== '', groupView(name, settings, scene)) : nothing;
    })}`;
}

function groupView(name: GroupName, settings: readonly Setting[], scene: ControlScene) {
  const {model, words} = scene;
  const set = settings.filter((setting) => setting.name in model.values).length;
  return html`<details class="group" data-group=${name} ?open=${OPEN.includes(name) || model.sought !== ''}>
    <summary>
      <h3>${words.say(name)}</h3>
      ${set > 0 ? html`<span class="count">${words.say('changed', {n: words.number(set)})}</span>` : nothing}
    </summary>
    ${name === 'colours' ? contrastView(scene) : nothing}
    ${repeat(
      settings,
      (setting) => setting.name,
      (setting) => rowView(setting, scene),
    )}
  </details>`;
}

function rowView(setting: Setting, scene: ControlScene) {
  const {model, words, actions} = scene;
  const {name, control, usual} = setting;
  const isSet = name in model.values || Object.keys(model.drafts).some((key) => key.split(' ')[0] === name);
  const about = words.about(setting);
  const isOneField = !['choice', 'set', 'colour'].includes(control.type);
  const label = words.label(setting);
  const isSelect = control.type === 'choice' && !usesRadios(control.options);
  return html`<div class="row" data-setting=${name} ?data-set=${isSet} data-control=${control.type}>
    <div class="name">
      ${
        isOneField || isSelect
          ? html`<label id="label-${name}" for="set-${name}">${label}</label>`
          : html`<span class="label" id="label-${name}">${label}</span>`
      }
      <code>${name}</code>
      ${
        isSet
          ? html`<button
              class="reset"
              aria-label=${words.say('reset', {name: label})}
              title=${words.say('reset', {name: label})}
              @click=${() => actions.reset(setting)}
            >
              ${icons.reset}
            </button>`
          : nothing
      }
    </div>
    <div class="control">${controlView(setting, scene)}</div>
    <p class="about" id="about-${name}">
      <span lang=${about.lang} dir=${about.lang === 'en' ? 'ltr' : nothing}>${codeIn(about.text)}</span>
      ${
        usual
          ? html`<span class="usual">${words.say('usual', {value: ''})}<code dir="ltr">${usual}</code></span>`
          : nothing
      }
    </p>
  </div>`;
}

/** Whether options stand beside each other; the control decides alike. */
const usesRadios = (options: readonly string[]) => options.length <= 3 && options.join('').length < 16;

function isFound(setting: Setting, sought: string, {words}: ControlScene): boolean {
  return `${setting.name} ${words.label(setting)} ${words.about(setting).text}`
    .toLowerCase()
    .includes(sought);
}
