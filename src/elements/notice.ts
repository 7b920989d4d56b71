import {css, html, nothing, type TemplateResult} from 'lit';
import {StoreRequestError} from '../api/errors.ts';
import type {Text} from '../i18n/text.ts';
import {cloudIcon} from './icons.ts';

/** A small drawing, one sentence that says what is so, and one way on. */
export const notice = (drawing: TemplateResult, sentence: string, wayOn?: {label: string; go: () => void}) =>
  html`<div part="notice" class="notice">
    ${drawing}
    <p>${sentence}</p>
    ${wayOn ? html`<button class="action quiet" @click=${wayOn.go}>${wayOn.label}</button>` : nothing}
  </div>`;

/** Why something is not there, in the shopper's words; in English where the words themselves did not come. */
export function failureNotice(error: unknown, text: Text | undefined, retry?: () => void) {
  const kind = error instanceof StoreRequestError ? error.kind : 'failed';
  const sentence =
    text?.say(`store.${kind === 'malformed' ? 'failed' : kind}`) ?? 'The store isn’t available right now.';
  return notice(cloudIcon, sentence, retry && {label: text?.say('store.retry') ?? 'Try again', go: retry});
}

/** How a notice looks. */
export const noticeStyles = css`
  .notice {
    display: grid;
    justify-items: center;
    gap: 16px;
    max-width: 400px;
    margin: auto;
    padding: 48px 16px;
    color: var(--_muted);
    text-align: center;
    text-wrap: balance;
  }
  .notice svg {
    width: 56px;
    height: 56px;
    stroke-width: 1.2;
    color: var(--_accent);
  }
`;
