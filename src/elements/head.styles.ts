import {css} from 'lit';
import {base} from '../theme/base.ts';
import {tokens} from '../theme/tokens.ts';

export const styles = [
  tokens,
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
    .root:dir(rtl) > .cover {
      transform: scaleX(-1);
    }
    .label {
      font-size: 13px;
      font-weight: 600;
      line-height: 20px;
    }
    .title {
      font-size: 32px;
      font-weight: 700;
      line-height: 40px;
      text-wrap: balance;
    }
    .line {
      margin-top: 4px;
    }
    .balance {
      position: absolute;
      inset-block-end: 20px;
      inset-inline-end: 32px;
      padding: 6px 14px;
      border-radius: 20px;
      background: rgb(0 0 0 / 0.55);
      font-size: 14px;
      line-height: 20px;
    }
    @container (width < 560px) {
      .root {
        padding: 20px;
      }
      .balance {
        position: static;
        align-self: start;
        margin-block-start: 8px;
      }
      .title {
        font-size: 26px;
        line-height: 32px;
      }
    }
  `,
];
