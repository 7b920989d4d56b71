import {css} from 'lit';
import {base} from '../theme/base.ts';
import {lateTokens} from '../theme/late-tokens.ts';
import {tokens} from '../theme/tokens.ts';

export const styles = [
  tokens,
  lateTokens,
  base,
  css`
    :host {
      container-type: inline-size;
    }
    .root {
      position: relative;
      display: flex;
      flex-direction: column;
      justify-content: center;
      min-height: var(--_head-height);
      padding: 28px 32px;
      color: #ffffff;
      isolation: isolate;
    }
    .cover {
      position: absolute;
      z-index: -1;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
    /* White words can be read on any picture: what is next to each letter is black. */
    .cover ~ * {
      text-shadow:
        0 0 2px #000000,
        0 0 4px #000000,
        0 1px 10px #000000;
    }
    .root:dir(rtl) > .cover {
      transform: scaleX(-1);
    }
    .label {
      font-size: 13px;
      font-weight: 600;
      line-height: 20px;
    }
    .title {
      font-family: var(--_title-font);
      font-size: 32px;
      font-weight: 700;
      line-height: 40px;
      text-wrap: balance;
    }
    .line {
      margin-top: 4px;
    }
    /* As many lines as there is room for before they come: nothing moves when they do. */
    .title,
    .line {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: var(--_lines, 1);
      overflow: hidden;
    }
    .balance {
      position: absolute;
      inset-block-end: 20px;
      inset-inline-end: 32px;
      padding: 6px 14px;
      border-radius: var(--_chip-radius);
      background: rgb(0 0 0 / 0.55);
      font-size: 14px;
      line-height: 20px;
    }
    @media (prefers-reduced-transparency: reduce) {
      .balance {
        background: #000000;
      }
    }
    @container (width < 560px) {
      .root {
        --_lines: 2;
        padding: 20px;
      }
      /* In the place of the label, so that the title has its room with a balance and without one. */
      .balance {
        position: static;
        order: -1;
        align-self: start;
        margin-block-end: 4px;
      }
      .label:has(~ .balance) {
        position: absolute;
        clip-path: inset(50%);
      }
      .title {
        font-size: 26px;
        line-height: 32px;
      }
    }
  `,
];
