import {expect} from '@open-wc/testing';
import {safeImage, safeLink} from '../../src/content/policy.ts';

describe('the address of a link', () => {
  const kept: [address: string, href: string][] = [
    ['https://shop.test/a?b=c#d', 'https://shop.test/a?b=c#d'],
    ['http://shop.test', 'http://shop.test/'],
    ['HTTPS://SHOP.TEST/A', 'https://shop.test/A'],
    ['mailto:help@shop.test?subject=Hi', 'mailto:help@shop.test?subject=Hi'],
    ['tel:+6621234567', 'tel:+6621234567'],
    ['  https://shop.test/  ', 'https://shop.test/'],
    ['https://bücher.test/', 'https://xn--bcher-kva.test/'],
  ];
  for (const [address, href] of kept) {
    it(`may be ${address.trim()}`, () => expect(safeLink(address)).to.equal(href));
  }

  const refused = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'javascript&colon;alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://shop.test/1',
    'file:///etc/hosts',
    'about:blank',
    'ftp://shop.test/',
    'intent://x',
    'view-source:https://shop.test/',
    '/relative',
    'relative',
    '//shop.test/',
    '#here',
    '?query',
    '',
    'https://',
  ];
  for (const address of refused) {
    it(`may not be ${JSON.stringify(address)}`, () => expect(safeLink(address)).to.equal(undefined));
  }
});

describe('the address of a picture', () => {
  const kept = [
    'https://pictures.test/a.png',
    'http://127.0.0.1:4100/a.png',
    'http://127.8.9.10/a.png',
    'http://localhost:4100/a.png',
    'http://[::1]:4100/a.png',
  ];
  for (const address of kept) {
    it(`may be ${address}`, () => expect(safeImage(address)).to.equal(address));
  }

  const refused = [
    'http://pictures.test/a.png',
    'http://127.0.0.1.evil.test/a.png',
    'http://localhost.evil.test/a.png',
    'http://evil.test/127.0.0.1',
    'http://127.0.0.1@evil.test/',
    'data:image/png;base64,AA==',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'blob:https://shop.test/1',
    'javascript:alert(1)',
    'mailto:help@shop.test',
    'file:///a.png',
    '/a.png',
    '//pictures.test/a.png',
    'a.png',
    '',
  ];
  for (const address of refused) {
    it(`may not be ${JSON.stringify(address)}`, () => expect(safeImage(address)).to.equal(undefined));
  }
});
