import {css} from 'lit';

/** How the merchant's own text looks. */
export const proseStyles = css`
  .prose {
    font-size: 15px;
    line-height: 23px;
    /* For what cannot be made narrower, as a wide table. */
    overflow-x: auto;
  }
  .prose > * {
    margin-block: 0 8px;
  }
  .prose :is(h1, h2, h3, h4, h5, h6) {
    font-size: 15px;
  }
  .prose :is(ul, ol, dd, blockquote, figure) {
    margin-inline: 0;
    padding-inline: 20px 0;
  }
  /* However deep they lie in each other, there is room for words. */
  .prose :is(ul, ol, dd, blockquote, figure) :is(ul, ol, dd, blockquote, figure) * {
    padding-inline: 0;
  }
  .prose pre {
    white-space: pre-wrap;
  }
  .prose ul {
    list-style: disc;
  }
  .prose a {
    color: var(--_link);
  }
  .prose img {
    max-width: 100%;
    height: auto;
    border-radius: min(var(--_radius), 8px);
  }
  .prose table {
    border-collapse: collapse;
  }
  .prose :is(td, th) {
    padding-block: 4px;
    padding-inline: 0 12px;
    border-bottom: 1px solid var(--_line);
    text-align: start;
    overflow-wrap: break-word;
  }
`;
