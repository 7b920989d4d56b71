import {css} from 'lit';
import {base} from '../theme/base.ts';
import {lateTokens} from '../theme/late-tokens.ts';
import {tokens} from '../theme/tokens.ts';
import {skeletonStyles} from './skeleton.ts';

export const styles = [
  tokens,
  lateTokens,
  base,
  skeletonStyles,
  css`
    .root {
      margin-top: 40px;
    }
    .title {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: 16px;
      margin-bottom: 16px;
    }
    /* On the page's ground, which a community's palette does not know. */
    .name {
      color: var(--rai-color-text, var(--_c-page-text, var(--_text)));
      font-family: var(--_title-font);
      font-size: 20px;
      font-weight: 700;
      line-height: 28px;
      text-wrap: balance;
    }
    .all {
      flex: none;
      min-height: 32px;
      padding: 4px 8px;
      margin-inline-end: -8px;
      border: 0;
      border-radius: var(--_control-radius);
      background: none;
      color: var(--rai-color-link, var(--rai-color-accent, var(--_c-page-link, var(--_link))));
      font-size: 14px;
      font-weight: 600;
    }
    @media (pointer: coarse) {
      .all {
        min-height: 44px;
      }
    }
    .all:hover {
      text-decoration: underline;
    }
    .row {
      display: grid;
      grid-auto-columns: clamp(160px, 40vw, var(--_card-width));
      grid-auto-flow: column;
      gap: 20px;
      /* Room for the focus ring, which the row would cut. */
      padding-block: 4px;
      margin-block: -4px;
      overflow-x: auto;
      list-style: none;
      scroll-snap-type: x proximity;
      scrollbar-width: thin;
    }
    .row > * {
      scroll-snap-align: start;
    }
    @media (width < 560px) {
      .row {
        --_card-padding: 8px 12px 12px;
        gap: 12px;
      }
    }
  `,
];
