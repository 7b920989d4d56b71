import {html, nothing, svg} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Preset} from './built.ts';
import {hexOf} from './contrast.ts';
import type {ControlScene} from './control-scene.ts';
import {partsOf} from './embedding.ts';
import {plainName} from './groups.ts';
import {hashOf} from './link.ts';
import type {Setting} from './manifest.ts';
import {presetValues} from './model.ts';
import {resolvedByBrowser} from './resolved.ts';
import {halvesOf, SCHEMES} from './schemes.ts';
import {supports} from './supported.ts';
import type {Values} from './value.ts';

/** The looks that there are, each with its surface and accent in light and in dark; nothing where there are none. */
export function presetsView({model, words, actions}: ControlScene) {
  const {presets} = model.facts;
  if (presets.length === 0) return nothing;
  const tokens = hashOf(inOrder(partsOf(model.values).tokens, model.settings));
  const worn = presets.find((preset) => hashOf(presetValues(model.settings, preset, supports)) === tokens);
  const chip = (preset: Preset | undefined, isOn: boolean) =>
    html`<label class="preset"
      ><input type="radio" name="preset" .checked=${live(isOn)} @change=${() => actions.wear(preset)} />
      ${swatchesView(preset)}<span>${preset ? plainName(preset.name) : words.say('presetNone')}</span></label
    >`;
  return html`<fieldset class="presets">
    <legend>${words.say('presets')}</legend>
    <div>${chip(undefined, tokens === '')} ${presets.map((preset) => chip(preset, preset === worn))}</div>
  </fieldset>`;

  function swatchesView(preset: Preset | undefined) {
    const colour = (part: string, scheme: 'light' | 'dark') => {
      const name = `--rai-color-${part}`;
      const usual = model.settings.find((setting) => setting.name === name)?.usual ?? '#888888';
      return hexOf(halvesOf(preset?.tokens[name] ?? usual)[scheme], resolvedByBrowser) ?? '#888888';
    };
    const round = Math.min(5, Number.parseFloat(preset?.tokens['--rai-control-radius'] ?? '10') / 2);
    return html`<svg viewBox="0 0 80 40" aria-hidden="true" preserveAspectRatio="xMidYMid slice">
      ${SCHEMES.map(
        (scheme, at) =>
          svg`<g transform="translate(${at * 40})">
            <rect width="40" height="40" fill=${colour('surface', scheme)} />
            <rect x="8" y="9" width="20" height="3.5" rx="1" fill=${colour('text', scheme)} />
            <rect x="8" y="15" width="14" height="2.5" rx="1" fill=${colour('muted', scheme)} />
            <rect x="8" y="22" width="24" height="10" rx=${round} fill=${colour('accent', scheme)} />
          </g>`,
      )}
    </svg>`;
  }
}

/** Values in the order of the settings, so that two that are alike are written alike. */
const inOrder = (values: Values, settings: readonly Setting[]): Values =>
  Object.fromEntries(
    settings.flatMap(({name}) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
