import {html} from 'lit';
import type {ControlScene} from './control-scene.ts';
import {icons} from './icons.ts';
import {ownName} from './languages.ts';
import type {Model} from './model.ts';
import {LANGUAGES} from './texts/texts.ts';

/** The page's head: what it is, its language and colours, the link to what is set, and the way back to the beginning. */
export function barView({model, words, actions}: ControlScene) {
  const schemes = ['system', 'light', 'dark'] as const;
  return html`<header class="bar">
    <p class="brand"><a href="/">rai-store</a><span aria-hidden="true">/</span></p>
    <h1>${words.say('title')}</h1>
    <div class="bar-tools">
      <label>
        <span class="unseen">${words.say('scheme')}</span>
        <select
          id="own-scheme"
          @change=${(event: Event) =>
            actions.change({ownScheme: (event.target as HTMLSelectElement).value as Model['ownScheme']})}
        >
          ${schemes.map(
            (scheme) =>
              html`<option value=${scheme} ?selected=${model.ownScheme === scheme}>
                ${words.say(scheme)}
              </option>`,
          )}
        </select>
      </label>
      <label>
        <span class="unseen">${words.say('language')}</span>
        <select
          id="own-language"
          @change=${(event: Event) => actions.change({language: (event.target as HTMLSelectElement).value})}
        >
          ${Object.keys(LANGUAGES).map(
            (tag) =>
              html`<option value=${tag} lang=${tag} ?selected=${model.language === tag}>
                ${ownName(tag)}
              </option>`,
          )}
        </select>
      </label>
      <button class="quiet" id="start-over" @click=${() => actions.startOver()}>
        ${icons.reset}<span>${words.say('startOver')}</span>
      </button>
      <button class="main" id="copy-link" @click=${() => actions.copyLink()}>
        ${model.copied === 'link' ? icons.done : icons.link}<span
          >${words.say(model.copied === 'link' ? 'copyLinkDone' : 'copyLink')}</span
        >
      </button>
    </div>
  </header>`;
}
