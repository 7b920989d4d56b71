import {css} from 'lit';
import {base} from '../theme/base.ts';
import {tokens} from '../theme/tokens.ts';
import {skeletonStyles} from './skeleton.ts';

export const styles = [
  tokens,
  base,
  skeletonStyles,
  css`
    :host {
      container-type: inline-size;
    }
    .root {
      --_head-height: 156px;
    }
    /* Its own element comes after the first card; the room for it and for the tools is there from the start. */
    .head {
      display: block;
      min-height: var(--_head-height);
      border-radius: var(--_radius);
      /* physical: white words can be read on all of it, wherever they begin. */
      background: var(--_cover);
      overflow: hidden;
    }
    .tools {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(320px, 400px);
      grid-auto-rows: minmax(var(--_control), auto);
      gap: 12px;
      margin: 20px 0;
    }
    .grid {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(var(--_card-width), 100%), 1fr));
      gap: 20px;
      list-style: none;
      transition: opacity 160ms 160ms;
    }
    :host([layout='list']) .grid {
      grid-template-columns: 1fr;
    }
    :host([layout='list']) li {
      container: rai-card / inline-size;
    }
    :host([layout='list']) i {
      display: none;
    }
    ul[aria-busy='true'] {
      opacity: 0.5;
    }
    .more {
      width: max-content;
      min-width: 200px;
      margin: 20px auto 0;
    }
    @container (width < 880px) {
      .tools {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    @container (width < 560px) {
      .root {
        --_head-height: 192px;
      }
      .grid {
        --_card-padding: 8px 12px 12px;
        grid-template-columns: repeat(auto-fill, minmax(max(150px, 40%), 1fr));
        gap: 12px;
      }
    }
  `,
];
