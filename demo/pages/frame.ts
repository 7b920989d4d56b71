import {html} from 'hono/html';
import type {HtmlEscapedString} from 'hono/utils/html';

/** A piece of HTML in which every text has been escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page of ours around its body. Nothing is inline in it. */
export const frame = ({title, about, styles = LISTED, scripts = []}: Head, body: Html): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · rai-store</title>
        <meta name="description" content="${about}" />
        <link rel="icon" type="image/svg+xml" href="/northwind.svg" />
        ${['/base.css', ...styles].map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        ${scripts.map((src) => html`<script type="module" src="${src}"></script>`)}
      </head>
      <body>
        ${body}
      </body>
    </html>`;

const LISTED = ['/index.css', '/states.css'];

interface Head {
  readonly title: string;
  readonly about: string;
  /** Addresses of style sheets; those of the pages of states and hosts, unless it is said. */
  readonly styles?: readonly string[];
  /** Addresses of modules. */
  readonly scripts?: readonly string[];
}
