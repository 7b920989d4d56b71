import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {codeIn} from './code-in.ts';
import type {ControlScene} from './control-scene.ts';
import {lostIn, WAYS, type Way} from './embedding.ts';
import {highlighted} from './highlighted.ts';
import {icons} from './icons.ts';
import {embeddingOf} from './model.ts';
import {snippetOf} from './snippet.ts';
import {scriptTag} from './tags.ts';

/** What is to be said of a hash that is not of a module with all of the store. */
const PINNED_ABOUT: Readonly<Partial<Record<Way, 'integrityClassic' | 'integrityFrame'>>> = {
  classic: 'integrityClassic',
  frame: 'integrityFrame',
};

/** What goes onto the page: the snippet, the policy's lines and the script's hash, each to be copied. */
export function snippetView(scene: ControlScene) {
  const {model, words, actions} = scene;
  const embedding = embeddingOf(model);
  const lost = lostIn(model.way, embedding.values);
  const pinned = scriptTag(model.way, {...embedding, pinned: model.facts});
  return html`<section class="snippet" aria-labelledby="snippet">
    <h2 id="snippet">${words.say('snippet')}</h2>
    <div class="ways">
      <div class="segments" role="radiogroup" aria-label=${words.say('way')}>
        ${WAYS.map(
          (way) =>
            html`<label
              ><input
                type="radio"
                name="way"
                value=${way}
                .checked=${live(model.way === way)}
                @change=${() => actions.change({way, copied: ''})}
              /><span>${words.say(way)}</span></label
            >`,
        )}
      </div>
      ${
        pinned === undefined
          ? nothing
          : html`<div class="pin">
              <input
                type="checkbox"
                role="switch"
                id="pinned"
                aria-describedby="pinned-about integrity-about"
                .checked=${live(model.isPinned)}
                @change=${() => actions.change({isPinned: !model.isPinned, copied: ''})}
              /><label for="pinned">${words.say('pinned')}</label>
              <span id="pinned-about" class="unseen"
                >${words.say(model.way === 'frame' ? 'pinnedFrame' : 'pinnedAbout')}</span
              >
            </div>`
      }
    </div>
    ${blockView('code', words.say('code'), snippetOf(model.way, embedding), scene)}
    ${
      lost.length > 0
        ? html`<p class="lost">
            ${icons.warning}<span
              >${words.say('lost')}
              ${lost.map((name, at) => html`${at ? words.say('between') : ''}<code>${name}</code>`)}</span
            >
          </p>`
        : nothing
    }
    <div class="lines">
      <div>
        ${blockView('policy', words.say('policy'), model.policy, scene)}
        <p class="about">${words.say('policyAbout')}</p>
      </div>
      <div>
        ${
          pinned === undefined
            ? html`<h3>${words.say('integrity')}</h3>
                <p class="about">${words.say('integrityNone')}</p>`
            : html`${blockView('integrity', words.say('integrity'), pinned, scene)}
                <p class="about" id="integrity-about">
                  ${codeIn(words.say(PINNED_ABOUT[model.way] ?? 'integrityAbout', {version: model.facts.version}))}
                </p>`
        }
      </div>
    </div>
  </section>`;
}

function blockView(what: string, title: string, text: string, {model, words, actions}: ControlScene) {
  const isCopied = model.copied === what;
  return html`<div class="block" data-block=${what}>
    <div class="block-head">
      <h3 id="${what}-title">${title}</h3>
      <button
        class="copy"
        ?data-copied=${isCopied}
        aria-describedby="${what}-title"
        @click=${(event: Event) =>
          actions.copy(
            what,
            (event.currentTarget as Element).closest('.block')?.querySelector('code') ?? null,
          )}
      >
        ${isCopied ? icons.done : icons.copy}<span>${words.say(isCopied ? 'copied' : 'copy')}</span>
      </button>
    </div>
    <pre
      tabindex="0"
      role="region"
      aria-labelledby="${what}-title"
      dir="ltr"
    ><code>${highlighted(text)}</code></pre>
  </div>`;
}
