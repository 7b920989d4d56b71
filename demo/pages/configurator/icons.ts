import {svg, type SVGTemplateResult} from 'lit';

const icon = (path: SVGTemplateResult) =>
  svg`<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" class="icon">${path}</svg>`;

/** The page's drawings, each a few lines in the colour of the words around it. */
export const icons = {
  phone: icon(svg`<rect x="7" y="2.5" width="10" height="19" rx="2.5" /><path d="M10.5 18.5h3" />`),
  tablet: icon(svg`<rect x="4" y="3.5" width="16" height="17" rx="2.5" /><path d="M10.5 17.5h3" />`),
  desktop: icon(svg`<rect x="2.5" y="4" width="19" height="12.5" rx="2" /><path d="M8 20.5h8m-4-4v4" />`),
  light: icon(
    svg`<circle cx="12" cy="12" r="4" /><path d="M12 2.5v2m0 15v2M2.5 12h2m15 0h2M5.3 5.3l1.4 1.4m10.6 10.6 1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4" />`,
  ),
  dark: icon(svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z" />`),
  reset: icon(svg`<path d="M4.5 4.5v5h5M5 9.5A8 8 0 1 1 4.2 14" />`),
  copy: icon(
    svg`<rect x="8.5" y="8.5" width="12" height="12" rx="2.5" /><path d="M15.5 8.5V6A2.5 2.5 0 0 0 13 3.5H6A2.5 2.5 0 0 0 3.5 6v7A2.5 2.5 0 0 0 6 15.5h2.5" />`,
  ),
  done: icon(svg`<path d="m4.5 12.5 5 5 10-11" />`),
  link: icon(
    svg`<path d="M10 14a4.5 4.5 0 0 0 6.4 0l3-3A4.5 4.5 0 0 0 13 4.6l-1.2 1.2M14 10a4.5 4.5 0 0 0-6.4 0l-3 3A4.5 4.5 0 0 0 11 19.4l1.2-1.2" />`,
  ),
  warning: icon(svg`<path d="M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.5v.1" />`),
  search: icon(svg`<circle cx="10.5" cy="10.5" r="6.5" /><path d="m15.5 15.5 5 5" />`),
};
