import {css} from 'lit';
import {base} from '../theme/base.ts';
import {tokens} from '../theme/tokens.ts';
import {offerStyles} from './offer-line.ts';
import {skeletonStyles} from './skeleton.ts';

export const styles = [
  tokens,
  base,
  offerStyles,
  skeletonStyles,
  css`
    :host {
      height: 100%;
    }
    /* A container costs a pass of its own: in a grid the store says how narrow a card is. */
    :host([product-id]) {
      container: rai-card / inline-size;
    }
    .root {
      display: flex;
      flex-direction: column;
      position: relative;
      height: 100%;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      box-shadow: var(--_shadow);
      overflow: hidden;
      transition: border-color 160ms;
    }
    .root:hover {
      border-color: var(--_muted);
    }
    .picture {
      aspect-ratio: var(--_card-ratio);
      background: var(--_faint);
    }
    .image {
      display: block;
      width: 100%;
      height: 100%;
      aspect-ratio: inherit;
      object-fit: cover;
    }
    .placeholder {
      display: grid;
      place-items: center;
      color: var(--_muted);
    }
    .placeholder svg {
      width: 30%;
      height: 30%;
      stroke-width: 1;
      opacity: 0.6;
    }
    .badge {
      position: absolute;
      top: 12px;
      inset-inline: 12px auto;
      padding: 2px 8px;
      border-radius: calc(var(--_control-radius) / 2);
      background: var(--_surface);
      color: var(--_low);
      font-size: 12px;
      font-weight: 700;
    }
    .badge:first-child {
      position: static;
      margin: 12px 16px 0;
      padding: 0;
    }
    .body {
      display: flex;
      flex: 1;
      flex-direction: column;
      padding: var(--_card-padding, 12px 16px 16px);
    }
    .clamp {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
    }
    /* A block, for lines are of another height in quirks mode. */
    .name {
      display: block;
      width: 100%;
      margin-bottom: 6px;
      padding: 0;
      border: 0;
      background: none;
      font-family: var(--rai-title-font-family);
      font-weight: 600;
      line-height: 24px;
      text-align: start;
      text-wrap: balance;
    }
    /* The whole card leads to the detail; the action lies above it. */
    .name::after {
      content: '';
      position: absolute;
      inset: 0;
      border-radius: var(--_radius);
    }
    .name:focus-visible {
      outline: none;
    }
    .name:focus-visible::after {
      outline: 2px solid var(--_accent);
      outline-offset: -4px;
      box-shadow: inset 0 0 0 6px var(--_surface);
    }
    .summary {
      color: var(--_muted);
      font-size: 14px;
      line-height: 20px;
    }
    .foot {
      display: grid;
      gap: 4px;
      margin-top: auto;
      padding-top: 12px;
    }
    .action {
      position: relative;
      width: 100%;
      margin-top: 8px;
    }
    /* It lies above the way to the detail, as the action does. */
    slot {
      display: block;
      position: relative;
    }
    .sold-out .image {
      filter: grayscale(1);
      opacity: 0.5;
    }
    .sold-out .price {
      color: var(--_muted);
    }
    @container rai-card (width > 480px) {
      .root {
        flex-direction: row;
      }
      .picture {
        flex: 0 0 220px;
        aspect-ratio: auto;
      }
      .action {
        width: auto;
        justify-self: start;
        min-width: 200px;
      }
    }
    @container rai-card (width < 220px) {
      .body {
        --_card-padding: 8px 12px 12px;
      }
    }
  `,
];
