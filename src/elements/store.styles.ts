import {css} from 'lit';
import {base} from '../theme/base.ts';
import {tokens} from '../theme/tokens.ts';
import {headStyles} from './head.ts';
import {noticeStyles} from './notice.ts';
import {skeletonStyles} from './skeleton.ts';

export const styles = [
  tokens,
  base,
  headStyles,
  noticeStyles,
  skeletonStyles,
  css`
    :host {
      container-type: inline-size;
    }
    .tools {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(300px, 380px);
      gap: 12px 16px;
      min-height: 40px;
      margin: 24px 0 20px;
    }
    .grid {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(var(--_card-width), 100%), 1fr));
      gap: 20px;
      list-style: none;
      transition: opacity 160ms 160ms;
    }
    ul[aria-busy='true'] {
      opacity: 0.5;
    }
    .more {
      width: max-content;
      min-width: 200px;
      margin: 28px auto 0 !important;
    }
    @container (width < 880px) {
      .tools {
        grid-template-columns: minmax(0, 1fr);
        min-height: 92px;
      }
    }
    @container (width < 560px) {
      .grid {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 12px;
      }
      .tools {
        margin: 20px 0 16px;
      }
    }
    @container (width < 320px) {
      .grid {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
];
