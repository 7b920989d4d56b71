import {html} from 'hono/html';
import {frame, type Html} from '../frame.ts';

/** The page that the configurator fills, once its script is there. */
export const configuratorPage = (): Html =>
  frame(
    {
      title: 'Configurator',
      about: 'Set every attribute and colour of the rewards store, see it at once, and copy the snippet.',
      styles: ['/configurator.css'],
      scripts: ['/configurator.js'],
    },
    html`<noscript>The configurator needs JavaScript.</noscript>`,
  );

/** The page in the preview's frame: a store, and nothing else. */
export const previewPage = (gateway: string): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Preview · rai-store</title>
        <link rel="stylesheet" href="/configurator-preview.css" />
        <script type="module" src="${gateway}/widget/rai-store.js"></script>
        <script type="module" src="/configurator-preview.js"></script>
      </head>
      <body></body>
    </html>`;
