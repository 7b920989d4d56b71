import {html, nothing} from 'lit';
import type {Actions} from './actions.ts';
import {codeIn} from './code-in.ts';
import type {Control, Setting} from './manifest.ts';
import type {Draft, Model} from './model.ts';
import type {Words} from './words.ts';

/** What a control is drawn from. */
export interface ControlScene {
  readonly model: Model;
  readonly words: Words;
  readonly actions: Actions;
}

/** What is wrong with what was typed, if anything is; named so that its field can be described by it. */
export const faultView = ({name, control}: Setting, draft: Draft | undefined, words: Words, part = '') =>
  draft
    ? html`<p class="fault" id="fault-${name}${part}">
        ${codeIn(words.say(`fault_${draft.fault}`, control.type === 'number' ? rangeOf(control, words) : {}))}
      </p>`
    : nothing;

const rangeOf = ({least, most = Infinity}: Control & {readonly type: 'number'}, words: Words) => ({
  least: words.number(least),
  most: words.number(most),
});
