import {configs as lit} from 'eslint-plugin-lit';
import {configs as wc} from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import {logicalCss} from './scripts/eslint/logical-css.mjs';

/** What no file of the widget may do, with the reason that the author of the next one needs. */
const widgetBans = [
  {
    selector:
      'ImportDeclaration[source.value=/^lit\\u002Fdirectives\\u002F(unsafe-html|unsafe-svg|style-map)/]',
    message: 'unsafeHTML parses twice (mXSS) and styleMap fails under style-src: see docs/decisions.',
  },
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|srcdoc)$/]',
    message: 'HTML goes in through src/content only.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name="html"] TemplateElement[value.raw=/\\sstyle=/]',
    message: 'A style attribute fails under style-src: use a class, or element.style.setProperty.',
  },
  {
    selector: 'CallExpression[callee.object.name="Array"][callee.property.name="from"]',
    message: 'Prototype.js replaces Array.from: spread the iterable.',
  },
  {
    selector: 'CallExpression[callee.object.name="JSON"][callee.property.name="stringify"] > ArrayExpression',
    message: 'Prototype.js gives arrays a toJSON of its own: join the parts.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: 'document.write is a Trusted Types sink, and wipes a page that is loaded.',
  },
  {
    selector:
      'CallExpression[callee.name=/^set(Timeout|Interval)$/] > :matches(Literal, TemplateLiteral):first-child, CallExpression[callee.name="eval"], :matches(CallExpression, NewExpression)[callee.name="Function"]',
    message: 'A page without unsafe-eval runs no text as code.',
  },
  {
    selector: ':matches(ClassDeclaration[superClass.name="Event"], NewExpression[callee.name="Event"])',
    message: 'MooTools replaces Event: use CustomEvent.',
  },
  {selector: 'ForInStatement', message: 'Old libraries extend built-in prototypes: use Object.keys.'},
];

export default tseslint.config(
  {ignores: ['dist', 'node_modules', 'coverage', '.data', '.cache', '**/*.mjs', '**/*.js']},
  ...tseslint.configs.recommendedTypeChecked,
  {languageOptions: {parserOptions: {project: ['tsconfig.json', 'tsconfig.node.json']}}},
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ...lit['flat/recommended'],
  },
  {files: ['src/**/*.ts'], ...wc['flat/recommended']},
  {
    files: ['src/**/*.ts'],
    ignores: ['src/gateway/**'],
    plugins: {house: {rules: {'logical-css': logicalCss}}},
    rules: {
      'house/logical-css': 'error',
      'no-restricted-syntax': ['error', ...widgetBans],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'localStorage', 'sessionStorage'],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              name: ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
              package: 'node:test',
            },
            // Its types call it a promise, for comparisons of DOM that are none of ours.
            {from: 'package', name: 'Equal', package: '@open-wc/semantic-dom-diff'},
          ],
        },
      ],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['scripts/**', 'demo/**/*.ts', 'src/gateway/node.ts', 'test/**/*.ts'],
    rules: {'no-console': 'off'},
  },
);
