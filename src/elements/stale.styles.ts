import {css} from 'lit';
import {base} from '../theme/base.ts';
import {tokens} from '../theme/tokens.ts';

export const styles = [
  tokens,
  base,
  css`
    /* Over the foot of what is seen of the store, and takes no room there. */
    :host {
      position: sticky;
      z-index: 1;
      bottom: 0;
      height: 0;
    }
    .mark {
      position: absolute;
      bottom: 16px;
      inset-inline: 16px;
      width: fit-content;
      margin-inline: auto;
      padding: 8px 16px;
      border: 1px solid var(--_line);
      border-radius: min(var(--_radius), 12px);
      background: var(--_surface);
      box-shadow: 0 8px 24px #0003;
      color: var(--_low);
      font-size: 14px;
      line-height: 20px;
    }
  `,
];
