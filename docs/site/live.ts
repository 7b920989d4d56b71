/** The gateway that all samples name; who serves the docs puts a real one in its place. */
export const GATEWAY = 'https://gateway.example';

/** Placeholders for ids in the samples, whose pages say so; in a sample at work, the first and the second product of whatever store answers. */
export const PRODUCTS = ['507f1f77bcf86cd799439011', '507f1f77bcf86cd799439012'] as const;

/** The page that shows a sample working: the sample itself, and whatever of a page and its script tags it leaves out. */
export function livePage(code: string, {title, root}: {title: string; root: string}): string {
  if (/^\s*<!doctype/i.test(code)) return code;
  const needs = (tag: RegExp, script: RegExp) => tag.test(code) && !script.test(code);
  const scripts = [
    needs(/<rai-(?!store-frame)/, /rai-store(?:\.single)?\.js/) &&
      `<script type="module" src="${GATEWAY}/widget/rai-store.js"></script>`,
    needs(/<rai-store-frame/, /channel-host\.js/) &&
      `<script defer src="${GATEWAY}/widget/channel-host.js"></script>`,
  ];
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${title}</title>
    <link rel="stylesheet" href="${root}assets/example.css" />
    ${scripts.filter(Boolean).join('\n    ')}
  </head>
  <body>
${code}  </body>
</html>
`;
}
