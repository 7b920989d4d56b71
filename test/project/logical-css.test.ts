import {RuleTester} from 'eslint';
import {describe, it} from 'node:test';
import {logicalCss} from '../../scripts/eslint/logical-css.mjs';

// The rule's own tests are told to this runner.
Object.assign(RuleTester, {describe, it});

const style = (declarations: string) => `const styles = css\`\n  .a {\n    ${declarations}\n  }\n\`;`;

const refused = (declarations: string, said: RegExp, place: {line?: number; column?: number} = {}) => ({
  name: `refuses ${declarations}`,
  code: style(declarations),
  errors: [{message: said, ...place}],
});

const allowed = (declarations: string) => ({name: `lets ${declarations} be`, code: style(declarations)});

new RuleTester({languageOptions: {ecmaVersion: 2022}}).run('a css literal', logicalCss, {
  valid: [
    allowed('margin-inline-start: 4px; inset-inline: 0 auto; text-align: start;'),
    allowed('margin-top: 4px; bottom: 0; padding: 1px 2px 3px; padding: 1px 2px 3px 2px;'),
    allowed('border-radius: 20px 20px 0 0;'),
    allowed('background: linear-gradient(to bottom, red, blue);'),
    allowed('transform: translateY(12px);'),
    allowed(
      '/* physical: its twin for :dir(rtl) follows */ mask-image: linear-gradient(to left, #0000, #000);',
    ),
    {name: 'looks at css literals alone', code: 'const text = html`<p>margin-left: 4px</p>`;'},
    {name: 'reads past an expression', code: 'const styles = css`${base} .a { color: ${red}; }`;'},
  ],
  invalid: [
    refused('margin-left: 4px;', /"margin-left" names a side/, {line: 3, column: 5}),
    refused('right: 0;', /"right" names a side/),
    refused('border-top-left-radius: 4px;', /"border-top-left-radius" names a side/),
    refused('text-align: left;', /"text-align: left" names a side/),
    refused('float: right;', /"float: right" names a side/),
    refused('padding: 4px 12px 4px 0;', /differs between left and right/),
    refused('border-radius: 20px 0;', /differs between left and right/),
    refused('background-position: left top;', /names a side/),
    refused('transform: translateX(12px);', /moves to one side/),
    refused('background: linear-gradient(90deg, red, blue);', /drawn from one side to the other/),
    refused('mask-image: linear-gradient(to left, #0000, #000);', /drawn from one side to the other/),
    refused('/* physical: */ left: 0;', /names a side/),
    {
      name: 'says where it stands after an expression',
      code: 'const styles = css`\n  ${base}\n  .a { color: ${red}; left: 0; }\n`;',
      errors: [{message: /"left" names a side/, line: 3, column: 23}],
    },
    {
      name: 'says what it cannot read',
      code: 'const styles = css`.a { color: red;`;',
      errors: [{message: /no CSS/}],
    },
  ],
});
