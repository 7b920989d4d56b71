import {css} from 'lit';
import {base} from '../theme/base.ts';
import {lateTokens} from '../theme/late-tokens.ts';
import {tokens} from '../theme/tokens.ts';
import {proseStyles} from './prose.styles.ts';

export const styles = [
  tokens,
  lateTokens,
  base,
  proseStyles,
  css`
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-height: 0;
      overflow-y: auto;
      overscroll-behavior: contain;
    }
    .root,
    form {
      display: flex;
      flex: 1;
      flex-direction: column;
      gap: 16px;
    }
    .root {
      justify-content: center;
      padding: 28px;
    }
    form {
      justify-content: center;
    }
    .title:focus {
      outline: none;
    }
    .title {
      padding-inline-end: 40px;
      font-family: var(--_title-font);
      font-size: 20px;
      font-weight: 700;
      line-height: 28px;
      text-wrap: balance;
    }
    .field {
      display: grid;
      gap: 6px;
    }
    label,
    .label {
      font-size: 14px;
      font-weight: 600;
      line-height: 20px;
    }
    input,
    textarea {
      width: 100%;
      min-height: 44px;
      margin: 0;
      padding: 10px 12px;
      border: 1px solid var(--_edge);
      border-radius: var(--_control-radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
      resize: vertical;
      cursor: auto;
    }
    /* A number reads from left to right in every language, and begins where the other fields do. */
    .root:dir(rtl) [dir='ltr'] {
      text-align: end;
    }
    [aria-invalid] {
      border-color: var(--_sale);
    }
    /* Not by colour alone. */
    [aria-invalid] {
      border-width: 2px;
    }
    .mistake {
      color: var(--_sale);
      font-size: 13px;
      line-height: 20px;
    }
    .summary {
      padding: 12px 16px;
      border: 2px solid var(--_sale);
      border-radius: var(--_control-radius);
      font-size: 14px;
    }
    .summary li {
      margin-inline-start: 18px;
    }
    .way {
      min-height: 28px;
      padding: 0;
      border: 0;
      background: none;
      font-weight: 600;
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    .actions {
      display: grid;
      gap: 8px;
    }
    .action {
      min-height: 46px;
      font-size: 15px;
      text-decoration: none;
    }
    .quiet {
      border-color: var(--_edge);
    }
    /* What comes where a finger has just been is not hovered. */
    @media (hover: none) {
      .action:hover {
        filter: none;
      }
    }
    /* There the grounds of both ways are alike. */
    @media (forced-colors: active) {
      .action:not(.quiet) {
        border-width: 3px;
      }
    }
    .ticket {
      display: grid;
      gap: 8px;
      padding: 20px;
      border: 2px dashed var(--_edge);
      border-radius: var(--_radius);
      text-align: center;
    }
    .label {
      color: var(--_muted);
    }
    .code {
      font:
        700 22px/32px ui-monospace,
        monospace;
      overflow-wrap: anywhere;
      user-select: all;
    }
    .prose {
      color: var(--_muted);
    }
    .bar {
      height: 4px;
      border-radius: 2px;
      /* physical: the whole bar is mirrored below. */
      background: linear-gradient(90deg, var(--_faint) 40%, var(--_accent) 50%, var(--_faint) 60%) 0 / 300%
        100%;
      animation: run 1.2s linear infinite;
    }
    .bar:dir(rtl) {
      transform: scaleX(-1);
    }
    @keyframes run {
      from {
        background-position: 100% 0;
      }
      to {
        background-position: -50% 0;
      }
    }
    @media (width < 720px) {
      .root {
        padding: 20px;
      }
      /* The way to close it lies over the picture. */
      .title {
        padding-inline-end: 0;
      }
    }
  `,
];
