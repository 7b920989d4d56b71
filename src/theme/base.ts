import {css} from 'lit';

/**
 * What every element starts from, whatever page it stands on.
 *
 * The page owns the host element and everything that inherits through it. So the styles live on an inner root that
 * resets all that inherits, takes back the page's font family alone, and counts in px, since the page owns `rem`.
 */
export const base = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    --_control: 40px;
    all: initial;
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    color-scheme: var(--_scheme, light dark);
    font: 400 16px/1.5 sans-serif;
    font-family: var(--_font);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  button {
    margin: 0;
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  :disabled {
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    /* Between the ring and whatever the page has behind it. */
    box-shadow: 0 0 0 2px var(--_surface);
  }
  .action {
    display: grid;
    place-items: center;
    min-height: var(--_control);
    padding: 8px 16px;
    border: 1px solid transparent;
    border-radius: var(--_control-radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 14px;
    font-weight: 600;
    line-height: 20px;
    transition: filter 160ms;
  }
  .action:hover {
    /* Leads colours apart: what can be read stays so. */
    filter: contrast(1.2);
  }
  .action:disabled {
    border-color: var(--_line);
    background: none;
    color: var(--_muted);
  }
  .quiet {
    border-color: var(--_line);
    background: var(--_surface);
    color: var(--_text);
  }
  .for-light {
    display: var(--_if-light);
  }
  .for-dark {
    display: var(--_if-dark, none);
  }
  @media (prefers-color-scheme: dark) {
    .for-light {
      display: var(--_if-light, none);
    }
    .for-dark {
      display: var(--_if-dark);
    }
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Paper is light, and has nothing to press. */
  @media print {
    .root {
      color-scheme: light;
    }
    .action {
      display: none;
    }
    li {
      break-inside: avoid;
    }
  }
  @media (pointer: coarse) {
    .root {
      --_control: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::backdrop {
      animation: none !important;
      transition: none !important;
    }
  }
`;
