import {css} from 'lit';
import {base} from '../theme/base.ts';
import {lateTokens} from '../theme/late-tokens.ts';
import {tokens} from '../theme/tokens.ts';
import {pictureStyles} from './detail-picture.styles.ts';
import {offerStyles} from './offer-line.ts';
import {proseStyles} from './prose.styles.ts';

export const styles = [
  tokens,
  lateTokens,
  base,
  offerStyles,
  pictureStyles,
  proseStyles,
  css`
    dialog {
      /* A frame may be higher than what is seen of it: then it opens where it is seen. */
      inset-block: var(--_seen-top) calc(100vh - var(--_seen-top) - var(--_seen));
      width: min(880px, 100vw - 48px);
      max-width: none;
      max-height: none;
      margin: auto;
      padding: 0;
      border: 0;
      background: none;
      overflow: visible;
      animation: appear 160ms ease-out;
    }
    dialog::backdrop {
      background: rgb(10 14 18 / 0.55);
      animation: fade 160ms ease-out;
    }
    .root {
      position: relative;
      display: grid;
      grid-template-columns: 46% minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr);
      min-height: 440px;
      max-height: min(680px, var(--_seen) - 48px);
      border-radius: var(--_panel-radius);
      background: var(--_surface);
      /* In the dark no shadow is seen: a line tells it from the cards behind. */
      box-shadow:
        0 0 0 1px var(--_line),
        0 16px 48px rgb(0 0 0 / 0.25);
      overflow: hidden;
    }
    .column {
      display: flex;
      flex-direction: column;
      min-width: 0;
      min-height: 0;
    }
    .missing {
      grid-column: 1 / -1;
      justify-content: center;
    }
    .scroll {
      flex: 1;
      display: flex;
      flex-direction: column;
      gap: 8px;
      min-height: 0;
      padding: 28px;
      overflow-y: auto;
      overscroll-behavior: contain;
    }
    /* A text that may scroll sideways would else give way to the others, and hide its end. */
    .scroll > * {
      flex: none;
    }
    .scroll:focus-visible {
      outline-offset: -4px;
    }
    .category {
      min-height: 20px;
      padding-inline-end: 40px;
      color: var(--_muted);
      font-size: 13px;
      line-height: 20px;
    }
    .title {
      padding-inline-end: 40px;
      font-family: var(--_title-font);
      font-size: 26px;
      font-weight: 700;
      line-height: 32px;
      text-wrap: balance;
    }
    .prices {
      margin-top: 8px;
    }
    .price {
      font-size: 26px;
      line-height: 36px;
    }
    .coin {
      width: 24px;
      height: 24px;
    }
    .facts {
      font-size: 14px;
    }
    .instructions {
      padding-block: 10px;
      border-block: 1px solid var(--_line);
    }
    .instructions .prose {
      margin-top: 6px;
      color: var(--_muted);
    }
    summary {
      font-size: 15px;
      font-weight: 600;
      line-height: 24px;
      cursor: pointer;
    }
    @media (pointer: coarse) {
      summary {
        padding-block: 10px;
      }
    }
    .loading {
      color: var(--_muted);
      font-size: 14px;
    }
    .foot {
      padding: 16px 28px 24px;
      border-top: 1px solid var(--_line);
    }
    .balance {
      margin-bottom: 12px;
      color: var(--_muted);
      font-size: 14px;
      line-height: 20px;
    }
    .balance b {
      color: var(--_text);
      font-weight: 700;
    }
    .foot .action {
      width: 100%;
      min-height: 46px;
      text-align: center;
      text-decoration: none;
      font-size: 15px;
    }
    .close,
    .steps {
      position: absolute;
      top: 14px;
      inset-inline-end: 14px;
    }
    .steps {
      display: flex;
      gap: 8px;
      inset-inline: 14px auto;
    }
    [dir='rtl'] .steps svg {
      transform: scaleX(-1);
    }
    .round {
      display: grid;
      place-items: center;
      width: 40px;
      height: 40px;
      padding: 0;
      border: 1px solid var(--_line);
      border-radius: var(--_chip-radius);
      background: var(--_surface);
    }
    @media (pointer: coarse) {
      .round {
        width: 44px;
        height: 44px;
      }
    }
    .round[aria-disabled] {
      color: var(--_muted);
      cursor: default;
    }
    .round[aria-disabled] svg {
      opacity: 0.4;
    }
    .round svg {
      width: 18px;
    }
    @media (width < 720px) {
      dialog {
        width: 100%;
        margin: auto 0 0;
      }
      .root {
        grid-template-columns: minmax(0, 1fr);
        grid-template-rows: auto minmax(0, 1fr);
        min-height: 0;
        max-height: calc(100vh - 56px);
        max-height: calc(var(--rai-seen-height, 100dvh) - 56px);
        border-radius: var(--_panel-radius) var(--_panel-radius) 0 0;
      }
      .scroll {
        padding: 16px 20px;
      }
      /* The way to close it lies over the picture. */
      .picture ~ .column :is(.category, .title) {
        padding-inline-end: 0;
      }
      .foot {
        padding: 12px 20px 20px;
      }
    }
    /* With little height, as at 400 % zoom, all of it scrolls: parts that stay would leave no room for the others. */
    @media (height < 480px) {
      .root {
        display: block;
        overflow-y: auto;
      }
      .column {
        display: block;
      }
      .scroll {
        overflow: visible;
      }
    }
    @media (forced-colors: active) {
      .root {
        border: 1px solid CanvasText;
      }
    }
    @keyframes appear {
      from {
        opacity: 0;
        transform: translateY(12px);
      }
    }
    @keyframes fade {
      from {
        opacity: 0;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      dialog,
      dialog::backdrop {
        animation: none;
      }
    }
  `,
];
