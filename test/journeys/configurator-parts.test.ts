import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {compileTemplate, parse as parseVue} from 'vue/compiler-sfc';
import {transformWithOxc} from 'vite';
import {tokensIn} from '../../demo/pages/configurator/built.ts';
import {paleIn} from '../../demo/pages/configurator/contrast.ts';
import {
  lostIn,
  WAYS,
  type Embedding,
  type Pinned,
  type Way,
} from '../../demo/pages/configurator/embedding.ts';
import {inGroup} from '../../demo/pages/configurator/groups.ts';
import {STORE_LANGUAGES} from '../../demo/pages/configurator/languages.ts';
import {hashOf, readHash} from '../../demo/pages/configurator/link.ts';
import {settingsOf, type Setting} from '../../demo/pages/configurator/manifest.ts';
import {policyLines, policyText, sha256} from '../../demo/pages/configurator/policy-lines.ts';
import {halvesOf, joined} from '../../demo/pages/configurator/schemes.ts';
import {snippetOf} from '../../demo/pages/configurator/snippet.ts';
import {scriptTag} from '../../demo/pages/configurator/tags.ts';
import {presetValues} from '../../demo/pages/configurator/model.ts';
import {LANGUAGES, spokenOf} from '../../demo/pages/configurator/texts/texts.ts';
import {faultOf, withValue} from '../../demo/pages/configurator/value.ts';
import {LANGUAGES as MESSAGES} from '../../src/i18n/messages/files.ts';

const MANIFEST = {
  modules: [
    {},
    {
      declarations: [
        {
          tagName: 'rai-store',
          attributes: [
            {
              name: 'gateway',
              type: {text: 'string | undefined'},
              syntax: '<url>',
              description: 'Base\n  URL.',
            },
            {name: 'redeem-url', type: {text: 'string'}, syntax: '<url-template>'},
            {name: 'category', type: {text: 'string'}, syntax: '<id>'},
            {name: 'lang', type: {text: 'string'}, syntax: '<language>'},
            {name: 'words', type: {text: 'OwnWords | string | null'}, syntax: '<json>'},
            {name: 'theme', type: {text: "'auto' | 'light' | 'dark' | undefined"}, default: "'auto'"},
            {name: 'signed-in', type: {text: "boolean | 'true' | 'false' | undefined"}},
            {name: 'json-ld', type: {text: 'boolean'}, default: 'false'},
            {
              name: 'page-size',
              type: {text: 'number | undefined'},
              syntax: '<integer [1,100]>',
              default: '24',
            },
            {name: 'low-stock', type: {text: 'number'}, syntax: '<integer [0,∞]>'},
            {name: 'balance', type: {text: 'number'}, syntax: '<number [0,∞]>'},
            {
              name: 'show',
              type: {text: 'string'},
              default: "'image price'",
              description: 'Some of these words.',
            },
            {name: 'search', type: {text: 'string'}, syntax: '<text>', default: "''"},
          ],
          cssProperties: [
            {name: '--rai-color-accent', syntax: '<color>', default: 'light-dark(#1f5f52, #7fd1bd)'},
            {name: '--rai-radius', syntax: '<length>', default: '16px'},
            {name: '--rai-shadow', syntax: '<shadow>', default: '0 1px 2px #0000000d'},
          ],
        },
      ],
    },
  ],
};

const SETTINGS = settingsOf(MANIFEST, 'rai-store');
const called = (name: string): Setting => SETTINGS.find((setting) => setting.name === name)!;

/** As a browser would say of the values used here. */
const supports = (property: string, value: string) =>
  property === 'box-shadow'
    ? value === 'none'
    : property === 'color'
      ? /^(#[\da-f]{3,8}|red|rgb\(.+\))$/i.test(value)
      : /^\d+(px|em)$/.test(value);

describe('what the configurator reads out of a manifest', () => {
  it('gives each attribute and each token the control that its type wants', () => {
    const controls = SETTINGS.map(({name, control}) => [name, control.type]);

    assert.deepEqual(controls, [
      ['gateway', 'address'],
      ['redeem-url', 'template'],
      ['category', 'id'],
      ['lang', 'language'],
      ['words', 'words'],
      ['theme', 'choice'],
      ['signed-in', 'choice'],
      ['json-ld', 'switch'],
      ['page-size', 'number'],
      ['low-stock', 'number'],
      ['balance', 'number'],
      ['show', 'set'],
      ['search', 'text'],
      ['--rai-color-accent', 'colour'],
      ['--rai-radius', 'length'],
      ['--rai-shadow', 'css'],
    ]);
    assert.deepEqual(called('theme').control, {type: 'choice', options: ['auto', 'light', 'dark']});
    assert.deepEqual(called('signed-in').control, {type: 'choice', options: ['true', 'false']});
    assert.deepEqual(called('page-size').control, {type: 'number', least: 1, most: 100, isWhole: true});
    assert.deepEqual(called('balance').control, {type: 'number', least: 0, isWhole: false});
    assert.deepEqual(called('show').control, {type: 'set', options: ['image', 'price']});
  });

  it('takes defaults out of their quotes and descriptions onto one line', () => {
    assert.equal(called('theme').usual, 'auto');
    assert.equal(called('search').usual, '');
    assert.equal(called('gateway').description, 'Base URL.');
  });

  it('says when there is no such element', () => {
    assert.throws(() => settingsOf({modules: []}, 'rai-store'), /knows no <rai-store>/);
  });

  it('leaves no setting without a group, not even one that nobody has heard of', () => {
    const unheard: Setting = {...called('search'), name: 'brand-new'};

    assert.deepEqual(
      inGroup('page', [...SETTINGS, unheard]).map(({name}) => name),
      ['gateway', 'json-ld', 'brand-new'],
    );
  });
});

describe('a colour for light and dark', () => {
  const cases: [value: string, light: string, dark: string][] = [
    ['#fff', '#fff', '#fff'],
    ['light-dark(#fff, #000)', '#fff', '#000'],
    ['light-dark(rgb(1, 2, 3), hsl(4, 5%, 6%))', 'rgb(1, 2, 3)', 'hsl(4, 5%, 6%)'],
    ['light-dark(#fff)', 'light-dark(#fff)', 'light-dark(#fff)'],
  ];
  for (const [value, light, dark] of cases) {
    it(`has the halves of ${value}`, () => assert.deepEqual(halvesOf(value), {light, dark}));
  }

  it('is one colour where its halves are alike', () => {
    assert.equal(joined({light: 'red', dark: 'red'}), 'red');
    assert.equal(joined({light: 'red', dark: '#000'}), 'light-dark(red, #000)');
  });
});

describe('a value that somebody sets', () => {
  const cases: [name: string, value: string, fault: string | undefined][] = [
    ['theme', 'dark', undefined],
    ['theme', 'blue', 'choice'],
    ['json-ld', '', undefined],
    ['json-ld', 'yes', 'choice'],
    ['page-size', '1', undefined],
    ['page-size', '100', undefined],
    ['page-size', '0', 'range'],
    ['page-size', '101', 'range'],
    ['page-size', '-1', 'range'],
    ['page-size', '1.5', 'range'],
    ['page-size', '1e1', 'range'],
    ['low-stock', '0', undefined],
    ['low-stock', '2.5', 'whole'],
    ['balance', '2.5', undefined],
    ['balance', '-1', 'number'],
    ['balance', '1e9', 'number'],
    ['category', '6502c9e514a3e564c5c09c01', undefined],
    ['category', '6502C9E514A3E564C5C09C01', undefined],
    ['category', 'Food', 'id'],
    ['category', '6502c9e514a3e564c5c09c0', 'id'],
    ['lang', 'zh-Hant', undefined],
    ['lang', 'in English', 'language'],
    ['words', '{"product.redeem":"Get it"}', undefined],
    ['words', '{"de":{"product.redeem":"Holen"}}', undefined],
    ['words', 'notjson', 'words'],
    ['words', '["Get it"]', 'words'],
    ['words', '"Get it"', 'words'],
    ['words', '{"product.redeem":1}', 'words'],
    ['words', '{"de":{"product":{"redeem":"Holen"}}}', 'words'],
    ['show', 'price', undefined],
    ['show', 'price colour', 'choice'],
    ['gateway', 'https://gateway.example/v1', undefined],
    ['gateway', 'javascript:alert(1)', 'address'],
    ['gateway', 'https:///', 'address'],
    ['gateway', 'https://.', 'address'],
    ['gateway', 'https://gateway.example/{product}/v1', 'address'],
    ['redeem-url', 'https://shop.example/redeem?id={product}', undefined],
    ['redeem-url', 'https://shop.example', undefined],
    ['redeem-url', 'shop.example/{product}', 'template'],
    ['redeem-url', 'https://{product}', 'template'],
    ['redeem-url', 'https://shop.example/{id}', 'template'],
    ['redeem-url', 'https://shop.example/my shop', 'template'],
    ['search', 'x'.repeat(5_000), 'long'],
    ['--rai-color-accent', 'light-dark(red, #000)', undefined],
    ['--rai-color-accent', 'reddish', 'colour'],
    ['--rai-color-accent', 'red; } body { display: none', 'text'],
    ['--rai-radius', '8px', undefined],
    ['--rai-radius', '-8px', 'length'],
    ['--rai-shadow', '0 0 1px </style><script>', 'text'],
    ['--rai-shadow', 'none', undefined],
    ['--rai-shadow', 'red car', 'text'],
  ];
  for (const [name, value, fault] of cases) {
    it(`is ${fault ? 'refused' : 'taken'}: ${name} ${value.slice(0, 40)}`, () => {
      assert.equal(faultOf(called(name), value, supports), fault);
    });
  }

  it('is not held where it is what is usual', () => {
    const values = withValue({}, called('theme'), 'dark');

    assert.deepEqual(values, {theme: 'dark'});
    assert.deepEqual(withValue(values, called('theme'), 'auto'), {});
    assert.deepEqual(withValue(values, called('theme'), undefined), {});
  });
});

describe('the link that holds a configuration', () => {
  it('gives back what was put into it', () => {
    const values = {theme: 'dark', search: 'a & b = "c" #d', '--rai-color-accent': 'light-dark(red, #000)'};

    assert.deepEqual(readHash(`#${hashOf(values)}`, SETTINGS, supports), {values, dropped: []});
  });

  it('drops what is not known or not usable, and tells of a few of them', () => {
    const hash = `#theme=blue&toString=1&__proto__=2&page-size=5&${'x'.repeat(60)}=1&a=1&b=1&c=1`;

    const {values, dropped} = readHash(hash, SETTINGS, supports);

    assert.deepEqual(values, {'page-size': '5'});
    assert.deepEqual(dropped, ['theme', 'toString', '__proto__', `${'x'.repeat(40)}…`, 'a']);
  });

  it('is harmless where it is rubbish', () => {
    for (const hash of ['', '#', '#%', '#%E0%A4%A', '#&&==&', '#top'])
      assert.deepEqual(readHash(hash, SETTINGS, supports).values, {});
  });
});

describe('contrast', () => {
  const usual = new Map([
    ['--rai-color-surface', 'light-dark(#ffffff, #1b2027)'],
    ['--rai-color-text', 'light-dark(#1d2129, #eef0f3)'],
    ['--rai-color-accent', 'light-dark(#1f5f52, #7fd1bd)'],
    ['--rai-color-on-accent', 'light-dark(#ffffff, #0d2621)'],
    ['--rai-color-link', 'var(--rai-color-accent)'],
  ]);

  it('is enough in the usual colours', () => assert.deepEqual(paleIn(usual), []));

  it('names the pairs that are too pale, in the scheme in which they are, with what they need', () => {
    const pale = paleIn(new Map([...usual, ['--rai-color-accent', 'light-dark(#bcbcbc, #7fd1bd)']]));

    assert.deepEqual(
      pale.map(({scheme, over, under, ratio, needed}) => `${scheme} ${over} ${under} ${ratio} ${needed}`),
      [
        'light --rai-color-link --rai-color-surface 1.89 4.5',
        'light --rai-color-on-accent --rai-color-accent 1.89 4.5',
        'light --rai-color-accent --rai-color-surface 1.89 3',
      ],
    );
  });

  it('counts what is seen of a translucent colour', () => {
    const pale = paleIn(new Map([...usual, ['--rai-color-text', '#00000033']]));

    assert.deepEqual(
      pale.map(({scheme, over}) => `${scheme} ${over}`),
      ['light --rai-color-text', 'dark --rai-color-text'],
    );
  });

  it('asks what a colour is that it does not know, and leaves out one that cannot be known', () => {
    const strange = new Map([...usual, ['--rai-color-text', 'oklch(0.9 0 0)']]);

    assert.deepEqual(paleIn(strange), []);
    assert.equal(paleIn(strange, () => '#dedede')[0]?.over, '--rai-color-text');
  });
});

const EMBEDDING: Embedding = {
  gateway: 'https://gateway.example/v1',
  values: {
    theme: 'dark',
    search: 'tea "for" <two> & {more}',
    'json-ld': '',
    '--rai-color-accent': 'light-dark(#ff0000, #00ff00)',
  },
};

const PINNED = {
  version: '1.2.3',
  hashes: {
    'rai-store.js': 'sha384-boot',
    'embed.js': 'sha384-loader',
    'rai-store.single.js': 'sha384-all',
    'channel-host.js': 'sha384-host',
  },
};

describe('a snippet', () => {
  it('is two tags where nothing is set', () => {
    assert.equal(
      snippetOf('module', {...EMBEDDING, values: {}}),
      '<script type="module" src="https://gateway.example/widget/rai-store.js"></script>\n' +
        '<rai-store gateway="https://gateway.example/v1"></rai-store>',
    );
  });

  it('holds what is set, and every value in it is text', () => {
    assert.equal(
      snippetOf('module', EMBEDDING),
      `<script type="module" src="https://gateway.example/widget/rai-store.js"></script>
<style>
  rai-store {
    --rai-color-accent: light-dark(#ff0000, #00ff00);
  }
</style>
<rai-store
  gateway="https://gateway.example/v1"
  theme="dark"
  search="tea &quot;for&quot; &lt;two&gt; &amp; {more}"
  json-ld
></rai-store>`,
    );
  });

  it('holds a link to where redeeming leads, which is there until the store is', async () => {
    const values = {'redeem-url': 'https://shop.example/rewards?of={product}&at="home"'};
    const link =
      '<a href="https://shop.example/rewards?of=&amp;at=&quot;home&quot;">Open the rewards store</a>';

    assert.equal(
      snippetOf('module', {...EMBEDDING, values})
        .split('\n')
        .slice(1)
        .join('\n'),
      `<rai-store
  gateway="https://gateway.example/v1"
  redeem-url="https://shop.example/rewards?of={product}&amp;at=&quot;home&quot;"
>
  ${link}
</rai-store>`,
    );
    assert.ok(
      snippetOf('classic', {...EMBEDDING, values, pinned: PINNED}).includes(`\n  ${link}\n</rai-store>`),
    );
    // It puts one by itself.
    assert.ok(!snippetOf('classic', {...EMBEDDING, values}).includes('<a '));
    assert.ok(
      compiled(snippetOf('vue', {...EMBEDDING, values})).includes(JSON.stringify('Open the rewards store')),
    );
    const component = snippetOf('react', {...EMBEDDING, values}).split('// RewardsStore.jsx')[1]!;
    const {code} = await transformWithOxc(component, 'RewardsStore.jsx');
    assert.match(code, /href: ["']https:\/\/shop\.example\/rewards\?of=&at=/);
    assert.match(code, /children: "Open the rewards store"/);
  });

  it('is one classic tag with the same as data', () => {
    assert.equal(
      snippetOf('classic', {...EMBEDDING, values: {theme: 'dark', 'page-size': '8'}}),
      `<script
  async
  src="https://gateway.example/widget/embed.js"
  data-gateway="https://gateway.example/v1"
  data-theme="dark"
  data-page-size="8"
></script>`,
    );
  });

  it('tells a frame by its address what can be told so, and names what is lost', () => {
    const frame = snippetOf('iframe', EMBEDDING);

    assert.match(frame, /src="https:\/\/gateway\.example\/channel\?theme=dark"/);
    assert.deepEqual(lostIn('iframe', EMBEDDING.values), ['search', 'json-ld', '--rai-color-accent']);
    assert.deepEqual(lostIn('frame', {balance: '5', layout: 'list'}), ['layout']);
    assert.deepEqual(lostIn('module', EMBEDDING.values), []);
  });

  it('names the one widget of a gateway that has several stores, and the channel of the very store', () => {
    const club = {gateway: 'https://gateway.example/s/club/v1/', values: {}};

    assert.match(snippetOf('module', club), /"https:\/\/gateway\.example\/widget\/rai-store\.js"/);
    assert.match(snippetOf('iframe', club), /"https:\/\/gateway\.example\/s\/club\/channel"/);
  });

  for (const way of ['module', 'react', 'vue'] as const) {
    it(`states the hash of the one file that has all of a version: ${way}`, () => {
      const pinned = `<script
  type="module"
  src="https://gateway.example/widget/1.2.3/rai-store.single.js"
  integrity="sha384-all"
  crossorigin="anonymous"
></script>`;

      assert.equal(scriptTag(way, {...EMBEDDING, pinned: PINNED}), pinned);
      assert.ok(snippetOf(way, {...EMBEDDING, pinned: PINNED}).includes(pinned));
    });
  }

  it('has the element on the page where a classic tag names the one file, which puts none', () => {
    assert.equal(
      snippetOf('classic', {...EMBEDDING, values: {theme: 'dark'}, pinned: PINNED}),
      `<script
  async
  src="https://gateway.example/widget/1.2.3/rai-store.single.js"
  integrity="sha384-all"
  crossorigin="anonymous"
></script>
<rai-store gateway="https://gateway.example/v1" theme="dark"></rai-store>`,
    );
  });

  it('states the hash of a frame’s script, and none where there is no script', () => {
    assert.match(
      scriptTag('frame', {...EMBEDDING, pinned: PINNED})!,
      /1\.2\.3\/channel-host\.js"\s+integrity="sha384-host"/,
    );
    assert.equal(scriptTag('iframe', {...EMBEDDING, pinned: PINNED}), undefined);
  });

  it('is JSX that parses, with every value in it as text', async () => {
    for (const pinned of [undefined, PINNED]) {
      const component = snippetOf('react', {...EMBEDDING, pinned}).split('// RewardsStore.jsx')[1]!;
      const {code} = await transformWithOxc(component, 'RewardsStore.jsx');

      assert.match(code, /search: "tea \\"for\\" <two> & \{more\}"|search: 'tea "for" <two> & \{more\}'/);
      assert.match(code, /"?--rai-color-accent"?: "light-dark\(#ff0000, #00ff00\)"/);
    }
  });

  it('is a component of Vue that compiles, with every value in it as text', () => {
    const code = compiled(snippetOf('vue', EMBEDDING));

    assert.ok(code.includes(JSON.stringify('tea "for" <two> & {more}')));
    assert.ok(code.includes('"--rai-color-accent":"light-dark(#ff0000, #00ff00)"'));
  });

  /** What Vue makes of the component in a snippet, without a mistake. */
  function compiled(snippet: string): string {
    const {descriptor, errors} = parseVue(snippet.split('<!-- RewardsStore.vue -->')[1]!);
    const made = compileTemplate({
      source: descriptor.template!.content,
      filename: 'RewardsStore.vue',
      id: 'store',
      compilerOptions: {isCustomElement: (tag) => tag.startsWith('rai-')},
    });
    assert.deepEqual([...errors, ...made.errors], []);
    return made.code;
  }
});

describe('the policy for a snippet', () => {
  const linesOf = async (way: Way, values = EMBEDDING.values, pinned?: Pinned) =>
    policyText(
      await policyLines(
        way,
        {...EMBEDDING, values, pinned},
        {pictures: ['https://pictures.example'], hash: sha256},
      ),
    );

  it('lets the store in, and nothing else', async () => {
    assert.equal(
      await linesOf('module', {}),
      `script-src https://gateway.example;
connect-src https://gateway.example;
img-src https://pictures.example;
require-trusted-types-for 'script';
trusted-types returningai-store`,
    );
  });

  it('names the style element by its hash, where there is one', async () => {
    const style = /<style>([^]*)<\/style>/.exec(snippetOf('module', EMBEDDING))![1]!;

    assert.ok((await linesOf('module')).includes(`style-src ${await sha256(style)};`));
    assert.doesNotMatch(await linesOf('react'), /style-src/);
  });

  it('is about the frame alone where there is one', async () => {
    assert.equal(await linesOf('iframe'), 'frame-src https://gateway.example');
    assert.equal(
      await linesOf('frame'),
      'script-src https://gateway.example;\nframe-src https://gateway.example',
    );
  });

  it('is the same where the version is pinned', async () => {
    for (const way of WAYS)
      assert.equal(await linesOf(way, EMBEDDING.values, PINNED), await linesOf(way), way);
  });

  it('lets a cover in that a token names', async () => {
    const lines = await linesOf('module', {'--rai-cover': 'url("https://cdn.example/a.jpg") center'});

    assert.match(lines, /img-src https:\/\/pictures\.example https:\/\/cdn\.example;/);
  });
});

describe('a preset', () => {
  it('is the tokens that its stylesheet sets', () => {
    assert.deepEqual(
      tokensIn(
        '/* Ink */ rai-store {\n  --rai-radius: 4px;\n  --rai-shadow:\n    0 1px red;\n  color: red;\n}',
      ),
      {'--rai-radius': '4px', '--rai-shadow': '0 1px red'},
    );
  });

  it('sets what is known, usable and otherwise than usual', () => {
    const tokens = {
      '--rai-page': 'red',
      '--rai-radius': '16px',
      '--rai-shadow': 'none',
      '--rai-color-accent': 'x',
    };

    assert.deepEqual(presetValues(SETTINGS, {name: 'ink', tokens}, supports), {'--rai-shadow': 'none'});
  });
});

describe('the languages of the configurator', () => {
  it('offer the store in every language that it speaks', () => {
    assert.deepEqual([...STORE_LANGUAGES].sort(), ['en', ...MESSAGES].sort());
  });

  it('have the same gaps in every sentence', () => {
    const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [tag, {texts}] of Object.entries(LANGUAGES)) {
      for (const [name, text] of Object.entries(LANGUAGES.en!.texts)) {
        assert.deepEqual(gaps(texts[name as keyof typeof texts]), gaps(text), `${tag}: ${name}`);
        assert.ok(texts[name as keyof typeof texts].trim(), `${tag}: ${name}`);
      }
    }
  });

  it('name the same settings and states', () => {
    const [first, ...others] = [LANGUAGES.th!, LANGUAGES.ar!, LANGUAGES.de!];
    for (const {settings, states} of others) {
      assert.deepEqual(Object.keys(settings).sort(), Object.keys(first.settings).sort());
      assert.deepEqual(Object.keys(states).sort(), Object.keys(first.states).sort());
    }
  });

  it('are those that a reader wants first, or English', () => {
    assert.equal(spokenOf(['', 'fr-FR', 'de-AT', 'en']), 'de');
    assert.equal(spokenOf(['constructor', 'xx']), 'en');
  });
});
