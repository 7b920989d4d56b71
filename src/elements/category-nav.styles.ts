import {css} from 'lit';
import {base} from '../theme/base.ts';
import {tokens} from '../theme/tokens.ts';

export const styles = [
  tokens,
  base,
  css`
    :host {
      min-width: 0;
    }
    .root {
      display: flex;
      gap: 8px;
      margin: -4px;
      padding: 4px;
      overflow-x: auto;
      scrollbar-width: none;
      scroll-padding-inline: 16px;
    }
    .chip {
      display: inline-flex;
      flex: none;
      align-items: center;
      gap: 8px;
      min-height: 40px;
      padding: 0 16px;
      border: 1px solid var(--_line);
      border-radius: 20px;
      background: var(--_surface);
      color: var(--_text);
      font-size: 14px !important;
      transition: border-color 160ms;
    }
    .chip:hover {
      border-color: var(--_muted);
    }
    .chip[aria-pressed='true'] {
      border-color: transparent;
      background: var(--_accent);
      color: var(--_on-accent) !important;
      font-weight: 600 !important;
    }
    .cover {
      width: 24px;
      height: 24px;
      margin-inline-start: -8px;
      border-radius: 50%;
      object-fit: cover;
    }
    .count {
      font-size: 12px;
      font-weight: 600;
      opacity: 0.85;
    }
    @media (pointer: coarse) {
      .chip {
        min-height: 44px;
        border-radius: 22px;
      }
    }
  `,
];
