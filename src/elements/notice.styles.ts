import {css} from 'lit';
import {base} from '../theme/base.ts';
import {lateTokens} from '../theme/late-tokens.ts';
import {tokens} from '../theme/tokens.ts';

export const styles = [
  tokens,
  lateTokens,
  base,
  css`
    .root {
      display: grid;
      justify-items: center;
      gap: 16px;
      max-width: 400px;
      margin: auto;
      padding: 48px 16px;
      /* On the page's ground, which a community's palette does not know. */
      color: var(--rai-color-muted, var(--_c-page-muted, var(--_muted)));
      text-align: center;
      text-wrap: balance;
    }
    /* The only thing to press, and it stands on the page's ground: its edge shows where it is. */
    .quiet {
      border-color: var(--_edge);
    }
    .action svg {
      width: 24px;
      color: inherit;
      stroke-width: 2;
    }
    slot > svg {
      width: 56px;
      stroke-width: 1.2;
      color: var(--rai-color-accent, var(--_c-page-link, var(--_accent)));
    }
  `,
];
