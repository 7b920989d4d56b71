/** What a page may say to every element without touching the store's own box: each of it inherits. */
const INHERITED = `
  border-collapse: collapse !important; border-spacing: 9px !important; caption-side: bottom !important; caret-color: red !important;
  color: red !important; cursor: crosshair !important; direction: rtl !important; empty-cells: hide !important;
  font: italic small-caps 900 33px/3 cursive !important; font-variant-numeric: ordinal !important; hyphens: none !important;
  letter-spacing: 3px !important; list-style: square inside !important; orphans: 9 !important; overflow-wrap: normal !important;
  paint-order: stroke !important; pointer-events: none !important; quotes: "<" ">" !important; tab-size: 20 !important;
  text-align: right !important; text-align-last: right !important; text-emphasis: circle red !important; text-indent: 40px !important;
  text-shadow: 3px 3px lime !important; text-transform: uppercase !important; text-underline-offset: 9px !important;
  -webkit-text-fill-color: red !important; -webkit-text-stroke: 1px blue !important; white-space: pre !important;
  widows: 9 !important; word-break: break-all !important; word-spacing: 9px !important;`;

/** What a page may say to the kinds of elements that a store is made of. */
const OTHERS = `
  animation: spin 1s infinite !important; background: lime !important; border: 5px dashed red !important; border-radius: 50% !important;
  box-shadow: 0 0 9px red !important; display: inline !important; filter: invert(1) !important; float: right !important;
  height: 3px !important; margin: 30px !important; max-width: 50px !important; min-height: 90px !important; opacity: .3 !important;
  outline: 5px solid blue !important; overflow: hidden !important; padding: 30px !important; position: static !important;
  text-decoration: line-through wavy !important; transform: rotate(9deg) !important; vertical-align: super !important; width: 3px !important;`;

const PARTS =
  'a, article, button, dd, div:not(#box), dl, dt, form, h1, h2, h3, h4, header, img, input, label, li, nav, ol, p, section, select, slot, small, span, strong, svg, table, time, ul';

/** A stylesheet that says the worst of everything, on all that a store could be made of. */
export const TORTURE = `
* { ${INHERITED} }
*, *::before, *::after { box-sizing: content-box !important; scroll-behavior: auto !important; }
:is(${PARTS}), :is(${PARTS})::before, :is(${PARTS})::after { ${OTHERS} }
html { font-size: 62.5% !important; }
[part], .root, .grid, .card, .action, .hidden, .image, .name, .price { display: none !important; }
::slotted(*), ::placeholder { color: red !important; }
@keyframes spin { to { rotate: 1turn; } }
`;
