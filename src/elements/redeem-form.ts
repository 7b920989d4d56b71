import {html, nothing} from 'lit';
import type {InformationField} from '../catalog/product.ts';
import type {Text} from '../i18n/text.ts';
import type {RedeemInformation} from './redeem-event.ts';

/** What is wrong with each field, as the key of the words for it. */
export type Mistakes = Readonly<Partial<Record<InformationField, 'redeem.missing' | 'redeem.badPhone'>>>;

/** What is wrong with what stands in a field; `undefined` where nothing is. */
export function mistakeIn(field: InformationField, value: string) {
  if (!value) return 'redeem.missing';
  // E.164 numbers have up to 15 digits; people write spaces, brackets, dots and dashes between them.
  const isPhone =
    /^\+?[\p{Nd}\s().-]+$/u.test(value) && /^\p{Nd}{6,15}$/u.test(value.replace(/\P{Nd}/gu, ''));
  return field === 'phone' && !isPhone ? 'redeem.badPhone' : undefined;
}

/** What a browser may fill in by itself, by the tokens of the HTML standard. */
const AUTOCOMPLETE = {name: 'name', phone: 'tel', address: 'street-address'} as const;

/**
 * Where more than one field is wrong, all that is wrong, and a way to each; it is there to be given the focus. A single mistake is
 * said by its own field.
 */
export function summaryOf(asks: readonly InformationField[], mistakes: Mistakes, text: Text) {
  const wrong = asks.filter((field) => mistakes[field]);
  if (wrong.length < 2) return nothing;
  return html`<div class="summary" role="group" tabindex="-1" aria-labelledby="mistakes">
    <p id="mistakes">${text.say('redeem.mistakes')}</p>
    <ul role="list">
      ${wrong.map(
        (field) =>
          html`<li>
            <button type="button" class="way" @click=${(event: Event) => goTo(field, event)}>
              ${text.say(`redeem.${field}`)}
            </button>
            ${text.say(mistakes[field]!)}
          </li>`,
      )}
    </ul>
  </div>`;
}

function goTo(field: InformationField, {target}: Event) {
  ((target as Element).getRootNode() as ShadowRoot).getElementById(field)?.focus();
}

/** A field for each thing that the merchant asks for, with what is wrong beside it. */
export const informationForm = (
  asks: readonly InformationField[],
  said: RedeemInformation,
  mistakes: Mistakes,
  text: Text,
) =>
  asks.map((field) => {
    const mistake = mistakes[field];
    return html`<div class="field">
      <label for=${field}>${text.say(`redeem.${field}`)}</label>
      ${
        field === 'address'
          ? html`<textarea
              id=${field}
              name=${field}
              rows="3"
              autocomplete=${AUTOCOMPLETE[field]}
              aria-required="true"
              aria-invalid=${mistake ? 'true' : nothing}
              aria-describedby=${mistake ? `${field}-mistake` : nothing}
              .value=${said[field] ?? ''}
            ></textarea>`
          : html`<input
              id=${field}
              name=${field}
              type=${field === 'phone' ? 'tel' : 'text'}
              dir=${field === 'phone' ? 'ltr' : nothing}
              autocomplete=${AUTOCOMPLETE[field]}
              aria-required="true"
              aria-invalid=${mistake ? 'true' : nothing}
              aria-describedby=${mistake ? `${field}-mistake` : nothing}
              .value=${said[field] ?? ''}
            />`
      }
      ${mistake ? html`<span id="${field}-mistake" class="mistake">${text.say(mistake)}</span>` : nothing}
    </div>`;
  });
