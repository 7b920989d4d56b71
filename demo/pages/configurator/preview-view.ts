import {html} from 'lit';
import {live} from 'lit/directives/live.js';
import type {ControlScene} from './control-scene.ts';
import {icons} from './icons.ts';
import {ownName, STORE_LANGUAGES} from './languages.ts';
import {DEVICES, type Device} from './model.ts';
import {SCHEMES} from './schemes.ts';

/** How the store is looked at, and the frame that it stands in; `preview.ts` gives the frame its size. */
export function previewView({model, words, actions}: ControlScene) {
  const {view, facts} = model;
  return html`<section class="preview" aria-labelledby="preview">
    <h2 class="unseen" id="preview">${words.say('preview')}</h2>
    <div class="tools">
      <label class="tool">
        <span>${words.say('state')}</span>
        <select
          id="state"
          @change=${(event: Event) => actions.look({state: (event.target as HTMLSelectElement).value})}
        >
          <option value="" ?selected=${view.state === ''}>${words.say('real')}</option>
          ${facts.states.map(
            ({title, states}) =>
              html`<optgroup label=${words.state(title) ?? title}>
                ${states.map(
                  ({name, title}) =>
                    html`<option
                      value=${name}
                      ?selected=${view.state === name}
                      lang=${words.state(name) ? model.language : 'en'}
                    >
                      ${words.state(name) ?? title}
                    </option>`,
                )}
              </optgroup>`,
          )}
        </select>
      </label>
      <label class="tool">
        <span>${words.say('storeLanguage')}</span>
        <select
          id="store-language"
          @change=${(event: Event) => actions.look({lang: (event.target as HTMLSelectElement).value})}
        >
          ${STORE_LANGUAGES.map(
            (tag) =>
              html`<option value=${tag} lang=${tag} ?selected=${view.lang === tag}>${ownName(tag)}</option>`,
          )}
        </select>
      </label>
      <div class="segments icons" role="radiogroup" aria-label=${words.say('width')}>
        ${(Object.keys(DEVICES) as Device[]).map(
          (device) =>
            html`<label title=${words.say(device)}
              ><input
                type="radio"
                name="device"
                value=${device}
                .checked=${live(view.device === device)}
                @change=${() => actions.look({device})}
              /><span>${icons[device]}<span class="unseen">${words.say(device)}</span></span></label
            >`,
        )}
      </div>
      <div class="segments icons" role="radiogroup" aria-label=${words.say('surroundings')}>
        ${SCHEMES.map(
          (scheme) =>
            html`<label title=${words.say(scheme)}
              ><input
                type="radio"
                name="scheme"
                value=${scheme}
                .checked=${live(view.scheme === scheme)}
                @change=${() => actions.look({scheme})}
              /><span>${icons[scheme]}<span class="unseen">${words.say(scheme)}</span></span></label
            >`,
        )}
      </div>
    </div>
    <div class="stage">
      <div class="device" data-device=${view.device}>
        <p class="caption"><i></i><i></i><i></i><span id="shown-as"></span></p>
        <div class="screen">
          <iframe title=${words.say('previewOf')} src="/configurator-preview.html"></iframe>
        </div>
      </div>
    </div>
  </section>`;
}
