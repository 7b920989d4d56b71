import {html, nothing} from 'lit';
import {barView} from './bar-view.ts';
import type {ControlScene} from './control-scene.ts';
import {icons} from './icons.ts';
import {previewView} from './preview-view.ts';
import {settingsView} from './settings-view.ts';
import {snippetView} from './snippet-view.ts';

/** The whole page. */
export const appView = (scene: ControlScene) => html`
  ${barView(scene)}
  <main>
    ${
      scene.model.notice
        ? html`<p class="notice">${icons.warning}<span>${scene.model.notice}</span></p>`
        : nothing
    }
    <div class="bench">
      ${previewView(scene)}
      <section class="settings" aria-labelledby="settings">
        <h2 class="unseen" id="settings">${scene.words.say('settings')}</h2>
        ${settingsView(scene)}
      </section>
    </div>
    ${snippetView(scene)}
  </main>
  <p class="unseen" id="said" role="status"></p>
`;
