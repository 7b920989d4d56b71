import {css} from 'lit';
import {base} from '../theme/base.ts';
import {tokens} from '../theme/tokens.ts';

export const styles = [
  tokens,
  base,
  css`
    .root {
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
    .action svg {
      width: 24px;
      color: inherit;
      stroke-width: 2;
    }
    .root > svg {
      width: 56px;
      stroke-width: 1.2;
      color: var(--_accent);
    }
  `,
];
