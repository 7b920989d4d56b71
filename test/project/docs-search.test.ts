import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import {find, readIndex} from '../../docs/site/client/find.js';
import {DOCS, ensureDocs} from '../../scripts/docs.mjs';

/** How many passages that are found a reader looks at. */
const SEEN = 4;

/** Pages, and the words by which a reader finds each of them. */
const TYPED: readonly (readonly [page: string, words: readonly string[]])[] = [
  ['accessibility', ['a11y', 'accessibility', 'WCAG', 'screen reader', 'keyboard', 'contrast']],
  ['community-manager', ['mobile app', 'iframe channel']],
  ['host-developer', ['height', 'JWT', 'postMessage', 'sign in']],
  ['languages', ['i18n', 'translations', 'localization', 'RTL', 'right to left', 'Arabic', 'language']],
  [
    'operator',
    [
      'API key',
      'cache',
      'CDN',
      'Cloudflare',
      'Docker',
      'Kubernetes',
      'logging',
      'metrics',
      'multiple stores',
    ],
  ],
  ['operator', ['nginx', 'rate limit', 'Redis', 'serverless', 'tenant', 'CORS']],
  ['partner', ['analytics', 'cookies', 'GDPR', 'privacy', 'tracking', 'Google Analytics']],
  ['partner', ['browser support', 'Safari', 'Firefox', 'Chrome', 'old browsers']],
  ['partner', ['cart', 'checkout', 'coupon', 'payment', 'webhook', 'Redeeming']],
  ['partner', ['CLS', 'layout shift', 'performance']],
  ['partner', ['columns', 'responsive', 'deep link', 'back button', 'infinite scroll', 'pagination']],
  ['partner', ['currency', 'discount', 'out of stock', 'points', 'price', 'sold out']],
  ['partner', ['npm', 'TypeScript', 'types', 'unpkg', 'update', 'upgrade', 'version']],
  ['recipes/iframe', ['iframe']],
  ['recipes/react', ['Next.js', 'React', 'server-side rendering', 'SSR']],
  ['recipes/search-engines', ['JSON-LD', 'noscript', 'search engines', 'SEO']],
  ['recipes/strict-policy', ['Content Security Policy', 'CSP', 'nonce', 'integrity', 'SRI', 'unsafe-inline']],
  ['recipes/strict-policy', ['subresource integrity', 'strict-dynamic', 'Trusted Types']],
  ['recipes/svelte', ['Svelte', 'SvelteKit']],
  ['recipes/vue', ['Nuxt', 'Vue']],
  ['recipes/webflow', ['Shopify', 'Squarespace', 'Webflow', 'Wix']],
  ['recipes/wordpress', ['shortcode', 'WordPress']],
  ['reference/events', ['event', 'rai-redeem']],
  ['reference/rai-product-card', ['product id', 'productId']],
  ['reference/rai-store', ['isSignedIn', 'lowStock', 'pageSize', 'redeemUrl', 'routing', 'scrolling']],
  ['reference/tokens', ['color', 'colour', 'colors', 'font family', 'width']],
  ['security', ['ad blocker', 'vulnerability', 'XSS']],
  ['store-service', ['CSV', 'PostgreSQL']],
  ['theming', ['brand', 'CSS variables', 'dark mode', 'fonts', 'preset', 'shadow DOM']],
  [
    'troubleshooting',
    ['404', '502', 'blank', 'CORS', 'dark mode', 'localhost', 'mixed content', 'not showing'],
  ],
];

let index: ReturnType<typeof readIndex>;

before(() => {
  ensureDocs();
  index = readIndex(readFileSync(join(DOCS, 'search.json'), 'utf8'));
});

describe('the search of the docs', () => {
  it('finds the words that readers type, and among the first passages one that helps', () => {
    const astray = TYPED.flatMap(([wanted, words]) =>
      words
        .map((word) => ({word, pages: find(index, word).map(({id}) => String(id).split(/\.html/)[0])}))
        .filter(({pages}) => !pages.slice(0, SEEN).includes(wanted))
        .map(({word, pages}) => `${word}: ${pages.slice(0, SEEN).join(', ')}, not ${wanted}`),
    );

    assert.deepEqual(astray, []);
  });

  it('takes one for many, British for American, and a slip of the finger where nothing else is found', () => {
    const passages = (words: string) => find(index, words).map(({id}) => String(id));

    assert.deepEqual(passages('fonts'), passages('font'));
    assert.deepEqual(passages('colour'), passages('color'));
    assert.deepEqual(passages('wordpres shortcodee'), passages('wordpress shortcode'));
    assert.ok(!passages('width').some((id) => id.startsWith('decisions/0014')), 'with is no width');
    assert.deepEqual(passages('xyzzy'), []);
  });
});
