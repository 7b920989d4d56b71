import {html} from 'hono/html';
import type {HtmlEscapedString} from 'hono/utils/html';

/** A piece of HTML in which every text has been escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page around its body. Nothing is inline in it. */
export const frame = ({title, about, scripts = []}: Head, body: Html): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · rai-store</title>
        <meta name="description" content="${about}" />
        <link rel="icon" type="image/svg+xml" href="/northwind.svg" />
        <link rel="stylesheet" href="/index.css" />
        <link rel="stylesheet" href="/states.css" />
        ${scripts.map((src) => html`<script type="module" src="${src}"></script>`)}
      </head>
      <body>
        ${body}
      </body>
    </html>`;

interface Head {
  readonly title: string;
  readonly about: string;
  /** Addresses of modules. */
  readonly scripts?: readonly string[];
}
