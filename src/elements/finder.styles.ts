import {css} from 'lit';
import {base} from '../theme/base.ts';
import {lateTokens} from '../theme/late-tokens.ts';
import {tokens} from '../theme/tokens.ts';

export const styles = [
  tokens,
  lateTokens,
  base,
  css`
    input,
    select {
      margin: 0;
      font: inherit;
      color: inherit;
      cursor: pointer;
    }
    .root {
      display: flex;
      gap: 8px;
    }
    .field,
    .filter,
    select {
      min-height: 40px;
      border: 1px solid var(--_edge);
      border-radius: var(--_field-radius);
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
    .field input {
      text-overflow: ellipsis;
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
    /* Where there is nothing to clear, the hint has the room of what clears. */
    input:placeholder-shown::-webkit-search-cancel-button {
      display: none;
    }
    select {
      flex: none;
      width: 38%;
      padding-inline: 12px;
      text-overflow: ellipsis;
    }
    .narrowing {
      position: relative;
      flex: none;
    }
    .filter {
      display: flex;
      align-items: center;
      gap: 4px;
      min-width: 40px;
      padding-inline: 9px;
      cursor: pointer;
      list-style: none;
    }
    .filter::-webkit-details-marker {
      display: none;
    }
    .filter.on {
      border-color: var(--_accent);
      color: var(--_link);
    }
    .count {
      font-weight: 700;
    }
    .panel {
      display: grid;
      position: absolute;
      z-index: 1;
      inset-block-start: calc(100% + 8px);
      inset-inline-end: 0;
      gap: 4px;
      width: max-content;
      min-width: 200px;
      max-width: min(320px, 80vw);
      padding: 12px 16px;
      border: 1px solid var(--_line);
      border-radius: min(var(--_field-radius), 12px);
      background: var(--_surface);
      box-shadow: 0 8px 24px #0003;
    }
    .panel select {
      width: 100%;
      margin-top: 4px;
    }
    .choice {
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 40px;
      cursor: pointer;
    }
    @media (forced-colors: active) {
      .filter.on {
        border-width: 2px;
        border-color: Highlight;
      }
    }
    [type='checkbox'] {
      flex: none;
      width: 20px;
      height: 20px;
      accent-color: var(--_accent);
    }
    @media (pointer: coarse) {
      .field,
      .filter,
      .choice,
      select {
        min-height: 44px;
        min-width: 44px;
        /* Below 16 px a phone zooms in on focus. */
        font-size: 16px;
      }
      /* On what is a hint alone it does not, and more of it is seen. */
      input::placeholder {
        font-size: 14px;
      }
    }
  `,
];
