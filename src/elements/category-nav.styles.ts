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
      min-width: 0;
    }
    .root {
      display: flex;
      gap: 8px;
      overflow-x: auto;
      scrollbar-width: none;
      scroll-padding-inline: 32px;
      /* The row fades where it goes on; the room behind the last chip keeps that one clear of it. */
      padding-inline-end: 28px;
      /* physical: a gradient knows no inline end; its twin stands below. */
      mask-image: linear-gradient(to left, #0000 4px, #000 28px);
    }
    .root:dir(rtl) {
      /* physical: the twin. */
      mask-image: linear-gradient(to right, #0000 4px, #000 28px);
    }
    .chip {
      display: inline-flex;
      flex: none;
      align-items: center;
      gap: 8px;
      max-width: min(100%, 320px);
      min-height: 40px;
      padding: 0 16px;
      border: 1px solid var(--_line);
      border-radius: var(--_chip-radius);
      background: var(--_surface);
      color: var(--_text);
      font-size: 14px;
      transition: border-color 160ms;
    }
    bdi {
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
    }
    .chip:hover {
      border-color: var(--_muted);
    }
    /* Within: around it there is no room that would not widen a narrow page. */
    .chip:focus-visible {
      outline-color: currentColor;
      outline-offset: -5px;
    }
    .chip[aria-pressed='true'] {
      border-color: transparent;
      background: var(--_accent);
      color: var(--_on-accent);
    }
    @media (forced-colors: active) {
      .chip[aria-pressed='true'] {
        forced-color-adjust: none;
        background: Highlight;
        color: HighlightText;
      }
    }
    .cover {
      width: 24px;
      height: 24px;
      flex: none;
      margin-inline-start: -8px;
      border-radius: var(--_chip-radius);
      object-fit: cover;
    }
    .count {
      font-size: 12px;
      font-weight: 600;
    }
    @media (pointer: coarse) {
      .chip {
        min-height: 44px;
      }
    }
  `,
];
