/** @type {Record<string, Partial<Record<Intl.LDMLPluralRule, string>>>} */
const WORDS = {
  en: {one: '{n} coin', other: '{n} coins'},
  th: {other: '{n} เหรียญ'},
  ar: {one: 'عملة واحدة', two: 'عملتان', few: '{n} عملات', other: '{n} عملة'},
  de: {one: '{n} Münze', other: '{n} Münzen'},
  ja: {other: '{n}コイン'},
};

/**
 * An amount of the community's coins in words, such as "4,150 coins".
 * @param {number} amount
 * @param {string} language - One of those that the page offers; English for any other.
 */
export function countCoins(amount, language) {
  const known = language in WORDS ? language : 'en';
  const words = WORDS[known]?.[new Intl.PluralRules(known).select(amount)] ?? WORDS[known]?.other ?? '{n}';
  return words.replace('{n}', new Intl.NumberFormat(known).format(amount));
}
