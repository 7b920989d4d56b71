// A rule for css`…` literals: what lies at the left in one direction of writing lies at the right in the other.
import postcss from 'postcss';

/** Properties that name the left or the right. Those of the block axis stay as they are: no language of ours turns it. */
const SIDED = /^(?:left|right|.+-(?:left|right)(?:-.+)?)$/;

/** Shorthands of four sides, clockwise from the top: the second is the right, the fourth the left. */
const SIDES = /^(?:inset|margin|padding|border-(?:width|style|color)|scroll-(?:margin|padding))$/;

/** What takes a side as its value. */
const ALIGNED = /^(?:text-align(?:-last)?|float|clear|caption-side|justify-(?:content|items|self))$/;

/** What is drawn in one direction, whatever the words do. */
const DRAWN = /gradient\(\s*(?:to\s+(?:(?:top|bottom)\s+)?(?:left|right)|-?[\d.]+(?:deg|turn|rad))/;
const UPRIGHT = /gradient\(\s*(?:0|-?180|360)deg/;

/** Where the comment before a declaration begins so, it goes on with why the side can't be a logical one. */
const ALLOWED = /^\s*physical:\s*\S/;

/**
 * What is physical about a declaration, in words; `undefined` where nothing is.
 * @param {string} property
 * @param {string} value
 */
function physical(property, value) {
  if (property.startsWith('--')) return undefined;
  if (SIDED.test(property)) return `"${property}" names a side`;
  if (ALIGNED.test(property) && /\b(?:left|right)\b/.test(value))
    return `"${property}: ${value}" names a side`;
  const parts = postcss.list.space(value.replace(/\s*!important$/, ''));
  if (SIDES.test(property) && parts.length === 4 && parts[1] !== parts[3])
    return `"${property}: ${value}" differs between left and right`;
  if (property === 'border-radius') {
    const [topLeft, topRight = topLeft, bottomRight = topLeft, bottomLeft = topRight] = parts;
    if (topLeft !== topRight || bottomRight !== bottomLeft)
      return `"border-radius: ${value}" differs between left and right`;
  }
  if (
    /^(?:background|object|mask|transform)-(?:position|origin)(?:-x)?$/.test(property) &&
    /\b(?:left|right)\b/.test(value)
  )
    return `"${property}: ${value}" names a side`;
  if (/translateX\(|translate\(\s*(?!0\b)[^,)]/.test(value) && /^(?:transform|translate)$/.test(property))
    return `"${property}: ${value}" moves to one side`;
  if (DRAWN.test(value) && !UPRIGHT.test(value)) return `"${property}" is drawn from one side to the other`;
  return undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
export const logicalCss = {
  meta: {
    type: 'problem',
    docs: {description: 'Lets css`…` literals speak of start and end instead of left and right.'},
    messages: {
      physical:
        '{{what}}: say inline-start or inline-end, or put /* physical: why */ before it and a rule for :dir(rtl) beside it.',
      broken: 'This is no CSS: {{why}}',
    },
    schema: [],
  },
  create: (context) => ({
    TaggedTemplateExpression({tag, quasi}) {
      if (tag.type !== 'Identifier' || tag.name !== 'css') return;
      // An expression stands for a value or for rules of their own; a comment is neither, and keeps the places.
      const from = quasi.range?.[0] ?? 0;
      const source = context.sourceCode
        .getText(quasi)
        .slice(1, -1)
        .replaceAll(/\$\{[^}]*\}/g, blank);
      /** @param {number} offset */
      const at = (offset) => context.sourceCode.getLocFromIndex(from + 1 + offset);
      try {
        postcss.parse(source).walkDecls((declaration) => {
          const before = declaration.prev();
          if (before?.type === 'comment' && ALLOWED.test(before.text)) return;
          const what = physical(declaration.prop.toLowerCase(), declaration.value);
          const start = declaration.source?.start?.offset ?? 0;
          if (what) context.report({loc: at(start), messageId: 'physical', data: {what}});
        });
      } catch (error) {
        context.report({node: quasi, messageId: 'broken', data: {why: String(error)}});
      }
    },
  }),
};

/** @param {string} expression */
const blank = ({length}) => `/*${'*'.repeat(length - 4)}*/`.slice(0, length);
