import {css} from 'lit';
import {base} from '../theme/base.ts';
import {tokens} from '../theme/tokens.ts';

export const styles = [
  tokens,
  base,
  css`
    .root {
      display: flex;
      gap: 8px;
    }
    .field,
    select {
      min-height: 40px;
      border: 1px solid var(--_line);
      border-radius: 12px;
      background: var(--_surface);
      color: var(--_text);
      font-size: 14px;
    }
    .field {
      display: flex;
      flex: 1;
      align-items: center;
      gap: 8px;
      min-width: 0;
      padding-inline: 12px;
    }
    .field svg {
      flex: none;
      width: 18px;
      color: var(--_muted);
    }
    .field:focus-within {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    input {
      flex: 1;
      min-width: 0;
      height: 38px;
      padding: 0;
      border: 0;
      outline: none;
      background: none;
    }
    input::placeholder {
      color: var(--_muted);
      opacity: 1;
    }
    select {
      min-width: 0;
      max-width: 45%;
      padding-inline: 12px;
      text-overflow: ellipsis;
    }
    @media (pointer: coarse) {
      .field,
      select {
        min-height: 44px;
        /* Below 16 px a phone zooms in on focus. */
        font-size: 16px;
      }
    }
  `,
];
